"""What the journal says, in tables: SQLite beside it, made again whenever it does not fit the journal."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from ingest.join.named import Named
from ingest.load.entry import Container, Entry, Line, read_line
from ingest.load.index.tables import FILES, KEEPS, NAMED, STANDING, TABLES, UNFINISHED, VERSION
from ingest.load.journal import Tail, read_journal
from ingest.load.layout import Layout


class Index:
    """The tables, open. Several changes are made in one step with :meth:`change`.

    >>> made = index(())
    >>> entry = Entry("00ff", "a.txt", "2008STATE900001", "Cable", "1", 12, (), 0, "")
    >>> with made.change():
    ...     made.record([entry], Tail())
    >>> made.copy("00ff") == entry, [one.id for one in made.held()], made.count()
    (True, ['2008STATE900001'], 1)
    >>> [one.key for one in made.copies_of("2008STATE900001")] == [one.key for one in made.copies()]
    True
    >>> [one.id for one in made.entries("WHERE version != ?", ("2",))], dict(made.kinds())
    (['2008STATE900001'], {'Cable': 1})
    >>> made.totals()["quads"], made.tail().lines, made.unfinished("1"), made.file("a.txt", "12 1 1 1")
    (0, 0, (), None)
    >>> made.put("graph", "changing"), made.get("graph"), made.refusal("00ff", "1")
    (None, 'changing', None)
    >>> made.container("00ff") is None, list(made.containers()), list(made.files()), made.keeps("00ff")
    (True, [], [('00ff', 'a.txt')], True)
    >>> list(made.named()), made.several()
    ([], frozenset())
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.sql = connection

    @contextmanager
    def change(self) -> Iterator[None]:
        """All changes of the block, or none of them."""
        self.sql.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.sql.execute("ROLLBACK")
            raise
        self.sql.execute("COMMIT")

    def record(self, lines: Iterable[Line], tail: Tail) -> None:
        """Take in lines of the journal, and where it ends with them."""
        touched: set[str] = set()
        for one in lines:
            if isinstance(one, Container):
                self.sql.execute(
                    "INSERT OR REPLACE INTO containers VALUES (?, ?, ?)",
                    (one.sha256, one.version, one.line()),
                )
            else:
                touched |= self._copy(one)
        for name in sorted(touched):
            self._stand(name)
        self.put("tail", json.dumps([tail.digest, tail.start, tail.size, tail.lines]))

    def _copy(self, one: Entry) -> set[str]:
        old = self.sql.execute("SELECT id FROM copies WHERE key = ?", (one.key,)).fetchone()
        self.sql.execute(
            "INSERT OR REPLACE INTO copies VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(one.key, one.sha256, one.container, one.id, one.version),
                *(one.refused is not None, one.scanned, one.length, one.canonical, one.line()),
            ),
        )
        self.sql.execute("DELETE FROM named WHERE key = ?", (one.key,))
        self.sql.executemany(
            "INSERT INTO named VALUES (?, ?, ?, ?)",
            ((one.key, one.id, (one.sent or "")[:10] or None, json.dumps(row)) for row in one.named),
        )
        return {one.id, *(old or ())}

    def _stand(self, name: str) -> None:
        """Decide anew which copy stands for a document."""
        best = self.sql.execute(STANDING, (name,)).fetchone()
        if best is None:
            self.sql.execute("DELETE FROM documents WHERE id = ?", (name,))
            return
        entry = _entry(best[1])
        mark = entry.canonical
        if best[2] > 1:
            others = sorted(f"{one.key} {one.form} {one.length}" for one in self.copies_of(name))
            mark = f"{mark} {json.dumps(others)} {entry.key}"
        self.sql.execute(
            "INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?)",
            (name, entry.key, mark, entry.kind, best[2], entry.quads, json.dumps(dict(entry.found))),
        )

    def copy(self, key: str) -> Entry | None:
        """The latest entry of a copy."""
        row = self.sql.execute("SELECT line FROM copies WHERE key = ?", (key,)).fetchone()
        return None if row is None else _entry(row[0])

    def copies_of(self, name: str) -> tuple[Entry, ...]:
        """The copies of a document, the one that stands for it first."""
        rows = self.sql.execute(STANDING.replace("LIMIT 1", ""), (name,)).fetchall()
        return tuple(_entry(row[1]) for row in rows)

    def several(self) -> frozenset[str]:
        """The documents of which more than one copy is held."""
        return frozenset(row[0] for row in self.sql.execute("SELECT id FROM documents WHERE copies > 1"))

    def copies(self) -> Iterator[Entry]:
        """The latest entry of each copy, refused ones too."""
        return self._entries("SELECT key FROM copies ORDER BY key")

    def container(self, sha256: str) -> Container | None:
        """What is known of a file of several documents that was read to its end."""
        row = self.sql.execute("SELECT line FROM containers WHERE sha256 = ?", (sha256,)).fetchone()
        found = None if row is None else read_line(row[0])
        return found if isinstance(found, Container) else None

    def containers(self) -> Iterator[Container]:
        """All files of several documents."""
        for row in self.sql.execute("SELECT line FROM containers ORDER BY sha256"):
            found = read_line(row[0])
            if isinstance(found, Container):
                yield found

    def files(self) -> Iterator[tuple[str, str]]:
        """The hash and the name of each file that is kept, by hash."""
        for sha256, source in self.sql.execute(FILES):
            yield str(sha256), str(source)

    def keeps(self, sha256: str) -> bool:
        """Whether a file is kept for one of its documents, or because it was read to its end."""
        return self.sql.execute(KEEPS, (sha256, sha256, sha256)).fetchone() is not None

    def held(self, query: str = "", values: tuple[object, ...] = ()) -> Iterator[Entry]:
        """The copy that stands for each document, by identifier; *query* goes on after the tables."""
        return self._entries(f"SELECT key FROM documents d {query} ORDER BY d.id", values)

    def entries(self, query: str, values: tuple[object, ...] = ()) -> Iterator[Entry]:
        """The latest entries of some copies; *query* goes on after the table."""
        return self._entries(f"SELECT key FROM copies {query} ORDER BY container, key", values)

    def _entries(self, query: str, values: tuple[object, ...] = ()) -> Iterator[Entry]:
        # the names first: what is asked of the entries may change the tables
        for (key,) in self.sql.execute(query, values).fetchall():
            found = self.copy(key)
            if found is not None:
                yield found

    def named(self) -> Iterator[Named]:
        """What the documents say of decisions, proposals and meetings, in no order."""
        rows = self.sql.execute(NAMED)
        return (Named.of_row(document, sent, json.loads(row)) for document, sent, row in rows)

    def refusal(self, sha256: str, version: str) -> tuple[str, str] | None:
        """The code and the message with which a version refused a file."""
        row = self.sql.execute(
            "SELECT code, message FROM refusals WHERE sha256 = ? AND version = ?", (sha256, version)
        ).fetchone()
        return None if row is None else (str(row[0]), str(row[1]))

    def file(self, path: str, stamp: str) -> str | None:
        """The hash of a file that is as it was when it was last read."""
        row = self.sql.execute(
            "SELECT sha256 FROM files WHERE path = ? AND stamp = ?", (path, stamp)
        ).fetchone()
        return None if row is None else str(row[0])

    def unfinished(self, version: str) -> tuple[str, ...]:
        """The files of several documents that this version has not read to their end."""
        rows = self.sql.execute(UNFINISHED, (version, version, version))
        return tuple(row[0] for row in rows)

    def count(self) -> int:
        """How many documents are held."""
        return int(self.sql.execute("SELECT COUNT(*) FROM documents").fetchone()[0])

    def totals(self) -> Mapping[str, int]:
        """Of all documents held: quads, copies, and what was found, by kind in the order of first meeting."""
        found: Counter[str] = Counter()
        for quads, copies, told in self.sql.execute("SELECT quads, copies, found FROM documents ORDER BY id"):
            found.update({"quads": quads, "copies": copies - 1, **json.loads(told)})
        return found

    def kinds(self) -> Mapping[str, int]:
        """How many documents of each kind are held."""
        return dict(self.sql.execute("SELECT kind, COUNT(*) FROM documents GROUP BY kind ORDER BY kind"))

    def get(self, name: str) -> str | None:
        """A note."""
        row = self.sql.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def put(self, name: str, value: str) -> None:
        """Write a note."""
        self.sql.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def tail(self) -> Tail:
        """Where the journal ended when it was last taken in."""
        return Tail(*json.loads(self.get("tail") or "[]"))


def index(lines: Iterable[tuple[Line, Tail]]) -> Index:
    """The tables of a journal, apart from those of its store; they go with the process.

    >>> index(()).count()
    0
    """
    made = Index(_connect(""))
    _create(made)
    with made.change():
        _take_in(made, lines)
    return made


def open_index(layout: Layout) -> Index:
    """The tables of a store, as the journal has it; ``Damaged`` where the journal has been changed.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     (Path(folder) / "journal").touch()
    ...     open_index(Layout(Path(folder))).count()
    0
    """
    try:
        made = Index(_connect(str(layout.index)))
        sound = made.sql.execute("SELECT name FROM sqlite_master WHERE name = 'meta'").fetchone() is not None
        if sound and made.get("version") == VERSION and _fits(made, layout):
            return made
        made.sql.close()
    except sqlite3.DatabaseError:
        pass
    _remove(layout)
    made = Index(_connect(str(layout.index)))
    with made.change():
        _create(made)
        _take_in(made, read_journal(layout))
        made.put("journal", stamp(layout))
    return made


def stamp(layout: Layout) -> str:
    """By what a change of the journal from outside is told.

    >>> from pathlib import Path
    >>> stamp(Layout(Path("no-such-store.db")))
    ''
    """
    if not layout.journal.exists():
        return ""
    found = layout.journal.stat()
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ino}"


def _fits(made: Index, layout: Layout) -> bool:
    """Whether the tables are those of the journal; lines that they lack are taken in."""
    if made.get("journal") == stamp(layout):
        return True
    known, known_there = made.tail(), made.tail().lines == 0
    rest: list[tuple[Line, Tail]] = []
    for line, tail in read_journal(layout):
        known_there = known_there or tail == known
        if tail.lines > known.lines:
            rest.append((line, tail))
    if not known_there:
        return False
    with made.change():
        _take_in(made, rest)
        made.put("journal", stamp(layout))
    return True


def _take_in(made: Index, lines: Iterable[tuple[Line, Tail]]) -> None:
    for line, tail in lines:
        made.record([line], tail)


def _create(made: Index) -> None:
    for statement in TABLES.split(";"):
        if statement.strip():
            made.sql.execute(statement)
    made.put("version", VERSION)


def _connect(path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA cache_size = -16000")
    return connection


def _remove(layout: Layout) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        layout.index.with_name(layout.index.name + end).unlink(missing_ok=True)


def _entry(line: bytes) -> Entry:
    found = read_line(line)
    if not isinstance(found, Entry):
        raise TypeError("a copy has the line of a file of several documents")
    return found
