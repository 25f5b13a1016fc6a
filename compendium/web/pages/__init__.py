"""Pages for people, and linked data."""

from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from compendium.web.context import Context
from compendium.web.pages.dereference import elsewhere, page, statements
from compendium.web.pages.start import asked, browse, start


def routes(context: Context) -> list[BaseRoute]:
    """The start page, questions in English, lists, things by their IRI, and what pages are made with.

    >>> from tests.web.served import context
    >>> [one.path for one in routes(context())][:3]
    ['/', '/ask', '/browse/{kind}']
    """
    return [
        Route("/", start(context)),
        Route("/ask", asked(context)),
        Route("/browse/{kind}", browse(context)),
        Route("/id/{path:path}", elsewhere),
        Route("/page/{path:path}", page(context)),
        Route("/data/{path:path}", statements(context)),
        Mount("/static", StaticFiles(packages=[("compendium.web", "static")])),
    ]
