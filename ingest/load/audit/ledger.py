"""Whether every item of every list of references is accounted for: identified, or listed as unresolved."""

from collections.abc import Iterable, Iterator

from ingest.load.audit.finding import Finding
from ingest.load.audit.view import Term, View, iri
from ingest.load.entry import Entry
from ontology import terms as t
from ontology.names import document

CHECK = "ledger"


def ledger(entry: Entry, unresolved: Iterable[Term], view: View) -> Iterator[Finding]:
    """References in are references out; *unresolved* are the places that the document lists as undecided.

    >>> import pyoxigraph as ox
    >>> from ingest.load.audit.view import Whole
    >>> store = ox.Store()
    >>> store.bulk_load(path="tests/data/shape.trig", format=ox.RdfFormat.TRIG)
    >>> counted = {"references in": 2}
    >>> entry = Entry("00", "a.txt", "2008STATE900001", "Cable", "1", 12, (), 7, "", counted)
    >>> [one.message for one in ledger(entry, (), Whole(store))]
    ['lists 2 references, of which the graph has 1']
    """
    items = view.values(iri(document(entry.id)), iri(t.HAS_REFERENCE))
    expected = entry.found.get("references in", 0)
    if len(items) != expected:
        message = f"lists {expected} references, of which the graph has {len(items)}"
        yield Finding(CHECK, entry.id, message)
    evidence = iri(t.EVIDENCE)
    left = [_span(one) for thing in unresolved for one in view.values(thing, evidence)]
    for item in items:
        if view.values(item, iri(t.TARGET)):
            continue
        places = [_span(one) for one in view.values(item, evidence)]
        if not any(_overlap(one, other) for one in places for other in left):
            yield Finding(CHECK, item[1:-1], "denotes no document and is not listed as unresolved")


def _span(evidence: Term) -> tuple[int, int]:
    """Where evidence stands; its name ends in place and rule."""
    start, _, end = evidence[1:-1].split("/")[-2].partition("-")
    return int(start), int(end)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
