"""From files to the documents that have to be taken in: what is there already is only counted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TypeAlias

from ingest.document import Document
from ingest.load.entry import Container, Entry, key
from ingest.load.index import Index
from ingest.load.intake import End, Intake, Met
from ingest.load.known import NO_DOCUMENT, NOTHING, known
from ingest.load.lying import lying_there
from ingest.load.quarantine import quarantined
from ingest.load.raw import keep, kept_at, kept_file, spool, spooled_at
from ingest.load.reading import Broken, Reading
from ingest.load.sources import Found, Skipped, stamp_of
from ingest.load.take import Task
from ingest.read import Refused
from ingest.read.forms import reader
from ingest.read.given import Given
from ingest.settle import Settled

Item: TypeAlias = Task | End


@dataclass(slots=True)
class Gather:
    """What a build has to take in; ``verify``: files are read again even where nothing shows a change.

    >>> from tempfile import TemporaryDirectory
    >>> from pathlib import Path
    >>> from ingest.load.index import open_index
    >>> from ingest.load.layout import Layout
    >>> from ingest.load.limits import Limits
    >>> with TemporaryDirectory() as folder:
    ...     layout = Layout(Path(folder))
    ...     layout.raw.mkdir()
    ...     size = (layout.root / "a.txt").write_bytes(b"STATE 900001")
    ...     intake = Intake(layout, open_index(layout), "1")
    ...     gather = Gather(intake, Reading(Limits(), own=False))
    ...     found = Found(layout.root / "a.txt", named=True)
    ...     tasks = list(gather.file(found))
    ...     again = list(gather.file(found))
    ...     gather.met((tasks[0], Skipped("a.txt", "no-cable", "no telegram")))
    ...     rest = [*gather.again(()), *gather.stale()]
    ...     gather.new(found), len(tasks), again, gather.twice() == (found,), rest
    (12, 1, [], True, [])
    """

    intake: Intake
    reading: Reading
    verify: bool = False
    done: int = 0
    """So many bytes of the files are behind."""
    _under_way: set[str] = field(default_factory=set)
    _twice: list[Found] = field(default_factory=list)

    def new(self, found: Found) -> int:
        """How many bytes of a file look as if they had not been read before."""
        stamp = stamp_of(found.path)
        if not stamp or self.intake.index.file(str(found.path), stamp) is not None:
            return 0
        return int(stamp.partition(" ")[0])

    def file(self, found: Found) -> Iterator[Item]:
        """The documents of a file that have to be taken in."""
        try:
            stamp = stamp_of(found.path)
            sha256 = None if self.verify else self.intake.index.file(str(found.path), stamp)
            if sha256 is None and not found.named and (other := lying_there(found.path)) is not None:
                self.intake.counts.skip(other)
                if not other.error:
                    self.intake.saw(found.path, stamp, NO_DOCUMENT)
                return
            if sha256 == NO_DOCUMENT and not found.named:
                self.intake.counts.skip(NOTHING)
                return
            yield from self._file(found, None if sha256 == NO_DOCUMENT else sha256, stamp)
        except Refused as refused:
            self.intake.counts.skip(Skipped(str(found.path), refused.code, refused.message))

    def twice(self) -> tuple[Found, ...]:
        """The files that had the same bytes as one that was under way; they can be counted now."""
        found, self._twice = tuple(self._twice), []
        return found

    def met(self, one: Met) -> None:
        """Note that something is no longer under way."""
        if isinstance(one, End):
            return
        task = one[0]
        self.done += len(task.document.text) if task.document else task.given.size if task.given else 0
        if task.container is None:
            self._under_way.discard(task.sha256)

    def stale(self) -> Iterator[Item]:
        """What another version had derived, or a killed build left unfinished, or could not read."""
        version, index = self.intake.version, self.intake.index
        for sha256 in index.unfinished(version):
            yield from self._kept(sha256, _source(index.container(sha256), index, sha256))
        for entry in index.entries("WHERE container IS NULL AND version != ?", (version,)):
            yield Task(self._kept_file(entry.sha256, entry.source), known=entry)
        for one in quarantined(self.intake.layout):
            if one.version != version and one.kept == one.sha256 and index.copy(one.sha256) is None:
                yield from self._kept(one.sha256, one.source)

    def again(self, entries: Iterable[tuple[Entry, Settled]]) -> Iterator[Item]:
        """Documents that the store has, by file, to be taken in with what the corpus shows of them."""
        for container, group in groupby(entries, lambda one: one[0].container):
            if container is None:
                for entry, settled in group:
                    yield Task(self._kept_file(entry.sha256, entry.source), None, settled, entry)
            else:
                yield from self._parts({entry.key: (entry, settled) for entry, settled in group}, container)

    def _file(self, found: Found, sha256: str | None, stamp: str) -> Iterator[Item]:
        given = Given(str(found.path), found.path)
        name = sha256 or given.sha256
        if name in self._under_way or self.intake.waits(name):
            self._twice.append(found)
        elif self._is_known(name, given):
            self.intake.saw(found.path, stamp, name)
        else:
            name = spool(self.intake.layout, given)
            self.intake.saw(found.path, stamp, name)
            spooled = Given(given.name, spooled_at(self.intake.layout, name))
            if _many(spooled):
                keep(self.intake.layout, [name])
                yield from self._kept(name, given.name)
            else:
                self._under_way.add(name)
                yield Task(spooled)

    def _is_known(self, sha256: str, given: Given) -> bool:
        """Whether this version has read these bytes; then they are counted, and kept if they were lost."""
        intake = self.intake
        if not known(intake.index, intake.version, intake.counts, sha256, given.name):
            return False
        refused = intake.index.refusal(sha256, intake.version) is not None
        if not refused and not kept_at(intake.layout, sha256).exists():
            keep(intake.layout, [spool(intake.layout, given)])
        return True

    def _kept(self, sha256: str, source: str) -> Iterator[Item]:
        """The documents of a file that is kept, but for those that this version has."""
        given = self._kept_file(sha256, source)
        if not _many(given):
            yield Task(given)
            return
        form = reader(given)
        total = _Total(sha256, source, form.form, self.intake.version)
        for found in self.reading.documents(given):
            if isinstance(found, Broken):
                yield End(total.container(), found.why)
                return
            if isinstance(found, Skipped):
                total.parts += 1
                self.intake.part_refused(sha256, found)
                continue
            document = total.add(found)
            known = self.intake.index.copy(key(document.sha256, sha256, document.part))
            if known is not None and known.version == self.intake.version and known.refused is None:
                self.intake.counts.unchanged += 1
            else:
                yield Task(document=document)
        yield End(total.container())

    def _parts(self, wanted: dict[str, tuple[Entry, Settled]], container: str) -> Iterator[Item]:
        source = next(iter(wanted.values()))[0].source
        for found in self.reading.documents(self._kept_file(container, source)):
            if isinstance(found, Document):
                entry, settled = wanted.get(key(found.sha256, container, found.part), (None, {}))
                if entry is not None:
                    yield Task(None, replace(found, container=container), settled, entry)

    def _kept_file(self, sha256: str, source: str) -> Given:
        return kept_file(self.intake.layout, sha256, source)


@dataclass(slots=True)
class _Total:
    """What a file of several documents amounts to, as it is read."""

    sha256: str
    source: str
    form: str
    version: str
    parts: int = 0
    characters: int = 0
    dropped: dict[str, int] = field(default_factory=dict)

    def add(self, document: Document) -> Document:
        """Count a document, and see that it names its file."""
        self.parts += 1
        self.characters += len(document.text) if document.characters is None else document.characters
        for one in document.dropped:
            self.dropped[one.reason] = self.dropped.get(one.reason, 0) + one.characters
        return document if document.container else replace(document, container=self.sha256)

    def container(self) -> Container:
        """The line of the journal; which were refused, the intake knows."""
        dropped = dict(sorted(self.dropped.items()))
        told = (self.sha256, self.source, self.form, self.version, self.parts)
        return Container(*told, characters=self.characters, dropped=dropped)


def _many(given: Given) -> bool:
    """Whether a file may hold several documents, which are read one after the other."""
    form = reader(given)
    return form.several or form.more


def _source(container: Container | None, index: Index, sha256: str) -> str:
    if container is not None:
        return container.source
    return next((one.source for one in index.entries("WHERE container = ?", (sha256,))), sha256)
