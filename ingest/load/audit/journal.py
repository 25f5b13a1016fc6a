"""Whether the documents that the store keeps are as they came, and the graph says what the journal says."""

from collections.abc import Iterator
from urllib.parse import unquote

import pyoxigraph as ox

from ingest.load.audit.finding import Audit, Finding
from ingest.load.audit.said import Said
from ingest.load.copies import copy_lines
from ingest.load.errors import Damaged
from ingest.load.index import Index
from ingest.load.layout import Layout
from ingest.load.lines import canonical
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
    findings, looked = [], 0
    for name, source in journal.files():
        looked += 1
        try:
            kept_file(layout, name, source)
        except Damaged as error:
            findings.append(Finding("documents kept", source, str(error)))
    apart = {one.kept for one in quarantined(layout)}
    message = "is kept and not in the journal; a build was interrupted"
    for path in layout.raw.iterdir():
        if path.name not in apart and not journal.keeps(path.name):
            findings.append(Finding("documents kept", path.name, message, warning=True))
    findings.sort()
    return Audit("files kept as they came", looked, tuple(findings))


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


def differences(said: Said, journal: Index) -> Iterator[Finding]:
    """Whether the graphs of a document have the statements that the journal counts and hashes.

    >>> from ingest.load.entry import Entry
    >>> from ingest.load.index import index
    >>> entry = Entry("00", "a.txt", "2008STATE900001", "Cable", "1", 12, (), 7, "")
    >>> [one.message for one in differences(Said(entry, (), {}), index(()))]
    ['has 0 statements in the graph and 7 in the journal']
    """
    entry, found = said.entry, said.lines
    beside = set(copy_lines(journal.copies_of(entry.id), found))
    stated = [line for line in found if line not in beside]
    if len(found) - len(stated) != len(beside):
        yield Finding(CHECK, entry.id, "has copies of which the graph says something else")
    if len(stated) != entry.quads:
        message = f"has {len(stated)} statements in the graph and {entry.quads} in the journal"
        yield Finding(CHECK, entry.id, message)
    elif canonical(stated) != entry.canonical:
        yield Finding(CHECK, entry.id, "says something else in the graph than what the journal noted")


def strays(store: ox.Store, journal: Index) -> Iterator[Finding]:
    """The graphs of documents that no line of the journal accounts for.

    >>> from ingest.load.index import index
    >>> store, graph = ox.Store(), ox.NamedNode(DOCUMENTS + "2008STATE900001/C")
    >>> store.add(ox.Quad(*(ox.NamedNode(f"urn:{one}") for one in "spo"), graph))
    >>> [one.where.removeprefix(DOCUMENTS) for one in strays(store, index(()))]
    ['2008STATE900001/C']
    """
    for graph in store.named_graphs():
        name = graph.value
        if name.startswith(DOCUMENTS):
            held = journal.copies_of(unquote(name.removeprefix(DOCUMENTS).partition("/")[0]))[:1]
            known = held and name in held[0].graphs
            if not known and any(True for _ in store.quads_for_pattern(None, None, None, graph)):
                yield Finding(CHECK, name, "is in the store and in no line of the journal")
