"""Every IRI of ours leads on: to a page for people, to data for programs, as the client accepts."""

from collections.abc import Awaitable, Callable
from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from compendium.web.context import Context
from compendium.web.negotiate import chosen, content_type
from compendium.web.pages.address import DATA, FORMS, PAGE, address, data, named, split
from compendium.web.pages.facts import Told, Value, called, told
from compendium.web.pages.show import CACHE, shown
from compendium.web.pages.thing import entity
from compendium.web.problems import Problem
from compendium.web.rdf import rewritten
from ontology.names import ID
from queries.contain import Asked
from queries.reach import text
from queries.term import fill, iri

Endpoint = Callable[[Request], Response]
NAMES: Final = {".ttl": "Turtle", ".jsonld": "JSON-LD", ".nt": "N-Triples", ".rdf": "RDF/XML"}
_HTML: Final = {"text/html": "text/html", "application/xhtml+xml": "text/html"}
_DATA: Final = {media: media for media in FORMS.values()}


def _path(request: Request, under: str) -> str:
    """The path as it was sent, since the IRIs of things have escapes in them."""
    raw = request.scope.get("raw_path") or request.url.path.encode()
    return bytes(raw).decode("ascii", "replace").partition("?")[0].removeprefix(under)


def elsewhere(request: Request) -> Response:
    """``/id/...``: see other, since a thing is not the page that tells of it.

    >>> scope = {"type": "http", "path": "/id/country/ARG", "headers": [(b"accept", b"text/turtle")]}
    >>> elsewhere(Request(scope)).headers["location"]
    '/data/country/ARG.ttl'
    """
    path, media = split(_path(request, "/id/"))
    vary = {"Vary": "Accept", "Cache-Control": CACHE}
    if media is not None:
        return RedirectResponse(DATA + _path(request, "/id/"), 303, vary)
    best = chosen(request.headers.get("accept", ""), {**_HTML, **_DATA})
    if best is None:
        raise Problem(406, f"told as text/html, {', '.join(_DATA)}", headers=vary, accepted=[*_HTML, *_DATA])
    if best == "text/html":
        return RedirectResponse(PAGE + path, 303, vary)
    suffix = next(one for one, media in FORMS.items() if media == best)
    return RedirectResponse(DATA + path + suffix, 303, vary)


def page(context: Context) -> Endpoint:
    """``/page/...``: what people read about a thing.

    >>> from tests.web.served import asked, context
    >>> from compendium.web.app import app
    >>> "Argentina" in asked(app(context()), "/page/country/ARG").text
    True
    """

    def page_of(request: Request) -> Response:
        found = told(context.pool, named(_path(request, PAGE)))
        if not found.known:
            return shown("missing.html", status=404, iri=found.iri, near=_near(context, found))
        links = [f'<{found.iri}>; rel="canonical"']
        links += [f'<{data(found.iri, one)}>; rel="alternate"; type="{FORMS[one]}"' for one in FORMS]
        return shown(
            "entity.html",
            page=entity(context.pool, found),
            forms=FORMS.items(),
            names=NAMES,
            stands_in=_above(context, found, "inPassage", "partOf", "reportedBy"),
            replaced_by=_above(context, found, "isReplacedBy"),
            subject_marking=found.first("subjectMarking").rpartition("/")[2],
            headers={"Link": ", ".join(links)},
        )

    return page_of


def _near(context: Context, found: Told) -> tuple[Value, ...]:
    """The thing that a part which is not known would be a part of."""
    above = found.iri.removeprefix(ID).split("/")[:2]
    whole = told(context.pool, ID + "/".join(above)) if found.iri.count("/") > ID.count("/") + 1 else found
    return (Value(whole.label, address(whole.iri)),) if whole.known else ()


def _above(context: Context, found: Told, *relations: str) -> tuple[Value, ...]:
    """What a thing leads to by these relations, by name: the passage or document that it stands in."""
    above = [one for name in relations for one in (found.plain or {}).get(name, ())]
    things = [told(context.pool, one) for one in dict.fromkeys(above)]
    return tuple(Value(one.label if one.known else called(one.iri), address(one.iri)) for one in things)


def statements(context: Context) -> Callable[[Request], Awaitable[Response]]:
    """``/data/...``: what programs read about a thing.

    >>> from tests.web.served import asked, context
    >>> from compendium.web.app import app
    >>> 'rdfs:label "Argentina"' in asked(app(context()), "/data/country/ARG.ttl").text
    True
    """

    async def data_of(request: Request) -> Response:
        path, media = split(_path(request, DATA))
        media = media or chosen(request.headers.get("accept", ""), _DATA)
        if media is None:
            raise Problem(406, f"the data can be had as {', '.join(_DATA)}", accepted=list(_DATA))
        node = {"node": (iri(named(path)),)}
        stated = await context.pool.ask(Asked(fill(text("description"), node), "application/n-triples"))
        if not stated.body:
            raise Problem(404, f"the graph says nothing of {named(path)}")
        leading = await context.pool.ask(Asked(fill(text("leading"), node), "application/n-triples"))
        body = rewritten(stated.body + leading.body, media)
        headers = {
            "Vary": "Accept",
            "Cache-Control": CACHE,
            "Content-Type": content_type(media),
            "Link": f'<{named(path)}>; rel="describes", <{PAGE + path}>; rel="alternate"; type="text/html"',
        }
        return Response(body, headers=headers)

    return data_of
