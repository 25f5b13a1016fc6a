"""The journal: one line for each document that was read, each line naming the hash of the line before it."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ingest.load.entry import BEGINNING, Line, read_line
from ingest.load.errors import Damaged, TooNew
from ingest.load.layout import Layout, sync_folder
from ingest.load.raw import digest


@dataclass(frozen=True, slots=True)
class Tail:
    """Where the journal ends: hash and beginning of its last line, the bytes and the lines of all."""

    digest: str = BEGINNING
    start: int = 0
    size: int = 0
    lines: int = 0

    def after(self, line: bytes) -> "Tail":
        """The end with one more line.

        >>> made = Tail().after(b"{}")
        >>> made.size, made.lines
        (2, 1)
        """
        return Tail(digest(line), self.size, self.size + len(line), self.lines + 1)


def read_journal(layout: Layout, after: Tail | None = None) -> Iterator[tuple[Line, Tail]]:
    """Each entry and where the journal ends with it; ``Damaged`` where the chain of lines breaks.

    A last line without its end was never acknowledged and does not count. *after* is where to begin.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> from ingest.load.entry import Entry
    >>> with TemporaryDirectory() as folder:
    ...     layout = Layout(Path(folder))
    ...     entry = Entry("00ff", "a.txt", "2008STATE900001", "Cable", "1", 12, (), 0, "")
    ...     size = layout.journal.write_bytes(entry.line() + b'{"format"')
    ...     [(one.id, tail.lines) for one, tail in read_journal(layout)]
    [('2008STATE900001', 1)]
    """
    if not layout.journal.exists():
        return
    tail = after or Tail()
    with layout.journal.open("rb") as file:
        file.seek(tail.size)
        for line in file:
            if not line.endswith(b"\n"):
                return
            entry = _entry(line, tail.lines + 1)
            if entry.previous != tail.digest:
                raise Damaged(f"line {tail.lines + 1} of {layout.journal} does not follow the line before it")
            tail = tail.after(line)
            yield entry, tail


def append(layout: Layout, tail: Tail, entries: Iterable[Line]) -> tuple[Tail, tuple[Line, ...]]:
    """The journal's end with more entries, and these; they are on the disk when this returns.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> from ingest.load.entry import Entry
    >>> entry = Entry("00ff", "a.txt", "2008STATE900001", "Cable", "1", 12, (), 0, "")
    >>> with TemporaryDirectory() as folder:
    ...     layout = Layout(Path(folder))
    ...     tail, (linked, _) = append(layout, Tail(), [entry, entry])
    ...     [one[1] for one in read_journal(layout)][-1] == tail, linked == entry
    (True, True)
    """
    written, lines, made = bytearray(), tail, []
    for entry in entries:
        linked = replace(entry, previous=lines.digest)
        line = linked.line()
        lines = lines.after(line)
        written += line
        made.append(linked)
    created = not layout.journal.exists()
    with layout.journal.open("ab") as file:
        file.truncate(tail.size)
        file.write(written)
        file.flush()
        os.fdatasync(file.fileno())
    if created:
        sync_folder(layout.root)
    return lines, tuple(made)


def _entry(line: bytes, number: int) -> Line:
    try:
        return read_line(line)
    except TooNew as error:
        raise TooNew(f"line {number}: {error}") from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Damaged(f"line {number} of the journal cannot be read: {error}") from error
