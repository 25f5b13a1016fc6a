"""Files and folders into a store."""

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, TypeAlias

import pyoxigraph as ox

from ingest.knowledge import Knowledge
from ingest.load.errors import NoSpace
from ingest.load.fixed import fixed_lines
from ingest.load.intake import Intake
from ingest.load.journal import documents, read_journal
from ingest.load.layout import Layout, existing
from ingest.load.lock import writing
from ingest.load.project import project
from ingest.load.raw import sweep
from ingest.load.sources import Skipped, find
from ingest.load.summary import Summary, summary
from ingest.load.take import Extract, pipeline
from ingest.load.workers import useful, windows, workers
from ontology import terms as t
from ontology.names import DERIVED_GRAPH

Progress: TypeAlias = Callable[[int, int, str], None]
"""Called with the number of files done, their total and the next one's name."""

FLOOR: Final = 64 * 1024 * 1024
WINDOW: Final = 16
"""So many documents at a time are with each process, and in memory."""

GROWTH: Final = 60
"""A document's quads, twice on the disk while the graph is made, take at most this many times its bytes."""


def build(
    paths: Iterable[Path],
    store: Path,
    *,
    knowledge: Knowledge,
    progress: Progress | None = None,
    extract: Extract | None = None,
    jobs: int = 1,
) -> Summary:
    r"""Read files and folders into a store, made if absent; only what changed is derived anew.

    Many documents are read by at most *jobs* processes, with the same result as by one.
    A file that holds no document is among the summary's ``skipped`` and stops nothing. Raises ``Busy``,
    ``NoSpace``, ``Damaged`` or ``TooNew``. Whatever a killed build left undone is done first.

    >>> from tempfile import TemporaryDirectory
    >>> from ingest.tables import knowledge
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder) / "cable.txt"
    ...     written = b"CONFIDENTIAL STATE 900001\n040045Z APR 08\nSUBJECT: DATES\n\n1. (U) None.\n"
    ...     size = path.write_bytes(written)
    ...     done = build([path, Path("none.txt")], Path(folder) / "db", knowledge=knowledge())
    >>> done.added, done.documents, [one.code for one in done.skipped]
    (1, 1, ['missing'])
    """
    found = list(find(paths))
    files = [one for one in found if isinstance(one, Path)]
    with writing(store) as layout:
        _check_space(layout, files)
        sweep(layout)
        intake = Intake(layout, pipeline(knowledge, extract), read_journal(layout))
        intake.skipped.extend(one for one in found if isinstance(one, Skipped))
        processes = useful(jobs, max(len(files), len(intake.stale())))
        with workers(intake.pipeline, processes) as take_all:
            done = 0
            for window in windows(files, processes if processes == 1 else processes * WINDOW):
                if progress is not None:
                    progress(done, len(files), str(window[0]))
                intake.add(window, take_all)
                done += len(window)
            for old in windows(intake.stale(), WINDOW):
                intake.renew(old, take_all)
        return _finish(layout, intake, knowledge)


def rebuild(store: Path, *, knowledge: Knowledge, extract: Extract | None = None) -> Summary:
    """Make the graph again from the documents that the store keeps; the same ones give the same bytes.

    >>> from tempfile import TemporaryDirectory
    >>> from ingest.knowledge import Knowledge
    >>> with TemporaryDirectory() as folder:
    ...     nothing = Knowledge((), {}, (), {}, {}, ())
    ...     first = build([], Path(folder) / "db", knowledge=nothing)
    ...     rebuild(Path(folder) / "db", knowledge=nothing) == first
    True
    """
    existing(store)
    with writing(store) as layout:
        sweep(layout)
        intake = Intake(layout, pipeline(knowledge, extract), read_journal(layout))
        with workers(intake.pipeline, 1) as take_all:
            for old in windows(intake.stale(), WINDOW):
                intake.renew(old, take_all)
        return _finish(layout, intake, knowledge, afresh=True)


def _finish(layout: Layout, intake: Intake, knowledge: Knowledge, *, afresh: bool = False) -> Summary:
    held = documents(intake.journal)
    project(layout, held, fixed_lines(knowledge), intake.lines, afresh=afresh)
    shutil.rmtree(layout.stage)
    if not layout.journal.exists():
        layout.journal.touch()
    store = ox.Store.read_only(str(layout.graph))
    kind, derived = ox.NamedNode(t.C_GHOST), ox.NamedNode(DERIVED_GRAPH)
    ghosts = sum(1 for _ in store.quads_for_pattern(None, ox.NamedNode(t.RDF_TYPE), kind, derived))
    return summary(intake.tally(), held, intake.journal.copies().values(), ghosts=ghosts)


def _check_space(layout: Layout, files: Iterable[Path]) -> None:
    size = sum(path.stat().st_size for path in files if path.is_file())
    needed = FLOOR + GROWTH * size
    free = shutil.disk_usage(layout.root).free
    if free < needed:
        raise NoSpace(layout.root, free=free, needed=needed)
