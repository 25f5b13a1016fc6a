"""Whether the process lives, and whether it can answer: two questions, since only one of them ends it."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from compendium.web.context import Context
from queries.contain import Asked

_READY = Asked("ASK {}", "application/sparql-results+json")


def routes(context: Context) -> list[BaseRoute]:
    """``/healthz`` always answers; ``/readyz`` once a query was answered, otherwise 503.

    >>> from tests.web.served import context
    >>> [one.path for one in routes(context())]
    ['/healthz', '/readyz']
    """

    async def lives(_: Request) -> Response:
        return PlainTextResponse("lives\n", headers={"Cache-Control": "no-store"})

    async def ready(_: Request) -> Response:
        await context.pool.ask(_READY)
        return PlainTextResponse("ready\n", headers={"Cache-Control": "no-store"})

    return [Route("/healthz", lives), Route("/readyz", ready)]
