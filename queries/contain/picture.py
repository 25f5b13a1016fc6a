"""The folder that workers read: a snapshot of a store, or a store made of an RDF file."""

from pathlib import Path
from tempfile import gettempdir

import pyoxigraph as ox

from queries.snapshot import Room, snapshot
from queries.store import FILES, graph_folder


def pictured(store: Path) -> Room:
    """A folder with the store as it is now; it goes away with the object.

    >>> room = pictured(Path("tests/data/shape.trig"))
    >>> len(ox.Store.read_only(str(room.path))) > 100
    True
    """
    if store.is_file() and store.suffix in FILES:
        room = Room(Path(gettempdir()))
        ox.Store(str(room.path)).bulk_load(path=str(store), format=FILES[store.suffix])
        return room
    opened, room = snapshot(graph_folder(store))
    del opened  # it has shown that the snapshot is whole; the workers open it for themselves
    return room
