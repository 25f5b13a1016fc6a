"""Which state a store is in: what was made of another state is out of date."""

import hashlib
from pathlib import Path
from typing import Final

from queries.store import graph_folder

_PASSING: Final = ("LOG", "LOCK", "search.sqlite3")
"""Files that are also written by those that only look, and the index that is made of the others."""


def state(store: Path) -> str:
    """A name of what a store, or an RDF file, has on disk; another after anything was written to it.

    >>> state(Path("tests/data/shape.trig")) == state(Path("tests/data/shape.trig"))
    True
    >>> state(Path("tests"))
    Traceback (most recent call last):
    queries.error.NoStore: there is no store at tests: make one with ...
    """
    files = [store] if store.is_file() else sorted(graph_folder(store).iterdir())
    told = hashlib.sha256()
    for path in files:
        if path.name.startswith(_PASSING):
            continue
        try:
            found = path.stat()
        except FileNotFoundError:  # the engine tidies up: the next look differs
            continue
        told.update(f"{path.name} {found.st_size} {found.st_mtime_ns}\n".encode())
    return told.hexdigest()
