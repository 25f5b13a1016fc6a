"""The graph as a projection of the journal: made afresh, or brought up to date document by document."""

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final, TypeAlias
from urllib.parse import quote

import pyoxigraph as ox

from ingest.load.applied import Applied, note, read_applied
from ingest.load.derive import derived_quads
from ingest.load.errors import Busy
from ingest.load.journal import Entry
from ingest.load.layout import Layout, sync_folder
from ingest.load.lines import canonical, joined, lines, quads_of
from ontology.names import AUTHORITY_GRAPH, DERIVED_GRAPH, GRAPH, ONTOLOGY_GRAPH

Lines: TypeAlias = Callable[[Entry], Iterable[bytes]]
"""Gives the sorted lines of a document's entry."""

DOCUMENTS: Final = GRAPH + "document/"
FIXED: Final = (AUTHORITY_GRAPH, ONTOLOGY_GRAPH)


def project(
    layout: Layout, wanted: Mapping[str, Entry], fixed: Iterable[bytes], given: Lines, *, afresh: bool = False
) -> None:
    """Make the graph say what the journal says.

    *wanted* has the entry of each document, *fixed* the sorted lines of the ontology and the tables. Whatever
    an earlier writer left undone is done too.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> graph = DOCUMENTS + "2008STATE900001/C"
    >>> stated = [f'<urn:cable> <urn:number> "900001" <{graph}> .'.encode()]
    >>> entry = Entry("00", "a.txt", "2008STATE900001", "Cable", "1", 9, (graph,), 1, canonical(stated))
    >>> with TemporaryDirectory() as folder:
    ...     project(Layout(Path(folder)), {entry.id: entry}, [], lambda _: stated)
    ...     list(counts(ox.Store.read_only(f"{folder}/graph"))) == [graph]
    True
    """
    constant = tuple(fixed)
    applied = None if afresh or not layout.graph.is_dir() else read_applied(layout)
    opened = None if applied is None else _opened(layout)
    if applied is None or opened is None:
        _make(layout, wanted, constant, given)
    else:
        _update(layout, *opened, applied, wanted, constant, given)


def counts(store: ox.Store) -> dict[str, int]:
    """The number of quads in each named graph.

    >>> made = ox.Store()
    >>> made.add(ox.Quad(*(ox.NamedNode(f"urn:{one}") for one in "spog")))
    >>> counts(made)
    {'urn:g': 1}
    """
    found = store.query("SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")
    assert isinstance(found, ox.QuerySolutions)
    return {row["g"].value: int(row["n"].value) for row in found}


def documents_in(graphs: Iterable[str]) -> dict[str, list[str]]:
    """The graphs of each document, by the part of their names that is the document's.

    >>> documents_in([DOCUMENTS + "2008STATE1/C", DOCUMENTS + "2008STATE1/U"])["2008STATE1"][1][-1]
    'U'
    """
    found: dict[str, list[str]] = {}
    for graph in sorted(graphs):
        if graph.startswith(DOCUMENTS):
            found.setdefault(graph[len(DOCUMENTS) :].rpartition("/")[0], []).append(graph)
    return found


def _opened(layout: Layout) -> tuple[ox.Store, dict[str, int]] | None:
    """The graph for writing and what is in it; ``None`` where it is damaged and has to be made again."""
    try:
        store = ox.Store(str(layout.graph))
        return store, counts(store)
    except (OSError, RuntimeError) as error:
        if "lock file" in str(error).lower():
            raise Busy(layout.root) from error
        return None


def _make(layout: Layout, wanted: Mapping[str, Entry], fixed: tuple[bytes, ...], given: Lines) -> None:
    for old in (layout.fresh, layout.old):
        shutil.rmtree(old, ignore_errors=True)
    layout.stage.mkdir(exist_ok=True)
    everything = layout.stage / "all.nq"
    with everything.open("wb") as file:
        file.write(joined(fixed))
        for entry in wanted.values():
            file.write(joined(given(entry)))
    store = ox.Store(str(layout.fresh))
    store.bulk_load(path=str(everything), format=ox.RdfFormat.N_QUADS)
    store.extend(derived_quads(store))
    store.flush()
    del store
    layout.applied.unlink(missing_ok=True)
    if layout.graph.exists():
        layout.graph.rename(layout.old)
    layout.fresh.rename(layout.graph)
    sync_folder(layout.root)
    shutil.rmtree(layout.old, ignore_errors=True)
    note(layout, Applied({one: entry.canonical for one, entry in wanted.items()}, canonical(fixed)))


def _update(
    layout: Layout,
    store: ox.Store,
    present: dict[str, int],
    applied: Applied,
    wanted: Mapping[str, Entry],
    fixed: tuple[bytes, ...],
    given: Lines,
) -> None:
    graphs = documents_in(present)
    names = {quote(one, safe="-._~,"): one for one in wanted}
    stale = sorted(
        one
        for name, one in names.items()
        if applied.documents.get(one) != wanted[one].canonical
        or one in applied.changing
        or sum(present[graph] for graph in graphs.get(name, ())) != wanted[one].quads
    )
    gone = [graph for name in sorted(graphs) if name not in names for graph in graphs[name]]
    note(layout, replace(applied, changing=tuple(stale)))
    _replace(store, gone, ())
    for one in stale:
        old = graphs.get(quote(one, safe="-._~,"), [])
        _replace(store, old, quads_of(joined(given(wanted[one]))))
    _update_rest(store, applied, present, fixed)
    store.flush()
    note(layout, Applied({one: entry.canonical for one, entry in wanted.items()}, canonical(fixed)))


def _update_rest(
    store: ox.Store, applied: Applied, present: Mapping[str, int], fixed: tuple[bytes, ...]
) -> None:
    """The graphs of no single document: ontology and tables where they changed, and what is derived."""
    if applied.fixed != canonical(fixed) or sum(present.get(one, 0) for one in FIXED) != len(fixed):
        _replace(store, FIXED, quads_of(joined(fixed)))
    fresh = list(derived_quads(store))
    old = store.quads_for_pattern(None, None, None, ox.NamedNode(DERIVED_GRAPH))
    if lines(fresh) != lines(old):
        _replace(store, [DERIVED_GRAPH], fresh)


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
