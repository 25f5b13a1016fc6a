"""What was decided: the object of a verb of deciding, past what is said by the way."""

from collections.abc import Sequence
from typing import Final

from ingest.annotate.decisions.decision_words import of_kind
from ingest.annotate.decisions.when import UNDATED, when
from ingest.annotate.language.complements import clause_end
from ingest.annotate.language.gatherings import Gatherings
from ingest.annotate.language.verbs import is_base
from ingest.annotate.language.vocabulary import is_kind, phrases
from ingest.annotate.language.word import QUOTES, Word

AT: Final = frozenset(("at", "in", "during"))
_BEHIND: Final = frozenset(("to", "that", "on", "upon"))
"""What may stand behind a parenthetical: "settled, after seven years, on criteria"."""
_BODY: Final = 6
"""Of so many words at most is the name of who is asked to do something."""
_SHALL: Final = frozenset(
    ("should", "would", "will", "be", "must", "shall", "may", "can", "could", "need", "needed")
)
_IS: Final = frozenset(("is", "are", "was", "were", "remains", "remain", "poses"))
_LIKELY: Final = frozenset(("might", "probably", "likely", "unlikely", "perhaps", "useful", "been"))


def object_of(
    found: Sequence[Word], at: int, takes: Sequence[str], known: Gatherings
) -> tuple[int, int] | None:
    """What was decided, past "at the Madrid Plenary", "by consensus", "in 2004" and "in principle".

    >>> from ingest.annotate.language.gatherings import gatherings
    >>> from ingest.annotate.language.word import words
    >>> from ingest.tables import knowledge
    >>> found = words("agreed by consensus in May 2007 to meet in Bonn.")
    >>> object_of(found, 1, ["to"], gatherings(knowledge()))
    (7, 10)
    """
    for _ in range(4):
        at = _past_aside(found, at, known)
    if at + 1 >= len(found):
        return None
    low = found[at].low
    if takes == ["body"]:
        return (at, clause_end(found, at)) if _asks_body(found, at, known) else None
    if low in _BEHIND:
        return _clause(found, at, takes)
    if low == "not" and "not" in takes:
        return at, clause_end(found, at)
    plain = (not found[at].is_mark or low in QUOTES) and not is_kind(
        low, "preposition", "conjunction", "opener", "auxiliary"
    )
    return (at, clause_end(found, at)) if "np" in takes and plain else None


def _clause(found: Sequence[Word], at: int, takes: Sequence[str]) -> tuple[int, int] | None:
    """What "to ...", "that ..." or "on ..." says was decided."""
    low = found[at].low
    if low == "that" and only_thought(found, at + 1):
        return None
    if low in ("on", "upon") and {one.low for one in found[at + 1 : at + 4]} & of_kind("thought"):
        return None
    if low == "to" and {one.low for one in found[at + 1 : at + 3]} & of_kind("bilateral"):
        return None
    return (at + 1, clause_end(found, at + 1)) if low in takes or low == "upon" else None


def _asks_body(found: Sequence[Word], at: int, known: Gatherings) -> bool:
    """Whether somebody whom a regime may ask is asked to do something: "the experts to examine"."""
    for stop in range(at + 1, min(len(found) - 1, at + 1 + _BODY)):
        if found[stop].is_mark or found[stop].low in ("that", "and"):
            return False
        if found[stop].low in ("to", "for", "with"):
            asked = found[stop].low != "to" or is_base(found[stop + 1].low)
            return asked and (found[stop - 1].low in known.tasked or found[at].low in known.tasked)
    return False


def only_thought(found: Sequence[Word], start: int) -> bool:
    """Whether a clause says how things are or may be, and nothing that shall be.

    >>> from ingest.annotate.language.word import words
    >>> [only_thought(words(one), 0) for one in ("the threat is growing", "the list should grow")]
    [True, False]
    """
    said = {one.low for one in found[start : clause_end(found, start)]}
    return bool(said & _LIKELY) or (bool(said & _IS) and not said & _SHALL)


def _past_aside(found: Sequence[Word], at: int, known: Gatherings) -> int:
    if at + 1 >= len(found):
        return at
    if found[at].low == ",":
        return _past_comma(found, at)
    if found[at].low in AT:
        end = known.end(found, at + 1)
        if end is not None:
            return end
    aside = phrases("decision_asides").at(found, at)
    if aside is not None:
        return aside.end
    told = when(found, at, known, {}, UNDATED) if found[at].low in ("on", "in", "last", "earlier") else None
    return told.end if told is not None else at + is_kind(found[at].low, "adverb")


def _past_comma(found: Sequence[Word], at: int) -> int:
    """Past a parenthetical: ", after seven years," or ", Turkey abstaining,"."""
    shut = next((on for on in range(at + 2, min(at + 9, len(found) - 2)) if found[on].low == ","), None)
    if shut is not None:
        aside = is_kind(found[at + 1].low, "preposition", "adverb") or found[shut - 1].low.endswith("ing")
        behind = found[shut + 1].low
        if aside and (behind in _BEHIND or is_kind(behind, "determiner")):
            return shut + 1
    return at + 1 if found[at + 1].low in ("to", "that", "by", "at", "in") else at
