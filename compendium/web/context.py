"""What the parts of the service share."""

from dataclasses import dataclass, field
from typing import Protocol

from compendium.web.settings import Settings
from compendium.web.state import State
from queries.contain import Asked, Told
from queries.result import Result


class Contained(Protocol):
    """Runs queries of people whom nobody knows, apart from this process: a ``queries.contain.Pool``.

    >>> import asyncio
    >>> from tests.web.alone import Alone
    >>> pool, asked = Alone(), Asked("ASK {}", "application/sparql-results+json")
    >>> pool.run(asked) == asyncio.run(pool.ask(asked)), pool.query("ASK {}").boolean, pool.renew()
    (True, True, None)
    """

    def run(self, asked: Asked) -> Told:
        """The whole answer to one query."""

    async def ask(self, asked: Asked) -> Told:
        """The same, while other requests are answered."""

    def query(self, sparql: str, *, file: str = "query") -> Result:
        """The rows of a query, as from any other source."""

    def renew(self) -> None:
        """See what has been written since."""


@dataclass(frozen=True, slots=True)
class Context:
    """The settings, the pool that runs every query, and what of the store its queries see.

    >>> from pathlib import Path
    >>> from tests.web.alone import Alone
    >>> Context(Settings(Path("compendium.db")), Alone()).state.tag
    ''
    """

    settings: Settings
    pool: Contained
    state: State = field(default_factory=State)
