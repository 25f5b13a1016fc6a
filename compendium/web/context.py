"""What the parts of the service share."""

import asyncio
from dataclasses import dataclass, field

from compendium.web.problems import Problem
from compendium.web.settings import Settings
from compendium.web.state import State, state
from compendium.web.writing import Change, Done, Writer
from queries.contain import Pool
from queries.error import Contained


@dataclass(frozen=True, slots=True)
class Context:
    """The settings, the pool that runs every query, and what of the store its queries see.

    >>> from compendium.web.writing import Delete
    >>> from tests.web.served import context
    >>> context().pool.query("ASK { ?d a reg:Cable }").boolean
    True
    >>> asyncio.run(context().changed(Delete("urn:notes")))
    Traceback (most recent call last):
    compendium.web.problems.Problem: this service only reads
    >>> context().renew()
    """

    settings: Settings
    pool: Pool
    state: State = field(default_factory=State)
    writer: Writer | None = None

    async def changed(self, change: Change) -> Done:
        """What became of a change; queries see it from now on."""
        if self.writer is None:
            raise Problem(403, "this service only reads")
        try:
            done = await self.writer.write(change)
        except Contained:  # nobody knows whether it was made
            await asyncio.to_thread(self.renew)
            raise
        if done is not Done.ABSENT:
            await asyncio.to_thread(self.renew)
        return done

    def renew(self) -> None:
        """Serve the store as it is now."""
        fresh = state(self.settings.store)
        self.pool.renew()
        self.state.tag = fresh
