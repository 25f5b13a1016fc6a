"""Who decides: those who do it as the subject of a verb, and whether a sentence is about them."""

from collections.abc import Sequence
from typing import Final

from ingest.annotate.decisions.when import Named
from ingest.annotate.language.gatherings import YEAR, Gatherings
from ingest.annotate.language.subjects import skip_back
from ingest.annotate.language.vocabulary import is_kind, phrases
from ingest.annotate.language.word import Word

_AUXILIARY: Final = frozenset(("have", "has", "had", "did", "then"))
_WHERE: Final = frozenset(("in", "at", "during", "on", "of"))
_SUBJECT: Final = 6
"""Within so many words of a sentence its subject ends."""


def who_decides(
    found: Sequence[Word],
    verb: int,
    known: Gatherings,
    named: Named,
    *,
    again: bool = False,
    carried: bool = False,
    headless: bool = False,
) -> int | None:
    """Where the subject begins, if it is those who decide; the second verb of two shares it.

    *carried*: the sentence before is about those who decide, so that "it" and "they" mean them.
    *headless*: it is an item, whose subject is the line above.

    >>> from ingest.annotate.language.gatherings import gatherings
    >>> from ingest.annotate.language.word import words
    >>> from ingest.tables import knowledge
    >>> texts = ("In Rio the Partners agreed.", "Some Partners agreed.", "Heads of Delegation agreed.")
    >>> [who_decides(found, len(found) - 2, gatherings(knowledge()), {}) for found in map(words, texts)]
    [2, None, 0]
    """
    at = _before_verb(found, verb, known)
    if at == 0:
        return 0 if headless else None
    before = found[at - 1].low
    if before in ("having", "who", "which"):
        return _in_a_clause(found, verb, at, known)
    if before in ("it", "they") and (at == 1 or found[at - 2].low in (",", "and", "but", "that")):
        return at - 1 if carried or _spoken_of(found, at - 1, known, named) else None
    if before in ("and", ",") and (again or subject_decides(found, known)):
        return at - 1
    together = _together(found, at)
    if together:
        return at - together
    if before == "they" or not _names_them(found, at, known):
        return None
    return _whole_subject(found, at, known, named)


def _before_verb(found: Sequence[Word], verb: int, known: Gatherings) -> int:
    """Where the subject ends, before "have unanimously", "in 1957" and "at its Rio Plenary"."""
    at = verb
    while at > 0 and (found[at - 1].low in _AUXILIARY or also(found, at - 1)):
        at -= 1
    at = skip_back(found, at)
    begins = [on for on in range(max(1, at - 6), at - 1) if found[on].low in _WHERE]
    for on in begins:
        dated = YEAR.fullmatch(found[at - 1].low) is not None and at - on < 4
        if dated or known.end(found, on + 1) == at:
            end = skip_back(found, on)
            return end if end and _names_them(found, end, known) else at
    return at


def _names_them(found: Sequence[Word], end: int, known: Gatherings) -> bool:
    """Whether the words before *end* name those who decide, one of their meetings, or its place."""
    named = found[end - 1].low in known.actors or known.series_before(found, end)
    return bool(named or known.place_before(found, end))


def _together(found: Sequence[Word], end: int) -> int:
    """How many words before *end* mean all who are there: "heads of delegation", "all present"."""
    cue = phrases("deciders").ending(found, end)
    return 0 if cue is None else cue.end - cue.start


def _spoken_of(found: Sequence[Word], end: int, known: Gatherings, named: Named) -> bool:
    """Whether the sentence has named those who decide before, and no country that "they" may be."""
    if any(at < end for at in named):
        return False
    return any(one.low in known.actors and one.low != "they" for one in found[:end])


def _whole_subject(found: Sequence[Word], at: int, known: Gatherings, named: Named) -> int | None:
    """Where the subject that ends there begins; ``None`` where others are meant than those who decide."""
    before = found[at - 1].low
    start = _noun_start(found, at)
    inner = {one.low for one in found[start:at]}
    placed = known.place_before(found, at)
    if placed and at - start == placed and (at - placed in named or not _meets_there(found, start, known)):
        return None  # "Brussels has revised its paper": a capital stands for its government
    guard = found[start - 1].low if start else ""
    if any(start <= one < at for one in named) and before not in known.members:
        return None if not known.series_before(found, at) else start
    if inner & known.partial or guard in ("if", "unless", "whether", "should", "by", "of", "than"):
        return None
    return start


def _in_a_clause(found: Sequence[Word], verb: int, at: int, known: Gatherings) -> int | None:
    """Where the subject begins in ", which met there and", "Partners, who" or "having ..., Partners"."""
    if found[at - 1].low == "having":
        comma = next((on for on in range(verb + 1, min(len(found), verb + 25)) if found[on].low == ","), None)
        return None if comma is None or not subject_decides(found[comma + 1 :], known) else at - 1
    if at < 3 or found[at - 2].low != ",":
        return None
    if found[at - 1].low == "who":
        return at - 3 if found[at - 3].low in known.actors else None
    met = known.series_before(found, at - 2) or known.place_before(found, at - 2)
    return at - 2 - met if met else None


def subject_decides(found: Sequence[Word], known: Gatherings) -> bool:
    """Whether a sentence begins with those who decide.

    >>> from ingest.annotate.language.gatherings import gatherings
    >>> from ingest.annotate.language.word import words
    >>> from ingest.tables import knowledge
    >>> texts = ("The Partners agreed.", "Some Partners agreed.", "France agreed.")
    >>> [subject_decides(words(one), gatherings(knowledge())) for one in texts]
    [True, False, False]
    """
    for at in range(1, min(len(found), _SUBJECT + 1)):
        if found[at - 1].is_mark or is_kind(found[at - 1].low, "preposition", "opener", "auxiliary"):
            return False
        if found[at - 1].low in known.actors or known.series_before(found, at):
            return not {one.low for one in found[:at]} & known.partial
    return False


def may_decide(said: Sequence[str], known: Gatherings) -> bool:
    """Whether a sentence that says those words may begin with those who decide.

    >>> from ingest.annotate.language.gatherings import gatherings
    >>> from ingest.tables import knowledge
    >>> texts = ("the partners agreed", "in its plenary", "france agreed")
    >>> [may_decide(one.split(), gatherings(knowledge())) for one in texts]
    [True, True, False]
    """
    first = frozenset(said[:_SUBJECT])
    return known.may_decide(first) or not first.isdisjoint(known.actors)


def also(found: Sequence[Word], at: int) -> bool:
    """Whether an adverb stands there.

    >>> from ingest.annotate.language.word import words
    >>> also(words("also agreed"), 0)
    True
    """
    return is_kind(found[at].low, "adverb")


def _noun_start(found: Sequence[Word], end: int) -> int:
    """Where a subject of a few words begins, its determiner included."""
    start = end
    while start > 0 and end - start < 6:
        low = found[start - 1].low
        if found[start - 1].is_mark or is_kind(low, "preposition", "conjunction", "opener", "auxiliary"):
            break
        start -= 1
        if is_kind(low, "determiner"):
            break
    return start


def _meets_there(found: Sequence[Word], start: int, known: Gatherings) -> bool:
    """Whether a place stands for a meeting: alone, or behind "the Plenary in"."""
    before = found[start - 1].low if start else ""
    return not is_kind(before, "preposition") or known.series_before(found, start - 1) > 0
