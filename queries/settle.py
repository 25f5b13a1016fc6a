"""What fills a parameter of a question: terms of the graph, or the reason why nothing does."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from queries.cue import Cue, cues
from queries.lexicon import Lexicon
from queries.near import nearest
from queries.occasion import Found, find_decisions, find_matter, find_meetings
from queries.question import Parameter, asking_words
from queries.term import Term, iri, literal
from queries.wording import Word, concepts, frame, stopwords, words

_MATTERS: Final = frozenset({"meeting", "decision", "proposal"})
_STANCES: Final = {
    "support": "supports",
    "oppose": "opposes",
    "seek": "seeks",
    "question": "questions",
    "undecided": "undecided",
}
_SINCE: Final = frozenset({"since", "after", "from"})
_UNTIL: Final = frozenset({"until", "till", "before", "by", "through", "to"})


@dataclass(frozen=True, slots=True)
class Said:
    """A question, what it names, and the graph's lexicon.

    >>> said("which guidance depends on the decision about export controls", Lexicon()).about()
    ('export', 'controls')
    """

    text: str
    cues: tuple[Cue, ...]
    lexicon: Lexicon

    def about(self) -> tuple[str, ...]:
        """Words that neither ask nor name: what the thing in question is about."""
        firm = [cue for cue in self.cues if cue.kind != "topic"]
        return tuple(
            word.norm
            for word in words(self.text)
            if word.norm not in stopwords()
            and word.norm not in frame()
            and word.norm not in asking_words()
            and not any(cue.start <= word.start < cue.end for cue in firm)
        )


@dataclass(frozen=True, slots=True)
class Settled:
    """What fills a parameter; see Found for ``choices``, ``near`` and ``unknown``.

    >>> day = Parameter("date", "date", False, "2008-04-04")
    >>> Settled(day).silent, Settled(day, unknown="no such day").silent
    (True, False)
    """

    parameter: Parameter
    terms: tuple[Term, ...] = ()
    labels: tuple[str, ...] = ()
    said: str = ""
    used: tuple[Cue, ...] = ()
    choices: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    unknown: str | None = None
    note: str | None = None
    spent: frozenset[str] = frozenset()

    @property
    def silent(self) -> bool:
        """Whether the question says nothing of this parameter."""
        return not (self.terms or self.choices or self.unknown)


def said(text: str, lexicon: Lexicon) -> Said:
    """A question with what it names.

    >>> [one.kind for one in said("positions since 2008-04-04", Lexicon()).cues]
    ['date']
    """
    return Said(text, cues(text, lexicon), lexicon)


def settle_all(parameters: Sequence[Parameter], one: Said) -> tuple[Settled, ...]:
    """What the question says of each parameter; what tells a decision, proposal or meeting tells no more.

    >>> day = Parameter("date", "date", False, "2008-04-04")
    >>> settle_all((day,), said("what had not been implemented by 1 May 2008", Lexicon()))[0].labels
    ('2008-05-01',)
    """
    found = {each.name: _matter(each, parameters, one) for each in parameters if each.type in _MATTERS}
    used = [cue for each in found.values() for cue in each.used]
    rest = Said(one.text, tuple(cue for cue in one.cues if not overlapping(cue, used)), one.lexicon)
    return tuple(found[each.name] if each.name in found else settle(each, rest) for each in parameters)


def _matter(parameter: Parameter, among: Sequence[Parameter], one: Said) -> Settled:
    """A meeting, decision or proposal beside other parameters: who implements it does not say which it is.

    One that need not be said is not guessed from a year alone, which may be the time that is asked about.
    """
    apart = any(each.type == "country" for each in among)
    if parameter.type != "decision" or (not apart and parameter.required):
        return settle(parameter, one)
    kept = tuple(cue for cue in one.cues if not (apart and cue.kind == "country"))
    found = _found(parameter, find_decisions(kept, one.about(), one.lexicon))
    told = {cue.kind for cue in found.used} & {"place", "ordinal"}
    dated = any(each.type == "date" for each in among)
    guessed = bool(found.unknown or found.choices) or (dated and not found.spent)
    return Settled(parameter) if guessed and not told and not parameter.required else found


def settle(parameter: Parameter, one: Said) -> Settled:
    """What the question says of a parameter.

    >>> one = said("positions since April 2008", Lexicon())
    >>> settle(Parameter("from", "date", False, "2008-04-04"), one).labels
    ('2008-04-01',)
    """
    match parameter.type:
        case "document":
            return _document(parameter, one)
        case "country" | "regime":
            return _things(parameter, one)
        case "meeting":
            return _found(parameter, find_meetings(one.cues, one.lexicon))
        case "decision":
            return _found(parameter, find_decisions(one.cues, one.about(), one.lexicon))
        case "proposal":
            return _found(parameter, _proposal(_proponents(one), one))
        case "stance":
            return _stance(parameter, one)
        case "topic":
            return _topic(parameter, one)
        case "date":
            return _date(parameter, one)
        case _:
            return _verbatim(parameter, one)


def _found(parameter: Parameter, found: Found | None) -> Settled:
    if found is None:
        return Settled(parameter)
    terms = tuple(iri(one) for one in found.iris)
    words_said = " ".join(cue.said for cue in found.used)
    return Settled(
        parameter,
        terms,
        found.labels,
        words_said,
        found.used,
        found.choices,
        found.near,
        found.unknown,
        found.note,
        found.spent,
    )


def _proponents(one: Said) -> list[Cue]:
    """The countries that are said to have made a proposal: "the Swedish proposal"; all where none is."""
    countries = [cue for cue in one.cues if cue.kind == "country"]
    made = [cue for cue in countries if any("proposal" in concepts(word) for word in _after(one.text, cue))]
    return made or countries


def _after(text: str, cue: Cue) -> list[str]:
    """The two words after a cue."""
    return [word.norm for word in words(text[cue.end :])][:2]


def _stance(parameter: Parameter, one: Said) -> Settled:
    """What is asked for of "supports", "opposes" and the like; nothing where it is more than one."""
    meant = {_STANCES[each] for word in words(one.text) for each in concepts(word.norm) if each in _STANCES}
    if len(meant) != 1:
        return Settled(parameter)
    value = meant.pop()
    return Settled(parameter, (literal(value),), (value,), value)


def _proposal(countries: list[Cue], one: Said) -> Found | None:
    """A proposal by what it is about; a country alone names one only where the word "proposal" is said."""
    known = [m for m in one.lexicon.proposals if not m.generic] or list(one.lexicon.proposals)
    found = find_matter(known, countries, one.about(), noun="proposal")
    said_so = any("proposal" in concepts(word.norm) for word in words(one.text))
    return found if said_so or (found is not None and found.spent) else None


def _document(parameter: Parameter, one: Said) -> Settled:
    named = [cue for cue in one.cues if cue.kind == "document"]
    if not named:
        return Settled(parameter)
    cue = named[0]
    labels = tuple(one.lexicon.by_iri[value].label for value in cue.values)
    if len(cue.values) > 1:
        return Settled(parameter, said=cue.said, used=(cue,), choices=labels[:8])
    if not cue.values:
        near = nearest(cue.said, [thing.label for thing in one.lexicon.of("Document")])
        why = f"no document {cue.said!r} is held or cited"
        return Settled(parameter, said=cue.said, used=(cue,), unknown=why, near=near)
    return Settled(parameter, (iri(cue.values[0]),), labels, cue.said, (cue,))


def _things(parameter: Parameter, one: Said) -> Settled:
    named = [cue for cue in one.cues if cue.kind == parameter.type and not _describes(one.text, cue)]
    if not named:
        return Settled(parameter)
    values = tuple(dict.fromkeys(value for cue in named for value in _exactly(cue, one.lexicon)))
    if parameter.type == "country" and len(named) == 1 and len(values) > 1:
        return Settled(
            parameter, used=(named[0],), choices=tuple(one.lexicon.by_iri[value].label for value in values)
        )
    labels = tuple(one.lexicon.by_iri[value].label for value in values)
    return Settled(
        parameter, tuple(map(iri, values)), labels, " ".join(cue.said for cue in named), tuple(named)
    )


def _describes(text: str, cue: Cue) -> bool:
    """Whether a country only tells which proposal is meant ("the Swedish proposal", not "proposals")."""
    return cue.kind == "country" and _after(text, cue)[:1] in (["proposal"], ["initiative"], ["suggestion"])


def _exactly(cue: Cue, lexicon: Lexicon) -> tuple[str, ...]:
    """What a name means: of several things that have it, the one whose label it is."""
    alike = tuple(iri for iri in cue.values if lexicon.by_iri[iri].label.casefold() == cue.said.casefold())
    return alike if len(alike) == 1 else cue.values


def _topic(parameter: Parameter, one: Said) -> Settled:
    """A topic of the lists where the words name one; otherwise the words, to be found in the text."""
    named = [cue for cue in one.cues if cue.kind == "topic"]
    if named:
        longest = max(len(cue.said) for cue in named)
        kept = tuple(cue for cue in named if len(cue.said) == longest)[:1]
        values = kept[0].values
        labels = tuple(dict.fromkeys(one.lexicon.by_iri[value].label for value in values))
        spent = frozenset(word.norm for word in words(kept[0].said))
        return Settled(parameter, tuple(map(iri, values)), labels, kept[0].said, kept, spent=spent)
    phrase = _phrase(one)
    if phrase is None:
        return Settled(parameter)
    spent = frozenset(word.norm for word in words(phrase))
    return Settled(parameter, (literal(phrase),), (f"the words {phrase!r}",), phrase, spent=spent)


def _phrase(one: Said) -> str | None:
    """The longest run of words that neither ask nor name anything."""
    rest = set(one.about())
    runs: list[list[Word]] = [[]]
    for word in words(one.text):
        if word.norm in rest:
            runs[-1].append(word)
        elif runs[-1]:
            runs.append([])
    longest = max(runs, key=len)
    return one.text[longest[0].start : longest[-1].end] if longest else None


def _verbatim(parameter: Parameter, one: Said) -> Settled:
    named = [cue for cue in one.cues if cue.kind == parameter.type]
    if not named:
        return Settled(parameter)
    values = tuple(dict.fromkeys(value for cue in named for value in cue.values))
    return Settled(parameter, tuple(map(literal, values)), values, named[0].said, tuple(named))


def _date(parameter: Parameter, one: Said) -> Settled:
    """A day; a year or month means its first day for "from" and its last one otherwise."""
    times = _times(one)
    if not times:
        return Settled(parameter)
    cue, first, last = times[0]
    if parameter.name == "to" and len(times) > 1:
        cue, first, last = times[-1]
    elif len(times) == 1:
        before = [word.norm for word in words(one.text[: cue.start])][-2:]
        if parameter.name == "from" and set(before[-1:]) & (_UNTIL - _SINCE):
            return Settled(parameter)
        if parameter.name == "to" and set(before[-1:]) & _SINCE:
            return Settled(parameter)
    day = first if parameter.name == "from" else last
    return Settled(parameter, (literal(day),), (day,), cue.said, (cue,))


def _times(one: Said) -> list[tuple[Cue, str, str]]:
    """The stretches of time that the question names, each with its first and last day."""
    found = [
        (cue, *stretch(cue.values[0])) for cue in one.cues if cue.kind in ("date", "year") and cue.values
    ]
    if found:
        return found
    for cue in one.cues:
        meeting = find_meetings((cue,), one.lexicon) if cue.kind in ("place", "ordinal") else None
        if meeting is not None and len(meeting.iris) == 1:
            when = next(m for m in one.lexicon.meetings if m.iri == meeting.iris[0])
            if when.start or when.year:
                first, last = stretch(when.start or when.year or "")
                found.append((cue, first, when.end or last))
    return found


def stretch(value: str) -> tuple[str, str]:
    """The first and last day of a day, month or year.

    >>> stretch("2008"), stretch("2008-02"), stretch("2008-04-10")
    (('2008-01-01', '2008-12-31'), ('2008-02-01', '2008-02-29'), ('2008-04-10', '2008-04-10'))
    """
    if len(value) == 4:
        return f"{value}-01-01", f"{value}-12-31"
    if len(value) == 7:
        year, month = int(value[:4]), int(value[5:])
        return f"{value}-01", f"{value}-{calendar.monthrange(year, month)[1]:02}"
    return value, value


def overlapping(cue: Cue, used: Sequence[Cue]) -> bool:
    """Whether the words of a cue are used by one of *used*.

    >>> year, date = Cue("year", ("2003",), "2003", 4, 8), Cue("date", ("2003-09",), "Sep 2003", 0, 8)
    >>> overlapping(year, [date]), overlapping(year, [])
    (True, False)
    """
    return any(cue.overlaps(other) for other in used)
