"""A store opened for reading: a snapshot of it, so that a writer at work disturbs nobody."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol

import pyoxigraph as ox

from ontology.names import PREFIXES
from queries.error import BrokenQuery, NoStore
from queries.guard import guard
from queries.result import Result, gathered
from queries.snapshot import Room, snapshot

_PLACE: Final = re.compile(r"error at (\d+):(\d+): ")
FILES: Final = {
    ".trig": ox.RdfFormat.TRIG,
    ".nq": ox.RdfFormat.N_QUADS,
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
}


class Queryable(Protocol):
    """Anything that answers SPARQL: a reader of a store, or an endpoint.

    >>> def count(source: Queryable) -> object:
    ...     return source.query("SELECT (COUNT(*) AS ?n) { ?d a reg:Directive }").column("n")[0]
    >>> count(open_reader("tests/data/shape.trig"))
    1
    """

    def query(self, sparql: str, *, file: str = "query") -> Result:
        """The result of a query that reads."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A store that can only be read; the default graph of every query is the union of all graphs."""

    store: ox.Store
    path: Path | None = None
    room: Room | None = None
    prefixes: Mapping[str, str] = field(default_factory=lambda: PREFIXES)

    def query(self, sparql: str, *, file: str = "query") -> Result:
        """The result of a SELECT, ASK, CONSTRUCT or DESCRIBE; *file* names the query in messages.

        >>> Reader(ox.Store()).query("ASK { ?s ?p ?o }").boolean
        False
        """
        guard(sparql)
        try:
            return gathered(
                self.store.query(sparql, prefixes=dict(self.prefixes), use_default_graph_as_union=True)
            )
        except SyntaxError as error:
            raise broken(str(error), file) from None


def broken(message: str, file: str) -> BrokenQuery:
    """The engine's complaint about a query, with its place.

    >>> print(broken("error at 2:8: expected one of FILTER, VALUES, [_]", "my.rq"))
    my.rq:2:8: expected one of FILTER, VALUES, [_]
    """
    place = _PLACE.match(message)
    line, column = (int(place[1]), int(place[2])) if place else (1, 1)
    words = _PLACE.sub("", message)
    if "Prefix not found" in words:
        words = "a prefix that is not declared"
    return BrokenQuery(
        words if len(words) < 160 else words[:160].rpartition(" ")[0] + " ...",
        file=file,
        line=line,
        column=column,
    )


def open_reader(path: str | Path) -> Reader:
    """A reader of the store at *path*, or of an RDF file (.trig, .nq, .ttl, .nt) held in memory.

    >>> open_reader("tests/data/shape.trig").query("SELECT ?o { ?d dcterms:title ?o }").column("o")
    ('MTCR: GUIDANCE FOR THE RPOC',)
    >>> open_reader("no-such-store.db")
    Traceback (most recent call last):
    queries.error.NoStore: there is no store at no-such-store.db: make one with ...
    """
    place = Path(path)
    if place.is_file() and place.suffix in FILES:
        store = ox.Store()
        store.bulk_load(path=str(place), format=FILES[place.suffix])
        return Reader(store, place)
    store, room = snapshot(graph_folder(place))
    return Reader(store, place, room)


def graph_folder(place: Path) -> Path:
    """The folder of the engine's files in a store; NoStore where there are none.

    >>> graph_folder(Path("tests"))
    Traceback (most recent call last):
    queries.error.NoStore: there is no store at tests: make one with ...
    """
    folder = place / "graph" if (place / "graph").is_dir() else place
    if not (folder / "CURRENT").is_file():
        raise NoStore(f"there is no store at {place}: make one with `compendium build FILES --store {place}`")
    return folder
