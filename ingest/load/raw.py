"""The documents as they came, kept by the hash of their bytes."""

import hashlib
from pathlib import Path

from ingest.load.errors import Damaged
from ingest.load.layout import Layout, write_whole


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal.

    >>> digest(b"")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(data).hexdigest()


def keep(layout: Layout, data: bytes) -> str:
    """Keep a document's bytes for good; returns their hash.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     layout = Layout(Path(folder))
    ...     layout.raw.mkdir()
    ...     kept(layout, keep(layout, b"1. (C) Text."))
    b'1. (C) Text.'
    """
    name = digest(data)
    path = layout.raw / name
    if not path.exists():
        write_whole(path, data)
    return name


def kept(layout: Layout, name: str) -> bytes:
    """The bytes that are kept under a hash; ``Damaged`` if they are not what they were.

    >>> kept(Layout(Path("no-such-store.db")), "00ff")
    Traceback (most recent call last):
    ingest.load.errors.Damaged: no-such-store.db/raw/00ff is missing; ...
    """
    path: Path = layout.raw / name
    if not path.is_file():
        raise Damaged(
            f"{path} is missing; bring it back from a copy of the store, or build from its file again"
        )
    data = path.read_bytes()
    if digest(data) != name:
        raise Damaged(f"{path} has been changed since it was kept; delete it and build from its file again")
    return data


def sweep(layout: Layout) -> None:
    """Remove what a killed writer left half-written.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     layout = Layout(Path(folder))
    ...     sizes = [(layout.root / name).write_bytes(b"{") for name in ("graph.applied.part", "journal")]
    ...     sweep(layout)
    ...     [path.name for path in layout.root.iterdir()]
    ['journal']
    """
    for partial in (*layout.raw.glob("*.part"), *layout.root.glob("*.part")):
        partial.unlink()
