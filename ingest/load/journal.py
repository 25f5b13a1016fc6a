"""The journal: one line for each document that was read, each line naming the hash of the line before it."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Final

from ingest.load.errors import Damaged, TooNew
from ingest.load.layout import Layout, sync_folder
from ingest.load.raw import digest

FORMAT: Final = 1
BEGINNING: Final = "0" * 64


@dataclass(frozen=True, slots=True)
class Entry:
    """What the journal says of one copy of a document.

    ``version`` names the pipeline and the tables that derived it; ``length`` counts the characters of its
    text, ``quads`` and ``canonical`` are the number and the hash of its sorted N-Quads. A copy that a later
    pipeline refuses has the reason in ``refused`` and no graphs.

    >>> entry = Entry("00ff", "a.txt", "2008STATE900001", "Cable", "1", 12, (), 0, "")
    >>> json.loads(entry.line())["id"]
    '2008STATE900001'
    """

    sha256: str
    source: str
    id: str
    kind: str
    version: str
    length: int
    graphs: tuple[str, ...]
    quads: int
    canonical: str
    found: Mapping[str, int] = field(default_factory=dict)
    refused: str | None = None
    previous: str = BEGINNING

    def line(self) -> bytes:
        """The entry as a line of the journal."""
        record = {"format": FORMAT, **asdict(self)}
        return json.dumps(record, ensure_ascii=False, sort_keys=True).encode() + b"\n"


@dataclass(frozen=True, slots=True)
class Journal:
    """The entries in the order of their writing, the hash of the last line, and the bytes of all.

    >>> first = Entry("00ff", "a.txt", "2008STATE900001", "Cable", "1", 12, (), 0, "")
    >>> again = replace(first, version="2", previous="hash of the first line")
    >>> journal = Journal((first, again), tail="hash of the second line")
    >>> journal.copies()["00ff"].version, len(journal.since(BEGINNING)), journal.since("unknown")
    ('2', 2, None)
    """

    entries: tuple[Entry, ...] = ()
    tail: str = BEGINNING
    size: int = 0

    def copies(self) -> dict[str, Entry]:
        """The latest entry of each copy, by its hash."""
        return {entry.sha256: entry for entry in self.entries}

    def since(self, tail: str) -> tuple[Entry, ...] | None:
        """The entries after the line with that hash; ``None`` if the journal has no such line."""
        if tail == self.tail:
            return ()
        for index, entry in enumerate(self.entries):
            if entry.previous == tail:
                return self.entries[index:]
        return None


def documents(journal: Journal) -> dict[str, Entry]:
    """The copy that stands for each document, by its identifier: the longest, then the smallest hash.

    >>> def copy(sha: str, size: int) -> Entry:
    ...     return Entry(sha, "a.txt", "2008STATE1", "Cable", "1", size, (), 0, "")
    >>> documents(Journal((copy("f", 9), copy("0", 9), copy("a", 2))))["2008STATE1"].sha256
    '0'
    """
    chosen: dict[str, Entry] = {}
    for entry in journal.copies().values():
        if entry.refused is None:
            other = chosen.get(entry.id)
            if other is None or (-entry.length, entry.sha256) < (-other.length, other.sha256):
                chosen[entry.id] = entry
    return dict(sorted(chosen.items()))


def read_journal(layout: Layout) -> Journal:
    """The whole journal, checked line by line; ``Damaged`` where the chain breaks.

    A last line without its end was never acknowledged and does not count.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     layout = Layout(Path(folder))
    ...     entry = Entry("00ff", "a.txt", "2008STATE900001", "Cable", "1", 12, (), 0, "")
    ...     size = layout.journal.write_bytes(entry.line() + b'{"format"')
    ...     [one.id for one in read_journal(layout).entries]
    ['2008STATE900001']
    """
    data = layout.journal.read_bytes() if layout.journal.exists() else b""
    whole = data[: data.rfind(b"\n") + 1]
    entries: list[Entry] = []
    tail = BEGINNING
    for number, line in enumerate(whole.splitlines(keepends=True), 1):
        entry = _entry(line, number)
        if entry.previous != tail:
            raise Damaged(f"line {number} of {layout.journal} does not follow the line before it")
        entries.append(entry)
        tail = digest(line)
    return Journal(tuple(entries), tail, len(whole))


def append(layout: Layout, journal: Journal, entry: Entry) -> Journal:
    """The journal with one more entry, which is on the disk when this returns.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> entry = Entry("00ff", "a.txt", "2008STATE900001", "Cable", "1", 12, (), 0, "")
    >>> with TemporaryDirectory() as folder:
    ...     layout = Layout(Path(folder))
    ...     made = append(layout, Journal(), entry)
    ...     made == read_journal(layout), made.tail == digest(layout.journal.read_bytes())
    (True, True)
    """
    linked = replace(entry, previous=journal.tail)
    line = linked.line()
    created = not layout.journal.exists()
    with layout.journal.open("ab") as file:
        file.truncate(journal.size)
        file.write(line)
        file.flush()
        os.fdatasync(file.fileno())
    if created:
        sync_folder(layout.root)
    return Journal((*journal.entries, linked), digest(line), journal.size + len(line))


def _entry(line: bytes, number: int) -> Entry:
    try:
        record = json.loads(line)
        if record.pop("format") > FORMAT:
            raise TooNew(f"line {number} of the journal was written by a later version of this program")
        return Entry(**{**record, "graphs": tuple(record["graphs"])})
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Damaged(f"line {number} of the journal cannot be read: {error}") from error
