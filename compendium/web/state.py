"""Which state of a store is served: what a client has of another state is out of date."""

import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(slots=True)
class State:
    """A short name of the state that queries see; empty where none is known.

    >>> State().tag
    ''
    """

    tag: str = ""


def state(store: Path) -> str:
    """A name of what a store, or an RDF file, has on disk: the same until something is written to it.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     one = state(Path(folder))
    ...     size = (Path(folder) / "000001.log").write_text("more")
    ...     one == state(Path(folder))
    False
    """
    graph = store / "graph" if (store / "graph").is_dir() else store
    sizes = hashlib.sha256()
    for path in sorted(graph.iterdir()) if graph.is_dir() else [graph]:
        if path.name.startswith("LOG") or path.name == "LOCK":  # also written by those that only look
            continue
        told = path.stat()
        sizes.update(f"{path.name} {told.st_size} {told.st_mtime_ns}\n".encode())
    return sizes.hexdigest()[:16]
