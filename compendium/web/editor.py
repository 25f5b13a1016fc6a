"""``/editor``: SPARQL in the browser, with the graph's terms and the questions of the catalogue at hand.

Its library is kept with the project (``static/vendor/yasgui/vendor.json``) and speaks to this service alone.
"""

import textwrap
from collections.abc import Mapping
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from compendium.web.context import Context
from compendium.web.pages.known import Known
from compendium.web.pages.show import shown
from compendium.web.pages.spoken import most
from ontology.names import BASE, PREFIXES
from queries.question import Question, catalogue
from queries.reach import text
from queries.store import Queryable
from queries.term import Term, declared, fill, iri

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    " font-src data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""The editor's library sets its styles itself; no script stands in the page."""


def routes(context: Context) -> list[BaseRoute]:
    """The page, what it completes and offers, and the prefixes.

    >>> from tests.web.served import context
    >>> [one.path for one in routes(context())]
    ['/editor', '/editor/known.json', '/editor/prefixes.json']
    """
    terms = Known(context, known)

    def page(_: Request) -> Response:
        return shown("editor.html", amount=len(catalogue()), headers={"Content-Security-Policy": POLICY})

    def told(_: Request) -> Response:
        return JSONResponse(terms.now(), headers={"Cache-Control": "no-cache"})

    def prefixes(_: Request) -> Response:
        return JSONResponse(PREFIXES)

    return [
        Route("/editor", page),
        Route("/editor/known.json", told),
        Route("/editor/prefixes.json", prefixes),
    ]


def known(source: Queryable) -> dict[str, Any]:
    """The classes and properties of a graph, and the catalogue with things of the graph in it.

    >>> from queries import open_reader
    >>> told = known(open_reader("tests/data/shape.trig"))
    >>> told["classes"][0].rpartition("#")[2], told["examples"][0]["query"].startswith("PREFIX")
    ('Unresolved', True)
    """
    kinds = source.query(fill(text("kinds"), {}), file="kinds.rq").column("kind")
    relations = source.query(fill(text("relations"), {}), file="relations.rq").column("property")
    things = {kind: iri(thing) for kind, (thing, _) in most(source).items()}
    examples = [
        {"name": one.name, "number": one.number, "question": one.question, "query": example(one, things)}
        for one in catalogue()
    ]
    return {
        "classes": sorted(map(str, kinds), reverse=True),
        "properties": list(map(str, relations)),
        "prefixes": PREFIXES,
        "base": BASE,
        "examples": examples,
    }


def example(question: Question, things: Mapping[str, Term]) -> str:
    """The query of a question about those things; what it does not need is left open.

    >>> from queries import find_question
    >>> question = find_question("documents-citing")
    >>> "{ <x:d> }" in example(question, {"document": iri("x:d")})
    True
    """
    values = {
        one.name: (things[one.type],) for one in question.parameters if one.required and one.type in things
    }
    lines = [line for line in fill(question.text, values).splitlines() if not line.startswith("#+")]
    head, mark, rest = declared("\n".join(lines)).partition("SELECT")
    told = textwrap.wrap(f"{question.question} {question.summary}", 100)
    return "\n".join(
        (head.strip().replace("> PREFIX", ">\nPREFIX"), *(f"# {line}" for line in told), mark + rest)
    )
