"""Files in, documents out."""

from collections.abc import Iterator
from pathlib import Path

from ingest.document import Document
from ingest.read.forms import reader
from ingest.read.given import Given
from ingest.read.refusal import Refused


def documents(path: Path) -> Iterator[Document | Refused]:
    """The documents of a file, one after the other; in place of one that cannot be read, its refusal.

    Raises :class:`Refused` where the file as a whole cannot be read.

    >>> list(documents(Path("no such file.txt")))
    Traceback (most recent call last):
    ...
    ingest.read.refusal.Refused: no such file.txt: there is no such file (accepted: ...)
    """
    yield from documents_of(Given(str(path), path))


def documents_of(given: Given) -> Iterator[Document | Refused]:
    """The documents of a file or of bytes.

    >>> [one.text for one in documents_of(Given("cable.txt", data=b"STATE 034976"))]
    ['STATE 034976']
    """
    yield from reader(given).documents(given)


def read(path: Path, part: str | None = None) -> Document:
    """The document that a file holds, or that one of its documents which is called *part*.

    Raises :class:`Refused` where it holds none, and where it holds several and none is named.

    >>> read(Path("no such file.txt"))
    Traceback (most recent call last):
    ...
    ingest.read.refusal.Refused: no such file.txt: there is no such file (accepted: ...)
    """
    return _one(Given(str(path), path), part)


def read_bytes(data: bytes, source: str, part: str | None = None) -> Document:
    """The document that some bytes hold; *source* names them in messages.

    >>> read_bytes(b"STATE 034976", "cable.txt").text
    'STATE 034976'
    """
    return _one(Given(source, data=data), part)


def whole(given: Given) -> Document:
    """The document that a file or some bytes are.

    >>> whole(Given("cable.txt", data=b"STATE 034976")).text
    'STATE 034976'
    """
    return _one(given, None)


def _one(given: Given, part: str | None) -> Document:
    several = reader(given).several
    if several and part is None:
        message = "the file holds several documents: build it, or name one of them (--part)"
        raise Refused(given.name, "several", message)
    for found in documents_of(given):
        if isinstance(found, Refused):
            if part is None:
                raise found
        elif part is None or found.part == part:
            return found
    raise Refused(given.name, "missing", f"the file has no document {part or ''}".rstrip())
