"""How large a file may be, checked before any work is done on it."""

from typing import Final

from ingest.read.decode import UTF16
from ingest.read.given import Given
from ingest.read.refusal import Refused

LARGEST_FILE: Final = 64 * 1024 * 1024
LONGEST_LINE: Final = 1024 * 1024
MOST_CONTROLS: Final = 0.05
SAMPLE: Final = 64 * 1024

_PACKED: Final = {
    b"PK\x03\x04": "a ZIP archive",
    b"PK\x05\x06": "a ZIP archive",
    b"\x1f\x8b": "packed with gzip",
    b"BZh": "packed with bzip2",
    b"\xfd7zXZ": "packed with xz",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"Rar!": "a RAR archive",
    b"\x28\xb5\x2f\xfd": "packed with zstd",
    b"\xd0\xcf\x11\xe0": "a file of an office program",
}
_ALLOWED: Final = frozenset(b"\t\n\r\x0b\x0c\x1b\x1a\x03")
_CONTROLS: Final = bytes(code for code in range(32) if code not in _ALLOWED) + b"\x7f"


def check_size(size: int, source: str) -> None:
    """Refuse a file of more than 64 MiB.

    >>> check_size(1_000, "cable.txt")
    >>> check_size(100_000_000, "scan.txt")
    Traceback (most recent call last):
    ...
    ingest.read.refusal.Refused: scan.txt: the file has 100,000,000 bytes; at most ...
    """
    if size > LARGEST_FILE:
        raise Refused(source, "too-large", f"the file has {size:,} bytes; at most {LARGEST_FILE:,} are read")


def check_bytes(data: bytes, source: str, *, lines: bool = True) -> None:
    r"""Refuse what is empty, binary, or has a line that no text has; pages may have such *lines*.

    A few control characters and zero bytes, as bad transfers leave them, make no text binary.

    >>> check_bytes(b"STATE 034976\n", "a.txt"), check_bytes("STATE 034976".encode("utf-16"), "b.txt")
    (None, None)
    >>> check_bytes(b"PK\x03\x04", "a.zip")
    Traceback (most recent call last):
    ...
    ingest.read.refusal.Refused: a.zip: the file is a ZIP archive: take the documents out of it ...
    """
    check_size(len(data), source)
    if not data:
        raise Refused(source, "empty", "the file has no bytes")
    kind = packed(data)
    if kind is not None:
        raise Refused(source, "binary", f"the file is {kind}: take the documents out of it first")
    if _is_binary(data):
        raise Refused(source, "binary", "the file is binary, not text")
    if lines and _has_long_line(data):
        raise _too_long(source)
    if not data.strip():
        raise Refused(source, "empty", "the file has only white space")


def packed(data: bytes) -> str | None:
    r"""What an archive or a packed file is; ``None`` for all others.

    >>> packed(b"PK\x03\x04"), packed(b"STATE 034976")
    ('a ZIP archive', None)
    """
    return next((name for magic, name in _PACKED.items() if data.startswith(magic)), None)


def check_text(given: Given) -> None:
    """Refuse a text that is too large, by its beginning where that has no end of a line.

    >>> check_text(Given("a.txt", data=b"STATE 034976"))
    """
    if given.size > LARGEST_FILE:
        with given.open() as stream:
            if _has_long_line(stream.read(LONGEST_LINE + 1)):
                raise _too_long(given.name)
    check_size(given.size, given.name)


def _too_long(source: str) -> Refused:
    why = f"a line has over {LONGEST_LINE:,} bytes; shorter lines are accepted"
    return Refused(source, "too-large-line", why)


def _is_binary(data: bytes) -> bool:
    if data[:2] in UTF16:
        sample = data[2:SAMPLE].decode(UTF16[data[:2]], "replace").encode("utf-8", "replace")
        return _controls(sample) > MOST_CONTROLS * len(sample)
    zeros = data.count(b"\x00")
    sample = data[:SAMPLE]
    return zeros > MOST_CONTROLS * len(data) or _controls(sample) > MOST_CONTROLS * len(sample)


def _controls(sample: bytes) -> int:
    return len(sample) - len(sample.translate(None, _CONTROLS))


def _has_long_line(data: bytes) -> bool:
    start = 0
    while len(data) - start > LONGEST_LINE:
        window = start + LONGEST_LINE + 1
        last = max(data.rfind(b"\n", start, window), data.rfind(b"\r", start, window))
        if last < 0:
            return True
        start = last + 1
    return False
