"""Groups of countries that speak as one: "the Baltic states", "the entire Nordic group"."""

from collections.abc import Mapping
from typing import Final

from ingest.annotate.language.vocabulary import phrases
from ingest.annotate.language.word import Words, places
from ingest.knowledge import Profile

GROUPS: Final = phrases("country_groups")


def groups(found: Words, profile: Profile | None) -> Mapping[int, tuple[str, int]]:
    """The groups in a sentence by the index of their first word: codes, and the index after.

    Of a group those count that are partners of the regime, where its partners are known.

    >>> from ingest.annotate.language.word import words
    >>> groups(words("The Baltic states expressed support."), None)
    {1: ('EST LVA LTU', 3)}
    """
    made: dict[int, tuple[str, int]] = {}
    for at in places(found, GROUPS.first):
        cue = GROUPS.at(found, at)
        codes = () if cue is None else _members(cue.row["codes"], profile)
        if cue is not None and codes:
            made[at] = (" ".join(codes), cue.end)
    return made


def _members(codes: str, profile: Profile | None) -> tuple[str, ...]:
    partners = frozenset() if profile is None else frozenset(one.iso3 for one in profile.partners)
    return tuple(code for code in codes.split() if code in partners or not partners)
