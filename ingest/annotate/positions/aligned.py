"""Stances told as those of another: "Ukraine sided with the Russians", "Austria took the Danish line"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from ingest.annotate.language.holders import Named, codes_of, heads
from ingest.annotate.language.said import Said
from ingest.annotate.language.vocabulary import is_kind
from ingest.annotate.language.word import Word
from ingest.annotate.positions.stance_rows import SWAPPED
from ingest.mention import PositionMention, Stance

SAYINGS: Final = frozenset(
    ("statement", "remarks", "position", "view", "views", "line", "lead", "argument", "arguments", "comments",
     "intervention", "delegation", "reasoning", "stance", "opinion", "sentiments", "said", "had", "on", "in")
)  # fmt: skip
NEAR: Final = 4
"""Within how many words of what a stance is towards the other is named."""


PEOPLE: Final = 2
"""The most words that name nothing but people: "the Russians"."""


def other_of(found: Sequence[Word], said: Said, named: Named) -> str | None:
    """The country whose stance is taken up, where what one is towards is a country's view or its delegates.

    >>> from ingest.annotate.language.word import words
    >>> one = Said(0, 5, ("UKR",), "supports", (3, 5), None, None, "holder-verb")
    >>> other_of(words("Ukraine sided with the Russians."), one, {0: ("UKR", 1), 4: ("RUS", 5)})
    'RUS'
    """
    if said.towards is None or said.stance not in ("supports", "opposes"):
        return None
    start, end = said.towards
    at = next((one for one in range(start, min(end, start + NEAR)) if one in named), None)
    if at is None or any(
        not (is_kind(one.low, "determiner", "preposition") or one.low == "what") for one in found[start:at]
    ):
        return None
    code, stop = named[at]
    others = codes_of(code)
    behind = found[stop].low if stop < end else ""
    if len(others) != 1 or others[0] in said.codes:
        return None
    people = at > 0 and found[at - 1].low == "the" and not behind
    with_them = found[start - 1].low == "with" and not behind
    taken = behind in SAYINGS or behind in heads()
    return others[0] if people or with_them or taken else None


def aligned(one: PositionMention, other: str, held: Mapping[str, PositionMention]) -> PositionMention | None:
    """The stance that is taken up, towards what the other's is; nothing where no stance of theirs is told.

    >>> from ingest.document import Span
    >>> mine = PositionMention(Span(0, 30), "holder-verb", "UKR", "supports", "the Russians")
    >>> theirs = PositionMention(Span(40, 60), "holder-verb", "RUS", "opposes", "the fee", Span(50, 57))
    >>> made = aligned(mine, "RUS", {"RUS": theirs})
    >>> made and (made.stance, made.towards, aligned(mine, "RUS", {}))
    ('opposes', 'the fee', None)
    """
    theirs = held.get(other)
    if theirs is None:
        return one if len(one.towards.split()) > PEOPLE else None  # "the UK statement" is a text at least
    stance: Stance | None = theirs.stance
    if one.stance == "opposes" and stance is not None:
        stance = SWAPPED.get(stance)
    if stance is None:
        return None
    return replace(
        one,
        rule="points-at-another",
        stance=stance,
        towards=theirs.towards,
        towards_span=theirs.towards_span,
        antecedent=theirs.antecedent,
    )
