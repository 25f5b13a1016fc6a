"""English in, an answer out: no model and no network, only the catalogue and the names in the graph."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from ontology.names import ID
from queries.answer import Answer, Binding
from queries.cue import cues
from queries.error import Ambiguous, BadParameter, NotUnderstood
from queries.explain import denominator, passages, why_empty
from queries.lexicon import Lexicon, read_lexicon
from queries.match import Reading, readings
from queries.occasion import find_meetings
from queries.question import Parameter, Question, catalogue
from queries.result import Result
from queries.settle import Settled, said, settle
from queries.store import Queryable
from queries.term import iri, literal, local
from queries.unheard import unheard
from queries.wording import stopwords, words

ENOUGH: Final = 0.45
LIKE_ENOUGH: Final = 0.22
CLEAR: Final = 0.6
MARGIN: Final = 0.03
LONGEST: Final = 1000
_OCCASION: Final = frozenset({"place", "year", "ordinal", "series", "regime", "date"})


def ask(source: Queryable, text: str, *, lexicon: Lexicon | None = None) -> Answer:
    """The answer to an English question.

    Raises NotUnderstood where no question of the catalogue fits, Ambiguous where two questions or things do.

    >>> from queries.store import open_reader
    >>> asked = "which guidance depends on the 2003 Buenos Aires decision"
    >>> ask(open_reader("tests/data/shape.trig"), asked).passages[0].words
    ('as agreed at the 2003 Buenos Aires Plenary',)
    """
    lexicon = read_lexicon(source) if lexicon is None else lexicon
    best = understand(text, lexicon)
    found = _answer(source, best.question, best.settled, lexicon)
    return replace(found, notes=(*found.notes, *unheard(text, lexicon)))


def understand(text: str, lexicon: Lexicon) -> Reading:
    """The best reading of a question; raises as ``ask`` does.

    >>> from queries.store import open_reader
    >>> lexicon = read_lexicon(open_reader("tests/data/shape.trig"))
    >>> understand("what hinges on the Buenos Aires decision", lexicon).question.name
    'guidance-depending-on-decision'
    """
    if len(text) > LONGEST:
        raise NotUnderstood(f"a question has at most {LONGEST} characters; this one has {len(text)}")
    found = readings(said(text, lexicon))
    best, second = found[0], found[1]
    _bare(text, lexicon)
    if best.score < ENOUGH or best.likeness < LIKE_ENOUGH:
        closest = max(found, key=lambda one: one.likeness)
        if closest.likeness >= CLEAR:
            _complete(closest)
        nearest = tuple(one.question.example for one in found[:3])
        raise NotUnderstood(f"no question of the catalogue fits {text!r}", nearest=nearest)
    _complete(best)
    if best.score - second.score < MARGIN and not _missing(second):
        choices = (best.question.example, second.question.example)
        raise Ambiguous("two questions fit about equally well", choices=choices)
    return best


def _bare(text: str, lexicon: Lexicon) -> None:
    """A meeting alone asks nothing: what can be asked of it is offered, or why there is none."""
    spoken = [word for word in words(text) if word.norm not in stopwords()]
    named = [cue for cue in cues(text, lexicon) if cue.kind in _OCCASION]
    if not spoken or not all(any(cue.start <= word.start < cue.end for cue in named) for word in spoken):
        return
    found = find_meetings(named, lexicon)
    if found is None:
        return
    if found.unknown:
        raise NotUnderstood(found.unknown, nearest=found.near)
    if found.choices:
        raise Ambiguous(
            f"{text.strip()!r} may be any of {len(found.choices)}; which one?", choices=found.choices
        )
    of_it = [
        one for one in catalogue() if [each.type for each in one.parameters if each.required] == ["meeting"]
    ]
    offered = tuple(one.question.replace("{meeting}", found.labels[0]) for one in of_it)
    raise Ambiguous(f"{found.labels[0]} is known; what about it?", choices=offered)


def _missing(reading: Reading) -> list[Parameter]:
    return [one.parameter for one in reading.settled if one.parameter.required and one.silent]


def _complete(reading: Reading) -> None:
    missing = _missing(reading)
    if missing:
        needs = " and ".join(f"a {one.type} (such as {one.example!r})" for one in missing)
        message = f"understood as {reading.question.question!r}, which needs {needs}"
        raise NotUnderstood(message, nearest=(reading.question.example,))
    for one in reading.settled:
        if one.choices:
            words = f"{one.said!r}" if one.said else f"the {one.parameter.type}"
            raise Ambiguous(f"{words} may be any of {len(one.choices)}; which one?", choices=one.choices)


def answer(
    source: Queryable, question: Question, values: Mapping[str, str], *, lexicon: Lexicon | None = None
) -> Answer:
    """The answer to a question of the catalogue whose parameters are said in words ("Buenos Aires 2003").

    The IRI of a thing stands for that thing. Raises BadParameter where a required one is missing or one is
    unknown to the question, Ambiguous where a value fits several things.

    >>> from queries.question import find_question
    >>> from queries.store import open_reader
    >>> source, question = open_reader("tests/data/shape.trig"), find_question("documents-citing")
    >>> answer(source, question, {"document": "08 STATE 900002"}).dicts()[0]["caption"]
    'SMALL GROUP'
    """
    lexicon = read_lexicon(source) if lexicon is None else lexicon
    known = {one.name for one in question.parameters}
    for name in values:
        if name not in known:
            raise BadParameter(
                f"{question.name} has no parameter {name!r}; it has {', '.join(sorted(known)) or 'none'}"
            )
    settled = tuple(_given(one, values.get(one.name), lexicon) for one in question.parameters)
    return _answer(source, question, settled, lexicon)


def _given(parameter: Parameter, value: str | None, lexicon: Lexicon) -> Settled:
    if value is None:
        if parameter.required:
            raise BadParameter(
                f"{parameter.name} is needed: a {parameter.type}, such as {parameter.example!r}"
            )
        return Settled(parameter)
    if value.startswith(ID):
        named = lexicon.by_iri.get(value)
        return Settled(parameter, (iri(value),), (named.label if named else local(value),), value)
    found = settle(parameter, said(value, lexicon))
    if found.choices:
        raise Ambiguous(
            f"{parameter.name} {value!r} may be any of {len(found.choices)}", choices=found.choices
        )
    if found.silent and parameter.type in ("label", "topic", "date", "year", "place"):
        return Settled(parameter, (literal(value),), (value,), value)
    if found.silent:
        return Settled(parameter, said=value, unknown=f"no {parameter.type} {value!r} is known")
    return found


def _answer(source: Queryable, question: Question, settled: Sequence[Settled], lexicon: Lexicon) -> Answer:
    bindings = tuple(
        Binding(one.parameter.name, one.said, one.terms, one.labels) for one in settled if not one.silent
    )
    total = denominator(source)
    open_ends = [one for one in settled if one.unknown]
    sparql, result = "", Result(tuple(column.name for column in question.columns))
    if not open_ends:
        sparql = question.bound({one.parameter: one.terms for one in bindings if one.terms})
        result = source.query(sparql, file=f"{question.name}.rq")
    return Answer(
        question,
        bindings,
        result.columns,
        result.rows,
        passages(source, question, result),
        total,
        None if result.rows else why_empty(settled, bindings, total, lexicon),
        tuple(near for one in open_ends for near in one.near),
        tuple(one.note for one in settled if one.note),
        sparql,
    )
