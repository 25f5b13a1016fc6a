"""Files in, documents out."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from ingest.document import Document
from ingest.read.forms import reader
from ingest.read.given import Given
from ingest.read.refusal import Refused

_SHOWN: Final = 10
"""So many parts of a file are named where one of them must be chosen."""


def documents(path: Path) -> Iterator[Document | Refused]:
    """The documents of a file, one after the other; in place of one that cannot be read, its refusal.

    Raises :class:`Refused` where the file as a whole cannot be read.

    >>> list(documents(Path("no such file.txt")))
    Traceback (most recent call last):
    ...
    ingest.read.refusal.Refused: no such file.txt: there is no such file
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
    ingest.read.refusal.Refused: no such file.txt: there is no such file
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
    form = reader(given)
    if part is None and form.several:
        return _only(given)
    for found in form.documents(given):
        if isinstance(found, Refused):
            if part is None:
                raise found
        elif part is None and found.part is not None:
            return _only(given)
        elif found.part == part:
            return found
    first = ", ".join(islice(_parts(given), _SHOWN))
    have = f"; it has {first}" if first and part is not None else ""
    raise Refused(given.name, "missing", f"the file has no document {part or ''}".rstrip() + have)


def _only(given: Given) -> Document:
    """The document of a file that could hold several, where it holds one."""
    found: list[Document | Refused] = list(islice(documents_of(given), 2))
    if len(found) == 1 and isinstance(found[0], Document):
        return found[0]
    if len(found) == 1 and isinstance(found[0], Refused):
        raise found[0]
    first = ", ".join(islice(_parts(given), _SHOWN))
    message = f"the file holds several documents: build it, or name one of them with --part: {first} ..."
    raise Refused(given.name, "several", message)


def _parts(given: Given) -> Iterator[str]:
    for found in documents_of(given):
        if isinstance(found, Document) and found.part is not None:
            yield found.part
