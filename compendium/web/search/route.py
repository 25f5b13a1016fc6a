"""The addresses of the search: ``/search`` as who asks prefers, ``/search.json`` always as JSON."""

import asyncio
from dataclasses import asdict
from functools import cache
from typing import Final

from jinja2 import ChoiceLoader, Environment, PackageLoader
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Route

from compendium.web.context import Context
from compendium.web.negotiate import chosen
from compendium.web.pages.show import environment
from compendium.web.search.kept import kept
from compendium.web.search.sought import Sought, sought
from queries.error import BadParameter
from queries.search import FIELDS, Page

HEADERS: Final = {"Vary": "Accept", "Cache-Control": "no-store"}
SHOWN: Final = 12
"""So many values of a facet are shown on the page; all are in the JSON."""

_FORMS: Final = {"text/html": "html", "application/json": "json"}
_NAMES: Final = {
    "kind": "Kind",
    "year": "Year",
    "country": "Names the country",
    "marking": "Marking",
    "regime": "Names the regime",
}


def routes(context: Context) -> list[BaseRoute]:
    """The page and its JSON.

    >>> from tests.web.served import context
    >>> [one.path for one in routes(context())]
    ['/search', '/search.json']
    """

    async def search(request: Request) -> Response:
        form = chosen(request.headers.get("accept", ""), _FORMS)
        return await (_told if form == "json" else _shown)(context, sought(request.query_params))

    async def as_json(request: Request) -> Response:
        return await _told(context, sought(request.query_params))

    return [Route("/search", search), Route("/search.json", as_json)]


async def _found(context: Context, asked: Sought) -> tuple[Page, bool]:
    """A page of what fits, and whether the index has yet to follow the store."""

    def find() -> tuple[Page, bool]:
        index = kept(context.settings.store)
        narrowed = {f"{_plural(name)}": asked.values(name) for name in FIELDS}
        page = index.now().search(asked.text, **narrowed, limit=asked.limit, offset=asked.offset)
        return page, index.behind()

    return await asyncio.to_thread(find)


def _plural(field: str) -> str:
    return "countries" if field == "country" else f"{field}s"


async def _told(context: Context, asked: Sought) -> Response:
    page, behind = await _found(context, asked)
    facets = {
        name: [{"value": one.value, "label": one.label, "count": one.count} for one in page.of(name)]
        for name in FIELDS
    }
    body = {
        "query": asked.text,
        "total": page.total,
        "offset": page.offset,
        "hits": [asdict(hit) for hit in page.hits],
        "facets": facets,
        "behind": behind,
    }
    return JSONResponse(body, headers=HEADERS)


async def _shown(context: Context, asked: Sought) -> Response:
    said: dict[str, object] = {"asked": asked, "page": None, "wrong": "", "behind": False, "facets": []}
    status = 200
    if asked.text.strip():
        try:
            page, behind = await _found(context, asked)
            said |= {"page": page, "behind": behind, "facets": _facets(asked, page)}
        except BadParameter as error:
            said["wrong"], status = str(error), 400
    return HTMLResponse(_environment().get_template("search.html").render(said), status, HEADERS)


def _facets(asked: Sought, page: Page) -> list[dict[str, object]]:
    told = []
    for name in FIELDS:
        values = page.of(name)
        chosen = asked.values(name)
        links = [
            {"one": one, "on": one.value in chosen, "address": asked.toggled(name, one.value).address()}
            for one in values[:SHOWN]
        ]
        told.append({"name": _NAMES[name], "links": links, "more": max(0, len(values) - SHOWN)})
    return [one for one in told if one["links"]]


@cache
def _environment() -> Environment:
    """The templates of the search, in the frame of all pages."""
    loader = ChoiceLoader([PackageLoader("compendium.web.search"), PackageLoader("compendium.web.pages")])
    return environment().overlay(loader=loader)
