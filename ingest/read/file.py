"""Files in, documents out."""

import hashlib
from pathlib import Path

from ingest.document import Document
from ingest.read.decode import decode
from ingest.read.limit import check_bytes, check_size
from ingest.read.refusal import Refused


def read(path: Path) -> Document:
    """The document that a file holds; raises :class:`Refused` where it holds none.

    >>> read(Path("no such file.txt"))
    Traceback (most recent call last):
    ...
    ingest.read.refusal.Refused: no such file.txt: there is no such file (accepted: ...)
    """
    source = str(path)
    try:
        check_size(path.stat().st_size, source)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise Refused(source, "missing", "there is no such file") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Refused(source, "unreadable", f"the file cannot be read: {reason}") from error
    return read_bytes(data, source)


def read_bytes(data: bytes, source: str) -> Document:
    """The document that some bytes hold; *source* names them in messages.

    >>> read_bytes(b"STATE 034976", "cable.txt").text
    'STATE 034976'
    """
    check_bytes(data, source)
    text, encodings = decode(data)
    if not text.strip():
        raise Refused(source, "empty", "the file has only white space")
    return Document(text, source, hashlib.sha256(data).hexdigest(), encodings)
