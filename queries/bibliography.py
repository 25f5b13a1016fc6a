"""Documents as a list of references needs them: name, title, sender, date, number, place, address."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from queries.facts import DAY, kind
from queries.reach import MOST_ENDS, reach
from queries.store import Queryable
from queries.term import local, short


@dataclass(frozen=True, slots=True)
class Record:
    """One document: what is not known is None or empty.

    ``source`` is the volume and page of a printed text; ``earliest`` and ``latest`` are for what is not held.
    """

    iri: str
    identifier: str
    kind: str
    label: str
    title: str | None = None
    sender: str | None = None
    addressees: tuple[str, ...] = ()
    date: str | None = None
    place: str | None = None
    marking: str | None = None
    declassification: str | None = None
    source: str | None = None
    url: str | None = None
    tags: tuple[str, ...] = ()
    held: bool = False
    earliest: str | None = None
    latest: str | None = None


def records(source: Queryable, documents: Iterable[str], *, ghosts: bool = False) -> Iterator[Record]:
    """The documents among these IRIs, sorted, a block at a time; those that are not held only with *ghosts*.

    A regime's standing texts, which everybody names and nobody cites as a document, are not among them.

    >>> from queries import open_reader
    >>> from queries.network import DOCUMENTS, things
    >>> shape = open_reader("tests/data/shape.trig")
    >>> [(one.label, one.date, one.sender) for one in records(shape, things(shape, DOCUMENTS))]
    [('08 STATE 900001', '2008-04-04', 'STATE')]
    >>> [one.label for one in records(shape, things(shape, DOCUMENTS), ghosts=True)]
    ['08 STATE 900001', '08 STATE 900002']
    """
    ordered = sorted(set(documents))
    for start in range(0, len(ordered), MOST_ENDS):
        block = ordered[start : start + MOST_ENDS]
        facts: dict[str, dict[str, list[str]]] = {one: defaultdict(list) for one in block}
        for row in reach(source, "bibliography", "node", block):
            facts[row["node"]][local(row["property"])].append(row["value"])
        for one in block:
            is_ghost = "Ghost" in map(local, facts[one].get("type", ()))
            if "True" in facts[one].get("held", ()) or (ghosts and is_ghost):
                yield _record(one, facts[one])


def _record(one: str, facts: Mapping[str, Sequence[str]]) -> Record:
    def first(name: str) -> str | None:
        return next(iter(facts.get(name, ())), None)

    marking, earliest, latest = first("marking"), first("earliest"), first("latest")
    sent = first("sent") or (latest if earliest == latest else None)
    return Record(
        iri=one,
        identifier=first("identifier") or local(one),
        kind=kind(map(local, facts["type"])),
        label=first("label") or short(one),
        title=first("title"),
        sender=first("sender"),
        addressees=tuple(facts.get("addressee", ())),
        date=None if sent is None else sent[:DAY],
        place=first("place"),
        marking=None if marking is None else local(marking),
        declassification=first("declassification"),
        source=first("source"),
        url=first("seeAlso"),
        tags=tuple(facts.get("tag", ())),
        held="True" in facts.get("held", ()),
        earliest=earliest,
        latest=latest,
    )
