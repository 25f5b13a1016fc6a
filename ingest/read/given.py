"""What a reader is given: a file, or bytes with a name."""

import hashlib
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import BinaryIO, Final

from ingest.read.refusal import Refused

HEAD: Final = 64 * 1024
BLOCK: Final = 1024 * 1024


@dataclass(frozen=True)
class Given:
    """A file, or bytes; ``name`` is for messages. It can be opened again and again.

    >>> made = Given("cable.txt", data=b"STATE 034976")
    >>> made.head, made.size, made.sha256[:8]
    (b'STATE 034976', 12, '227995df')
    >>> with made.open() as stream:
    ...     stream.read(5) == made.all()[:5]
    True
    >>> Given("no such file.txt", path=Path("no such file.txt")).head
    Traceback (most recent call last):
    ...
    ingest.read.refusal.Refused: no such file.txt: there is no such file
    """

    name: str
    path: Path | None = None
    data: bytes | None = None

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """The bytes as a stream; raises :class:`Refused` where the file cannot be read."""
        if self.data is not None:
            yield io.BytesIO(self.data)
            return
        assert self.path is not None
        try:
            if self.path.exists() and not self.path.is_file():
                raise Refused(self.name, "unreadable", "this is no file with contents of its own")
            with self.path.open("rb") as stream:
                yield stream
        except FileNotFoundError as error:
            raise Refused(self.name, "missing", "there is no such file") from error
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise Refused(self.name, "unreadable", f"the file cannot be read: {reason}") from error

    @cached_property
    def head(self) -> bytes:
        """The first 64 KiB, by which the form of a file is told."""
        with self.open() as stream:
            return stream.read(HEAD)

    @cached_property
    def size(self) -> int:
        """The number of bytes."""
        with self.open() as stream:
            return stream.seek(0, io.SEEK_END)

    @cached_property
    def sha256(self) -> str:
        """The hash of all bytes, in hexadecimal."""
        total = hashlib.sha256()
        with self.open() as stream:
            while block := stream.read(BLOCK):
                total.update(block)
        return total.hexdigest()

    def all(self) -> bytes:
        """All bytes; check ``size`` first."""
        with self.open() as stream:
            return stream.read()
