"""Whether a build was stopped before it was finished, and what of it is left to do."""

import fcntl
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from ingest.load.errors import Busy
from ingest.load.index import Index
from ingest.load.journal import Tail
from ingest.load.layout import Layout


@dataclass(frozen=True, slots=True)
class Pending:
    """An unfinished build: ``documents`` are read and not in the graph, as ``index`` tells, if any.

    >>> from ingest.load.index import index
    >>> Pending(2, index(())).message(Path("a.db")).partition(":")[0]
    'a build was stopped before it was finished, 2 documents are read and not in the graph yet'
    >>> Pending(2, index(())).waits("2008STATE900001")
    True
    """

    documents: int
    index: Index | None

    def waits(self, name: str) -> bool:
        """Whether a document is to be written into the graph."""
        if self.index is None:
            return True
        row = self.index.sql.execute(APPLIED, (name,)).fetchone()
        return row is None or not row[0]

    def message(self, store: Path) -> str:
        """What is left to do, and the command that does it."""
        left = "1 document is" if self.documents == 1 else f"{self.documents:,} documents are"
        told = (
            f"{left} read and not in the graph yet"
            if self.documents
            else "the graph is not brought up to date"
        )
        return (
            f"a build was stopped before it was finished, {told}:"
            f" run the same command again, or compendium build --store {store}"
        )


APPLIED = """
SELECT a.mark = d.mark AND NOT a.changing FROM documents d JOIN applied a ON a.id = d.id WHERE d.id = ?
"""
LEFT = """
SELECT COUNT(*) FROM documents d LEFT JOIN applied a ON a.id = d.id
WHERE a.mark IS NULL OR a.mark != d.mark OR a.changing
"""


def pending(layout: Layout, tail: Tail, documents: int) -> Pending | None:
    """What a build that was stopped left to do in a store of so many documents; ``None`` where it was not.

    Raises ``Busy`` where a build is at work.

    >>> pending(Layout(Path("no-such-store.db")), Tail(), 2).documents
    2
    """
    _nobody_writes(layout)
    index = _tables(layout)
    graph = None if index is None else index.get("graph")
    if not layout.graph.is_dir():
        return Pending(documents, None)
    if index is None or (graph is not None and graph.startswith(f"{tail.digest} ")):
        # without the tables nothing tells of a build that was stopped, and everything is checked
        return None
    left = documents if graph is None else int(index.sql.execute(LEFT).fetchone()[0])
    return Pending(left, index)


def _tables(layout: Layout) -> Index | None:
    """The tables of the store as they are, to be read only; ``None`` where there are none."""
    try:
        index = Index(sqlite3.connect(f"{layout.index.absolute().as_uri()}?mode=ro", uri=True))
        index.get("graph")
    except sqlite3.DatabaseError:
        return None
    return index


def _nobody_writes(layout: Layout) -> None:
    if layout.lock.exists():
        with layout.lock.open("rb") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except OSError as error:
                raise Busy(layout.root) from error
