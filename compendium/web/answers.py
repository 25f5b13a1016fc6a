"""An answer of the pool as a response: in the form that the client accepts, and not sent where it has it."""

import hashlib
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from compendium.web.context import Context
from compendium.web.negotiate import chosen, content_type
from compendium.web.problems import Problem
from queries.contain import Asked
from queries.term import tokens

_CHANGING: Final = frozenset({"NOW", "RAND", "UUID", "STRUUID", "BNODE"})
"""What a query with one of these tells is never the same twice."""


def form(accept: str, forms: dict[str, str]) -> str:
    """The form that a client accepts; Problem with those that there are where it accepts none.

    >>> form("text/csv", {"text/csv": "text/csv"})
    'text/csv'
    >>> form("text/html", {"text/csv": "text/csv"})
    Traceback (most recent call last):
    compendium.web.problems.Problem: the answer can be had as text/csv
    """
    media = chosen(accept, forms)
    if media is None:
        there = list(dict.fromkeys(forms.values()))
        raise Problem(406, f"the answer can be had as {', '.join(there)}", accepted=there)
    return media


async def answered(context: Context, request: Request, asked: Asked) -> Response:
    """The answer to a query; 304 where the client says that it has it.

    >>> import asyncio
    >>> from tests.web.served import context
    >>> request = Request({"type": "http", "headers": [(b"if-none-match", b"*")]})
    >>> asyncio.run(answered(context(), request, Asked("ASK {}", "text/csv"))).status_code
    304
    """
    tag = _tag(context, asked)
    if tag and _has(request, tag):
        return Response(status_code=304, headers=_headers(tag))
    told = await context.pool.ask(asked)
    return response(told.body, asked.media, tag)


def response(body: bytes, media: str, tag: str = "") -> Response:
    """Bytes with their media type, and their name for the next time.

    >>> response(b"a", "text/csv").headers["cache-control"]
    'no-store'
    """
    return Response(body, headers={**_headers(tag), "Content-Type": content_type(media)})


def _tag(context: Context, asked: Asked) -> str:
    """A name of an answer: of the state of the store and all that was asked; empty where it may change."""
    names = {token.text.upper() for token in tokens(asked.sparql) if token.kind == "name"}
    if not context.state.tag or names & _CHANGING:
        return ""
    return f'W/"{hashlib.sha256(repr((context.state.tag, asked)).encode()).hexdigest()[:32]}"'


def _has(request: Request, tag: str) -> bool:
    known = [one.strip() for one in request.headers.get("if-none-match", "").split(",")]
    return tag in known or "*" in known


def _headers(tag: str) -> dict[str, str]:
    if not tag:
        return {"Vary": "Accept", "Cache-Control": "no-store"}
    return {"Vary": "Accept", "Cache-Control": "no-cache", "ETag": tag}
