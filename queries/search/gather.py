"""What an index is made of, read from a graph: documents, then their passages some documents at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, TypeAlias

from ontology import terms as t
from queries.store import Queryable
from queries.term import Plain, fill, iri, local

HERE: Final = Path(__file__).parent
MANY: Final = 100
"""So many documents are read at a time: what is held in memory does not grow with the store."""

KINDS: Final = (
    (t.C_DOCUMENT, "document"),
    (t.C_MEETING, "meeting"),
    (t.C_DECISION, "decision"),
    (t.C_PROPOSAL, "proposal"),
    (t.C_COUNTRY, "country"),
    (t.C_POST, "post"),
    (t.C_REGIME, "regime"),
    (t.C_TOPIC, "topic"),
)
"""The kinds of things that have a name which tables of other people may have too."""

Value: TypeAlias = tuple[str, str, str]
"""A value of a facet: the facet, the value's code, and its label."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document that is held; ``kind`` is the local name of its class, what is unknown is empty."""

    iri: str
    label: str
    title: str
    kind: str
    names: tuple[str, ...]
    sent: str
    marking: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with the countries and regimes that it names, each with its field, code and label."""

    iri: str
    document: str
    label: str
    number: str
    heading: str
    text: str
    marking: str
    status: str
    named: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A thing with all its names; ``title`` tells more of it, where there is more."""

    iri: str
    kind: str
    label: str
    title: str
    names: tuple[str, ...]


@cache
def query(name: str) -> str:
    """The text of one of the queries and statements of this folder.

    >>> "SELECT" in query("documents.rq"), "SELECT" in query("best.sql")
    (True, True)
    """
    return (HERE / name).read_text("utf-8")


def documents(source: Queryable) -> tuple[Document, ...]:
    """All documents that are held.

    >>> from queries import open_reader
    >>> [(one.label, one.kind, one.marking) for one in documents(open_reader("tests/data/shape.trig"))]
    [('08 STATE 900001', 'Cable', 'C')]
    """
    said: dict[str, dict[str, list[str]]] = {}
    for row in source.query(query("documents.rq"), file="documents.rq").dicts():
        values = said.setdefault(str(row["document"]), {})
        for column, value in row.items():
            if value is not None and str(value) not in values.setdefault(column, []):
                values[column].append(str(value))
    return tuple(_document(one, values) for one, values in said.items())


def _document(name: str, said: dict[str, list[str]]) -> Document:
    def first(column: str) -> str:
        return next(iter(said.get(column, ())), "")

    return Document(
        name,
        first("label") or local(name),
        first("title"),
        local(first("kind")) or "Document",
        tuple(said.get("name", ())),
        first("sent"),
        local(first("marking")),
    )


def passages(source: Queryable, of: Sequence[Document]) -> Iterator[Passage]:
    """The passages of these documents that have words, in their order.

    >>> from queries import open_reader
    >>> source = open_reader("tests/data/shape.trig")
    >>> [(one.number, one.named) for one in passages(source, documents(source))]
    [('7', ()), ('7.C', (('regime', 'mtcr', 'Missile Technology Control Regime'),))]
    """
    facets = _facets(source)
    for at in range(0, len(of), MANY):
        terms = {"document": [iri(one.iri) for one in of[at : at + MANY]]}
        named: dict[str, dict[Value, None]] = {}
        for row in source.query(fill(query("named.rq"), terms), file="named.rq").dicts():
            found = facets.get(str(row["named"]), ())
            named.setdefault(str(row["passage"]), {}).update(dict.fromkeys(found))
        seen = set[str]()
        for row in source.query(fill(query("passages.rq"), terms), file="passages.rq").dicts():
            name = str(row["passage"])
            if name not in seen:
                seen.add(name)
                yield _passage(name, row, tuple(named.get(name, ())))


def _facets(source: Queryable) -> dict[str, tuple[Value, ...]]:
    """What names each country or regime, itself or as a meeting of it."""
    found: dict[str, dict[tuple[str, str], str]] = {}
    for row in source.query(query("facets.rq"), file="facets.rq").dicts():
        code = local(str(row["thing"]))
        values = found.setdefault(str(row["named"]), {})
        values.setdefault((str(row["field"]), code), _text(row["label"]) or code)
    return {name: tuple((*key, label) for key, label in values.items()) for name, values in found.items()}


def _passage(name: str, row: dict[str, Plain], named: tuple[Value, ...]) -> Passage:
    return Passage(
        name,
        str(row["document"]),
        _text(row["label"]) or local(name),
        _text(row["number"]),
        _text(row["heading"]),
        _text(row["text"]),
        local(_text(row["marking"])),
        _text(row["status"]),
        named,
    )


def things(source: Queryable) -> Iterator[Named]:
    """All things of the kinds that can be looked up by name.

    >>> from queries import open_reader
    >>> found = {one.iri: one for one in things(open_reader("tests/data/shape.trig"))}
    >>> [one.names for one in found.values() if one.label == "08 STATE 900001"]
    [('08 STATE 900001', '2008STATE900001', 'STATE 900001', 'MTCR: GUIDANCE FOR THE RPOC')]
    """
    for kind, name in KINDS:
        said: dict[str, dict[str, list[str]]] = {}
        text = fill(query("things.rq"), {"kind": [iri(kind)]})
        for row in source.query(text, file="things.rq").dicts():
            values = said.setdefault(str(row["thing"]), {"label": [], "title": [], "name": []})
            for column, told in values.items():
                if row[column] is not None:
                    told.append(str(row[column]))
        for thing, values in said.items():
            yield _named(thing, name, values)


def _named(thing: str, kind: str, said: dict[str, list[str]]) -> Named:
    names = tuple(dict.fromkeys((*said["label"], *said["name"], *said["title"])))
    label = next(iter(said["label"]), "") or local(thing)
    return Named(thing, kind, label, next(iter(said["title"]), ""), names)


def _text(value: Plain) -> str:
    return "" if value is None else str(value)
