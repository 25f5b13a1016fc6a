"""The documents that are cited and not held, and in which days each must have been sent.

The graph is read in the order of its own index, kind by kind, into tables on the disk that are joined there:
to ask it for each document anew takes the longer, the larger it is, and memory must not grow with it.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date
from itertools import groupby
from typing import Final, TypeAlias

import pyoxigraph as ox

from ingest.register import Register
from ingest.register.register import day_of
from ingest.state.label import DATED
from ingest.state.terms import flag, moment, node
from ontology import terms as t
from ontology.names import DERIVED_GRAPH

GRAPH: Final = node(DERIVED_GRAPH)
Citing: TypeAlias = Iterable[tuple[str, str | None]]
"""The documents that cite one, with the day that each gives for itself."""

_TABLES: Final = (
    "CREATE TABLE cited (thing TEXT, value TEXT)",
    "CREATE TABLE held (thing TEXT, value TEXT)",
    "CREATE TABLE sent (thing TEXT, value TEXT)",
    "CREATE TABLE identifier (thing TEXT, value TEXT)",
)
# made when the tables are full: sorted once, and not kept in order row by row
_INDEXES: Final = (
    "CREATE INDEX cited_all ON cited (thing, value)",
    "CREATE INDEX held_all ON held (thing)",
    "CREATE INDEX sent_all ON sent (thing, value)",
    "CREATE INDEX identifier_all ON identifier (thing, value)",
)
_GHOSTS: Final = """
SELECT DISTINCT thing, (SELECT MIN(value) FROM identifier i WHERE i.thing = c.thing), value,
    (SELECT MIN(value) FROM sent s WHERE s.thing = c.value)
FROM cited c WHERE thing NOT IN (SELECT thing FROM held) ORDER BY thing, value
"""


def ghost_quads(store: ox.Store, known: Register) -> Iterator[ox.Quad]:
    """What is said of each document that is cited and not held; the graph may be written to meanwhile.

    >>> from ingest.register import register
    >>> from tests.brief import brief
    >>> store = ox.Store()
    >>> store.bulk_load(path="tests/data/shape.trig", format=ox.RdfFormat.TRIG)
    >>> for one in brief(ghost_quads(store, register(())), "held", "earliest", "latest"):
    ...     print(one)
    2008STATE900002 earliest 2008-01-01
    2008STATE900002 held false
    2008STATE900002 latest 2008-04-04
    """
    # a database without a name is a file of its own, which goes with it; little of it is in memory
    with closing(sqlite3.connect("", isolation_level=None)) as tables:
        tables.execute("PRAGMA journal_mode = OFF")
        for statement in _TABLES:
            tables.execute(statement)
        tables.execute("BEGIN")
        tables.executemany("INSERT INTO cited VALUES (?, ?)", _named(store))
        tables.executemany("INSERT INTO held VALUES (?, ?)", _told(store, t.HELD, flag(True)))
        tables.executemany("INSERT INTO sent VALUES (?, ?)", _told(store, t.SENT))
        tables.executemany("INSERT INTO identifier VALUES (?, ?)", _told(store, t.DCTERMS_IDENTIFIER))
        for statement in _INDEXES:
            tables.execute(statement)
        tables.execute("COMMIT")
        for (name, told), rows in groupby(tables.execute(_GHOSTS), lambda row: (row[0], row[1])):
            yield from _ghost(node(name), told or "", ((row[2], row[3]) for row in rows), known)


def _named(store: ox.Store) -> Iterator[tuple[str, str]]:
    for quad in store.quads_for_pattern(None, node(t.CITES), None, None):
        if isinstance(quad.object, ox.NamedNode) and isinstance(quad.subject, ox.NamedNode):
            yield quad.object.value, quad.subject.value


def _told(store: ox.Store, predicate: str, value: ox.Literal | None = None) -> Iterator[tuple[str, str]]:
    for quad in store.quads_for_pattern(None, node(predicate), value, None):
        if isinstance(quad.object, ox.Literal) and isinstance(quad.subject, ox.NamedNode):
            yield quad.subject.value, quad.object.value


def _ghost(ghost: ox.NamedNode, name: str, citing: Citing, known: Register) -> Iterator[ox.Quad]:
    yield ox.Quad(ghost, node(t.RDF_TYPE), node(t.C_GHOST), GRAPH)
    yield ox.Quad(ghost, node(t.HELD), flag(False), GRAPH)
    first = None
    for source, sent in citing:
        yield ox.Quad(ghost, node(t.CITED_IN), node(source), GRAPH)
        day = day_of(sent)
        first = day if first is None or (day is not None and day < first) else first
    for predicate, day in _interval(name, first, known):
        value = moment(day.isoformat())
        if value is not None:
            yield ox.Quad(ghost, node(predicate), value, GRAPH)


def _interval(name: str, cited: date | None, known: Register) -> list[tuple[str, date]]:
    """The first and the last day on which a document of that name can have been sent.

    >>> from ingest.register import register
    >>> [day.isoformat() for _, day in _interval("2008STATE900002", date(2008, 4, 4), register(()))]
    ['2008-01-01', '2008-04-04']
    """
    dated = DATED.match(name)
    found = known.interval(name, cited, None if dated is None else day_of(dated.text(2)))
    if found is None:
        return []
    first = [] if found.earliest == date.min else [(t.EARLIEST, found.earliest)]
    return [*first, (t.LATEST, found.latest)]
