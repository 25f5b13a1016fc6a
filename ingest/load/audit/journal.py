"""Whether the documents that the store keeps are as they came, and the graph says what the journal says."""

from collections.abc import Iterator

import pyoxigraph as ox

from ingest.load.audit.finding import Audit, Finding
from ingest.load.copies import copy_lines
from ingest.load.errors import Damaged
from ingest.load.index import Index
from ingest.load.layout import Layout
from ingest.load.lines import canonical, lines
from ingest.load.project import DOCUMENTS
from ingest.load.quarantine import quarantined
from ingest.load.raw import kept_file

CHECK = "journal"


def audit_raw(layout: Layout, journal: Index) -> Audit:
    """Every file is there under the hash of its bytes, and nothing else is.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> from ingest.load.index import index
    >>> with TemporaryDirectory() as folder:
    ...     layout = Layout(Path(folder))
    ...     layout.raw.mkdir()
    ...     size = (layout.raw / "00ff").write_bytes(b"1. (C) Text.")
    ...     found = audit_raw(layout, index(())).findings
    >>> found[0].message
    'is kept and not in the journal; a build was interrupted'
    """
    findings, names = [], dict[str, str]()
    for entry in journal.copies():
        names.setdefault(entry.container or entry.sha256, entry.source)
    for one in journal.containers():
        names.setdefault(one.sha256, one.source)
    for name, source in sorted(names.items()):
        try:
            kept_file(layout, name, source)
        except Damaged as error:
            findings.append(Finding("documents kept", source, str(error)))
    apart = {one.kept for one in quarantined(layout)}
    message = "is kept and not in the journal; a build was interrupted"
    for path in sorted(layout.raw.iterdir()):
        if path.name not in names and path.name not in apart:
            findings.append(Finding("documents kept", path.name, message, warning=True))
    return Audit("files kept as they came", len(names), tuple(findings))


def audit_quarantine(layout: Layout) -> Audit:
    """What no process could read is told, each document with the reason.

    >>> from pathlib import Path
    >>> audit_quarantine(Layout(Path("no-such-store.db"))).findings
    ()
    """
    found = tuple(
        Finding(
            "quarantine", " ".join(filter(None, (one.source, one.part))), f"{one.code}: {one.message}", True
        )
        for one in quarantined(layout)
    )
    return Audit("documents in quarantine", len(found), found)


def audit_graphs(store: ox.Store, journal: Index) -> Audit:
    """The graphs of each document have the quads that the journal counts and hashes, and no other has any.

    >>> from ingest.load.entry import Entry
    >>> from ingest.load.index import index
    >>> from ingest.load.journal import Tail
    >>> graph = DOCUMENTS + "2008STATE900001/C"
    >>> entry = Entry("00", "a.txt", "2008STATE900001", "Cable", "1", 12, (graph,), 7, "")
    >>> [one.message for one in audit_graphs(ox.Store(), index([(entry, Tail())])).findings]
    ['has 0 statements in the graph and 7 in the journal']
    """
    findings = list(_differences(store, journal))
    wanted = {graph for entry in journal.held() for graph in entry.graphs}
    for graph in sorted(str(one.value) for one in store.named_graphs() if isinstance(one, ox.NamedNode)):
        if graph.startswith(DOCUMENTS) and graph not in wanted and _size(store, graph):
            findings.append(Finding(CHECK, graph, "is in the store and in no line of the journal"))
    return Audit("documents compared with the journal", journal.count(), tuple(findings))


def _differences(store: ox.Store, journal: Index) -> Iterator[Finding]:
    for entry in journal.held():
        found = lines(
            quad
            for graph in entry.graphs
            for quad in store.quads_for_pattern(None, None, None, ox.NamedNode(graph))
        )
        beside = set(copy_lines(journal.copies_of(entry.id), found))
        stated = [line for line in found if line not in beside]
        if len(found) - len(stated) != len(beside):
            yield Finding(CHECK, entry.id, "has copies of which the graph says something else")
        if len(stated) != entry.quads:
            message = f"has {len(stated)} statements in the graph and {entry.quads} in the journal"
            yield Finding(CHECK, entry.id, message)
        elif canonical(stated) != entry.canonical:
            yield Finding(CHECK, entry.id, "says something else in the graph than what the journal noted")


def _size(store: ox.Store, graph: str) -> int:
    return sum(1 for _ in store.quads_for_pattern(None, None, None, ox.NamedNode(graph)))
