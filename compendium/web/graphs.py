"""``/graph``: the Graph Store Protocol. Whole graphs by their name; writing needs the token."""

import json
import uuid

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from compendium.web.answers import answered, form
from compendium.web.asking import iri
from compendium.web.context import Context
from compendium.web.guards import may_write
from compendium.web.negotiate import GRAPHS
from compendium.web.problems import Problem
from compendium.web.writing import Change, Delete, Done, Put
from ontology.names import GRAPH
from queries.contain import Asked
from queries.term import fill
from queries.term import iri as named

_ALL = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
_THERE = "ASK { VALUES ?graph { ?_graph } GRAPH ?graph {} }"
_MULTIPART = "multipart/form-data"


def routes(context: Context) -> list[BaseRoute]:
    """Graphs by ``?graph=`` or ``?default``, and those below our base by their own address.

    >>> from tests.web.served import context
    >>> [one.path for one in routes(context())]
    ['/graph', '/graph/', '/graph/{path:path}']
    """

    async def graph(request: Request) -> Response:
        name = _name(context, request)
        if request.method in ("GET", "HEAD"):
            return await _read(context, request, name)
        may_write(context.settings, request)
        return await _written(context, request, name)

    methods = ["GET", "HEAD", "PUT", "POST", "DELETE"]
    return [Route(path, graph, methods=methods) for path in ("/graph", "/graph/", "/graph/{path:path}")]


def _name(context: Context, request: Request) -> str | None:
    """The graph that a request is about; empty for the one without a name, None where it names none."""
    given = request.query_params.getlist("graph")
    default = "default" in request.query_params
    path = request.scope.get("raw_path", request.url.path.encode()).decode("ascii").partition("?")[0]
    if path.rstrip("/") != "/graph":
        if given or default:
            raise Problem(400, "a graph is named by its address or by graph=, not by both")
        return iri(context.settings.base + path.removeprefix("/"))
    if len(given) + default > 1:
        raise Problem(400, "one graph at a time: graph=IRI, or default")
    if default:
        return ""
    return iri(given[0]) if given else None


async def _read(context: Context, request: Request, name: str | None) -> Response:
    if name is None:
        raise Problem(400, "say which graph: graph=IRI, or default")
    media = form(request.headers.get("accept", ""), GRAPHS)
    if name:
        there = Asked(fill(_THERE, {"graph": [named(name)]}), "application/sparql-results+json")
        told = await context.pool.ask(there)
        if not json.loads(told.body)["boolean"]:
            raise Problem(404, f"there is no graph <{name}>")
    return await answered(context, request, Asked(_ALL, media, (name,)))


async def _written(context: Context, request: Request, name: str | None) -> Response:
    if name is None and request.method != "POST":
        raise Problem(400, "say which graph: graph=IRI, or default")
    fresh = name is None
    graph = _fresh(context) if name is None else name
    change: Change = Delete(graph)
    if request.method != "DELETE":
        base = graph or context.settings.url + "graph"
        change = Put(graph, await _parts(request), base, replace=request.method == "PUT")
    done = await context.changed(change)
    if done is Done.ABSENT:
        raise Problem(404, f"there is no graph <{graph}>")
    headers = {"Location": _address(context, graph)} if fresh else {}
    return Response(status_code=201 if done is Done.CREATED else 204, headers=headers)


def _fresh(context: Context) -> str:
    """A name for a graph that was posted without one."""
    below = GRAPH if GRAPH.startswith(context.settings.base) else context.settings.base + "graph/"
    return f"{below}own/{uuid.uuid4()}"


def _address(context: Context, graph: str) -> str:
    return context.settings.url + graph.removeprefix(context.settings.base)


async def _parts(request: Request) -> tuple[tuple[str, bytes], ...]:
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media != _MULTIPART:
        return ((_media(media), await request.body()),)
    async with request.form(max_files=1000, max_fields=0) as sent:
        files = [one for _, one in sent.multi_items() if isinstance(one, UploadFile)]
        kinds = [_media((one.content_type or "").partition(";")[0].strip().lower()) for one in files]
        return tuple([(kind, await one.read()) for kind, one in zip(kinds, files, strict=True)])


def _media(media: str) -> str:
    if media not in GRAPHS:
        there = [*dict.fromkeys(GRAPHS.values()), _MULTIPART]
        raise Problem(415, f"a graph is sent as {', '.join(there)}", accepted=there)
    return GRAPHS[media]
