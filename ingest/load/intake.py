"""Taking documents into a store: kept as they came, written into the journal, staged for the graph."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from ingest.load.journal import Entry, Journal, append
from ingest.load.layout import Layout
from ingest.load.lines import joined
from ingest.load.raw import digest, keep, kept
from ingest.load.sources import Skipped
from ingest.load.summary import Tally
from ingest.load.take import Pipeline, Taken, take
from ingest.read import Refused, read
from ingest.read.limit import LARGEST_FILE


@dataclass(slots=True)
class Intake:
    """A build under way: the journal as it grows, and what happened to each file."""

    layout: Layout
    pipeline: Pipeline
    journal: Journal
    copies: dict[str, Entry] = field(init=False)
    added: int = 0
    unchanged: int = 0
    changed: int = 0
    renewed: int = 0
    skipped: list[Skipped] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.copies = self.journal.copies()
        shutil.rmtree(self.layout.stage, ignore_errors=True)
        self.layout.stage.mkdir()

    def add(self, path: Path) -> None:
        """Take in one file; one that is refused is noted and leaves nothing behind."""
        try:
            data = _bytes(path)
            known = self.copies.get(digest(data))
            if known is not None and known.version == self.pipeline.version and known.refused is None:
                keep(self.layout, data)
                self.unchanged += 1
                return
            taken = take(data, str(path), self.pipeline)
        except Refused as refused:
            self.skipped.append(Skipped(refused.source, refused.code, refused.message))
            return
        keep(self.layout, data)
        self._write(taken)
        self._count(known, taken.entry)

    def refresh(self) -> None:
        """Take in again what an earlier pipeline or other tables had derived."""
        for entry in sorted(self.copies.values(), key=lambda one: one.sha256):
            if entry.version != self.pipeline.version:
                self._again(entry)

    def lines(self, entry: Entry) -> Iterable[bytes]:
        """The lines of an entry: as staged, or derived again from the document as it came."""
        staged = self.layout.stage / entry.sha256
        if staged.is_file():
            return staged.read_bytes().splitlines()
        return take(kept(self.layout, entry.sha256), entry.source, self.pipeline).lines

    def tally(self) -> Tally:
        """What happened to the files."""
        return Tally(self.added, self.unchanged, self.changed, self.renewed, tuple(self.skipped))

    def _again(self, entry: Entry) -> None:
        try:
            taken = take(kept(self.layout, entry.sha256), entry.source, self.pipeline)
        except Refused as refused:
            self.skipped.append(Skipped(refused.source, refused.code, refused.message))
            nothing = replace(entry, version=self.pipeline.version, refused=refused.message)
            self._write(Taken(replace(nothing, graphs=(), quads=0, canonical="", found={}), ()))
            return
        self._write(taken)
        self.renewed += 1

    def _write(self, taken: Taken) -> None:
        (self.layout.stage / taken.entry.sha256).write_bytes(joined(taken.lines))
        self.journal = append(self.layout, self.journal, taken.entry)
        self.copies[taken.entry.sha256] = self.journal.entries[-1]

    def _count(self, known: Entry | None, entry: Entry) -> None:
        if known is None:
            self.added += 1
        elif known.canonical == entry.canonical:
            self.unchanged += 1
        else:
            self.changed += 1


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size <= LARGEST_FILE:
            return path.read_bytes()
    except (OSError, ValueError):
        pass
    read(path)
    raise Refused(str(path), "unreadable", "the file cannot be read")
