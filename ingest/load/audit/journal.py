"""Whether the documents that the store keeps are as they came, and the graph says what the journal says."""

from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from ingest.load.audit.finding import Audit, Finding
from ingest.load.errors import Damaged
from ingest.load.journal import Entry
from ingest.load.layout import Layout
from ingest.load.lines import canonical, lines
from ingest.load.project import DOCUMENTS
from ingest.load.raw import kept

CHECK = "journal"


def audit_raw(layout: Layout, copies: Mapping[str, Entry]) -> Audit:
    """Every copy is there under the hash of its bytes, and nothing else is.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> from ingest.load.raw import keep
    >>> with TemporaryDirectory() as folder:
    ...     layout = Layout(Path(folder))
    ...     layout.raw.mkdir()
    ...     name = keep(layout, b"1. (C) Text.")
    ...     found = audit_raw(layout, {}).findings
    >>> found[0].message
    'is kept and not in the journal; a build was interrupted'
    """
    findings = []
    for name, entry in sorted(copies.items()):
        try:
            kept(layout, name)
        except Damaged as error:
            findings.append(Finding("documents kept", entry.id, str(error)))
    strays = sorted(path.name for path in layout.raw.iterdir() if path.name not in copies)
    findings.extend(
        Finding(
            "documents kept", name, "is kept and not in the journal; a build was interrupted", warning=True
        )
        for name in strays
    )
    return Audit("documents kept as they came", len(copies), tuple(findings))


def audit_graphs(store: ox.Store, held: Mapping[str, Entry]) -> Audit:
    """The graphs of each document have the quads that the journal counts and hashes, and no other has any.

    >>> graph = DOCUMENTS + "2008STATE900001/C"
    >>> entry = Entry("00", "a.txt", "2008STATE900001", "Cable", "1", 12, (graph,), 7, "")
    >>> [one.message for one in audit_graphs(ox.Store(), {entry.id: entry}).findings]
    ['has 0 statements in the graph and 7 in the journal']
    """
    findings = list(_differences(store, held))
    wanted = {graph for entry in held.values() for graph in entry.graphs}
    for graph in sorted(str(one.value) for one in store.named_graphs() if isinstance(one, ox.NamedNode)):
        if graph.startswith(DOCUMENTS) and graph not in wanted and _size(store, graph):
            findings.append(Finding(CHECK, graph, "is in the store and in no line of the journal"))
    return Audit("documents compared with the journal", len(held), tuple(findings))


def _differences(store: ox.Store, held: Mapping[str, Entry]) -> Iterator[Finding]:
    for entry in held.values():
        stated = lines(
            quad
            for graph in entry.graphs
            for quad in store.quads_for_pattern(None, None, None, ox.NamedNode(graph))
        )
        if len(stated) != entry.quads:
            message = f"has {len(stated)} statements in the graph and {entry.quads} in the journal"
            yield Finding(CHECK, entry.id, message)
        elif canonical(stated) != entry.canonical:
            yield Finding(CHECK, entry.id, "says something else in the graph than what the journal noted")


def _size(store: ox.Store, graph: str) -> int:
    return sum(1 for _ in store.quads_for_pattern(None, None, None, ox.NamedNode(graph)))
