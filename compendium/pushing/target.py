"""The store that is written to, by the Graph Store Protocol or by SPARQL Update."""

import time
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Final, Literal, TypeAlias, TypeVar
from urllib.parse import quote, urlsplit

from queries.error import BadParameter, RemoteFailure
from queries.fetch import Bounds, Reply, address, fetch
from queries.remote import AGENT, Remote
from queries.term import fill, iri

Made = TypeVar("Made")
Protocol: TypeAlias = Literal["graph-store", "update"]
LOOPBACK: Final = ("127.0.0.1", "::1", "localhost")
LONGEST_WAIT: Final = 60.0

_DROP: Final = "DROP SILENT GRAPH ?_graph"
_INSERT: Final = "INSERT DATA { GRAPH ?_graph {"
_COUNTS: Final = """
SELECT ?graph (COUNT(*) AS ?count)
WHERE { VALUES ?graph { ?_graphs } GRAPH ?graph { ?s ?p ?o } }
GROUP BY ?graph ORDER BY ?graph
"""


@dataclass(frozen=True, slots=True)
class Manners:
    """Seconds for one request, bytes of one batch, tries of one batch, and how to wait between them."""

    timeout: float = 60.0
    batch: int = 4 * 1024 * 1024
    tries: int = 4
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True)
class Target:
    """A place to send graphs to; *authorization* is never shown, and goes over no open line.

    >>> Target("http://stores.example/graph", authorization="Bearer secret")
    Traceback (most recent call last):
    queries.error.BadParameter: a token would go to stores.example in the open: use https
    >>> Target("http://127.0.0.1:9/graph", authorization="Bearer secret")
    Target(url='http://127.0.0.1:9/graph', protocol='graph-store', asked=None, manners=...)
    """

    url: str
    protocol: Protocol = "graph-store"
    asked: str | None = None
    manners: Manners = field(default_factory=Manners)
    authorization: str | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        for url in (self.url, self.asked or self.url):
            parts = urlsplit(address(url))
            if self.authorization and parts.scheme != "https" and parts.hostname not in LOOPBACK:
                raise BadParameter(f"a token would go to {parts.hostname} in the open: use https")
        if self.asked and _place(self.asked) != _place(self.url) and self.authorization:
            raise BadParameter("graphs are counted at another host, which would see the token: count there")

    def put(self, graph: str, triples: bytes, *, first: bool) -> None:
        """Send a batch of N-Triples: the first takes the place of what the graph had, others are added.

        >>> Target("http://127.0.0.1:9/graph", manners=Manners(tries=1)).put("urn:g", b"", first=True)
        Traceback (most recent call last):
        queries.error.RemoteFailure: http://127.0.0.1:9/graph did not answer: ...
        """
        if self.protocol == "graph-store":
            self._sent(f"<{graph}>", triples, "application/n-triples", "PUT" if first else "POST", graph)
            return
        named = {"graph": [iri(graph)]}
        drop, head = fill(_DROP, named), fill(_INSERT, named)
        insert = "".join((head, "\n", triples.decode(), "} }"))  # N-Triples are written as an update has them
        update = " ;\n".join(([drop] if first else []) + ([insert] if triples else []))
        if update:
            self._sent(f"<{graph}>", update.encode(), "application/sparql-update", "POST")

    def remove(self, graph: str) -> None:
        """Take a graph away.

        >>> Target("http://127.0.0.1:9/graph", manners=Manners(tries=1)).remove("urn:g")
        Traceback (most recent call last):
        queries.error.RemoteFailure: http://127.0.0.1:9/graph did not answer: ...
        """
        if self.protocol == "update":
            update = fill(_DROP, {"graph": [iri(graph)]})
            self._sent(f"<{graph}>", update.encode(), "application/sparql-update", "POST")
            return
        self._sent(f"<{graph}>", None, None, "DELETE", graph)

    def counts(self, graphs: tuple[str, ...]) -> Mapping[str, int] | None:
        """How many triples each graph has there; None where nothing tells it.

        A query counts where the address of one is known; otherwise each graph is read back.

        >>> Target("http://127.0.0.1:9/update", "update").counts(("urn:g",)) is None
        True
        """
        if self.asked is not None:
            return self._counted(self.asked, graphs)
        if self.protocol == "update":
            return None
        return {one: self._lines(one) for one in graphs}

    def _counted(self, url: str, graphs: tuple[str, ...]) -> dict[str, int]:
        remote = Remote(url, timeout=self.manners.timeout, authorization=self.authorization)
        found = dict.fromkeys(graphs, 0)
        for at in range(0, len(graphs), 100):
            sparql = fill(_COUNTS, {"graphs": [iri(one) for one in graphs[at : at + 100]]})
            result = self._again(partial(remote.query, sparql, file="the count"))
            found |= {str(row["graph"]): int(row["count"] or 0) for row in result.dicts()}
        return found

    def _lines(self, graph: str) -> int:
        request = self._request(None, "GET", graph)
        request.add_header("Accept", "application/n-triples")
        reply = self._again(lambda: fetch(request, self._bounds(), what=f"reading <{graph}>"))
        if reply.kind not in ("application/n-triples", "text/plain"):
            raise RemoteFailure(f"{self.url} sent {reply.kind}, and not N-Triples: give --count-at")
        return sum(1 for line in reply.body.splitlines() if line.strip() and not line.startswith(b"#"))

    def _sent(
        self, what: str, body: bytes | None, media: str | None, method: str, graph: str | None = None
    ) -> Reply:
        request = self._request(body, method, graph)
        if media is not None:
            request.add_header("Content-Type", media)
        return self._again(lambda: fetch(request, self._bounds(), what=what))

    def _request(self, body: bytes | None, method: str, graph: str | None = None) -> urllib.request.Request:
        url = self.url
        if graph is not None:
            url += ("&" if "?" in url else "?") + "graph=" + quote(graph, safe="")
        request = urllib.request.Request(url, data=body, method=method, headers={"User-Agent": AGENT})
        if self.authorization is not None:
            request.add_unredirected_header("Authorization", self.authorization)
        return request

    def _bounds(self) -> Bounds:
        return Bounds(min(10.0, self.manners.timeout), self.manners.timeout)

    def _again(self, work: Callable[[], Made]) -> Made:
        """What comes of work that may fail for a while; each piece of it can be done twice."""
        for number in range(self.manners.tries - 1):
            try:
                return work()
            except RemoteFailure as error:
                wait = float(2**number) if error.wait is None else error.wait
                if not error.passing or wait > LONGEST_WAIT:
                    raise
                self.manners.sleep(wait)
        return work()


def _place(url: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port
