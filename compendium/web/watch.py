"""A service sees what others write to its store: a build that ends while it runs is served a moment later."""

import asyncio
from typing import Final

from compendium.web.context import Context
from compendium.web.state import state
from queries.error import Fault

SECONDS: Final = 2.0
"""So often it is looked; what has not changed between two looks is served."""


async def watch(context: Context, *, seconds: float = SECONDS) -> None:
    """Serve the store anew whenever another process has written to it; until it is cancelled.

    >>> from tests.web.served import context
    >>> asyncio.run(asyncio.wait_for(watch(context(), seconds=0.01), 0.05))
    Traceback (most recent call last):
    TimeoutError
    """
    seen = context.state.tag
    while True:
        await asyncio.sleep(seconds)
        try:
            now = await asyncio.to_thread(state, context.settings.store)
            if now != context.state.tag and now == seen:
                await asyncio.to_thread(context.renew)
        except (Fault, OSError):  # it is being moved: the next look finds it
            continue
        seen = now
