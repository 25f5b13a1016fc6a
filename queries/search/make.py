"""An index written to a file, whole before anything can read it."""

import os
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from queries.search.gather import Document, Named, Passage, documents, passages, query, things
from queries.store import Queryable
from queries.wording import words

VERSION: Final = "2"
"""Another one where the tables, or what stands in them, became others."""

OPEN: Final = "\ufdd0"
CLOSE: Final = "\ufdd1"
"""Set around words that are found: no character, so that no text that is interchanged has them."""

_NONE: Final = "none"


def make(target: Path, source: Queryable, state: str) -> None:
    """Write the index of a graph in that state to *target*, in place of what is there.

    >>> from tempfile import TemporaryDirectory
    >>> from queries import open_reader
    >>> with TemporaryDirectory() as folder:
    ...     make(Path(folder) / "search.sqlite3", open_reader("tests/data/shape.trig"), "now")
    ...     made_of(Path(folder) / "search.sqlite3")
    'now'
    """
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    part.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(part, isolation_level=None)) as database:
            database.execute("PRAGMA journal_mode = OFF")
            database.execute("PRAGMA synchronous = OFF")
            database.executescript(query("schema.sql"))
            database.execute("BEGIN")
            _fill(database, source)
            database.executemany("INSERT INTO about VALUES (?, ?)", [("state", state), ("version", VERSION)])
            database.execute("COMMIT")
            database.execute("PRAGMA optimize")
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def made_of(place: Path) -> str | None:
    """The state that an index was made of; None where there is none that can be read.

    >>> made_of(Path("no-such-index")) is None
    True
    """
    if not place.is_file():
        return None
    try:
        with closing(sqlite3.connect(f"{place.resolve().as_uri()}?mode=ro", uri=True)) as database:
            told = dict(database.execute("SELECT name, value FROM about"))
    except sqlite3.Error:
        return None
    return str(told["state"]) if told.get("version") == VERSION else None


def _fill(database: sqlite3.Connection, source: Queryable) -> None:
    held = documents(source)
    database.executemany(
        "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?)",
        [(at, one.iri, one.label, one.title, one.sent, one.marking) for at, one in enumerate(held)],
    )
    values = _Values()
    places = {one.iri: (at, one) for at, one in enumerate(held)}
    entries = _entries(held, passages(source, held))
    for at, (document, passage) in enumerate(entries):
        _entry(database, at, places[document.iri][0], document, passage, values)
    database.executemany(
        "INSERT INTO value VALUES (?, ?, ?, ?)", [(at, *one) for one, at in values.known.items()]
    )
    database.execute("INSERT INTO words (words) VALUES ('rebuild')")
    database.execute("INSERT INTO words (words) VALUES ('optimize')")
    _names(database, things(source))


def _entries(held: Iterable[Document], told: Iterator[Passage]) -> Iterator[tuple[Document, Passage | None]]:
    """Each document, then its passages."""
    by_iri = {one.iri: one for one in held}
    for one in by_iri.values():
        yield one, None
    for passage in told:
        yield by_iri[passage.document], passage


class _Values:
    """The values of facets, each with a number."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, str, str], int] = {}
        self._labels: dict[tuple[str, str], str] = {}

    def number(self, field: str, value: str, label: str) -> int:
        told = self._labels.setdefault((field, value), label)
        return self.known.setdefault((field, value, told), len(self.known))


def _entry(
    database: sqlite3.Connection,
    at: int,
    place: int,
    document: Document,
    passage: Passage | None,
    values: _Values,
) -> None:
    if passage is None:
        names = " · ".join((document.label, *document.names))
        row = (
            document.iri,
            place,
            "document",
            document.label,
            "",
            document.marking,
            "",
            names,
            document.title,
        )
    else:
        row = (
            passage.iri,
            place,
            "passage",
            passage.label,
            passage.number,
            passage.marking,
            passage.status,
            passage.heading,
            passage.text,
        )
    database.execute("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (at, *map(_storable, row)))
    facets = sorted({values.number(*one) for one in _facets(document, passage)})
    database.executemany("INSERT INTO facet VALUES (?, ?)", [(at, one) for one in facets])


def _facets(document: Document, passage: Passage | None) -> Iterator[tuple[str, str, str]]:
    """A passage without a mark that can be read counts as its document's overall marking."""
    yield "kind", document.kind, _parted(document.kind)
    if document.sent[:4].isdigit():
        yield "year", document.sent[:4], document.sent[:4]
    marking = (passage.marking if passage else "") or document.marking or _NONE
    yield "marking", marking, marking
    yield from passage.named if passage else ()


def _parted(name: str) -> str:
    """The local name of a class as words: "PressStatement" is a "Press statement"."""
    return re.sub(r"(?<=[a-z])[A-Z]", lambda capital: f" {capital.group().lower()}", name)


def _names(database: sqlite3.Connection, named: Iterable[Named]) -> None:
    for at, one in enumerate(named):
        database.execute(
            "INSERT INTO thing VALUES (?, ?, ?, ?, ?)",
            (at, one.iri, one.kind, _storable(one.label), _storable(one.title)),
        )
        database.executemany(
            "INSERT INTO name (thing, name, norm) VALUES (?, ?, ?)",
            [(at, _storable(name), normal(name)) for name in one.names],
        )
    database.execute("CREATE INDEX name_norm ON name (norm)")
    database.execute("CREATE INDEX name_thing ON name (thing)")
    database.execute("CREATE INDEX thing_iri ON thing (iri)")
    database.execute("INSERT INTO spelling (spelling) VALUES ('rebuild')")


def normal(name: str) -> str:
    """A name as it is compared: without case, accents and signs.

    >>> normal("Türkiye"), normal("08 STATE 900001"), normal("end-use")
    ('turkiye', '08 state 900001', 'end use')
    """
    return " ".join(word.norm for word in words(name))


def _storable(value: object) -> object:
    """Text in which nothing stands that marks what is found; each character keeps its place."""
    if not isinstance(value, str):
        return value
    return value.replace(OPEN, "\ufffd").replace(CLOSE, "\ufffd").replace("\0", "\ufffd")
