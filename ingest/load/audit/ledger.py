"""Whether every item of every list of references is accounted for: identified, or listed as unresolved."""

from collections.abc import Iterator

import pyoxigraph as ox

from ingest.load.audit.finding import Audit, Finding
from ingest.load.entry import Entry
from ingest.load.index import Index
from ontology import terms as t
from ontology.names import document

CHECK = "ledger"


def audit_ledger(store: ox.Store, journal: Index) -> Audit:
    """References in are references out, document by document.

    >>> from ingest.load.index import index
    >>> from ingest.load.journal import Tail
    >>> store = ox.Store()
    >>> store.bulk_load(path="tests/data/shape.trig", format=ox.RdfFormat.TRIG)
    >>> counted = {"references in": 2}
    >>> entry = Entry("00", "a.txt", "2008STATE900001", "Cable", "1", 12, (), 7, "", counted)
    >>> [one.message for one in audit_ledger(store, index([(entry, Tail())])).findings]
    ['lists 2 references, of which the graph has 1']
    """
    looked, findings = 0, []
    for entry in journal.held():
        items = list(_objects(store, document(entry.id), t.HAS_REFERENCE))
        expected = entry.found.get("references in", 0)
        looked += expected
        if len(items) != expected:
            message = f"lists {expected} references, of which the graph has {len(items)}"
            findings.append(Finding(CHECK, entry.id, message))
        open_spans = _open_spans(store, entry)
        findings.extend(_unaccounted(store, items, open_spans))
    return Audit("references accounted for", looked, tuple(findings))


def _unaccounted(store: ox.Store, items: list[str], open_spans: set[tuple[int, int]]) -> Iterator[Finding]:
    for item in items:
        if any(_objects(store, item, t.TARGET)):
            continue
        spans = [_span(one) for one in _objects(store, item, t.EVIDENCE)]
        if not any(_overlap(one, other) for one in spans for other in open_spans):
            yield Finding(CHECK, item, "denotes no document and is not listed as unresolved")


def _open_spans(store: ox.Store, entry: Entry) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    kind = ox.NamedNode(t.C_UNRESOLVED)
    for graph in entry.graphs:
        for quad in store.quads_for_pattern(None, ox.NamedNode(t.RDF_TYPE), kind, ox.NamedNode(graph)):
            if isinstance(quad.subject, ox.NamedNode):
                found.update(_span(one) for one in _objects(store, quad.subject.value, t.EVIDENCE))
    return found


def _objects(store: ox.Store, subject: str, predicate: str) -> Iterator[str]:
    for quad in store.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None, None):
        if isinstance(quad.object, ox.NamedNode):
            yield quad.object.value


def _span(evidence: str) -> tuple[int, int]:
    """Where evidence stands; its name ends in place and rule."""
    start, _, end = evidence.split("/")[-2].partition("-")
    return int(start), int(end)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
