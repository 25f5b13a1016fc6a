"""What the documents of a store tell of each other: which one is meant where one gives another in part."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from ingest.join.join import Joined, join
from ingest.join.named import Named
from ingest.judgement.judged import Judged
from ingest.load.entry import Entry
from ingest.load.index import Index
from ingest.register import Register, register
from ingest.settle import MARKING, Settled
from ingest.state.marks import joined as highest
from ingest.state.marks import mark


def register_of(index: Index) -> Register:
    """The register of all documents that a store holds.

    >>> from ingest.load.index import index
    >>> from ingest.load.journal import Tail
    >>> entry = Entry("00", "a.txt", "2008STATE900001", "Cable", "1", 9, (), 0, "", sent="2008-04-04")
    >>> sorted(register_of(index([(entry, Tail())])).ids)
    ['2008STATE900001']
    """
    return register(entry.facts for entry in index.held())


@dataclass(frozen=True, slots=True)
class Shown:
    """What the documents of a store show together, made when it is asked for.

    >>> from ingest.register import register
    >>> Shown(lambda: register(()), Joined).joined().undecided
    ()
    """

    register: Callable[[], Register]
    joined: Callable[[], Joined]
    judged: Judged = field(default_factory=Judged)


def joined_of(index: Index, judged: Judged) -> Joined:
    """What all documents of a store name, with what of it is one.

    >>> from ingest.load.index import index
    >>> joined_of(index(()), Judged()).joins
    ()
    """
    return join(index.named(), judged)


def unsettled(
    index: Index, known: Register, joined: Joined, judged: Judged
) -> Iterator[tuple[Entry, Settled]]:
    """The documents that were derived when less, or other, was known of what they cite or name; by file.

    >>> from ingest.load.index import index
    >>> from ingest.load.journal import Tail
    >>> held = Entry("00", "a.txt", "2007ROME12", "Cable", "1", 9, (), 0, "", sent="2007-12-30")
    >>> asks = Entry("01", "b.txt", "2008ROME2", "Cable", "1", 9, (), 0, "", sent="2008-01-02",
    ...              assumed=(("2008ROME12", None),))
    >>> made = index([(held, Tail()), (asks, Tail())])
    >>> none = Judged()
    >>> found = unsettled(made, register_of(made), joined_of(made, none), none)
    >>> [(one.id, settled) for one, settled in found]
    [('2008ROME2', {'2008ROME12': '2007ROME12'})]
    """
    several = index.several()
    for entry in index.entries("WHERE key IN (SELECT key FROM documents)"):
        changed = judged.settled(entry.id)
        higher = raised(index.copies_of(entry.id)) if entry.id in several else {}
        if entry.assumed or entry.named or entry.settled or changed or higher:
            named = joined.settled(named_by(entry))
            settled = {**known.settled(entry.facts), **named, **changed, **higher}
            if settled != dict(entry.settled):
                yield entry, settled


def raised(copies: tuple[Entry, ...]) -> Settled:
    """The mark that all copies of a document together have, where the first, which stands, has a lower one.

    A copy that gives no mark tells nothing of it.

    >>> from dataclasses import replace
    >>> one = Entry("00", "a.txt", "2008STATE900001", "Cable", "1", 9, (), 0, "", marking="C")
    >>> raised((one, replace(one, marking="S/NF"))), raised((one, replace(one, marking="U")))
    ({'marking': 'S/NF'}, {})
    """
    found = [mark(one.marking, {}) for one in copies]
    said = [one for one in found if one is not None]
    if not said or (top := highest(said)) == found[0]:
        return {}
    return {MARKING: top.name}


def named_by(entry: Entry) -> tuple[Named, ...]:
    """What a document says of decisions, proposals and meetings.

    >>> entry = Entry("00", "a.txt", "2008STATE900001", "Cable", "1", 9, (), 0, "", sent="2008-04-04T01:00Z",
    ...               named=({"kind": "proposal", "id": "p", "regime": "mtcr"},))
    >>> [(one.name, one.document, one.sent) for one in named_by(entry)]
    [('proposal/p', '2008STATE900001', '2008-04-04')]
    """
    day = (entry.sent or "")[:10] or None
    return tuple(Named.of_row(entry.id, day, row) for row in entry.named)
