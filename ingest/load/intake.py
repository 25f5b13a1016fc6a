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
from ingest.load.workers import Bytes, TakeAll
from ingest.read import Refused, read
from ingest.read.limit import LARGEST_FILE


@dataclass(slots=True)
class Intake:
    r"""A build under way: the journal as it grows, and what happened to each file.

    >>> from tempfile import TemporaryDirectory
    >>> from ingest.extract import extract
    >>> from ingest.load.workers import workers
    >>> from ingest.tables import knowledge
    >>> made_by = Pipeline(extract, knowledge(), "1")
    >>> with TemporaryDirectory() as folder, workers(made_by, 1) as take_all:
    ...     path, layout = Path(folder) / "cable.txt", Layout(Path(folder))
    ...     size = path.write_bytes(b"CONFIDENTIAL STATE 900001\n040045Z APR 08\nSUBJECT: A\n\n1. (C) B.\n")
    ...     layout.raw.mkdir()
    ...     first = Intake(layout, made_by, Journal())
    ...     first.add([path, Path("none.txt")], take_all)
    ...     newer = Intake(layout, Pipeline(extract, knowledge(), "2"), first.journal)
    ...     stale = newer.stale()
    ...     newer.renew(stale, take_all)
    ...     same = list(newer.lines(newer.journal.entries[-1])) == list(first.lines(stale[0]))
    >>> first.tally().added, first.tally().skipped[0].code
    (1, 'missing')
    >>> [one.id for one in stale], newer.tally().renewed, same
    (['2008STATE900001'], 1, True)
    """

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

    def add(self, paths: Iterable[Path], take_all: TakeAll) -> None:
        """Take in some files; one that is refused is noted and leaves nothing behind."""
        waiting = [found for path in paths if (found := self._needed(path)) is not None]
        for (data, _), taken in zip(waiting, take_all(waiting), strict=True):
            if isinstance(taken, Skipped):
                self.skipped.append(taken)
            else:
                keep(self.layout, data)
                self._settle(taken)

    def stale(self) -> tuple[Entry, ...]:
        """What an earlier pipeline or other tables had derived."""
        ordered = sorted(self.copies.values(), key=lambda one: one.sha256)
        return tuple(one for one in ordered if one.version != self.pipeline.version)

    def renew(self, entries: Iterable[Entry], take_all: TakeAll) -> None:
        """Take in documents that the store keeps again; one that is refused now is left out of the graph."""
        old = tuple(entries)
        waiting = [(kept(self.layout, entry.sha256), entry.source) for entry in old]
        for entry, taken in zip(old, take_all(waiting), strict=True):
            if isinstance(taken, Skipped):
                self.skipped.append(taken)
                nothing = replace(entry, version=self.pipeline.version, refused=taken.message)
                taken = Taken(replace(nothing, graphs=(), quads=0, canonical="", found={}), ())
            self._write(taken)
            self.renewed += 1

    def lines(self, entry: Entry) -> Iterable[bytes]:
        """The lines of an entry: as staged, or derived again from the document as it came."""
        staged = self.layout.stage / entry.sha256
        if staged.is_file():
            return staged.read_bytes().splitlines()
        return take(kept(self.layout, entry.sha256), entry.source, self.pipeline).lines

    def tally(self) -> Tally:
        """What happened to the files."""
        return Tally(self.added, self.unchanged, self.changed, self.renewed, tuple(self.skipped))

    def _needed(self, path: Path) -> Bytes | None:
        """The bytes of a file that has to be taken in; what is there already and what is refused is noted."""
        try:
            data = _bytes(path)
        except Refused as refused:
            self.skipped.append(Skipped(refused.source, refused.code, refused.message))
            return None
        known = self.copies.get(digest(data))
        if known is None or known.version != self.pipeline.version or known.refused is not None:
            return data, str(path)
        keep(self.layout, data)
        self.unchanged += 1
        return None

    def _write(self, taken: Taken) -> None:
        (self.layout.stage / taken.entry.sha256).write_bytes(joined(taken.lines))
        self.journal = append(self.layout, self.journal, taken.entry)
        self.copies[taken.entry.sha256] = self.journal.entries[-1]

    def _settle(self, taken: Taken) -> None:
        known = self.copies.get(taken.entry.sha256)
        if known is None:
            self.added += 1
        elif known.canonical == taken.entry.canonical:
            self.unchanged += 1
        else:
            self.changed += 1
        # two files of one window may have the same bytes
        if known is None or known.version != taken.entry.version or known.refused is not None:
            self._write(taken)


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size <= LARGEST_FILE:
            return path.read_bytes()
    except (OSError, ValueError):
        pass
    read(path)
    raise Refused(str(path), "unreadable", "the file cannot be read")
