"""Stances told as a belief: "the U.S. believes the process works well and should be continued"."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from ingest.annotate.language.complements import clause_end
from ingest.annotate.language.holders import Named, holders_before
from ingest.annotate.language.said import Said
from ingest.annotate.language.verb_groups import group
from ingest.annotate.language.verbs import finite_of, participle_of
from ingest.annotate.language.vocabulary import is_kind, table
from ingest.annotate.language.word import Telling, Word
from ingest.annotate.positions.speakers import GUARDS
from ingest.mention import Stance

BELIEVING = frozenset(("believe", "think", "consider", "feel", "argue", "say", "state", "stress", "hold"))


NEEDED = frozenset(("should", "must"))
BELIEFS: Final = Telling(lambda low: NEEDED if finite_of(low) in BELIEVING else None)


def beliefs(found: Sequence[Word], named: Named) -> Iterator[Said]:
    """What countries believe should be done with something, as a stance towards it.

    >>> from ingest.annotate.language.word import words
    >>> found = words("Japan believes that the text should be adopted.")
    >>> [(one.codes, one.stance) for one in beliefs(found, {0: ("JPN", 1)})]
    [(('JPN',), 'supports')]
    """
    for at in BELIEFS.places(found):
        around = group(found, at)
        holders = None if around.unreal or around.negated else holders_before(found, around.start, named)
        if holders is None or (holders.start and found[holders.start - 1].low in GUARDS):
            continue
        start = at + 1 + (at + 1 < len(found) and found[at + 1].low == "that")
        judged = _judged(found, start)
        if judged is not None:
            stance, end = judged
            towards = _subject(found, start, end)
            if towards is not None:
                yield Said(holders.start, end, holders.codes, stance, towards, None, None, "believes-should")


@cache
def _fates() -> dict[str, str]:
    return {row["lemma"]: row["stance"] for row in table("fates")}


def _judged(found: Sequence[Word], start: int) -> tuple[Stance, int] | None:
    """The stance of "should (not) be continued" in a clause, and the index after it."""
    fates = _fates()
    for at in range(start, clause_end(found, start) - 2):
        if found[at].low not in NEEDED:
            continue
        denied = found[at + 1].low == "not"
        after = at + 1 + denied
        while after < len(found) and (found[after].low == "be" or is_kind(found[after].low, "adverb")):
            after += 1
        fate = fates.get(participle_of(found[after].low) or "") if after < len(found) else None
        if fate is not None and found[after - 1].low not in ("should", "not"):
            supports = (fate == "supports") != denied
            return ("supports" if supports else "opposes"), after + 1
        return None
    return None


def _subject(found: Sequence[Word], start: int, end: int) -> tuple[int, int] | None:
    """The noun phrase that a clause begins with."""
    for at in range(start, end):
        low = found[at].low
        if at > start + 1 and (
            is_kind(low, "auxiliary")
            or low in ("should", "must")
            or (finite_of(low) is not None and _verb(found, at))
        ):
            stop = at
            while stop > start and is_kind(found[stop - 1].low, "adverb", "conjunction"):
                stop -= 1
            return start, stop
    return None


def _verb(found: Sequence[Word], at: int) -> bool:
    following = found[at + 1].low if at + 1 < len(found) else ""
    return is_kind(following, "adverb", "determiner") or following in ("well", "and")
