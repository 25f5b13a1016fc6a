"""Where things stand in a store on disk."""

import os
from dataclasses import dataclass
from pathlib import Path

from ingest.load.errors import NoStore


@dataclass(frozen=True, slots=True)
class Layout:
    """The files of one store.

    ``raw`` has the documents as they came, by SHA-256; ``journal`` a line for each; both are the truth.
    ``graph`` is an Oxigraph database made from them, and ``applied`` tells what stands in it.
    """

    root: Path

    @property
    def raw(self) -> Path:
        return self.root / "raw"

    @property
    def journal(self) -> Path:
        return self.root / "journal"

    @property
    def graph(self) -> Path:
        return self.root / "graph"

    @property
    def fresh(self) -> Path:
        return self.root / "graph.new"

    @property
    def old(self) -> Path:
        return self.root / "graph.old"

    @property
    def applied(self) -> Path:
        return self.root / "graph.applied"

    @property
    def stage(self) -> Path:
        return self.root / "stage"

    @property
    def lock(self) -> Path:
        return self.root / "lock"


def existing(store: Path) -> Layout:
    """The layout of a store that is there; ``NoStore`` otherwise."""
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
    """Make the names in a folder survive a power failure."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all, whatever happens meanwhile."""
    partial = path.with_name(path.name + ".part")
    with partial.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
    sync_folder(path.parent)
