"""The cells of a row, with their places in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

DELIMITERS: Final = (",", "\t", ";", "|")
QUOTE: Final = '"'


@dataclass(frozen=True, slots=True)
class Dialect:
    r"""How a table parts its cells; ``escaped``: a quotation mark in a cell may be written ``\"``."""

    delimiter: str
    escaped: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of a cell as written, from ``start`` to ``end``; those of a quoted one without its marks.

    ``sound``: the mark that opens it is closed, and nothing but the next cell follows that. One that is not
    has all words up to the next cell, or to the end of the row.
    """

    start: int
    end: int
    quoted: bool
    sound: bool = True

    def text(self, row: str, dialect: Dialect) -> str:
        r"""What the cell says.

        >>> row, dialect = '"a ""b"" c"', Dialect(",")
        >>> [one.text(row, dialect) for one in cells(row, dialect)]
        ['a "b" c']
        """
        return "".join(said for said, _, _ in self.pieces(row, dialect))

    def pieces(self, row: str, dialect: Dialect) -> Iterator[tuple[str, int, int]]:
        """What the cell says, piece by piece, each with its place in the row.

        >>> row, dialect = '"a ""b"" c"', Dialect(",")
        >>> [said for one in cells(row, dialect) for said, start, end in one.pieces(row, dialect)]
        ['a ', '"', 'b', '"', ' c']
        """
        last = at = self.start
        while self.quoted and (at := row.find(QUOTE, at, self.end)) >= 0:
            first = at - 1 if dialect.escaped and _is_escaped(row, at, self.start) else at
            doubled = first == at and row.startswith(QUOTE, at + 1) and at + 1 < self.end
            end = at + 2 if doubled else at + 1
            if first > last:
                yield row[last:first], last, first
            yield QUOTE, first, end
            last = at = end
        if last < self.end:
            yield row[last : self.end], last, self.end


def cells(row: str, dialect: Dialect) -> tuple[Cell, ...]:
    r"""The cells of a row.

    >>> row = 'one,"two, ""2"" 3",,four\n'
    >>> [row[one.start : one.end] for one in cells(row, Dialect(","))]
    ['one', 'two, ""2"" 3', '', 'four']
    >>> row = '"He said "no" to it",2,"never closed, 3\n'
    >>> [(row[one.start : one.end], one.sound) for one in cells(row, Dialect(","))]
    [('He said "no" to it', False), ('2', True), ('never closed, 3', False)]
    """
    made: list[Cell] = []
    size = len(row.rstrip("\r\n"))
    at = 0
    while at <= size:
        first = at + len(row[at:size]) - len(row[at:size].lstrip(" ")) if row.startswith(" ", at) else at
        if row.startswith(QUOTE, first):
            cell = _quoted(row, first + 1, size, dialect)
            made.append(cell)
            after = row.find(dialect.delimiter, cell.end, size)
        else:
            after = row.find(dialect.delimiter, at, size)
            made.append(Cell(at, size if after < 0 else after, False))
        if after < 0:
            break
        at = after + 1
    return tuple(made)


def _quoted(row: str, start: int, size: int, dialect: Dialect) -> Cell:
    """The cell whose words begin behind its mark; with what follows the mark that should close it."""
    end = _closing(row, start, size, dialect)
    if end == size:
        return Cell(start, size, True, sound=False)
    after = row.find(dialect.delimiter, end, size)
    rest = row[end + 1 : size if after < 0 else after]
    if not rest.strip():
        return Cell(start, end, True)
    last = end + 1 + len(rest.rstrip())
    return Cell(start, last - 1 if row[last - 1] == QUOTE else last, True, sound=False)


def _closing(row: str, start: int, size: int, dialect: Dialect) -> int:
    """The place of the mark that closes a quoted cell; the end of the row, where none does."""
    at = start
    while (found := row.find(QUOTE, at, size)) >= 0:
        if dialect.escaped and _is_escaped(row, found, start):
            at = found + 1
        elif found + 1 < size and row.startswith(QUOTE, found + 1):
            at = found + 2
        else:
            return found
    return size


def _is_escaped(row: str, at: int, start: int) -> bool:
    """Whether an odd number of backslashes stands before a mark."""
    slashes = 0
    while at - slashes > start and row[at - slashes - 1] == "\\":
        slashes += 1
    return slashes % 2 == 1
