"""Rows of a CSV table: a blank cell is ``None``, a cell with several values separates them by semicolons."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable


class TableError(ValueError):
    """A table cannot be used as it stands; the message names the file, the line and what is accepted."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, and where it stands.

    >>> cells = {"id": "TEM", "year": "", "is_meeting": "yes", "names": "TEM; Technical TEM"}
    >>> row = Row("series.csv", 7, cells)
    >>> row.need("id"), row.text("year"), row.flag("is_meeting"), row.longest_first("names")
    ('TEM', None, True, ('Technical TEM', 'TEM'))
    >>> row.number("id")
    Traceback (most recent call last):
    ingest.tables.rows.TableError: series.csv, line 7: column 'id' must be a whole number or blank, not 'TEM'
    """

    table: str
    line: int
    cells: dict[str, str]

    def error(self, why: str) -> TableError:
        """An error that names this row.

        >>> print(Row("posts.csv", 3, {}).error("the post has no name"))
        posts.csv, line 3: the post has no name
        """
        return TableError(f"{self.table}, line {self.line}: {why}")

    def text(self, column: str) -> str | None:
        """The words of a cell, ``None`` where it is blank."""
        return self.cells[column] or None

    def need(self, column: str) -> str:
        """The words of a cell that must not be blank."""
        if not self.cells[column]:
            raise self.error(f"column {column!r} must not be blank")
        return self.cells[column]

    def number(self, column: str) -> int | None:
        """The whole number of a cell, ``None`` where it is blank."""
        cell = self.cells[column]
        if cell and not cell.isdecimal():
            raise self.error(f"column {column!r} must be a whole number or blank, not {cell!r}")
        return int(cell) if cell else None

    def flag(self, column: str) -> bool:
        """Whether a cell says "yes"; anything but "yes" and "no" is an error."""
        cell = self.cells[column]
        if cell not in ("yes", "no"):
            raise self.error(f"column {column!r} must be yes or no, not {cell!r}")
        return cell == "yes"

    def several(self, column: str) -> tuple[str, ...]:
        """The values of a cell in their order.

        >>> Row("t.csv", 2, {"names": "Burma; Myanmar"}).several("names")
        ('Burma', 'Myanmar')
        """
        return tuple(one.strip() for one in self.cells[column].split(";") if one.strip())

    def longest_first(self, column: str) -> tuple[str, ...]:
        """The values of a cell, so that a longer wording is tried before one that it contains."""
        return tuple(sorted(dict.fromkeys(self.several(column)), key=lambda one: (-len(one), one)))


def rows(table: Traversable, columns: Sequence[str], optional: Sequence[str] = ()) -> Iterator[Row]:
    r"""The rows of a CSV file that has at least those columns; an absent file has no rows.

    A column of the *optional* ones that it lacks is blank.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     size = (Path(folder) / "posts.csv").write_text("name,city\nABU DHABI, Abu Dhabi \n")
    ...     [(one.line, one.text("city")) for one in rows(Path(folder) / "posts.csv", ("name", "city"))]
    [(2, 'Abu Dhabi')]
    """
    if not table.is_file():
        return
    reader = csv.reader(table.read_text(encoding="utf-8").splitlines(), strict=True)
    heading = next(reader, [])
    missing = [column for column in columns if column not in heading]
    if missing:
        raise TableError(f"{table.name}: no column {', '.join(missing)}")
    for cells in reader:
        if len(cells) != len(heading):
            raise TableError(f"{table.name}, line {reader.line_num}: {len(cells)} cells, not {len(heading)}")
        yield Row(
            table.name,
            reader.line_num,
            dict.fromkeys(optional, "") | dict(zip(heading, map(str.strip, cells), strict=True)),
        )
