"""Stances told as somebody's answer or view: "the French reaction was cool"."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final, cast

from ingest.annotate.language.complements import clause_end
from ingest.annotate.language.holders import Holders, Named
from ingest.annotate.language.said import Said
from ingest.annotate.language.verb_groups import lemmas_of
from ingest.annotate.language.vocabulary import is_kind, table
from ingest.annotate.language.word import Word, places
from ingest.annotate.positions.passive_stances import DENYING
from ingest.annotate.positions.speakers import supposed
from ingest.annotate.positions.stance_rows import DEGREES, LINKING, SWAPPED
from ingest.annotate.positions.tellers import owner_of, view_nouns
from ingest.mention import Stance

FINITE: Final = frozenset(("is", "are", "was", "were", "been"))
TO: Final = frozenset(
    ("to", "on", "about", "toward", "towards", "regarding", "concerning", "over", "of", "with")
)
BEFORE: Final = frozenset(
    ("that", "and", "but", "while", "whereas", "although", "since", "because", "is", "was")
)
REACH: Final = 14
"""How many words of what an answer is to may stand before its verb."""
SHORT: Final = 5
"""How many words behind the verb tell what the answer is: "a flat no", "one of extreme caution"."""


@cache
def attitudes() -> Mapping[str, Stance]:
    """The words for how somebody answers, with their stances.

    >>> attitudes()["lukewarm"]
    'questions'
    """
    return {row["word"]: cast(Stance, row["stance"]) for row in table("attitudes")}


def answers(found: Sequence[Word], named: Named, last: Said | None) -> Iterator[Said]:
    """The stances that a sentence tells as an answer, a view or an aim that somebody has.

    >>> from ingest.annotate.language.word import words
    >>> found = words("The French reaction to the list was cool.")
    >>> [(one.codes, one.stance, one.towards) for one in answers(found, {1: ("FRA", 2)}, None)]
    [(('FRA',), 'questions', (4, 6))]
    """
    for at in places(found, view_nouns().keys()):
        owner = owner_of(found, at, named, last)
        if owner is None or not _is_subject(found, min(owner.start, at)) or supposed(found, owner.start):
            continue
        be = _verb(found, at, named)
        if be is not None:
            made = _answered(found, at, be, owner) or _aimed(found, at, be, owner)
            if made is not None:
                yield made


def _is_subject(found: Sequence[Word], start: int) -> bool:
    """Whether what begins there opens a clause, and hangs on no preposition or verb."""
    at = start
    while at and is_kind(found[at - 1].low, "determiner"):
        at -= 1
    return at == 0 or found[at - 1].is_mark or found[at - 1].low in BEFORE


def _verb(found: Sequence[Word], noun: int, named: Named) -> int | None:
    """The form of "be", "remain" or "seem" whose subject an answer is."""
    for at in range(noun + 1, min(len(found), noun + REACH)):
        low = found[at].low
        if found[at].is_mark or is_kind(low, "opener"):
            return None
        if low in FINITE or LINKING & set(lemmas_of(low)):
            return at
        if at == noun + 1 and not (low in TO or is_kind(low, "auxiliary", "adverb")):
            return None
    return None


def _asked(found: Sequence[Word], noun: int, be: int) -> tuple[int, int] | None:
    """What the answer is to: behind the noun up to the verb."""
    start = noun + 1
    if start >= be or found[start].low not in TO:
        return None
    stop = be
    while stop > start + 1 and is_kind(found[stop - 1].low, "auxiliary", "adverb"):
        stop -= 1
    return (start + 1, stop) if stop > start + 1 else None


def _answered(found: Sequence[Word], noun: int, be: int, owner: Holders) -> Said | None:
    """The stance of "was cool", "is one of caution", "remains a flat no"."""
    denied = any(one.low in DENYING for one in found[noun + 1 : be + 3])
    for at in range(be + 1, min(len(found), be + 1 + SHORT)):
        low = found[at].low
        stance = attitudes().get(low)
        if stance is not None:
            final = SWAPPED.get(stance) if denied else stance
            towards = _asked(found, noun, be)
            start = min(owner.start, noun)
            return (
                None
                if final is None
                else Said(start, at + 1, owner.codes, final, towards, None, None, "told-as-answer")
            )
        if found[at].is_mark or not (
            is_kind(low, "determiner", "adverb")
            or low in DEGREES | DENYING | {"one", "of", "flat", "at", "been"}
        ):
            return None
    return None


def _aimed(found: Sequence[Word], noun: int, be: int, owner: Holders) -> Said | None:
    """The stance of a noun that tells it: what it is towards stands behind the verb."""
    stance = view_nouns()[found[noun].low]
    start = be + 1
    while start < len(found) and is_kind(found[start].low, "adverb", "preposition"):
        start += 1
    end = clause_end(found, start)
    if (
        stance is None
        or end <= start
        or found[start].low in DENYING | {"that", "shared", "met", "known", "well"}
    ):
        return None
    return Said(min(owner.start, noun), end, owner.codes, stance, (start, end), None, None, "told-as-answer")
