"""A pool without processes, and requests without a network, for what needs neither."""

import asyncio
from dataclasses import dataclass, field

import httpx
import pyoxigraph as ox
from starlette.types import ASGIApp

from ontology.names import PREFIXES
from queries.contain import Asked, Told
from queries.result import Result
from queries.store import Reader, broken


@dataclass
class Alone:
    """Answers from a store in memory, in this process."""

    store: ox.Store = field(default_factory=ox.Store)
    renewed: int = 0

    def run(self, asked: Asked) -> Told:
        whole = asked.default_graphs is None and asked.named_graphs is None
        try:
            found = self.store.query(
                asked.sparql,
                prefixes=PREFIXES,
                use_default_graph_as_union=whole,
                default_graph=None if whole else [_graph(one) for one in asked.default_graphs or ()],
                named_graphs=None if whole else [ox.NamedNode(one) for one in asked.named_graphs or ()],
            )
        except SyntaxError as error:
            raise broken(str(error), "query") from None
        if isinstance(found, ox.QueryTriples):
            form = ox.RdfFormat.from_media_type(asked.media)
            assert form is not None
            return Told(ox.serialize(found, format=form) or b"", asked.media)
        table = ox.QueryResultsFormat.from_media_type(asked.media)
        assert table is not None
        return Told(found.serialize(format=table) or b"", asked.media)

    async def ask(self, asked: Asked) -> Told:
        return self.run(asked)

    def query(self, sparql: str, *, file: str = "query") -> Result:
        return Reader(self.store).query(sparql, file=file)

    def renew(self) -> None:
        self.renewed += 1


def _graph(name: str) -> ox.NamedNode | ox.DefaultGraph:
    return ox.NamedNode(name) if name else ox.DefaultGraph()


def asked(app: ASGIApp, path: str, method: str = "GET", **more: object) -> httpx.Response:
    """What an application answers to one request."""

    async def one() -> httpx.Response:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8765") as client:
            return await client.request(method, path, **more)  # type: ignore[arg-type]

    return asyncio.run(one())
