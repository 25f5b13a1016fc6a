"""Decisions told by what became of a thing: "the silence procedure on X expired without objection"."""

from collections.abc import Iterator, Sequence
from typing import Final

from ingest.annotate.decisions.applying import says_something
from ingest.annotate.decisions.decided import Decided
from ingest.annotate.decisions.decision_words import of_kind
from ingest.annotate.decisions.when import Named, Today, leads, when
from ingest.annotate.language.complements import clause_end
from ingest.annotate.language.gatherings import Gatherings
from ingest.annotate.language.verbs import finite_of
from ingest.annotate.language.vocabulary import is_kind, phrases
from ingest.annotate.language.word import Word, places

OPENERS: Final = phrases("decision_outcomes").first
_LONG: Final = 24
_UNSURE: Final = frozenset(
    ("if", "unless", "whether", "once", "until", "should", "could", "would", "may", "might", "must", "can")
)
_ONWARD: Final = frozenset(("into", "in", "out", "over", "forward", "on", "through"))
"""Words behind "carried" with which it tells that a thing was given effect to or put off, and not agreed."""
_CLAUSES: Final = frozenset(("since", "because", "while", "although", "but", "when", "as", "that", ";", ":"))


def outcomes(found: Sequence[Word], known: Gatherings, named: Named, now: Today) -> Iterator[Decided]:
    """What a sentence says has become of a proposal, an entry or a rule of a regime.

    >>> from ingest.annotate.language.gatherings import gatherings
    >>> from ingest.annotate.language.word import words
    >>> from ingest.tables import knowledge
    >>> found = words("The Swiss paper became a Regime document.")
    >>> [one.about for one in outcomes(found, gatherings(knowledge()), {}, Today())]
    [(0, 3)]
    """
    for at in places(found, OPENERS):
        cue = phrases("decision_outcomes").at(found, at)
        if cue is None or found[at].depth or _still_to_come(found, at) or _carried_on(found, cue.end):
            continue
        about = _subject(found, at)
        if about is None or not _bears(found, about, known):
            continue
        if {one.low for one in found[: cue.end]} & _UNSURE:
            continue
        told = when(found, cue.end, known, named, now) if cue.end < len(found) else None
        told = told or leads(found, known, named, now)
        meeting, year = (None, None) if told is None else (told.meeting, told.year)
        end = max(cue.end, clause_end(found, cue.end))
        yield Decided(about[0], end, about, "it-came-about", meeting, year)


def _still_to_come(found: Sequence[Word], verb: int) -> bool:
    """Whether it is only told what was to be ("was to have been carried", "is expected to become")."""
    at = verb
    while at > 0 and is_kind(found[at - 1].low, "adverb", "auxiliary") and found[at - 1].low != "to":
        at -= 1
    return at > 0 and found[at - 1].low == "to"


def _carried_on(found: Sequence[Word], end: int) -> bool:
    """Whether "carried" goes on with where to: "carried into national law", "carried over"."""
    return found[end - 1].low == "carried" and end < len(found) and found[end].low in _ONWARD


def _subject(found: Sequence[Word], verb: int) -> tuple[int, int] | None:
    """The words before a verb that are what it is said of, without what is said of them by the way."""
    end = verb
    while end > 0 and is_kind(found[end - 1].low, "adverb", "auxiliary"):
        end -= 1
    if end and found[end - 1].low == "having":
        return None
    start = end
    while start > 0 and end - start < _LONG and found[start - 1].low not in _CLAUSES:
        start -= 1
    if start > 0 and found[start - 1].low == "that" and finite_of(found[start].low) is not None:
        return None  # "the procedure that followed the talks ended": of what, stands farther off
    start += start < end and found[start].low in ("and", ",")
    if start < end and is_kind(found[start].low, "preposition"):
        comma = next((at for at in range(start, end) if found[at].low == ","), None)
        start = _last_phrase(found, start, end) if comma is None else comma + 1
    stop = next((at for at in range(start + 1, end) if found[at].low in (",", "(")), end)
    return (start, stop) if start < stop and says_something(found[start:stop]) else None


def _last_phrase(found: Sequence[Word], start: int, end: int) -> int:
    """Where the last noun phrase with an article of its own begins: "After that was settled the paper"."""
    return next((at for at in range(end - 1, start, -1) if found[at].low in ("the", "a", "an")), end)


def _bears(found: Sequence[Word], about: tuple[int, int], known: Gatherings) -> bool:
    """Whether the words are of a regime's lists, rules or papers, and of no country's law."""
    lows = {one.low.removesuffix("'s") for one in found[slice(*about)]}
    if lows & of_kind("elsewhere") or lows & {"no", "nothing", "none"}:
        return False
    return bool(lows & (of_kind("bearing") | of_kind("standing") | known.acronyms | {"silence", "procedure"}))
