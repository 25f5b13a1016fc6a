"""The government that an embassy's telegram speaks of without its name: "the MFA", "the host government"."""

from collections.abc import Mapping, Sequence
from typing import Final

from ingest.annotate.language.word import Word, places
from ingest.annotate.names.names import per_knowledge
from ingest.cable import Cable
from ingest.knowledge import Knowledge

MINISTRIES: Final = frozenset(("mfa", "fonoff", "ministry", "host"))
BEHIND: Final = {"ministry": 1, "mfa": 1, "fonoff": 1, "host": 2}
"""How many words the name has: "host government"."""


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
        if not any(end in ends for end in (at, at - 1)) and behind != "of":
            made[at] = (host, at + BEHIND[found[at].low])
    return made
