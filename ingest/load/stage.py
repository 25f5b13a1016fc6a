"""What was derived and does not stand in the graph yet: one file that only grows until all stands there.

Each document is a line that tells what follows, and its sorted lines packed. A build that was killed finds
them again; whether they are what the journal says, their hash shows.
"""

import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from ingest.load.entry import Entry
from ingest.load.index import Index
from ingest.load.layout import Layout
from ingest.load.lines import canonical


def pack(lines: Iterable[bytes]) -> bytes:
    """Sorted lines, packed.

    >>> unpack(pack([b"a", b"b"]))
    (b'a', b'b')
    """
    return zlib.compress(b"\n".join(lines), 1)


def unpack(packed: bytes) -> tuple[bytes, ...]:
    """The sorted lines that were packed; ``zlib.error`` where they are damaged.

    >>> unpack(pack([]))
    ()
    """
    data = zlib.decompress(packed)
    return tuple(data.split(b"\n")) if data else ()


@dataclass(slots=True)
class Stage:
    """The file and where each document stands in it.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> from ingest.load.index import index
    >>> entry = Entry("00", "a.txt", "2008STATE900001", "Cable", "1", 9, (), 1, canonical([b"a"]))
    >>> with TemporaryDirectory() as folder:
    ...     stage = Stage(Layout(Path(folder)), index(()))
    ...     stage.add([(entry, pack([b"a"]))])
    ...     lines = stage.get(entry), stage.has(entry)
    ...     stage.clear()
    ...     lines, stage.get(entry)
    (((b'a',), True), None)
    """

    layout: Layout
    index: Index
    size: int = field(init=False, default=0)
    _left: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        if self.layout.stage.exists():
            self._left = True
            self._find()

    def add(self, packed: Iterable[tuple[Entry, bytes]]) -> None:
        """Put documents at the end of the file and note where."""
        rows = []
        with self.layout.stage.open("ab") as file:
            file.truncate(self.size)
            file.seek(self.size)
            for entry, block in packed:
                head = json.dumps([entry.key, entry.canonical, len(block)]).encode() + b"\n"
                file.write(head + block)
                self.size += len(head) + len(block)
                rows.append((entry.key, entry.canonical, self.size - len(block), len(block)))
        self.index.sql.executemany("INSERT OR REPLACE INTO staged VALUES (?, ?, ?, ?)", rows)

    def has(self, entry: Entry) -> bool:
        """Whether the lines of an entry are there; those that an earlier build left are looked at first."""
        return self._row(entry) is not None and (not self._left or self.get(entry) is not None)

    def _row(self, entry: Entry) -> tuple[int, int] | None:
        found: tuple[int, int] | None = self.index.sql.execute(
            "SELECT start, size FROM staged WHERE key = ? AND canonical = ?", (entry.key, entry.canonical)
        ).fetchone()
        return found

    def get(self, entry: Entry) -> tuple[bytes, ...] | None:
        """The lines of an entry; ``None`` where they are not there, or not those."""
        row = self._row(entry)
        if row is None:
            return None
        try:
            with self.layout.stage.open("rb") as file:
                file.seek(row[0])
                found = unpack(file.read(row[1]))
        except (OSError, zlib.error):
            return None
        return found if canonical(found) == entry.canonical else None

    def clear(self) -> None:
        """Remove everything: it stands in the graph."""
        self.index.sql.execute("DELETE FROM staged")
        self.layout.stage.unlink(missing_ok=True)
        self.size = 0

    def _find(self) -> None:
        """Find what an earlier build left: also what it could not note any more."""
        total = self.layout.stage.stat().st_size
        rows = []
        with self.layout.stage.open("rb") as file:
            while head := file.readline():
                try:
                    key, hashed, size = json.loads(head)
                except (ValueError, TypeError):
                    break
                start = file.tell()
                if start + size > total:
                    break
                rows.append((key, hashed, start, size))
                self.size = start + size
                file.seek(self.size)
        with self.index.change():
            self.index.sql.execute("DELETE FROM staged")
            self.index.sql.executemany("INSERT OR REPLACE INTO staged VALUES (?, ?, ?, ?)", rows)
