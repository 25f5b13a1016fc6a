"""The rows of a table as bytes, one after the other, however long the file is."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final, TypeAlias

from ingest.read.table.cells import Dialect

LARGEST_ROW: Final = 8 * 1024 * 1024
_LINE: Final = 1024 * 1024
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")

Begins: TypeAlias = Callable[[bytes], bool]
"""Whether a line looks like the beginning of a row."""


@dataclass(frozen=True, slots=True)
class Record:
    """A row as bytes, and the line of the file on which it begins.

    ``cut``: a mark in it is not closed, and the next row shows where it ends; ``open``: nothing shows that.
    """

    data: bytes
    line: int
    cut: bool = False
    open: bool = False


def records(stream: BinaryIO, dialect: Dialect, begins: Begins) -> Iterator[Record]:
    r"""The rows of a table; of one that is longer than any document its beginning, one byte over the limit.

    A mark that is never closed spoils at most its own row: a line that begins as rows do begins a row.

    >>> from io import BytesIO
    >>> [one.data for one in records(BytesIO(b'1,"a\nb"\n2,c\n'), Dialect(","), lambda line: False)]
    [b'1,"a\nb"\n', b'2,c\n']
    >>> for one in records(BytesIO(b'1,"a\n2,"c\n'), Dialect(","), lambda line: line[:1].isdigit()):
    ...     print(one)
    Record(data=b'1,"a\n', line=1, cut=True, open=False)
    Record(data=b'2,"c\n', line=2, cut=False, open=True)
    """
    row: list[bytes] = []
    number = first = 1
    size, within, skipping = 0, False, False
    for line in _lines(stream):
        if (within or skipping) and begins(line):
            if row:
                yield Record(b"".join(row), first, cut=True)
            row, size, within, skipping = [], 0, False, False
        first = first if row else number
        number += line.endswith((b"\n", b"\r"))
        if skipping:
            continue
        row.append(line)
        size += len(line)
        within = within != (_marks(line, dialect) % 2 == 1)
        skipping = size > LARGEST_ROW
        if skipping or (not within and line.endswith((b"\n", b"\r"))):
            yield Record(b"".join(row)[: LARGEST_ROW + 1], first)
            row, size, within = [], 0, False
    if row:
        yield Record(b"".join(row), first, open=within)


def _marks(line: bytes, dialect: Dialect) -> int:
    """How many marks of a line open or close a cell."""
    marks = line.count(b'"')
    if not dialect.escaped or not marks:
        return marks
    return marks - line.replace(b"\\\\", b"").count(b'\\"')


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a file, in pieces where they are long; UTF-16 as UTF-8."""
    mark = stream.read(2)
    if mark in _UTF16:
        text = io.TextIOWrapper(
            stream, "utf-16-le" if mark == _UTF16[0] else "utf-16-be", "replace", newline=""
        )
        while words := text.readline(_LINE):
            yield words.encode("utf-8", "replace")
        text.detach()
        return
    line = mark + stream.readline(_LINE) if not mark.endswith(b"\n") else mark
    while line:
        yield line
        line = stream.readline(_LINE)
