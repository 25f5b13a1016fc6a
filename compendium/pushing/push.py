"""All graphs of a reader sent to a target, what was sent before left out, and the counts compared."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from compendium.pushing.graphs import graph, names
from compendium.pushing.record import Record
from compendium.pushing.target import Target
from ontology.names import GRAPH
from queries.store import Reader


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a push: graphs that were sent and those that were there, their triples, bytes, batches.

    *levels* counts the graphs of documents by their marking, *left* names graphs of earlier pushes that the
    store has no more, and *differ* tells of each graph that has another number of triples at the target
    (is, should be); it is None where nothing could be counted.
    """

    graphs: int
    there: int
    triples: int
    size: int
    batches: int
    levels: tuple[tuple[str, int], ...] = ()
    left: tuple[str, ...] = ()
    removed: int = 0
    differ: tuple[tuple[str, int, int], ...] | None = None


Tell = Callable[[str, int], None]


def push(
    reader: Reader,
    target: Target,
    record: Record,
    *,
    again: bool = False,
    prune: bool = False,
    tell: Tell | None = None,
) -> Sent:
    """Send each graph that the record does not have; *again* sends all, *prune* removes what is no more.

    *tell* is called with each graph's name and its triples when it has been sent. A graph is noted when all
    of its batches have arrived, so that one that was broken off is sent from its beginning.

    >>> from compendium.pushing import Manners
    >>> from queries import open_reader
    >>> target = Target("http://127.0.0.1:9/graph", manners=Manners(tries=1))
    >>> push(open_reader("tests/data/shape.trig"), target, Record(None, target.url))
    Traceback (most recent call last):
    queries.error.RemoteFailure: http://127.0.0.1:9/graph did not answer: ...
    """
    counted: dict[str, int] = {}
    there = size = batches = 0
    for name in names(reader):
        one = graph(reader, name)
        counted[name] = len(one.lines)
        if not again and record.has(name, one.digest):
            there += 1
            continue
        record.note(name, None)  # from the first batch on the target has neither the old nor the new
        for number, batch in enumerate(one.batches(target.manners.batch)):
            target.put(name, batch, first=number == 0)
            size, batches = size + len(batch), batches + 1
        record.note(name, one.digest)
        if tell is not None:
            tell(name, len(one.lines))
    left = tuple(sorted(set(record.graphs) - set(counted)))
    if prune:
        for name in left:
            target.remove(name)
            record.note(name, None)
    differ = _differing(target, counted)
    for name, _, _ in differ or ():
        record.note(name, None)
    return Sent(
        len(counted) - there,
        there,
        sum(counted.values()),
        size,
        batches,
        tuple(sorted(Counter(_levels(counted)).items())),
        () if prune else left,
        len(left) if prune else 0,
        differ,
    )


def _differing(target: Target, counted: dict[str, int]) -> tuple[tuple[str, int, int], ...] | None:
    found = target.counts(tuple(counted))
    if found is None:
        return None
    return tuple((name, found.get(name, 0), n) for name, n in counted.items() if found.get(name, 0) != n)


def _levels(counted: dict[str, int]) -> Iterator[str]:
    """The markings of the graphs of documents, which are the last part of their names."""
    for name in counted:
        if name.startswith(f"{GRAPH}document/"):
            yield name.rpartition("/")[2]
