"""Stances told as a belief: "the U.S. believes the process works well and should be continued"."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from ingest.annotate.language.complements import clause_end
from ingest.annotate.language.holders import Holders, Named
from ingest.annotate.language.said import Said
from ingest.annotate.language.verb_groups import BE, group
from ingest.annotate.language.verbs import finite_of, participle_of
from ingest.annotate.language.vocabulary import is_kind, table
from ingest.annotate.language.word import Telling, Word
from ingest.annotate.positions.speakers import GUARDS, speakers, supposed
from ingest.annotate.positions.tellers import teller, view_nouns
from ingest.mention import Stance

BELIEVING = frozenset(("believe", "think", "consider", "feel", "argue", "say", "state", "stress", "hold",
                       "contend", "maintain", "emphasize", "underline", "add", "reply", "observe", "note",
                       "conclude", "claim", "respond", "repeat", "reiterate"))  # fmt: skip
NEEDED = frozenset(("should", "must", "ought"))
BELIEFS: Final = Telling(
    lambda low: NEEDED if finite_of(low) in BELIEVING or view_nouns().get(low, "") is None else None
)
OURS = frozenset(
    ("we", "i", "it", "they", "he", "she", "you", "there", "what", "who", "how", "if", "whether")
)
"""Subjects of whom it is not told what others should do with something."""


def beliefs(found: Sequence[Word], named: Named, last: Said | None = None) -> Iterator[Said]:
    """What countries believe should be done with something, as a stance towards it.

    >>> from ingest.annotate.language.word import words
    >>> found = words("Japan believes that the text should be adopted.")
    >>> [(one.codes, one.stance) for one in beliefs(found, {0: ("JPN", 1)})]
    [(('JPN',), 'supports')]
    """
    for at in BELIEFS.places(found):
        start = at + 1 + (at + 1 < len(found) and found[at + 1].low in BE)
        start += start < len(found) and found[start].low == "that"
        holders = _believers(found, at, start, named, last)
        if holders is None or start >= len(found) or supposed(found, holders.start):
            continue
        made = _should(found, start, holders)
        if made is not None:
            yield made


def _believers(found: Sequence[Word], at: int, start: int, named: Named, last: Said | None) -> Holders | None:
    """Whose belief the clause is: the subject of the verb, or the owner of the view."""
    if finite_of(found[at].low) not in BELIEVING:
        return teller(found, start, named, last) if found[start - 1].low == "that" else None
    around = group(found, at)
    if around.unreal or around.negated:
        return None
    holders = speakers(found, around.start, named, last)
    return None if holders is None or (holders.start and found[holders.start - 1].low in GUARDS) else holders


def _should(found: Sequence[Word], start: int, holders: Holders) -> Said | None:
    """The stance of a clause that says what should be done with something, or what somebody should do."""
    judged = _judged(found, start)
    if judged is None:
        return _wished(found, start, holders)
    stance, end = judged
    towards = _subject(found, start, end)
    if towards is None:
        return None
    return Said(min(holders.start, start), end, holders.codes, stance, towards, None, None, "believes-should")


def _wished(found: Sequence[Word], start: int, holders: Holders) -> Said | None:
    """What somebody says should be or be done is what he seeks; what should not, he opposes."""
    end = clause_end(found, start)
    need = next((at for at in range(start + 1, end - 1) if found[at].low in NEEDED), None)
    if need is None or found[start].low in OURS or need - start > LONGEST:
        return None
    if any(one.is_mark or is_kind(one.low, "opener") for one in found[start:need]):
        return None
    stance: Stance = "opposes" if found[need + 1].low == "not" else "seeks"
    return Said(
        min(holders.start, start), end, holders.codes, stance, (start, end), None, None, "believes-should"
    )


LONGEST = 14
"""The most words of what somebody says should be done with it."""


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
