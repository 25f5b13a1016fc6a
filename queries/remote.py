"""The same queries on any SPARQL endpoint, within bounds: time, size, and no password for strangers."""

import http.client
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

import pyoxigraph as ox
from SPARQLWrapper import JSON, TURTLE, SPARQLWrapper

from queries.error import RemoteFailure
from queries.guard import guard
from queries.result import Result, gathered
from queries.term import declared, tokens

MOST: Final = 64 * 1024 * 1024


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

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise RemoteFailure(f"{self.url!r} is not an http or https address")

    def query(self, sparql: str, *, file: str = "query") -> Result:
        """The endpoint's result, RemoteFailure where there is none in time; *file* names the query."""
        guard(sparql)
        request = self._request(sparql)
        deadline = time.monotonic() + self.timeout
        opener = urllib.request.build_opener(_StayHome)
        try:
            with opener.open(request, timeout=self.timeout) as reply:
                body = self._read(reply, deadline)
                kind = reply.headers.get_content_type()
        except urllib.error.HTTPError as error:
            said = error.read(500).decode("utf-8", "replace").strip()
            raise RemoteFailure(
                f"{self.url} answered {error.code} to {file}: {said or error.reason}"
            ) from None
        except (TimeoutError, OSError, http.client.HTTPException) as error:
            raise RemoteFailure(f"{self.url} did not answer: {error}") from None
        return _parsed(body, kind, self.url)

    def _request(self, sparql: str) -> urllib.request.Request:
        wrapper = SPARQLWrapper(self.url)
        wrapper.setQuery(declared(sparql))
        wrapper.setMethod("POST")
        wrapper.setReturnFormat(TURTLE if _form(sparql) in ("CONSTRUCT", "DESCRIBE") else JSON)
        request: urllib.request.Request = wrapper._createRequest()
        return request

    def _read(self, reply: http.client.HTTPResponse, deadline: float) -> bytes:
        parts: list[bytes] = []
        size = 0
        while block := reply.read1(65536):
            size += len(block)
            parts.append(block)
            if size > self.most:
                raise RemoteFailure(f"{self.url} sent more than {self.most} bytes: ask for less with LIMIT")
            if time.monotonic() > deadline:
                raise RemoteFailure(
                    f"{self.url} was not done after {self.timeout:g} s: ask for less, or wait longer"
                )
        return b"".join(parts)


class _StayHome(urllib.request.HTTPRedirectHandler):
    """Redirects are followed on the same host only, so that no password goes to another one."""

    def redirect_request(  # type: ignore[no-untyped-def]
        self, req, fp, code, msg, headers, newurl
    ) -> urllib.request.Request | None:
        old, new = urlsplit(req.full_url), urlsplit(newurl)
        if (old.hostname, old.port) != (new.hostname, new.port) or new.scheme not in ("http", "https"):
            raise RemoteFailure(f"{req.full_url} sends on to {newurl}: name that address if you trust it")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


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
        raise RemoteFailure(f"{url} sent a result that is cut off or damaged: {error}") from None
    raise RemoteFailure(f"{url} sent {kind}, which is neither a result nor RDF")
