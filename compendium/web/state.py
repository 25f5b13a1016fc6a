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


def tag(graph: Path) -> str:
    """A name of what a database has on disk, the same until something is written to it.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     one = tag(Path(folder))
    ...     size = (Path(folder) / "000001.log").write_text("more")
    ...     one == tag(Path(folder))
    False
    """
    sizes = hashlib.sha256()
    for path in sorted(graph.iterdir()):
        if path.name.startswith("LOG") or path.name == "LOCK":  # also written by those that only look
            continue
        told = path.stat()
        sizes.update(f"{path.name} {told.st_size} {told.st_mtime_ns}\n".encode())
    return sizes.hexdigest()[:16]
