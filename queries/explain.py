"""Why an answer is empty, and out of how much every answer comes."""

from collections.abc import Mapping, Sequence
from typing import Final

import pyoxigraph as ox

from queries.answer import Binding, Denominator, SupportingPassage, either
from queries.lexicon import Lexicon, support
from queries.question import Question
from queries.result import Result
from queries.settle import Settled
from queries.store import Queryable
from queries.term import Plain, fill

AT_ONCE: Final = 250
"""So many IRIs go into one query, whose length has a limit."""


def denominator(source: Queryable) -> Denominator:
    """How many documents a graph holds and only cites, from when to when, and what was left undecided.

    >>> from queries.store import open_reader
    >>> print(denominator(open_reader("tests/data/shape.trig")))
    Searched 1 document (2008-04-04 to 2008-04-04); 1 more is cited and not held; 1 mention is unresolved.
    """
    row = source.query(support("denominator"), file="denominator.rq").dicts()[0]
    return Denominator(
        _number(row["documents"]),
        _number(row["ghosts"]),
        _number(row["unresolved"]),
        _text(row["earliest"]),
        _text(row["latest"]),
    )


def passages(source: Queryable, question: Question, result: Result) -> tuple[SupportingPassage, ...]:
    """The passages of the rows, each once, with the words of the evidence.

    >>> from ontology.names import passage
    >>> from queries.question import find_question
    >>> from queries.store import open_reader
    >>> source, question = open_reader("tests/data/shape.trig"), find_question("why-depends")
    >>> at = ox.NamedNode(passage("2008STATE900001", "7.C"))
    >>> result = Result(("passage", "words"), ((at, ox.Literal("as agreed")), (at, ox.Literal("urge"))))
    >>> [(one.number, one.words) for one in passages(source, question, result)]
    [('7.C', ('as agreed', 'urge'))]
    """
    if question.passage is None or question.passage not in result.columns:
        return ()
    at = result.columns.index(question.passage)
    words_at = result.columns.index(question.words) if question.words else None
    said: dict[str, list[str]] = {}
    for row in result.rows:
        term = row[at]
        if isinstance(term, ox.NamedNode):
            kept = said.setdefault(term.value, [])
            words = row[words_at] if words_at is not None else None
            if isinstance(words, ox.Literal) and words.value not in kept:
                kept.append(words.value)
    return supporting(source, {one: tuple(words) for one, words in said.items()})


def supporting(source: Queryable, said: Mapping[str, tuple[str, ...]]) -> tuple[SupportingPassage, ...]:
    """Those of the things that are passages, in that order, each with the words that were quoted of it.

    >>> from ontology.names import passage
    >>> from queries.store import open_reader
    >>> source = open_reader("tests/data/shape.trig")
    >>> [one.number for one in supporting(source, {passage("2008STATE900001", "7.C"): (), "urn:other": ()})]
    ['7.C']
    """
    terms, text = tuple(ox.NamedNode(one) for one in said), support("passages")
    by_iri: dict[str, dict[str, Plain]] = {}
    for at in range(0, len(terms), AT_ONCE):
        some = fill(text, {"passage": terms[at : at + AT_ONCE]})
        by_iri |= {str(row["passage"]): row for row in source.query(some, file="passages.rq").dicts()}
    return tuple(_passage(by_iri[one], words) for one, words in said.items() if one in by_iri)


def _passage(row: dict[str, Plain], words: tuple[str, ...]) -> SupportingPassage:
    return SupportingPassage(
        str(row["passage"]),
        str(row["number"]),
        _text(row["text"]) or "",
        str(row["document"]),
        _text(row["documentLabel"]) or str(row["document"]),
        _text(row["marking"]),
        _text(row["markingStatus"]),
        _text(row["numberStatus"]),
        words,
    )


def why_empty(
    settled: Sequence[Settled], bindings: Sequence[Binding], total: Denominator, lexicon: Lexicon
) -> str:
    """The reason for which nothing was found.

    >>> why_empty((), (), Denominator(0, 0, 0), Lexicon())
    'the store holds no document'
    >>> why_empty((), (), Denominator(1, 0, 2), Lexicon())
    'no held document says anything of the kind; 2 unresolved mentions may bear on it'
    """
    if total.documents == 0:
        return "the store holds no document"
    unknown = [one.unknown for one in settled if one.unknown]
    if unknown:
        return "; ".join(unknown)
    ghosts = _ghosts(bindings, lexicon)
    if ghosts:
        return f"{ghosts[0]} is only cited in documents that are held: its own text is not here"
    outside = _outside(settled, total)
    if outside is not None:
        return outside
    tail = f"; {total.unresolved} unresolved mentions may bear on it" if total.unresolved else ""
    known = " and ".join(either(one.labels, "thing", one.said) for one in bindings if one.labels)
    if not known:
        return f"no held document says anything of the kind{tail}"
    return f"the graph knows of {known}, but nothing in it says what is asked{tail}"


def _ghosts(bindings: Sequence[Binding], lexicon: Lexicon) -> list[str]:
    things = [
        lexicon.by_iri[term.value]
        for one in bindings
        for term in one.terms
        if isinstance(term, ox.NamedNode) and term.value in lexicon.by_iri
    ]
    return [thing.label for thing in things if thing.kind == "Document" and not thing.held]


def _outside(settled: Sequence[Settled], total: Denominator) -> str | None:
    """Whether the time that is asked about lies outside that of the documents."""
    days = {
        one.parameter.name: one.labels[0] for one in settled if one.parameter.type == "date" and one.labels
    }
    if not days or total.earliest is None or total.latest is None:
        return None
    first = days.get("from", total.earliest)
    last = days.get("to", days.get("date", total.latest))
    if first > total.latest or last < total.earliest:
        return f"the documents that are held were sent between {total.earliest} and {total.latest}"
    return None


def _number(value: Plain) -> int:
    return int(value) if value is not None else 0


def _text(value: Plain) -> str | None:
    return None if value is None else str(value)
