"""The search relation in queries that the service is sent."""

import asyncio
from typing import Final

from compendium.web.context import Context
from compendium.web.search.kept import kept
from queries.search.relation import Expanded, expanded

HEADER: Final = "Search-Matches"


async def searched(context: Context, sparql: str) -> Expanded:
    """The query with what the index finds in place of each ``search:matches``.

    >>> from tests.web.served import context
    >>> asyncio.run(searched(context(), "ASK {}")).sparql
    'ASK {}'
    """
    if "matches" not in sparql:
        return Expanded(sparql)
    index, size = kept(context.settings.store), context.settings.limits.query_bytes
    return await asyncio.to_thread(expanded, sparql, index.now, size=size)


def counted(found: Expanded) -> dict[str, str]:
    """A header that says of each search how many passages were taken, out of how many.

    >>> from queries.search.relation import Matched
    >>> counted(Expanded("", (Matched("plenary", 100, 2613),)))
    {'Search-Matches': '100/2613'}
    """
    told = ", ".join(f"{one.taken}/{one.total}" for one in found.matched)
    return {HEADER: told} if told else {}
