"""The parts of the service put together: each is a module with ``routes(context)``."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.types import ExceptionHandler

from compendium.web import (
    catalogue,
    editor,
    explore,
    graphs,
    health,
    pages,
    reconcile,
    search,
    sparql,
    vocabulary,
    void,
)
from compendium.web.context import Context
from compendium.web.deadlines import Bounded
from compendium.web.fairness import Fair
from compendium.web.guards import Guarded
from compendium.web.log import Logged, Write
from compendium.web.problems import Problem, on_problem
from compendium.web.watch import watch
from queries.error import Fault

PARTS: Final = (
    health,
    sparql,
    graphs,
    search,
    reconcile,
    catalogue,
    editor,
    explore,
    vocabulary,
    void,
    pages,
)
"""In this order their paths are tried: one that takes all paths below another stands last."""

_KNOWN: Final = (Problem, Fault, HTTPException, Exception)


def app(context: Context, *, log: Write | None = None) -> Starlette:
    """The service over one store; *log* takes a line for each request.

    >>> from tests.web.served import asked, context
    >>> asked(app(context()), "/healthz").text
    'lives\\n'
    """
    handlers: dict[object, ExceptionHandler] = dict.fromkeys(_KNOWN, on_problem)

    @asynccontextmanager
    async def watched(_: Starlette) -> AsyncIterator[None]:
        watching = asyncio.create_task(watch(context))
        yield
        watching.cancel()

    return Starlette(
        lifespan=watched,
        routes=[route for part in PARTS for route in part.routes(context)],
        exception_handlers=handlers,
        middleware=[
            *([Middleware(Logged, log)] if log is not None else []),
            Middleware(Guarded, context.settings),
            Middleware(Fair),
            Middleware(Bounded),
        ],
    )
