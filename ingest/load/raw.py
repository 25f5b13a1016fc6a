"""The documents as they came, kept by the hash of their bytes."""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from ingest.load.errors import Damaged
from ingest.load.layout import Layout, sync_folder
from ingest.read.given import BLOCK, Given


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal.

    >>> digest(b"")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(data).hexdigest()


def spool(layout: Layout, given: Given) -> str:
    """Copy a file next to what is kept, block by block; returns its hash. It is kept or dropped later.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     layout = Layout(Path(folder))
    ...     layout.raw.mkdir()
    ...     name = spool(layout, Given("a.txt", data=b"1. (C) Text."))
    ...     before = kept_at(layout, name) == spooled_at(layout, name)
    ...     keep(layout, [name])
    ...     kept(layout, name), before, spooled_at(layout, name).exists()
    (b'1. (C) Text.', False, False)
    """
    total = hashlib.sha256()
    partial = layout.raw / "incoming.part"
    with given.open() as source, partial.open("wb") as copy:
        while block := source.read(BLOCK):
            total.update(block)
            copy.write(block)
    name = total.hexdigest()
    partial.rename(spooled_at(layout, name))
    return name


def spooled_at(layout: Layout, name: str) -> Path:
    """Where a file stands until it is known to hold documents.

    >>> spooled_at(Layout(Path("a.db")), "00ff").name
    '00ff.part'
    """
    return layout.raw / f"{name}.part"


def kept_at(layout: Layout, name: str) -> Path:
    """Where a file stands that is kept.

    >>> kept_at(Layout(Path("a.db")), "00ff").name
    '00ff'
    """
    return layout.raw / name


def keep(layout: Layout, names: Iterable[str]) -> None:
    """Keep spooled files for good: they are on the disk when this returns.

    >>> keep(Layout(Path("no-such-store.db")), [])
    """
    moved = False
    for name in names:
        path = spooled_at(layout, name)
        if path.exists():
            with path.open("rb") as file:
                os.fsync(file.fileno())
            path.replace(kept_at(layout, name))
            moved = True
    if moved:
        sync_folder(layout.raw)


def drop(layout: Layout, name: str) -> None:
    """Remove a spooled file that holds nothing.

    >>> drop(Layout(Path("no-such-store.db")), "00ff")
    """
    spooled_at(layout, name).unlink(missing_ok=True)


def forget(layout: Layout, name: str) -> None:
    """Remove a file that was kept before it was known to hold nothing.

    >>> forget(Layout(Path("no-such-store.db")), "00ff")
    """
    kept_at(layout, name).unlink(missing_ok=True)


def size_of(layout: Layout, name: str) -> int:
    """The bytes of a file that is kept or spooled; 0 where it is neither.

    >>> size_of(Layout(Path("no-such-store.db")), "00ff")
    0
    """
    there = [one for one in (kept_at(layout, name), spooled_at(layout, name)) if one.exists()]
    return there[0].stat().st_size if there else 0


def kept(layout: Layout, name: str) -> bytes:
    """The bytes that are kept under a hash; ``Damaged`` if they are not what they were.

    >>> kept(Layout(Path("no-such-store.db")), "00ff")
    Traceback (most recent call last):
    ingest.load.errors.Damaged: no-such-store.db/raw/00ff is missing; ...
    """
    return kept_file(layout, name, name).all()


def kept_file(layout: Layout, name: str, source: str) -> Given:
    """The file that is kept under a hash, to be read as *source*; ``Damaged`` if it is not what it was.

    >>> kept_file(Layout(Path("no-such-store.db")), "00ff", "a.txt")
    Traceback (most recent call last):
    ingest.load.errors.Damaged: no-such-store.db/raw/00ff is missing; ...
    """
    path = kept_at(layout, name)
    if not path.is_file():
        raise Damaged(
            f"{path} is missing; bring it back from a copy of the store, or build from its file again"
        )
    given = Given(source, path)
    if given.sha256 != name:
        raise Damaged(f"{path} has been changed since it was kept; delete it and build from its file again")
    return given


def sweep(layout: Layout) -> None:
    """Remove what a killed writer left half-written.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     layout = Layout(Path(folder))
    ...     sizes = [(layout.root / name).write_bytes(b"{") for name in ("note.part", "journal")]
    ...     sweep(layout)
    ...     [path.name for path in layout.root.iterdir()]
    ['journal']
    """
    for partial in (
        *layout.raw.glob("*.part"),
        *layout.root.glob("*.part"),
        *layout.quarantine.glob("*.part"),
    ):
        partial.unlink()
