"""One writer at a time."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ingest.load.errors import Busy
from ingest.load.layout import Layout


@contextmanager
def writing(store: Path) -> Iterator[Layout]:
    """The layout of the store, made if absent, locked for the time of the block; ``Busy`` if another has it.

    The lock goes with the process: one that is killed leaves none behind.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder, writing(Path(folder)) as layout, writing(Path(folder)) as other:
    ...     pass
    Traceback (most recent call last):
    ingest.load.errors.Busy: ... is being written by another process; wait until it has finished
    """
    layout = Layout(store)
    layout.raw.mkdir(parents=True, exist_ok=True)
    with layout.lock.open("ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise Busy(store) from error
        yield layout
