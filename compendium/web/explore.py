"""``/explore``: a picture of a thing's surroundings, of an answer, or of the whole graph, with its words."""

from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from compendium.web.context import Context
from compendium.web.pages.address import address
from compendium.web.pages.facts import told
from compendium.web.pages.known import lexicon
from compendium.web.problems import Problem
from queries import Ambiguous, NotUnderstood, ask, find_things
from viz.graph import GraphView
from viz.layout import LAYOUTS
from viz.lineage import dated, descent
from viz.render import page, policy
from viz.view import neighbourhood, of_answer, overview, stances

USUAL: Final = 150
MOST: Final = 500
DEEPEST: Final = 3


def routes(context: Context) -> list[BaseRoute]:
    """``/explore?node=`` (a name or IRI) or ``?question=`` (in English), with ``kind``, ``depth``, ``limit``.

    >>> from tests.web.served import asked, context
    >>> from compendium.web.app import app
    >>> "08 STATE 900002" in asked(app(context()), "/explore?node=08+STATE+900001&limit=20").text
    True
    """

    def picture(request: Request) -> Response:
        kind = request.query_params.get("kind", "network")
        if kind not in LAYOUTS:
            raise Problem(400, f"a picture is one of {', '.join(LAYOUTS)}", accepted=list(LAYOUTS))
        try:
            seen = _view(context, request, kind)
        except Ambiguous as error:
            raise Problem(400, str(error), choices=list(error.choices)) from None
        except NotUnderstood as error:
            raise Problem(404, str(error), nearest=list(error.nearest)) from None
        except LookupError as error:
            raise Problem(404, str(error.args[0])) from None
        seen = {"lineage": descent, "timeline": dated}.get(kind, lambda whole: whole)(seen)
        html = page(seen, LAYOUTS[kind](seen), kind=kind, address=address)
        framed = f"{policy()}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        return HTMLResponse(html, headers={"Content-Security-Policy": framed, "Cache-Control": "no-cache"})

    return [Route("/explore", picture)]


def _view(context: Context, request: Request, kind: str) -> GraphView:
    given, pool = request.query_params, context.pool
    limit, depth = _number(request, "limit", USUAL, MOST), _number(request, "depth", 2, DEEPEST)
    if question := given.get("question"):
        return of_answer(pool, ask(pool, question, lexicon=lexicon(context)), limit=limit)
    if node := given.get("node"):
        things = find_things(pool, node, lexicon=lexicon(context))
        title = f"Around {told(pool, things[0]).label if len(things) == 1 else node}"
        return neighbourhood(pool, things, title=title, depth=depth, limit=limit)
    return stances(pool, limit=limit) if kind == "matrix" else overview(pool, limit=limit)


def _number(request: Request, name: str, usual: int, most: int) -> int:
    said = request.query_params.get(name, str(usual))
    if not (said.isascii() and said.isdigit() and 1 <= int(said[:9]) <= most):
        raise Problem(400, f"{name} is a number from 1 to {most}", cap=name)
    return int(said)
