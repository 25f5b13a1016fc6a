"""The addresses of the API: JSON in, JSON out, problems as JSON too."""

import asyncio
import time
from collections.abc import Callable
from typing import Final, TypeAlias
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Route

from compendium.web.context import Context
from compendium.web.pages.known import Known, lexicon
from compendium.web.problems import Problem
from compendium.web.reconcile import suggest
from compendium.web.reconcile.asked import Query, batch
from compendium.web.reconcile.extend import extended
from compendium.web.reconcile.form import Given, given
from compendium.web.reconcile.kinds import kind
from compendium.web.reconcile.manifest import PATH, described, manifest
from compendium.web.reconcile.preview import preview
from compendium.web.reconcile.properties import by_kind, known
from compendium.web.reconcile.rank import ranked
from compendium.web.search.kept import kept
from compendium.web.settings import LOOPBACK
from queries.error import Fault
from queries.lexicon import Lexicon

SECONDS: Final = 2.0
"""For so long the names of a batch are also read as descriptions, which takes longer than looking them up."""
PROPERTIES: Final = 50

FRAMES: Final = "http://127.0.0.1:* http://localhost:*"
"""Where a preview may be shown in a frame: OpenRefine runs on this machine."""
_CSP: Final = f"default-src 'none'; style-src 'self'; img-src 'self' data:; frame-ancestors {FRAMES}"

_LATE: Final[set[tuple[int, str]]] = set()
"""Pools and states of their stores whose names took too long to read."""

Told: TypeAlias = Callable[[Given], object]


def routes(context: Context) -> list[BaseRoute]:
    """The service and its parts; each reads, whatever the method.

    >>> from tests.web.served import context
    >>> [one.path for one in routes(context())][:3]
    ['/reconcile', '/reconcile/properties', '/reconcile/preview']
    """
    proposed = Known(context, by_kind)

    def service(asked: Given) -> object:
        if "queries" in asked.values:
            return _answers(context, batch(asked.text("queries")))
        if "extend" in asked.values:
            return extended(context.pool, asked.text("extend"))
        if asked.method == "POST":
            raise Problem(400, "the form has neither queries= nor extend=")
        return manifest(asked.url)

    def properties(asked: Given) -> object:
        name = asked.text("type")
        found = kind(name)
        listed = proposed.now()[found.stored] if found else () if name else known()
        limit = min(asked.whole("limit", PROPERTIES), PROPERTIES)
        return {"type": name, "limit": limit, "properties": [one.told() for one in listed[:limit]]}

    return [
        _route(context, PATH, service, ["GET", "POST"]),
        _route(context, f"{PATH}/properties", properties),
        Route(f"{PATH}/preview", _preview(context)),
        _route(context, f"{PATH}/openapi.json", lambda _: described()),
        *_suggesting(context),
    ]


def _suggesting(context: Context) -> list[BaseRoute]:
    def entities(asked: Given) -> object:
        cursor = asked.whole("cursor", 0, most=suggest.DEEPEST)
        return suggest.entities(kept(context.settings.store).now(), asked.text("prefix"), cursor=cursor)

    def types(asked: Given) -> object:
        return suggest.types(asked.text("prefix"), cursor=asked.whole("cursor", 0))

    def properties(asked: Given) -> object:
        return suggest.properties(asked.text("prefix"), cursor=asked.whole("cursor", 0))

    def flyout(what: str) -> Told:
        def told(asked: Given) -> object:
            found = suggest.flyout(kept(context.settings.store).now(), what, asked.text("id"))
            if found is None:
                raise Problem(404, f"there is no such {what}")
            return found

        return told

    named: dict[str, Told] = {"entity": entities, "type": types, "property": properties}
    return [
        *(_route(context, f"{PATH}/suggest/{name}", told) for name, told in named.items()),
        *(_route(context, f"{PATH}/flyout/{name}", flyout(name)) for name in named),
    ]


def _answers(context: Context, queries: dict[str, Query]) -> dict[str, object]:
    index = kept(context.settings.store).now()
    names = _lexicon(context)
    end = time.monotonic() + SECONDS
    told: dict[str, object] = {}
    for key, one in queries.items():
        found = ranked(index, context.pool, names if time.monotonic() < end else None, one)
        told[key] = {"result": [candidate.told() for candidate in found]}
    return told


def _lexicon(context: Context) -> Lexicon | None:
    """The names of a store; None where reading them took too long, since most are found without.

    What took too long is not tried again before the store has changed: each batch would wait for it.
    """
    key = (id(context.pool), context.state.tag)
    if key in _LATE:
        return None
    try:
        return lexicon(context)
    except Fault:
        _LATE.add(key)
        return None


def _route(context: Context, path: str, told: Told, methods: list[str] | None = None) -> Route:
    async def answer(request: Request) -> Response:
        shared = _shared(context, request)
        body = await asyncio.to_thread(told, await given(request))
        return JSONResponse(body, headers={**shared, "Cache-Control": "no-store"})

    return Route(path, answer, methods=methods or ["GET"])


def _preview(context: Context) -> Callable[[Request], object]:
    async def page(request: Request) -> Response:
        asked = await given(request)
        index = kept(context.settings.store)
        body = await asyncio.to_thread(lambda: preview(index.now(), context.pool, asked.text("id")))
        if body is None:
            raise Problem(404, "there is no such entity")
        return HTMLResponse(body, headers={"Content-Security-Policy": _CSP, "Cache-Control": "no-store"})

    return page


def _shared(context: Context, request: Request) -> dict[str, str]:
    """Which pages of other sites may read the answer: of a service for this machine those on it.

    OpenRefine is one, on another port. A page anywhere on the web can send requests to a loopback address; it
    must not read marked titles there unless whoever serves has allowed its site.
    """
    origin = request.headers.get("origin", "")
    here = urlsplit(origin).hostname in ("127.0.0.1", "localhost", "::1")
    if here and context.settings.host in (*LOOPBACK, "::1"):
        return {"Access-Control-Allow-Origin": origin, "Vary": "Origin"}
    return {"Vary": "Origin"}
