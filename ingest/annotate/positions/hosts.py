"""The government that an embassy's telegram speaks of without its name: "the MFA", "the host government"."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ingest.annotate.language.vocabulary import phrases, table
from ingest.annotate.language.word import Word, places
from ingest.annotate.names.names import per_knowledge
from ingest.annotate.positions.spokesmen import Owner, titles
from ingest.cable import Cable
from ingest.knowledge import Knowledge
from ingest.mention import CountryMention
from ingest.pattern import pattern

MINISTRIES: Final = frozenset(("mfa", "mofa", "fonoff", "ministry", "host"))
BEHIND: Final = {"ministry": 1, "mfa": 1, "mofa": 1, "fonoff": 1, "host": 2}
"""How many words the name has: "host government"."""
INSTITUTIONS: Final = phrases("institutions")
_INSTITUTION: Final = pattern(
    "institution",
    r"\b(?i:" + "|".join(sorted({row["phrase"].partition("|")[0] for row in table("institutions")})) + r")\b",
    example="METI's view",
)
_MINISTRY: Final = pattern(
    "host-ministry",
    r"\b(?:MFA|MOFA|FonOff|(?:Foreign|Defen[cs]e|Trade) Ministry|Ministry)\b",
    example="the MFA",
)
_NEAR: Final = 14
"""Within how many characters before a ministry the name of its country stands: "the French Foreign"."""


def host_of(cable: Cable, knowledge: Knowledge) -> str | None:
    """The country of the embassy that sent a telegram.

    >>> from tests.knowledge import KNOWLEDGE
    >>> from tests.make import cable
    >>> host_of(cable("Text."), KNOWLEDGE) is None
    True
    """
    post = cable.header.post
    return None if post is None or cable.kind != "Cable" else _embassies(knowledge).get(post.value)


@per_knowledge
def _embassies(knowledge: Knowledge) -> Mapping[str, str]:
    return {one.glued: one.iso3 for one in knowledge.posts if one.kind == "embassy" and one.iso3 is not None}


def ministries(
    found: Sequence[Word], host: str, named: Mapping[int, tuple[str, int]]
) -> Mapping[int, tuple[str, int]]:
    """Where a sentence speaks of the host's government, as among the countries that it names.

    >>> from ingest.annotate.language.word import words
    >>> ministries(words("The MFA supports it."), "TUR", {})
    {1: ('TUR', 2)}
    >>> ministries(words("The French MFA supports it."), "TUR", {1: ("FRA", 2)})
    {}
    """
    ends = {end for _, end in named.values()}
    made: dict[int, tuple[str, int]] = {}
    for at in places(found, MINISTRIES):
        behind = found[at + 1].low if at + 1 < len(found) else ""
        if found[at].low == "host" and behind not in ("government", "country"):
            continue
        if any(end in ends for end in (at, at - 1)):
            continue
        end = _of_affairs(found, at + 1) if behind == "of" else at + BEHIND[found[at].low]
        if end is not None and end not in named:
            made[at] = (host, end)
    return made


def _of_affairs(found: Sequence[Word], at: int) -> int | None:
    """The index after "of Foreign Affairs"; ``None`` where a country follows, or what is no ministry's."""
    end = at + 1
    while end < len(found) and (found[end].low in titles() or found[end].low in ("and", "affairs")):
        end += 1
    return end if end > at + 1 and found[end - 1].low not in ("the", "of", "and", "for") else None


def institutions(found: Sequence[Word]) -> Mapping[int, tuple[str, int]]:
    """Where a sentence names a ministry or palace that stands for its country: "Itamaraty", "METI".

    >>> from ingest.annotate.language.word import words
    >>> institutions(words("The Quai d'Orsay demurred, METI agreed."))
    {1: ('FRA', 3), 5: ('JPN', 6)}
    """
    cues = [INSTITUTIONS.at(found, at) for at in places(found, INSTITUTIONS.first)]
    return {cue.start: (cue.row["codes"], cue.end) for cue in cues if cue is not None}


def ministries_of(cable: Cable, host: str | None, countries: Sequence[CountryMention]) -> Iterator[Owner]:
    """Where a document speaks of ministries, with the country of each: the host's or one that has the name.

    >>> from tests.make import cable
    >>> [code for _, code in ministries_of(cable("METI and the MFA."), "TUR", ())]
    ['JPN', 'TUR']
    """
    for match in _INSTITUTION.finditer(cable.text, cable.body):
        low = match.text().lower()
        code = next((row["codes"] for row in table("institutions") if row["phrase"].startswith(low)), None)
        if code is not None:
            yield match.span, code
    ends = sorted(one.span.end for one in countries)
    for match in _MINISTRY.finditer(cable.text, cable.body) if host is not None else ():
        at = bisect_left(ends, match.span.start - _NEAR)
        if host is not None and not (at < len(ends) and ends[at] <= match.span.start):
            yield match.span, host
