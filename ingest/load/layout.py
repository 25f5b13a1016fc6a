"""Where things stand in a store on disk."""

import os
from dataclasses import dataclass
from pathlib import Path

from ingest.load.errors import NoStore


@dataclass(frozen=True, slots=True)
class Layout:
    """The files of one store.

    ``raw`` has the documents as they came, by SHA-256; ``journal`` a line for each; both are the truth.
    ``graph`` is an Oxigraph database made from them; ``index`` has the journal as tables, and tells what
    stands in the graph.

    >>> made = Layout(Path("compendium.db"))
    >>> [path.name for path in (made.raw, made.journal, made.index, made.graph, made.quarantine)]
    ['raw', 'journal', 'journal.index', 'graph', 'quarantine']
    >>> [path.name for path in (made.fresh, made.old, made.stage, made.lock, made.links)]
    ['graph.new', 'graph.old', 'graph.stage', 'lock', 'links']
    """

    root: Path

    @property
    def raw(self) -> Path:
        """The folder of the documents as they came."""
        return self.root / "raw"

    @property
    def journal(self) -> Path:
        """The file with a line for each document."""
        return self.root / "journal"

    @property
    def graph(self) -> Path:
        """The folder of the Oxigraph database."""
        return self.root / "graph"

    @property
    def fresh(self) -> Path:
        """Where a graph is made that will take the place of another."""
        return self.root / "graph.new"

    @property
    def old(self) -> Path:
        """Where the graph goes that another takes the place of, until it is removed."""
        return self.root / "graph.old"

    @property
    def index(self) -> Path:
        """The database with the journal as tables."""
        return self.root / "journal.index"

    @property
    def quarantine(self) -> Path:
        """The folder of what is known of documents that no process could read."""
        return self.root / "quarantine"

    @property
    def stage(self) -> Path:
        """The file of what was derived and does not stand in the graph yet."""
        return self.root / "graph.stage"

    @property
    def links(self) -> Path:
        """The folder of the tables in which people judge links to other datasets."""
        return self.root / "links"

    @property
    def lock(self) -> Path:
        """The file that the one writer has locked."""
        return self.root / "lock"


def existing(store: Path) -> Layout:
    """The layout of a store that is there; ``NoStore`` otherwise.

    >>> existing(Path("no-such-store.db"))
    Traceback (most recent call last):
    ingest.load.errors.NoStore: no-such-store.db is not a store; build one with: ...
    """
    layout = Layout(store)
    if not layout.journal.is_file():
        raise NoStore(store)
    return layout


def graph_path(store: Path) -> Path:
    """The folder of the store's Oxigraph database, for readers.

    >>> graph_path(Path("compendium.db")).as_posix()
    'compendium.db/graph'
    """
    return Layout(store).graph


def sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a power failure; ``OSError`` where there is no such folder.

    >>> sync_folder(Path("no-such-folder"))
    Traceback (most recent call last):
    FileNotFoundError: [Errno 2] No such file or directory: ...
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all, whatever happens meanwhile.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     write_whole(Path(folder) / "note", b"whole")
    ...     [(path.name, path.read_bytes()) for path in Path(folder).iterdir()]
    [('note', b'whole')]
    """
    partial = path.with_name(path.name + ".part")
    with partial.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
    sync_folder(path.parent)
