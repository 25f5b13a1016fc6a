"""Taking documents into a store: kept as they came, written into the journal, staged for the graph."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, TypeAlias

from ingest.load.entry import Container, Entry
from ingest.load.index import Index, stamp
from ingest.load.journal import append
from ingest.load.layout import Layout
from ingest.load.quarantine import CODES, Quarantined, isolate, release
from ingest.load.raw import drop, forget, keep, size_of
from ingest.load.sources import Skipped
from ingest.load.stage import Stage
from ingest.load.summary import Counts
from ingest.load.take import Taken, Task

WINDOW: Final = 64
WEIGHT: Final = 8 * 1024 * 1024
"""So many documents, or bytes of them, are written down together."""

LARGEST_KEPT: Final = 256 * 1024 * 1024
"""A file that nobody could read is kept up to this size."""

MOST_LISTED: Final = 1000


@dataclass(frozen=True, slots=True)
class End:
    """That a file of several documents was read to its end, or broke off: the last word on it."""

    container: Container
    broken: Skipped | None = None


Met: TypeAlias = tuple[Task, Taken | Skipped] | End


@dataclass(slots=True)
class Intake:
    """What a build has taken in and not yet written down, and what happened to each document.

    >>> from tempfile import TemporaryDirectory
    >>> from ingest.load.index import open_index
    >>> from ingest.read.given import Given
    >>> entry = Entry("00", "a.txt", "2008STATE900001", "Cable", "1", 9, (), 0, "")
    >>> with TemporaryDirectory() as folder:
    ...     layout = Layout(Path(folder))
    ...     layout.raw.mkdir()
    ...     intake = Intake(layout, open_index(layout), "1")
    ...     intake.take((Task(Given("a.txt", data=b"")), Taken(entry, b"")))
    ...     waits = intake.waits("00")
    ...     intake.saw(Path("a.txt"), "0 1 1 1", "00")
    ...     intake.write()
    ...     held = [one.id for one in intake.index.held()]
    ...     intake.refuse(Task(), Skipped("b.txt", "empty", "the file has no bytes"))
    ...     intake.part_refused("aa", Skipped("v.xml", "no-cable", "no document", part="d7"))
    ...     intake.retire("aa")
    >>> waits, held, intake.counts.added, dict(intake.counts.codes)
    (True, ['2008STATE900001'], 1, {'empty': 1, 'no-cable': 1})
    """

    layout: Layout
    index: Index
    version: str
    counts: Counts = field(default_factory=Counts)
    stage: Stage = field(init=False)
    _waiting: dict[str, Taken] = field(default_factory=dict)
    _files: dict[str, tuple[str, str]] = field(default_factory=dict)
    _refused: dict[str, list[tuple[str, str, str]]] = field(default_factory=dict)
    _codes: dict[str, Counter[str]] = field(default_factory=dict)
    _weight: int = 0

    def __post_init__(self) -> None:
        self.stage = Stage(self.layout, self.index)

    def take(self, met: Met, *, again: bool = False) -> None:
        """Note what became of a document; it is written down with others. *again*: the store had it."""
        if isinstance(met, End):
            self._end(met)
            return
        task, result = met
        if isinstance(result, Taken):
            self._taken(task, result, again=again)
        elif task.known is not None:
            self._refused_now(task.known, result)
        else:
            self.refuse(task, result)
        if len(self._waiting) >= WINDOW or self._weight >= WEIGHT:
            self.write()

    def waits(self, name: str) -> bool:
        """Whether a copy is among those that will be written down."""
        return name in self._waiting

    def saw(self, path: Path, stamp: str, sha256: str) -> None:
        """Note what a file holds that need not be read again while its stamp is the same."""
        self._files[str(path)] = (stamp, sha256)

    def write(self) -> None:
        """Write everything down: when this returns it is on the disk."""
        waiting = tuple(self._waiting.values())
        keep(self.layout, {one.entry.container or one.entry.sha256: None for one in waiting})
        known = {one.entry.key: self.index.copy(one.entry.key) for one in waiting}
        # what was only derived again for the graph, the same as before, is no news
        news = [one for one in waiting if not _same(known[one.entry.key], one.entry)]
        with self.index.change():
            self.stage.add((one.entry, one.packed) for one in waiting if one.entry.refused is None)
            self._record([one.entry for one in news])
            self.index.sql.executemany(
                "INSERT OR REPLACE INTO files VALUES (?, ?, ?)",
                ((path, stamp, sha256) for path, (stamp, sha256) in self._files.items()),
            )
        self._waiting.clear()
        self._files.clear()
        self._weight = 0

    def retire(self, container: str) -> None:
        """Leave out what an earlier version found in a file and this one does not."""
        self.write()
        listed = {name: message for name, _, message in self._refused.get(container, ())}
        old = self.index.entries("WHERE container = ? AND version != ?", (container, self.version))
        for entry in list(old):
            reason = listed.get(entry.part or "", "the file has no such document any more")
            self._put(Taken(_nothing(entry, self.version, reason), b""))
        self.write()

    def refuse(self, task: Task, why: Skipped) -> None:
        """Note that a document was not taken in; one that no process could read is put apart."""
        self.counts.skip(why)
        if task.container is not None:
            self._codes.setdefault(task.container, Counter())[why.code] += 1
            listed = self._refused.setdefault(task.container, [])
            if len(listed) < MOST_LISTED:
                listed.append((task.part or "", why.code, why.message))
        self._set_apart(task.sha256, task.container, why)

    def part_refused(self, container: str, why: Skipped) -> None:
        """Note that a part of a file was not taken in by its reader."""
        self.refuse(Task(), why)
        self._codes.setdefault(container, Counter())[why.code] += 1
        listed = self._refused.setdefault(container, [])
        if len(listed) < MOST_LISTED:
            listed.append((why.part or why.source, why.code, why.message))

    def _set_apart(self, sha256: str, container: str | None, why: Skipped) -> None:
        """Remember that a document was refused; keep its bytes only where no process could read them."""
        if not sha256:
            return
        if container is None:
            self._remember(sha256, why)
        if why.code in CODES:
            size = size_of(self.layout, container or sha256)
            small = container is not None or size <= LARGEST_KEPT
            if small:
                keep(self.layout, [container or sha256])
            told = (why.source, why.part, why.code, why.message)
            kept = (container or sha256) if small else None
            isolate(self.layout, Quarantined(sha256, *told, size, self.version, kept))
        if container is None:
            drop(self.layout, sha256)

    def _remember(self, sha256: str, why: Skipped) -> None:
        with self.index.change():
            self.index.sql.execute(
                "INSERT OR REPLACE INTO refusals VALUES (?, ?, ?, ?)",
                (sha256, self.version, why.code, why.message),
            )

    def _taken(self, task: Task, taken: Taken, *, again: bool) -> None:
        known = self.index.copy(taken.entry.key)
        if again:
            self.counts.renewed += known is None or known.version != self.version
        elif known is None or known.refused is not None:
            self.counts.added += 1
        elif known.canonical == taken.entry.canonical:
            self.counts.unchanged += 1
        else:
            self.counts.changed += 1
        self._put(taken)

    def _refused_now(self, known: Entry, why: Skipped) -> None:
        """A document that the store has is refused by this version: it is left out of the graph."""
        self.counts.skip(why)
        if why.code in CODES and known.version == self.version:
            return
        self.counts.renewed += 1
        self._set_apart(known.sha256, known.container, why)
        self._put(Taken(_nothing(known, self.version, why.message), b""))

    def _put(self, taken: Taken) -> None:
        self._waiting[taken.entry.key] = taken
        self._weight += len(taken.packed)

    def _end(self, end: End) -> None:
        self.write()
        one = end.container
        if end.broken is not None:
            self.counts.skip(end.broken)
            self._set_apart(one.sha256, None, end.broken)
            if end.broken.code not in CODES and not one.parts:
                forget(self.layout, one.sha256)
            return
        self.retire(one.sha256)
        refused = tuple(self._refused.pop(one.sha256, ()))
        codes = dict(sorted(self._codes.pop(one.sha256, Counter()).items()))
        keep(self.layout, [one.sha256])
        with self.index.change():
            self._record([replace(one, refused=refused, codes=codes)])

    def _record(self, lines: Iterable[Entry | Container]) -> None:
        entries = tuple(lines)
        if not entries:
            return
        tail, linked = append(self.layout, self.index.tail(), entries)
        self.index.record(linked, tail)
        self.index.put("journal", stamp(self.layout))
        for one in linked:
            if isinstance(one, Entry):
                release(self.layout, one.sha256)


def _same(known: Entry | None, entry: Entry) -> bool:
    return known is not None and replace(known, previous=entry.previous, source=entry.source) == entry


def _nothing(entry: Entry, version: str, reason: str) -> Entry:
    bare = replace(entry, version=version, refused=reason, graphs=(), quads=0, canonical="", found={})
    return replace(bare, assumed=(), dated=(), named=(), settled={})
