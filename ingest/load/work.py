"""A build under way: what is new or stale is derived, and the graph brought up to date."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Final

from ingest.judgement.judged import Judged
from ingest.knowledge import Knowledge
from ingest.links.judged import accepted
from ingest.load.entry import Entry
from ingest.load.errors import Damaged, NoSpace
from ingest.load.fixed import fixed_lines
from ingest.load.gather import Gather, Item
from ingest.load.index import Index, open_index
from ingest.load.intake import End, Intake
from ingest.load.layout import Layout
from ingest.load.limits import Limits
from ingest.load.progress import Doing, Progress, Step, nobody
from ingest.load.project import Projection, lost, project, stale
from ingest.load.raw import sweep
from ingest.load.reading import Reading
from ingest.load.settle import Shown, joined_of, register_of, unsettled
from ingest.load.sources import Found, Skipped, find
from ingest.load.summary import Summary, summary
from ingest.load.take import Extract, pipeline
from ingest.load.unchanged import begun, finished
from ingest.load.workers import Pool, workers
from ingest.tables import knowledge as known_to_all

FLOOR: Final = 64 * 1024 * 1024

GROWTH: Final = 60
"""A document's quads, twice on the disk while the graph is made, take at most this many times its bytes."""

RULES: Final = ("copies.py", "derive.py", "ghosts.py", "judged.py", "project.py")
"""The modules by which several documents are taken together."""


@dataclass(slots=True)
class Work:
    """A build under way; ``usual``: with the tables and the extraction that come with Compendium.

    >>> from tempfile import TemporaryDirectory
    >>> from ingest.load.lock import writing
    >>> with TemporaryDirectory() as folder, writing(Path(folder)) as layout:
    ...     with working(layout, None, None, 0, None) as work:
    ...         work.add(())
    ...         work.finish()
    ...         work.summary().documents
    0
    """

    layout: Layout
    knowledge: Knowledge
    index: Index
    intake: Intake
    gather: Gather
    pool: Pool
    usual: bool = True
    judged: Judged = field(default_factory=Judged)
    progress: Progress = nobody
    doing: Doing = "reading"
    total: int = 0
    documents: int = field(init=False, default=0)
    name: str = field(init=False, default="")

    def add(self, paths: tuple[Path, ...]) -> None:
        """Take in the documents of files and folders."""
        self.total = sum(self.gather.new(one) for one in find(paths) if isinstance(one, Found))
        _check_space(self.layout, self.total)
        self._take(self._files(find(paths)))
        for found in self.gather.twice():
            self._take(self.gather.file(found))

    def finish(self, *, afresh: bool = False) -> None:
        """Derive anew what is stale, settle what is cited in part, and bring the graph up to date."""
        if afresh:
            with self.index.change():
                self.intake.stage.clear()
        self._begin("deriving anew")
        self._take(self.gather.stale(), again=True)
        known, joined = None, None
        if self.index.get("settled") != self._state():
            self._begin("settling")
            known, joined = register_of(self.index), joined_of(self.index, self.judged)
            found = unsettled(self.index, known, joined, self.judged)
            self._take(self.gather.again(found), again=True)
            with self.index.change():
                self.index.put("settled", self._state())
        self._begin("staging")
        whole = afresh or lost(self.layout, self.index)
        # by file, since each is read through once; all of a store come one after the other
        every = self.index.entries("WHERE key IN (SELECT key FROM documents)")
        wanted = every if whole else sorted(stale(self.index), key=_place)
        missing = ((one, one.settled) for one in wanted if not self.intake.stage.has(one))
        self._take(self.gather.again(missing), again=True)
        self._begin("writing the graph")
        rules = f"{_rules()} {self.judged.digest}".strip()
        fixed, links = tuple(fixed_lines(self.knowledge)), accepted(self.layout.links)
        made = Projection(self.layout, self.index, fixed, rules, links)
        shown = Shown(
            lambda: known or register_of(self.index),
            lambda: joined or joined_of(self.index, self.judged),
            self.judged,
        )
        project(made, self._lines, shown, afresh=whole)
        with self.index.change():
            self.intake.stage.clear()
        if not self.layout.journal.exists():
            self.layout.journal.touch()
        if self.usual:
            finished(self.layout, self.index, self.intake.version, self.judged.digest)

    def _state(self) -> str:
        """What is known: the journal, and what people judged."""
        return f"{self.index.tail().digest} {self.judged.digest}".strip()

    def summary(self) -> Summary:
        """What was done, and what the store has since."""
        return summary(self.intake.counts, self.index, ghosts=int(self.index.get("ghosts") or 0))

    def _files(self, found: Iterable[Found | Skipped]) -> Iterator[Item]:
        for one in found:
            if isinstance(one, Skipped):
                self.intake.counts.skip(one)
                continue
            self.name = str(one.path)
            yield from self.gather.file(one)

    def _begin(self, doing: Doing) -> None:
        self.doing, self.name, self.total, self.gather.done = doing, "", 0, 0
        self._tell()

    def _tell(self) -> None:
        self.progress(Step(self.doing, self.gather.done, self.total, self.documents, self.name))

    def _take(self, items: Iterable[Item], *, again: bool = False) -> None:
        try:
            for met in self.pool.take_all(items):
                self.gather.met(met)
                self.intake.take(met, again=again)
                self.documents += not isinstance(met, End)
                self._tell()
        finally:
            # what was read is kept, also where Ctrl-C ends it here
            self.intake.write()

    def _lines(self, entry: Entry) -> tuple[bytes, ...]:
        found = self.intake.stage.get(entry)
        if found is None:
            raise Damaged(f"{entry.source} is no longer what the journal has; build from it again")
        return found


@contextmanager
def working(
    layout: Layout,
    knowledge: Knowledge | None,
    extract: Extract | None,
    jobs: int,
    limits: Limits | None,
    *,
    verify: bool = False,
    judged: Judged | None = None,
) -> Iterator[Work]:
    """A build of a store that is locked, with its processes; whatever happens, it is left in order.

    >>> from tempfile import TemporaryDirectory
    >>> from ingest.load.lock import writing
    >>> with TemporaryDirectory() as folder, writing(Path(folder)) as layout:
    ...     with working(layout, None, None, 0, None) as work:
    ...         work.doing
    'reading'
    """
    sweep(layout)
    usual = knowledge is None and extract is None
    tables = knowledge or known_to_all()
    made_by, index = pipeline(tables, extract), open_index(layout)
    begun(index)
    reading = Reading(limits or Limits(), own=bool(jobs))
    try:
        with workers(made_by, jobs, limits) as pool:
            intake = Intake(layout, index, made_by.version)
            gather = Gather(intake, reading, verify)
            yield Work(layout, tables, index, intake, gather, pool, usual, judged or Judged())
    finally:
        reading.stop()
        index.sql.close()


def _place(one: Entry) -> tuple[str, str]:
    return one.container or "", one.key


def _rules() -> str:
    """The hash of the rules by which several documents are taken together."""
    here = Path(__file__).parent
    return sha256(b"".join((here / name).read_bytes() for name in RULES)).hexdigest()[:12]


def _check_space(layout: Layout, size: int) -> None:
    needed = FLOOR + GROWTH * size
    free = shutil.disk_usage(layout.root).free
    if free < needed:
        raise NoSpace(layout.root, free=free, needed=needed)
