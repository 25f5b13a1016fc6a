"""``/sparql``: the SPARQL 1.1 Protocol. A query runs in the pool; an update needs the token."""

import hashlib
from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from compendium.web.asking import Request as Asking
from compendium.web.asking import by_get, by_post
from compendium.web.context import Context
from compendium.web.description import described
from compendium.web.negotiate import GRAPHS, TABLES, chosen, content_type, prefers
from compendium.web.problems import Problem
from queries.contain import Asked
from queries.guard import guard
from queries.term import tokens

_TRIPLES: Final = ("CONSTRUCT", "DESCRIBE")
_CHANGING: Final = frozenset({"NOW", "RAND", "UUID", "STRUUID", "BNODE"})
"""What a query with one of these tells is never the same twice."""


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
            raise Problem(403, "this service only reads")
        if asking.query is None:
            return await _described(context, request)
        return await _answer(context, request, asking, asking.query)

    methods = ["GET", "HEAD", "POST"]
    return [Route(path, endpoint, methods=methods) for path in ("/sparql", "/sparql/")]


async def _described(context: Context, request: Request) -> Response:
    accept = request.headers.get("accept", "")
    if prefers(accept, "text/html", GRAPHS):
        return RedirectResponse("/editor", 303, {"Vary": "Accept"})
    media = _form(accept, GRAPHS)
    return _response(await described(context, media), media)


async def _answer(context: Context, request: Request, asking: Asking, sparql: str) -> Response:
    """The answer to a query, in the form that the request accepts; 304 where the client has it."""
    limits = context.settings.limits
    scanned = guard(sparql, size=limits.query_bytes, depth=limits.depth, operators=limits.operators)
    media = _form(request.headers.get("accept", ""), GRAPHS if scanned.form in _TRIPLES else TABLES)
    asked = Asked(sparql, media, asking.default_graphs, asking.named_graphs)
    tag = _tag(context, asked)
    if tag and _has(request, tag):
        return Response(status_code=304, headers=_headers(tag))
    told = await context.pool.ask(asked)
    return _response(told.body, media, tag)


def _form(accept: str, forms: dict[str, str]) -> str:
    media = chosen(accept, forms)
    if media is None:
        there = list(dict.fromkeys(forms.values()))
        raise Problem(406, f"the answer can be had as {', '.join(there)}", accepted=there)
    return media


def _tag(context: Context, asked: Asked) -> str:
    """A name of an answer: of the state of the store and all that was asked; empty where it may change."""
    names = {token.text.upper() for token in tokens(asked.sparql) if token.kind == "name"}
    if not context.state.tag or names & _CHANGING:
        return ""
    told = repr((context.state.tag, asked.sparql, asked.media, asked.default_graphs, asked.named_graphs))
    return f'W/"{hashlib.sha256(told.encode()).hexdigest()[:32]}"'


def _has(request: Request, tag: str) -> bool:
    known = [one.strip() for one in request.headers.get("if-none-match", "").split(",")]
    return tag in known or "*" in known


def _headers(tag: str) -> dict[str, str]:
    if not tag:
        return {"Vary": "Accept", "Cache-Control": "no-store"}
    return {"Vary": "Accept", "Cache-Control": "no-cache", "ETag": tag}


def _response(body: bytes, media: str, tag: str = "") -> Response:
    return Response(body, headers={**_headers(tag), "Content-Type": content_type(media)})
