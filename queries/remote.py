"""The same queries on any SPARQL endpoint, within bounds: time, size, and no password for strangers."""

import urllib.request
from dataclasses import dataclass, field
from typing import Final

import pyoxigraph as ox
from SPARQLWrapper import JSON, TURTLE, SPARQLWrapper

from ontology.names import BASE
from queries.error import RemoteFailure
from queries.fetch import MOST, Bounds, address, fetch
from queries.guard import guard
from queries.result import Result, gathered
from queries.term import declared, tokens

AGENT: Final = f"compendium ({BASE})"


@dataclass(frozen=True, slots=True)
class Remote:
    """An endpoint that answers SPARQL; an answer has at most ``most`` bytes and ``timeout`` seconds.

    >>> Remote("http://127.0.0.1:9/sparql", timeout=1).query("ASK { ?s ?p ?o }")
    Traceback (most recent call last):
    queries.error.RemoteFailure: http://127.0.0.1:9/sparql did not answer: ...
    """

    url: str
    timeout: float = 60.0
    most: int = MOST
    agent: str = AGENT
    proxy: str | None = None
    authorization: str | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        address(self.url)

    def query(self, sparql: str, *, file: str = "query") -> Result:
        """The endpoint's result, RemoteFailure where there is none in time; *file* names the query."""
        guard(sparql)
        bounds = Bounds(min(self.timeout, 10.0), self.timeout, self.most, self.proxy)
        reply = fetch(self._request(sparql), bounds, what=file)
        return _parsed(reply.body, reply.kind, self.url)

    def _request(self, sparql: str) -> urllib.request.Request:
        wrapper = SPARQLWrapper(self.url, agent=self.agent)
        wrapper.setQuery(declared(sparql))
        wrapper.setMethod("POST")
        wrapper.setReturnFormat(TURTLE if _form(sparql) in ("CONSTRUCT", "DESCRIBE") else JSON)
        request: urllib.request.Request = wrapper._createRequest()
        if self.authorization is not None:
            request.add_unredirected_header("Authorization", self.authorization)
        return request


def _form(sparql: str) -> str:
    forms = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
    named = (token.text.upper() for token in tokens(sparql) if token.kind == "name")
    return next((word for word in named if word in forms), "SELECT")


def _parsed(body: bytes, kind: str, url: str) -> Result:
    try:
        results = ox.QueryResultsFormat.from_media_type(kind)
        if results is not None:
            return gathered(ox.parse_query_results(body, format=results))
        form = ox.RdfFormat.from_media_type(kind)
        if form is not None:
            return Result(
                triples=tuple(sorted((quad.triple for quad in ox.parse(body, format=form)), key=str))
            )
    except (SyntaxError, ValueError) as error:
        raise RemoteFailure(
            f"{url} sent a result that is cut off or damaged: {error}", passing=True
        ) from None
    raise RemoteFailure(f"{url} sent {kind}, which is neither a result nor RDF")
