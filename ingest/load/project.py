"""The graph as a projection of the journal: made afresh, or brought up to date document by document."""

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from typing import IO, Final, TypeAlias, cast

import pyoxigraph as ox

from ingest.links import Link
from ingest.links import known as linked
from ingest.links.state import link_quads
from ingest.load.copies import copy_lines
from ingest.load.derive import derived_quads
from ingest.load.entry import Entry
from ingest.load.errors import Busy
from ingest.load.few_files import few_files
from ingest.load.index import Index
from ingest.load.layout import Layout, sync_folder
from ingest.load.lines import canonical, joined, quads_of
from ingest.load.settle import Shown
from ontology import terms as t
from ontology.names import AUTHORITY_GRAPH, DERIVED_GRAPH, GRAPH, LINKS_GRAPH, ONTOLOGY_GRAPH, follows

Lines: TypeAlias = Callable[[Entry], Iterable[bytes]]
"""Gives the sorted lines of a document's entry."""

DOCUMENTS: Final = GRAPH + "document/"
AT_ONCE: Final = 64 * 1024 * 1024
"""So many bytes of statements are sorted in memory at a time when the graph is made."""

QUADS_AT_ONCE: Final = 50_000
"""So many statements that follow from several documents are in memory at a time."""

OPEN: Final = 256
"""So many files of the graph are open at most while it is made; each takes about a megabyte of memory."""

FIXED: Final = (AUTHORITY_GRAPH, ONTOLOGY_GRAPH)


@dataclass(frozen=True, slots=True)
class Projection:
    """What the graph is made of.

    ``fixed`` has the sorted lines of the ontology and the tables; ``derivation`` names the rules by which
    several documents are taken together; ``links`` are the judged ones, of whatever the graph may have.

    >>> from pathlib import Path
    >>> from ingest.load.index import index
    >>> Projection(Layout(Path("a.db")), index(()), (), "1").wanted[-2:]
    ' 1'
    """

    layout: Layout
    index: Index
    fixed: tuple[bytes, ...]
    derivation: str
    links: tuple[Link, ...] = ()

    @property
    def wanted(self) -> str:
        """What the graph as a whole should say: the journal, what is fixed, and the rules."""
        links = canonical([repr(one).encode() for one in self.links])
        return f"{self.index.tail().digest} {canonical(self.fixed)} {links} {self.derivation}"


def stale(index: Index) -> Iterator[Entry]:
    """The documents that do not stand in the graph as they should.

    >>> from ingest.load.index import index
    >>> from ingest.load.journal import Tail
    >>> entry = Entry("00", "a.txt", "2008STATE900001", "Cable", "1", 9, (), 1, "")
    >>> [one.id for one in stale(index([(entry, Tail())]))]
    ['2008STATE900001']
    """
    return index.held(
        "LEFT JOIN applied a ON a.id = d.id WHERE a.mark IS NULL OR a.mark != d.mark OR a.changing"
    )


def project(made: Projection, given: Lines, shown: Shown, *, afresh: bool = False) -> None:
    """Make the graph say what the journal says; whatever an earlier writer left undone is done too.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> from ingest.load.index import index
    >>> from ingest.load.journal import Tail
    >>> from ingest.join.join import Joined
    >>> from ingest.register import register
    >>> graph = DOCUMENTS + "2008STATE900001/C"
    >>> stated = [f'<urn:cable> <urn:number> "900001" <{graph}> .'.encode()]
    >>> entry = Entry("00", "a.txt", "2008STATE900001", "Cable", "1", 9, (graph,), 1, canonical(stated))
    >>> with TemporaryDirectory() as folder:
    ...     made = Projection(Layout(Path(folder)), index([(entry, Tail())]), (), "1")
    ...     project(made, lambda _: stated, Shown(lambda: register(()), Joined))
    ...     len(ox.Store.read_only(f"{folder}/graph"))
    1
    """
    if not afresh and made.index.get("graph") == made.wanted and _opens(made.layout):
        return
    store = None if afresh or made.index.get("graph") is None else _opened(made.layout)
    if store is None:
        _make(made, given, shown)
    else:
        _update(made, store, given, shown)


def lost(layout: Layout, index: Index) -> bool:
    """Whether the graph has to be made again from the beginning.

    >>> from pathlib import Path
    >>> from ingest.load.index import index
    >>> lost(Layout(Path("no-such-store.db")), index(()))
    True
    """
    return index.get("graph") is None or not _opens(layout)


def _opens(layout: Layout) -> bool:
    """Whether the graph can be read and none of its files is missing."""
    try:
        return layout.graph.is_dir() and _has_all(layout, ox.Store.read_only(str(layout.graph)))
    except (OSError, RuntimeError):
        return False


def _has_all(layout: Layout, store: ox.Store) -> bool:
    # the engine opens sixteen files and asks for the others when it reads them; a copy links every one
    copy = layout.root / "graph.copy"
    shutil.rmtree(copy, ignore_errors=True)
    try:
        store.backup(str(copy))
    except FileNotFoundError:
        return False
    except OSError:
        # a disk that has no links and no room for a copy: nothing tells of a file that is missing
        return True
    finally:
        shutil.rmtree(copy, ignore_errors=True)
    return True


def _opened(layout: Layout) -> ox.Store | None:
    """The graph for writing; ``None`` where it is lost or damaged and has to be made again."""
    try:
        return ox.Store(str(layout.graph)) if layout.graph.is_dir() else None
    except (OSError, RuntimeError) as error:
        if "lock file" in str(error).lower():
            raise Busy(layout.root) from error
        return None


def _make(made: Projection, given: Lines, shown: Shown) -> None:
    layout, index = made.layout, made.index
    for old in (layout.fresh, layout.old):
        shutil.rmtree(old, ignore_errors=True)
    with few_files(OPEN):
        store = ox.Store(str(layout.fresh))
    stream = _Stream(joined(made.fixed), (joined(_stated(index, entry, given)) for entry in index.held()))
    while stream.more():
        # the lines are what the journal has the hash of: their IRIs were looked at when they were made
        store.bulk_load(cast(IO[bytes], stream), ox.RdfFormat.N_QUADS, lenient=True)
    _add(store, derived_quads(store, shown))
    _add(store, link_quads(store, made.links, linked()))
    _add(store, _own(layout))
    store.flush()
    ghosts = count_ghosts(store)
    del store
    with index.change():
        index.sql.execute("DELETE FROM applied")
        index.sql.execute("DELETE FROM meta WHERE name = 'graph'")
    if layout.graph.exists():
        layout.graph.rename(layout.old)
    layout.fresh.rename(layout.graph)
    sync_folder(layout.root)
    shutil.rmtree(layout.old, ignore_errors=True)
    _note(made, ghosts)


def _own(layout: Layout) -> Iterator[ox.Quad]:
    """What people wrote themselves: it follows from no document, and moves from the old graph to the new."""
    if not _opens(layout):
        return
    old = ox.Store.read_only(str(layout.graph))
    for graph in (ox.DefaultGraph(), *old.named_graphs()):
        if not (isinstance(graph, ox.NamedNode) and follows(graph.value)):
            yield from old.quads_for_pattern(None, None, None, graph)


def _update(made: Projection, store: ox.Store, given: Lines, shown: Shown) -> None:
    index = made.index
    changed = [entry.id for entry in stale(index)]
    gone = [row[0] for row in index.sql.execute(GONE)]
    with index.change():
        index.put("graph", "changing")
        for name in (*changed, *gone):
            _mark(index, name)
    for name in changed:
        entry = index.copies_of(name)[0]
        _replace(store, _graphs(index, name), quads_of(joined(_stated(index, entry, given))))
    for name in gone:
        _replace(store, _graphs(index, name), ())
    fixed = canonical(made.fixed)
    if index.get("fixed") != fixed:
        _replace(store, FIXED, quads_of(joined(made.fixed)))
    _bring(store, DERIVED_GRAPH, derived_quads(store, shown))
    _bring(store, LINKS_GRAPH, link_quads(store, made.links, linked()))
    store.flush()
    _note(made, count_ghosts(store))


GONE: Final = "SELECT id FROM applied WHERE id NOT IN (SELECT id FROM documents) ORDER BY id"


def _mark(index: Index, name: str) -> None:
    """Note that a document's graphs may be of either state: those that it had, those it will have."""
    graphs = set(_graphs(index, name))
    for entry in index.copies_of(name)[:1]:
        graphs.update(entry.graphs)
    index.sql.execute(
        "INSERT OR REPLACE INTO applied VALUES (?, '', ?, 1)", (name, json.dumps(sorted(graphs)))
    )


def _graphs(index: Index, name: str) -> list[str]:
    row = index.sql.execute("SELECT graphs FROM applied WHERE id = ?", (name,)).fetchone()
    return [] if row is None else list(json.loads(row[0]))


def _note(made: Projection, ghosts: int) -> None:
    """Note that the graph says what the journal says."""
    index = made.index
    with index.change():
        index.sql.execute("DELETE FROM applied WHERE id NOT IN (SELECT id FROM documents)")
        for entry in stale(index):
            index.sql.execute(
                "INSERT OR REPLACE INTO applied SELECT id, mark, ?, 0 FROM documents WHERE id = ?",
                (json.dumps(entry.graphs), entry.id),
            )
        index.put("fixed", canonical(made.fixed))
        index.put("ghosts", str(ghosts))
        index.put("graph", made.wanted)


def _stated(index: Index, entry: Entry, given: Lines) -> tuple[bytes, ...]:
    """What a document says, and what copies of it are held."""
    stated = tuple(given(entry))
    return (*stated, *copy_lines(index.copies_of(entry.id), stated))


def count_ghosts(store: ox.Store) -> int:
    """How many documents are cited and not held.

    >>> count_ghosts(ox.Store())
    0
    """
    kind, derived = ox.NamedNode(t.C_GHOST), ox.NamedNode(DERIVED_GRAPH)
    return sum(1 for _ in store.quads_for_pattern(None, ox.NamedNode(t.RDF_TYPE), kind, derived))


def _replace(store: ox.Store, graphs: Iterable[str], quads: Iterable[ox.Quad]) -> None:
    """Put quads in the place of whole graphs, in one transaction."""
    steps = [f"DROP SILENT GRAPH {ox.NamedNode(graph)}" for graph in graphs]
    steps.extend(f"INSERT DATA {{ {block} }}" for block in _blocks(quads))
    if steps:
        store.update(" ;\n".join(steps))


def _blocks(quads: Iterable[ox.Quad]) -> Iterator[str]:
    grouped: dict[str, list[str]] = {}
    for quad in quads:
        grouped.setdefault(str(quad.graph_name), []).append(str(quad.triple))
    for graph, triples in grouped.items():
        yield f"GRAPH {graph} {{ {' . '.join(triples)} }}"


def _bring(store: ox.Store, name: str, fresh: Iterable[ox.Quad]) -> None:
    """Bring a graph that follows from the others up to date: only what differs is written."""
    graph = ox.NamedNode(name)
    # a database without a name is a file: the graph grows with the store, and memory must not
    with closing(sqlite3.connect("", isolation_level=None)) as wanted:
        wanted.execute("CREATE TABLE quads (hash BLOB PRIMARY KEY) WITHOUT ROWID")
        wanted.execute("BEGIN")
        for block in _in_blocks(fresh):
            wanted.executemany("INSERT OR IGNORE INTO quads VALUES (?)", ((_hash(one),) for one in block))
            store.extend([one for one in block if one not in store])
        for block in _in_blocks(store.quads_for_pattern(None, None, None, graph)):
            for one in block:
                if wanted.execute("SELECT 1 FROM quads WHERE hash = ?", (_hash(one),)).fetchone() is None:
                    store.remove(one)


def _add(store: ox.Store, quads: Iterable[ox.Quad]) -> None:
    """Write quads into a graph that has none of them, so many at a time as may be in memory."""
    for block in _in_blocks(quads):
        store.bulk_extend(block)


def _in_blocks(quads: Iterable[ox.Quad]) -> Iterator[list[ox.Quad]]:
    rest = iter(quads)
    while block := list(islice(rest, QUADS_AT_ONCE)):
        yield block


def _hash(quad: ox.Quad) -> bytes:
    return blake2b(str(quad).encode(), digest_size=16).digest()


class _Stream:
    """Blocks of whole lines as a file that ends now and then: what is loaded at once is sorted in memory."""

    def __init__(self, first: bytes, rest: Iterable[bytes]) -> None:
        self._left, self._rest, self._given = first, iter(rest), 0

    def more(self) -> bool:
        """Whether anything is left; the file begins again."""
        self._given = 0
        while not self._left:
            found = next(self._rest, None)
            if found is None:
                return False
            self._left = found
        return True

    def read(self, size: int = -1) -> bytes:
        """At most so many bytes; none at the end."""
        if not self._left and (self._given >= AT_ONCE or not self._next()):
            return b""
        given, self._left = (self._left, b"") if size < 0 else (self._left[:size], self._left[size:])
        self._given += len(given)
        return given

    def _next(self) -> bool:
        given, there = self._given, self.more()
        self._given = given
        return there
