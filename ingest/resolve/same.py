"""Whether two places of a document speak of one decision: same meeting, and words in common."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from ingest.annotate.decisions.decision_words import of_kind
from ingest.annotate.language.word import words
from ingest.claim import DecisionClaim
from ingest.resolve.identity import content_words

STEM = 5
"""Words that agree in so many first letters count as one ("report", "reporting")."""

ENOUGH = 2

_OF_LISTS: Final = frozenset(
    ("annex", "list", "lists", "contr", "amend", "chang", "revis", "new", "appro", "adopt", "equip")
)
"""Stems that stand in whatever is said of changes to a list."""


def stems(text: str) -> frozenset[str]:
    """The first letters of the words that carry a text's sense.

    >>> sorted(stems("Reporting on controls"))
    ['contr', 'repor']
    """
    return frozenset(word[:STEM] for word in content_words(text))


def telling(text: str) -> frozenset[str]:
    """The stems of the words that tell what was decided: those of "proposal" or "text" tell nothing.

    >>> sorted(telling("the decision on brokering"))
    ['broke']
    """
    empty = frozenset(word[:STEM] for word in of_kind("empty"))
    found = stems(text)
    return found - empty


def same(claim: DecisionClaim, others: Sequence[DecisionClaim]) -> DecisionClaim | None:
    """The earlier claim that a claim repeats; ``None`` where there is none, or no telling which.

    >>> from ingest.claim import Evidence
    >>> from ingest.document import Span
    >>> shown = (Evidence(Span(0, 9), "1", "rule"),)
    >>> one = DecisionClaim(shown, "a-1", "report on catch-all controls", "mtcr", year=2003)
    >>> two = DecisionClaim(shown, "b-2", "reporting of catch-all controls", "mtcr", year=2003)
    >>> other = DecisionClaim(shown, "c-3", "a new point of contact", "mtcr", year=2003)
    >>> same(two, [one]) is one, same(two, [other])
    (True, None)
    """
    if claim.generic or (claim.adopted_at is None and claim.year is None):
        return None
    there = [one for one in others if _there(claim, one) and not one.generic]
    if claim.id.rpartition("-")[0].endswith("-decision"):
        return there[0] if len(there) == 1 else None
    alike = [one for one in there if _alike(claim, one)]
    if not alike and _changes(claim.about):
        changed = [one for one in there if _changes(one.about)]
        alike = changed if len(changed) == 1 and _open(claim, changed[0]) else []
    if not alike and _carries_out(claim.about):
        alike = [one for one in there if one.kind == "annex" or _changes(one.about)]
        return alike[0] if len(alike) == 1 else None
    return alike[0] if alike else None


def is_bare(claim: DecisionClaim) -> bool:
    """Whether a decision is only called by what it made: "the Paris mandate", "what was agreed in Rio".

    >>> from ingest.claim import Evidence
    >>> from ingest.document import Span
    >>> shown = (Evidence(Span(0, 9), "1", "rule"),)
    >>> [is_bare(DecisionClaim(shown, "a", one, "mtcr")) for one in ("commitment", "ban on sales")]
    [True, False]
    """
    place = stems((claim.adopted_at or "").replace("-", " "))
    return claim.unsaid or stems(claim.about) - place <= _bare_stems()


@cache
def _bare_stems() -> frozenset[str]:
    """The stems of words that name what any decision may have made."""
    return frozenset(word[:STEM] for word in of_kind("bare"))


def taken_up(claim: DecisionClaim, others: Sequence[DecisionClaim]) -> list[DecisionClaim]:
    """The decisions of the same meeting that a bare name can mean: those of its own paragraph.

    >>> from ingest.claim import Evidence
    >>> from ingest.document import Span
    >>> def told(passage: str, about: str) -> DecisionClaim:
    ...     return DecisionClaim((Evidence(Span(0, 9), passage, "rule"),), about, about, "mtcr", year=2003)
    >>> ban, visits = told("4", "a ban on sales"), told("7", "visits to Oman")
    >>> [one.about for one in taken_up(told("4.A", "commitment"), [ban, visits])]
    ['a ban on sales']
    """
    if claim.adopted_at is None and claim.year is None:
        return []
    there = [one for one in others if _there(claim, one) and not one.generic and one.kind != "membership"]
    here = {(shown.passage or "").partition(".")[0] for shown in claim.evidence}
    return [
        one for one in there if here & {(shown.passage or "").partition(".")[0] for shown in one.evidence}
    ]


def _carries_out(text: str) -> bool:
    """Whether it is decided there to give effect to "the changes" that another decision made."""
    lows = [one.low for one in words(text)]
    pairs = [" ".join(pair) for pair in pairwise(lows)]
    named = any(pair in pairs for pair in ("the amendments", "the changes", "the revisions", "these changes"))
    return bool(lows) and lows[0] in of_kind("carrying") and named


def _changes(text: str) -> bool:
    return bool(stems(text) & {"amend", "chang", "revis"})


def _open(one: DecisionClaim, other: DecisionClaim) -> bool:
    """Whether one of two says no more than that a list was changed ("the Athens changes")."""
    return not (telling(one.about) - _OF_LISTS) or not (telling(other.about) - _OF_LISTS)


def _there(one: DecisionClaim, other: DecisionClaim) -> bool:
    """Whether one meeting can have taken both: the same, or the same year where one names no meeting."""
    if one.adopted_at is None or other.adopted_at is None:
        return one.year == other.year
    return one.adopted_at == other.adopted_at


def _alike(one: DecisionClaim, other: DecisionClaim) -> bool:
    if "membership" in (one.kind, other.kind) and set(one.concerns) != set(other.concerns):
        return False
    left, right = (telling(about) or stems(about) for about in (one.about, other.about))
    shared = left & right
    return len(shared) >= ENOUGH or (bool(shared) and shared in (left, right))
