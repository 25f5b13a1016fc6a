"""Stances told from the side of what meets them: "the amendment ran into Brazilian opposition"."""

from collections.abc import Iterator, Sequence
from typing import Final

from ingest.annotate.language.holders import Named
from ingest.annotate.language.said import Said
from ingest.annotate.language.verb_groups import group
from ingest.annotate.language.vocabulary import is_kind, phrases
from ingest.annotate.language.word import Word, places
from ingest.annotate.positions.nouns import held_nouns
from ingest.annotate.positions.passive_stances import listed
from ingest.annotate.positions.speakers import supposed
from ingest.annotate.positions.stance_rows import SWAPPED

MEETING: Final = phrases("meeting_verbs")
FROM: Final = frozenset(("from", "by", "in", "of", "with", "among"))
NEAR: Final = 7
"""How many words may stand between the verb and its noun ("met with the customary Turkish objection")."""


def may_be_met(lows: frozenset[str]) -> bool:
    """Whether a sentence of those words may tell a stance that something met with.

    >>> may_be_met(frozenset(("drew", "criticism"))), may_be_met(frozenset(("drew", "it")))
    (True, False)
    """
    return not (lows.isdisjoint(MEETING.first) or lows.isdisjoint(held_nouns()))


def met(found: Sequence[Word], named: Named) -> Iterator[Said]:
    """The stances that something draws, wins, meets or runs into.

    >>> from ingest.annotate.language.word import words
    >>> found = words("The U.S. paper drew criticism from India.")
    >>> [(one.codes, one.stance, one.towards) for one in met(found, {6: ("IND", 7)})]
    [(('IND',), 'opposes', (0, 3))]
    """
    for at in places(found, MEETING.first):
        cue = MEETING.at(found, at)
        noun = None if cue is None else _noun(found, cue.end)
        if cue is None or noun is None or _ends_later(found, noun):
            continue
        around = group(found, at)
        codes, end = _holders(found, cue.end, noun, named)
        start = _subject(found, around.start)
        if not codes or around.unreal or start >= around.start or supposed(found, start):
            continue
        stance = held_nouns()[found[noun].low]
        denied = around.negated or any(one.low in ("no", "little", "not") for one in found[cue.end : noun])
        final = SWAPPED.get(stance) if denied else stance
        if final is not None:
            yield Said(start, end, codes, final, (start, around.start), None, None, "met-with-stance")


def _noun(found: Sequence[Word], start: int) -> int | None:
    """The index of the noun of support or doubt that a verb takes."""
    for at in range(start, min(len(found), start + NEAR)):
        low = found[at].low
        if low in held_nouns():
            return at
        if found[at].is_mark or is_kind(low, "preposition", "opener", "auxiliary"):
            return None
    return None


def _ends_later(found: Sequence[Word], noun: int) -> bool:
    """Whether what was met is told to have ended: "resistance from Russia until the evening"."""
    return any(one.low == "until" for one in found[noun : noun + 12])


def _holders(found: Sequence[Word], start: int, noun: int, named: Named) -> tuple[tuple[str, ...], int]:
    """The countries behind the noun ("from Brazil"), or before it ("Brazilian opposition")."""
    if noun + 1 < len(found) and found[noun + 1].low in FROM:
        codes, end = listed(found, noun + 2, named)
        if codes and not goes_on(found, end):
            return codes, end
    first = next((at for at in range(start, noun) if at in named), None)
    return ((), noun) if first is None else (listed(found, first, named)[0], noun + 1)


def goes_on(found: Sequence[Word], end: int) -> bool:
    """Whether the name before *end* belongs to another noun: "support of the Italian proposal".

    >>> from ingest.annotate.language.word import words
    >>> found = words("support of the Italian proposal")
    >>> goes_on(found, 4), goes_on(words("support of Italy and Malta"), 3)
    (True, False)
    """
    low = found[end].low if end < len(found) else "."
    return low[:1].isalnum() and not is_kind(
        low, "preposition", "conjunction", "auxiliary", "opener", "adverb"
    )


def _subject(found: Sequence[Word], stop: int) -> int:
    start = stop
    while start and not (found[start - 1].is_mark or is_kind(found[start - 1].low, "opener", "conjunction")):
        start -= 1
    return start
