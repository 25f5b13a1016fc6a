"""Whether a build has anything to do: a look at each file's size and times, and no more than that.

A build that was finished leaves a note of the program that made the store, of the journal, and of the files
of the graph as they were when it was closed. Where all are as noted the store is in order, and what it knows
of a file stands in its tables. Anything else is left to a build that looks closer.
"""

import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Final

from ingest.load.index import Index, open_index
from ingest.load.known import NO_DOCUMENT, NOTHING, known
from ingest.load.layout import Layout
from ingest.load.program import program
from ingest.load.raw import kept_at
from ingest.load.sources import Found, Skipped, find, stamp_of
from ingest.load.summary import Counts, Summary, summary

NOTE: Final = "finished"


def begun(index: Index) -> None:
    """Take the note away: from now on the store may be in any state.

    >>> from ingest.load.index import index
    >>> made = index(())
    >>> made.put(NOTE, "1 2 3"), begun(made), made.get(NOTE)
    (None, None, '')
    """
    with index.change():
        index.put(NOTE, "")


def finished(layout: Layout, index: Index, version: str, judged: str = "") -> None:
    """Note that the graph says what the journal and the judgements say, and which pipeline derived it.

    >>> from ingest.load.index import index
    >>> made = index(())
    >>> finished(Layout(Path("no-such-store.db")), made, "1")
    >>> made.get("pipeline"), made.get(NOTE) == _note(Layout(Path("no-such-store.db")), made, "")
    ('1', True)
    """
    with index.change():
        index.put("pipeline", version)
        index.put(NOTE, _note(layout, index, judged))


def unchanged(layout: Layout, paths: Iterable[Path], judged: str = "") -> Summary | None:
    """What a build of these files would say if it finds nothing to do; ``None`` where it may find something.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     unchanged(Layout(Path(folder)), [])
    """
    if not (layout.index.exists() and layout.journal.exists()) or layout.stage.exists():
        return None
    index = open_index(layout)
    try:
        if index.get(NOTE) != _note(layout, index, judged):
            return None
        counts = Counts()
        if all(_is_known(layout, index, counts, one) for one in find(paths)):
            return summary(counts, index, ghosts=int(index.get("ghosts") or 0))
        return None
    finally:
        index.sql.close()


def _is_known(layout: Layout, index: Index, counts: Counts, one: Found | Skipped) -> bool:
    if isinstance(one, Skipped):
        counts.skip(one)
        return True
    sha256 = index.file(str(one.path), stamp_of(one.path))
    if sha256 == NO_DOCUMENT:
        counts.skip(NOTHING)
        return not one.named
    version = index.get("pipeline") or ""
    if sha256 is None or not known(index, version, counts, sha256, str(one.path)):
        return False
    return kept_at(layout, sha256).exists() or index.refusal(sha256, version) is not None


def _note(layout: Layout, index: Index, judged: str) -> str:
    told = f"{program()} {index.tail().digest} {_files(layout.graph)} {_files(layout.links)} {judged}"
    return told.strip()


def _files(folder: Path) -> str:
    """The hash of names, sizes and times of the files of a database that its readers leave as they are."""
    total = sha256()
    if folder.is_dir():
        for one in sorted(os.scandir(folder), key=lambda one: one.name):
            if not one.name.startswith("LO"):
                told = one.stat()
                total.update(f"{one.name} {told.st_size} {told.st_mtime_ns}\n".encode())
    return total.hexdigest()[:12]
