"""What the documents of a store tell of each other: which one is meant where one gives another in part."""

from collections.abc import Iterator

from ingest.load.entry import Entry
from ingest.load.index import Index
from ingest.register import Register, register
from ingest.settle import Settled


def register_of(index: Index) -> Register:
    """The register of all documents that a store holds.

    >>> from ingest.load.index import index
    >>> from ingest.load.journal import Tail
    >>> entry = Entry("00", "a.txt", "2008STATE900001", "Cable", "1", 9, (), 0, "", sent="2008-04-04")
    >>> sorted(register_of(index([(entry, Tail())])).ids)
    ['2008STATE900001']
    """
    return register(entry.facts for entry in index.held())


def unsettled(index: Index, known: Register) -> Iterator[tuple[Entry, Settled]]:
    """The documents that were derived when less, or other, was known of what they cite; by file.

    >>> from ingest.load.index import index
    >>> from ingest.load.journal import Tail
    >>> held = Entry("00", "a.txt", "2007ROME12", "Cable", "1", 9, (), 0, "", sent="2007-12-30")
    >>> asks = Entry("01", "b.txt", "2008ROME2", "Cable", "1", 9, (), 0, "", sent="2008-01-02",
    ...              assumed=(("2008ROME12", None),))
    >>> made = index([(held, Tail()), (asks, Tail())])
    >>> [(one.id, settled) for one, settled in unsettled(made, register_of(made))]
    [('2008ROME2', {'2008ROME12': '2007ROME12'})]
    """
    for entry in index.entries("WHERE key IN (SELECT key FROM documents)"):
        if entry.assumed or entry.settled:
            settled = known.settled(entry.facts)
            if settled != dict(entry.settled):
                yield entry, settled
