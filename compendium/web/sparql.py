"""``/sparql``: the SPARQL 1.1 Protocol. A query runs in the pool; an update needs the token."""

from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from compendium.web.answers import answered, form, response
from compendium.web.asking import Request as Asking
from compendium.web.asking import by_get, by_post
from compendium.web.context import Context
from compendium.web.description import described
from compendium.web.guards import may_write
from compendium.web.negotiate import GRAPHS, TABLES, prefers
from compendium.web.search.relation import counted, searched
from compendium.web.writing import Update
from queries.contain import Asked

_TRIPLES: Final = ("CONSTRUCT", "DESCRIBE")


def routes(context: Context) -> list[BaseRoute]:
    """The endpoint, with and without a slash at its end.

    >>> from tests.web.served import context
    >>> [one.path for one in routes(context())]
    ['/sparql', '/sparql/']
    """

    async def endpoint(request: Request) -> Response:
        if request.method == "POST":
            body = await request.body()
            asking = by_post(request.scope["query_string"], request.headers.get("content-type", ""), body)
        else:
            asking = by_get(request.scope["query_string"])
        if asking.update is not None:
            return await _updated(context, request, asking)
        if asking.query is None:
            return await _described(context, request)
        return await _answer(context, request, asking, asking.query)

    methods = ["GET", "HEAD", "POST"]
    return [Route(path, endpoint, methods=methods) for path in ("/sparql", "/sparql/")]


async def _updated(context: Context, request: Request, asking: Asking) -> Response:
    may_write(context.settings, request)
    base = context.settings.url + "sparql"
    await context.changed(Update(asking.update or "", base, asking.using, asking.using_named))
    return Response(status_code=204)


async def _described(context: Context, request: Request) -> Response:
    accept = request.headers.get("accept", "")
    if prefers(accept, "text/html", GRAPHS):
        return RedirectResponse("/editor", 303, {"Vary": "Accept"})
    media = form(accept, GRAPHS)
    return response(await described(context, media), media)


async def _answer(context: Context, request: Request, asking: Asking, sparql: str) -> Response:
    """The answer to a query, in the form that the request accepts; 304 where the client has it."""
    forms = GRAPHS if context.settings.limits.scanned(sparql).form in _TRIPLES else TABLES
    media = form(request.headers.get("accept", ""), forms)
    base = context.settings.url + "sparql"
    found = await searched(context, sparql)
    asked = Asked(found.sparql, media, asking.default_graphs, asking.named_graphs, base)
    told = await answered(context, request, asked)
    told.headers.update(counted(found))
    return told
