"""Whose view a clause gives: "Canada took the view that ...", "Oslo's position is that ..."."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, cast

from ingest.annotate.language.holders import Holders, Named, heads, owners_before
from ingest.annotate.language.said import Said
from ingest.annotate.language.verb_groups import BE, group, lemmas_of
from ingest.annotate.language.vocabulary import is_kind, table
from ingest.annotate.language.word import Word
from ingest.annotate.positions.passive_stances import listed
from ingest.annotate.positions.speakers import OWN, SAYING, reporter, speakers, spoken_of, supposed
from ingest.mention import Stance

HAVING: Final = frozenset(
    ("take", "express", "hold", "have", "be", "voice", "advance", "put", "state", "make")
)
NEAR: Final = 4
"""How many words may stand between a noun of view and its owner, or the verb that takes it."""


@cache
def view_nouns() -> Mapping[str, Stance | None]:
    """The nouns for what somebody thinks or answers, with the stance of those that tell it themselves.

    >>> view_nouns()["preference"], view_nouns()["reaction"]
    ('seeks', None)
    """
    return {row["noun"]: cast(Stance, row["stance"]) or None for row in table("view_nouns")}


def owner_of(found: Sequence[Word], noun: int, named: Named, last: Said | None) -> Holders | None:
    """The countries whose view a noun names: "the Spanish delegation's main concern", "its answer".

    >>> from ingest.annotate.language.word import words
    >>> owner_of(words("The Spanish delegation's main concern"), 4, {1: ("ESP", 2)}, None)
    Holders(codes=('ESP',), start=1)
    """
    ends = {end for _, end in named.values()}
    at = noun
    while at > max(0, noun - NEAR) and at not in ends:
        low = found[at - 1].low
        if low in OWN:
            return reporter(found, at - 1, named) or spoken_of(found, at - 1, last)
        if found[at - 1].is_mark or is_kind(low, "preposition", "opener", "auxiliary", "conjunction"):
            return None
        at -= 1
    if at not in ends or not _is_owner(found, at, noun):
        return _behind(found, noun, named)
    return owners_before(found, at, named)


def _is_owner(found: Sequence[Word], end: int, noun: int) -> bool:
    """Whether a name before a noun is its owner's: with "'s", or as an adjective, heads apart."""
    possessive = [one.low for one in found[end - 1 : noun] if one.low.endswith(("'s", "s'", "'"))]
    return bool(possessive) or not any(one.low in heads() for one in found[end:noun])


def _behind(found: Sequence[Word], noun: int, named: Named) -> Holders | None:
    """The owner in "the position of Canada"."""
    if noun + 2 >= len(found) or found[noun + 1].low != "of":
        return None
    codes, end = listed(found, noun + 2, named)
    return Holders(codes, noun) if codes and end < len(found) and found[end].low in BE else None


def teller(found: Sequence[Word], start: int, named: Named, last: Said | None) -> Holders | None:
    """The countries whose words or view the clause is that begins at *start*.

    >>> from ingest.annotate.language.word import words
    >>> found = words("Canada took the view that the clause was too long.")
    >>> made = teller(found, 5, {0: ("CAN", 1)}, None)
    >>> made and made.codes
    ('CAN',)
    """
    verb = start - 1 - (start > 1 and found[start - 1].low == "that")
    if verb > 0 and found[verb].low in view_nouns():
        return owner_of(found, verb, named, last) or _holding(found, verb, named, last)
    if verb > 1 and found[verb].low in BE and found[verb - 1].low in view_nouns():
        return owner_of(found, verb - 1, named, last)
    for at in range(verb, max(-1, verb - 3), -1):
        if set(lemmas_of(found[at].low)) & SAYING:
            return _of_verb(found, at, named, last)
    return None


def _holding(found: Sequence[Word], noun: int, named: Named, last: Said | None) -> Holders | None:
    """Who takes, holds or is of a view."""
    for at in range(noun - 1, max(-1, noun - NEAR), -1):
        if set(lemmas_of(found[at].low)) & HAVING:
            return _of_verb(found, at, named, last)
    return None


def _of_verb(found: Sequence[Word], verb: int, named: Named, last: Said | None) -> Holders | None:
    around = group(found, verb)
    holders = None if around.unreal or around.negated else speakers(found, around.start, named, last)
    return None if holders is None or supposed(found, holders.start) else holders
