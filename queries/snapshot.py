"""A frozen picture of a store on disk: hard links to its data files, taken while a writer may be at work."""

import contextlib
import os
import shutil
import tempfile
import weakref
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from queries.error import NoStore

ATTEMPTS: Final = 5
_PREFIX: Final = ".reading-"


class Room:
    """A folder that goes away with the object that holds it, or with the process.

    >>> with tempfile.TemporaryDirectory() as folder:
    ...     room = Room(Path(folder))
    ...     before = room.path.is_dir()
    ...     room.close()
    ...     before, room.path.is_dir()
    (True, False)
    """

    def __init__(self, beside: Path) -> None:
        self.path = _made(beside)
        self._gone = weakref.finalize(self, shutil.rmtree, self.path, ignore_errors=True)

    def close(self) -> None:
        """Remove the folder now."""
        self._gone()


def snapshot(folder: Path) -> tuple[ox.Store, Room]:
    """The store in *folder* as it is now, opened for reading, and the room that must live as long.

    No lock is taken. A state that a writer changed while it was linked does not open, and is linked again.

    >>> with tempfile.TemporaryDirectory() as folder:
    ...     ox.Store(f"{folder}/graph").add(ox.Quad(*map(ox.NamedNode, ("urn:s", "urn:p", "urn:o"))))
    ...     store, room = snapshot(Path(folder) / "graph")
    ...     size = len(store)
    ...     room.close()
    >>> size
    1
    """
    last: Exception | None = None
    _sweep(folder.parent)
    for _ in range(ATTEMPTS):
        room = Room(folder.parent)
        try:
            _link(folder, room.path)
            return ox.Store.read_only(str(room.path)), room
        except (OSError, RuntimeError) as error:  # the engine calls a missing file either
            room.close()
            last = error
    raise NoStore(
        f"the store at {folder} cannot be read ({last}): if it is damaged, run `compendium rebuild`"
    )


def _made(beside: Path) -> Path:
    name = f"{_PREFIX}{os.getpid()}-"
    try:
        return Path(tempfile.mkdtemp(prefix=name, dir=beside))
    except OSError:  # a store on a read-only disk: its files are copied elsewhere
        return Path(tempfile.mkdtemp(prefix=name))


def _sweep(beside: Path) -> None:
    """Remove what readers left that were killed."""
    for left in beside.glob(f"{_PREFIX}*"):
        pid = left.name.removeprefix(_PREFIX).split("-")[0]
        if pid.isdigit() and not _alive(int(pid)):
            shutil.rmtree(left, ignore_errors=True)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _link(folder: Path, target: Path) -> None:
    """Data files first, the manifest that names them last: what opens is a state that the store had."""
    names = sorted(
        (one.name for one in folder.iterdir()),
        key=lambda name: (name == "CURRENT", name.startswith("MANIFEST"), name),
    )
    for name in names:
        if name == "LOCK" or name.startswith("LOG"):
            continue
        with contextlib.suppress(FileNotFoundError):
            _one(folder / name, target / name)


def _one(source: Path, target: Path) -> None:
    if source.suffix == ".sst":  # never changed once written, unlike logs and manifests
        with contextlib.suppress(OSError):
            os.link(source, target)
            return
    shutil.copyfile(source, target)
