"""Whether the words of all evidence stand where the graph says that they stand."""

from collections.abc import Iterator

import pyoxigraph as ox

from ingest.document import Document
from ingest.load.audit.finding import Audit, Finding
from ingest.load.entry import Entry
from ingest.load.index import Index
from ingest.load.layout import Layout
from ingest.load.texts import read_again
from ontology import terms as t

CHECK = "spans"
STANDING = "WHERE key IN (SELECT key FROM documents)"


def audit_spans(layout: Layout, store: ox.Store, journal: Index) -> Audit:
    r"""Every quotation is read again from the document as it came and compared byte for byte.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> from ingest.extract import extract
    >>> from ingest.load.index import index
    >>> from ingest.load.journal import Tail
    >>> from ingest.load.lines import joined, quads_of
    >>> from ingest.load.raw import kept_at
    >>> from ingest.load.take import Pipeline, Task, take
    >>> from ingest.read.given import Given
    >>> from ingest.tables import knowledge
    >>> data = b"CONFIDENTIAL STATE 900001\n040045Z APR 08\nSUBJECT: DATES\n\n1. (C) None.\n"
    >>> given = Given("a.txt", data=data)
    >>> taken, store = take(Task(given), Pipeline(extract, knowledge(), "1")), ox.Store()
    >>> store.extend(quads_of(joined(taken.lines).replace(b'"DATES"', b'"SIZES"')))
    >>> with TemporaryDirectory() as folder:
    ...     layout = Layout(Path(folder))
    ...     layout.raw.mkdir()
    ...     size = kept_at(layout, given.sha256).write_bytes(given.all())
    ...     [one.message for one in audit_spans(layout, store, index([(taken.entry, Tail())])).findings]
    ["quotes 'SIZES' where the document has 'DATES'"]
    """
    looked, findings = 0, []
    for entry, found in read_again(layout, journal.entries(STANDING)):
        if not isinstance(found, Document):
            findings.append(Finding(CHECK, entry.id, f"cannot be read again: {found}"))
            continue
        for evidence in _evidence(store, entry):
            looked += 1
            findings.extend(_compare(store, evidence, found.text))
    return Audit("spans of evidence read again", looked, tuple(findings))


def _evidence(store: ox.Store, entry: Entry) -> Iterator[ox.NamedNode]:
    found: set[str] = set()
    for graph in entry.graphs:
        place = ox.NamedNode(graph)
        kind = ox.NamedNode(t.C_EVIDENCE)
        for quad in store.quads_for_pattern(None, ox.NamedNode(t.RDF_TYPE), kind, place):
            if isinstance(quad.subject, ox.NamedNode):
                found.add(quad.subject.value)
    return (ox.NamedNode(one) for one in sorted(found))


def _compare(store: ox.Store, evidence: ox.NamedNode, text: str) -> Iterator[Finding]:
    where = evidence.value
    values: dict[str, list[str]] = {}
    for link in store.quads_for_pattern(evidence, ox.NamedNode(t.OA_HAS_SELECTOR), None, None):
        if isinstance(link.object, ox.NamedNode):
            for quad in store.quads_for_pattern(link.object, None, None, None):
                if isinstance(quad.object, ox.Literal):
                    values.setdefault(quad.predicate.value, []).append(quad.object.value)
    starts, ends, quotes = (values.get(one, []) for one in (t.OA_START, t.OA_END, t.OA_EXACT))
    if not (len(starts) == len(ends) == len(quotes) == 1):
        yield Finding(CHECK, where, "needs one start, one end and one quotation")
        return
    said = text[int(starts[0]) : int(ends[0])]
    if said.encode() != quotes[0].encode():
        yield Finding(CHECK, where, f"quotes {quotes[0][:60]!r} where the document has {said[:60]!r}")
