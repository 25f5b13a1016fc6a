"""Decisions that are told, but as nobody's word for it: doubted by who tells of them, or still to come."""

from collections.abc import Sequence

from ingest.annotate.decisions.decision_words import of_kind
from ingest.annotate.language.vocabulary import is_kind
from ingest.annotate.language.word import Word

_BACK = 9
"""So many words before a decision at most it is said what is thought of it."""
_VERB = 8
"""Within so many words the clause of a decision has its verb."""


def doubted(found: Sequence[Word], start: int) -> bool:
    """Whether what begins there is claimed, denied, supposed, or waited for.

    >>> from ingest.annotate.language.word import words
    >>> texts = ("Greece claims that Partners agreed.", "Greece noted that Partners agreed.")
    >>> [doubted(words(one), 3) for one in texts]
    [True, False]
    >>> doubted(words("until Partners have agreed"), 1), doubted(words("until Partners had agreed"), 1)
    (True, False)
    """
    return _claimed(found, start) or _awaited(found, start)


def _claimed(found: Sequence[Word], start: int) -> bool:
    """Whether a clause with "that" before it says that somebody claims or denies it."""
    that = _that(found, start)
    if that is None:
        return False
    near = found[max(0, that - 3) : that]
    if any(one.is_mark for one in near):
        near = near[1 + max(at for at, one in enumerate(near) if one.is_mark) :]
    lows = {one.low for one in near}
    return bool(lows & of_kind("contested")) or {"not", "true"} <= lows


def _that(found: Sequence[Word], start: int) -> int | None:
    """Where the "that" stands whose clause begins there, with nothing but when or where between them."""
    for at in range(start - 1, max(-1, start - _BACK), -1):
        if found[at].low == "that":
            return at
        if found[at].is_mark or is_kind(found[at].low, "auxiliary", "opener", "conjunction"):
            return None
    return None


def _awaited(found: Sequence[Word], start: int) -> bool:
    """Whether it hangs on "assuming", or on "until" and a verb of what is still to come."""
    first = (
        start - 1 if start and found[start].low not in of_kind("supposing") | of_kind("awaiting") else start
    )
    first -= first > 0 and is_kind(found[first].low, "determiner")
    if found[first].low in of_kind("supposing"):
        return True
    if found[first].low not in of_kind("awaiting"):
        return False
    verb = next((one.low for one in found[first + 1 : first + _VERB] if is_kind(one.low, "auxiliary")), "")
    return verb in ("has", "have", "is", "are")
