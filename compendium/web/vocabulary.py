"""``/ontology``: the vocabulary as a page for people and as RDF for programs."""

import base64
import hashlib
import re
from typing import Final

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from compendium.web.context import Context
from compendium.web.negotiate import GRAPHS, chosen, content_type, prefers
from compendium.web.pages.address import split
from compendium.web.problems import Problem
from compendium.web.rdf import written
from ontology import triples
from ontology.names import BASE, OWL
from ontology.pages import page

_STYLE: Final = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_CLOSED: Final = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
_FORMS: Final = {media: media for media in dict.fromkeys(GRAPHS.values())}


def routes(context: Context) -> list[BaseRoute]:
    """The ontology and its version, whose terms are parts of the page, and the same with a suffix.

    >>> from tests.web.served import asked, context
    >>> from compendium.web.app import app
    >>> asked(app(context()), "/ontology", headers={"Accept": "text/turtle"}).text.count("owl:Class") > 20
    True
    """
    known = {BASE + "ontology", *_versions()}

    def vocabulary(request: Request) -> Response:
        path, media = split(request.url.path)
        if BASE + path.strip("/") not in known:
            raise Problem(404, f"there is no {path}; the vocabulary is /ontology")
        accept = request.headers.get("accept", "")
        if media is None and prefers(accept, "text/html", _FORMS):
            return _html()
        media = media or chosen(accept, _FORMS)
        if media is None:
            raise Problem(406, f"it can be had as {', '.join(_FORMS)}", accepted=list(_FORMS))
        headers = {"Vary": "Accept", "Cache-Control": "no-cache", "Content-Type": content_type(media)}
        return Response(written((quad.triple for quad in triples()), media), headers=headers)

    return [Route(path, vocabulary) for path in ("/ontology", "/ontology{suffix}", "/ontology/{version}")]


def _versions() -> set[str]:
    found = (quad.object for quad in triples() if quad.predicate.value == OWL + "versionIRI")
    return {one.value for one in found if isinstance(one, ox.NamedNode)}


def _html() -> Response:
    """The page, which has its style in it: that one is allowed by its hash, and nothing else."""
    html = page()
    styles = (base64.b64encode(hashlib.sha256(one.encode()).digest()) for one in _STYLE.findall(html))
    allowed = " ".join(f"'sha256-{one.decode()}'" for one in styles)
    policy = f"default-src 'none'; style-src {allowed}; {_CLOSED}"
    links = '</ontology.ttl>; rel="alternate"; type="text/turtle"'
    headers = {
        "Content-Security-Policy": policy,
        "Vary": "Accept",
        "Cache-Control": "no-cache",
        "Link": links,
    }
    return HTMLResponse(html, headers=headers)
