"""Whether two places of a document speak of one decision: same meeting, and words in common."""

from collections.abc import Sequence

from ingest.claim import DecisionClaim
from ingest.resolve.identity import content_words

STEM = 5
"""Words that agree in so many first letters count as one ("report", "reporting")."""

ENOUGH = 2
BARE = frozenset(("decis", "decid"))


def stems(text: str) -> frozenset[str]:
    """The first letters of the words that carry a text's sense.

    >>> sorted(stems("Reporting on controls"))
    ['contr', 'repor']
    """
    return frozenset(word[:STEM] for word in content_words(text))


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
    return alike[0] if alike else None


def _there(one: DecisionClaim, other: DecisionClaim) -> bool:
    """Whether one meeting can have taken both: the same, or the same year where one names no meeting."""
    if one.adopted_at is None or other.adopted_at is None:
        return one.year == other.year
    return one.adopted_at == other.adopted_at


def _alike(one: DecisionClaim, other: DecisionClaim) -> bool:
    if "membership" in (one.kind, other.kind) and set(one.concerns) != set(other.concerns):
        return False
    left, right = stems(one.about), stems(other.about)
    shared = left & right
    return len(shared) >= ENOUGH or (bool(shared) and shared in (left, right))
