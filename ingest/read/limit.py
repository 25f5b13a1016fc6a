"""How large a file may be, checked before any work is done on it."""

from typing import Final

from ingest.read.refusal import Refused

LARGEST_FILE: Final = 64 * 1024 * 1024
LONGEST_LINE: Final = 1024 * 1024
MOST_CONTROLS: Final = 0.05
SAMPLE: Final = 64 * 1024

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

    >>> check_bytes(b"STATE 034976\n", "a.txt")
    >>> check_bytes(b"PK\x00\x01", "a.zip")
    Traceback (most recent call last):
    ...
    ingest.read.refusal.Refused: a.zip: the file is binary, not text (accepted: ...)
    """
    check_size(len(data), source)
    if not data:
        raise Refused(source, "empty", "the file has no bytes")
    sample = data[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if b"\x00" in data or controls > MOST_CONTROLS * len(sample):
        raise Refused(source, "binary", "the file is binary, not text")
    if lines and _has_long_line(data):
        raise Refused(source, "too-large-line", f"a line has over {LONGEST_LINE:,} bytes, as no document has")
    if not data.strip():
        raise Refused(source, "empty", "the file has only white space")


def _has_long_line(data: bytes) -> bool:
    start = 0
    while len(data) - start > LONGEST_LINE:
        window = start + LONGEST_LINE + 1
        last = max(data.rfind(b"\n", start, window), data.rfind(b"\r", start, window))
        if last < 0:
            return True
        start = last + 1
    return False
