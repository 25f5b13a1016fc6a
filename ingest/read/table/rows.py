"""Tables of telegrams, one in each row: read row by row, so that their length does not matter."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from ingest.document import Document
from ingest.read.decode import decode
from ingest.read.given import HEAD, Given
from ingest.read.refusal import Refused
from ingest.read.table.cells import Cell, cells
from ingest.read.table.columns import DATE, IDENTIFIER, Columns, columns
from ingest.read.table.records import LARGEST_ROW, Record, records
from ingest.read.unwrap import Unwrapping

_MESSAGE: Final = frozenset({"header", "body"})
_FEW_LINES: Final = 3
_FIRST: Final = 3
_SURE: Final = 2
_CHECKS: Final[Mapping[str, Callable[[str], bool]]] = {
    "row": str.isdigit,
    "identifier": lambda words: IDENTIFIER.match(words) is not None,
    "date": lambda words: DATE.match(words) is not None,
}
"""What shows that a line is the beginning of a row; at least two of them must."""


def is_table(head: bytes) -> bool:
    r"""Whether a file is a table of telegrams.

    >>> is_table(b"identifier,date,subject,body\n"), is_table(b"SUBJECT: A, B, C\n")
    (True, False)
    """
    utf16 = head[:2] in {b"\xff\xfe", b"\xfe\xff"}
    return (utf16 or b"\x00" not in head) and columns(head) is not None


def table_documents(given: Given) -> Iterator[Document | Refused]:
    r"""The documents of a table, row by row; in place of a row that holds none, why.

    >>> data = b"mrn,created,body\n08STATE900001,2008-04-04,FM SECSTATE\n08STATE900002,2008-04-05,\n"
    >>> first, second = table_documents(Given("cables.csv", data=data))
    >>> first.part, first.text, [one.role for one in first.roles]
    ('08STATE900001', '08STATE900001\n2008-04-04\n\nFM SECSTATE', ['identifier', 'date', 'body'])
    >>> second.code, second.message
    ('empty', 'row 3 has no message')

    A row with a mark that nothing closes is read where the next row shows its end; a role "damage" says so.
    """
    made = columns(given.head)
    if made is None:
        raise Refused(given.name, "malformed", "the file is no table of telegrams")
    checked = tuple(i for i, role in enumerate(made.roles) if role in _CHECKS)[:_FIRST]
    table = _Table(given.name, given.sha256, made, made.dialect.delimiter.encode(), checked)
    with given.open() as stream:
        number = 0
        for record in records(stream, made.dialect, table.begins):
            number += 1
            if number == 1 and made.heading:
                continue
            yield from table.documents(record, number)


@dataclass(frozen=True, slots=True)
class _Table:
    name: str
    sha256: str
    columns: Columns
    delimiter: bytes
    checked: tuple[int, ...]
    """The columns that show where a row begins."""
    seen: set[int] = field(default_factory=set)
    """Of the names of the documents so far: two rows may have the same."""

    def begins(self, line: bytes) -> bool:
        """Whether a line begins as rows do: the first cells hold a number, a name, a date as theirs do."""
        checked = self.checked
        if len(checked) < _SURE or line.count(self.delimiter) < checked[-1]:
            return False
        start = decode(line[:HEAD], mark=False)[0]
        found = cells(start, self.columns.dialect)
        said = [one.text(start, self.columns.dialect)[:200] for one in found[: checked[-1] + 1]]
        return len(said) > checked[-1] and all(_CHECKS[self.columns.roles[i]](said[i]) for i in checked)

    def documents(self, record: Record, number: int) -> Iterator[Document | Refused]:
        if len(record.data) > LARGEST_ROW:
            why = f"row {number}, on line {record.line}, has over {LARGEST_ROW:,} bytes"
            yield self._refused("too-large", why)
            return
        row, encodings = decode(record.data, mark=number == 1)
        if not row.strip():
            return
        found = cells(row, self.columns.dialect)
        damage = _damage(row, found, record)
        if len(found) != len(self.columns.roles):
            why = (
                f"row {number}, on line {record.line}, has {len(found)} cells, not {len(self.columns.roles)}"
            )
            yield self._refused("malformed", "; ".join(filter(None, (why, damage))))
        elif record.open and len(self.checked) < _SURE:
            why = f"row {number}: {damage}, and what follows to the end of the file may be other rows"
            yield self._refused("malformed", why)
        else:
            yield self._document(row, found, encodings, number, damage)

    def _document(
        self, row: str, found: tuple[Cell, ...], encodings: tuple[str, ...], number: int, damage: str
    ) -> Document | Refused:
        made = Unwrapping(row)
        message = unwrap_row(made, found, self.columns)
        if not message:
            return self._refused("empty", f"row {number} has no message")
        if damage:
            made.role("damage", 0, name="malformed", value=damage)
        text = made.text
        return Document(
            text,
            self.name,
            hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
            encodings,
            "csv",
            container=self.sha256,
            part=self._part(made, number),
            roles=made.roles,
            characters=len(row),
            origin=made.origin,
            dropped=made.dropped,
        )

    def _part(self, made: Unwrapping, number: int) -> str:
        """The name of the document in its cell, once; otherwise its row."""
        row = f"row {number}"
        name = next((one.span.of(made.text).strip() for one in made.roles if one.role == "identifier"), "")
        if not name or hash(name) in self.seen:
            return row if not name else f"{name} ({row})"
        self.seen.add(hash(name))
        return name

    def _refused(self, code: str, message: str) -> Refused:
        return Refused(self.name, code, message)  # type: ignore[arg-type]


def _damage(row: str, found: tuple[Cell, ...], record: Record) -> str:
    """What is wrong with the quotation marks of a row, and on which line; empty where nothing is."""
    bad = next((one for one in found if not one.sound), None)
    if bad is None:
        return ""
    line = record.line + row.count("\n", 0, bad.start)
    wrong = "never closed" if record.cut or record.open else "not closed where its cell ends"
    return f"the quotation mark that opens on line {line} is {wrong}"


def unwrap_row(made: Unwrapping, found: tuple[Cell, ...], told: Columns) -> bool:
    r"""Write the cells of a row with their roles; whether any of them is a message.

    >>> told = columns(b"mrn,created,body\n")
    >>> made = Unwrapping('08STATE900001,,"A ""B"" C"\n')
    >>> unwrap_row(made, cells(made.source, told.dialect), told), made.text, made.missing
    (True, '08STATE900001\n\nA "B" C', 0)
    """
    taken, message = 0, False
    for cell, role, name in zip(found, told.roles, told.names, strict=True):
        if not made.source[cell.start : cell.end].strip():
            continue
        break_ = "" if made.at == 0 else "\n\n" if role in _MESSAGE else "\n"
        if break_:
            made.put(break_, taken, cell.start)
        else:
            made.drop("delimiter", taken, cell.start)
        start = made.at
        _cell(made, cell, told, broken=role in _MESSAGE)
        made.role(role, start, name=name or None)
        message = message or role in _MESSAGE
        taken = cell.end
    made.drop("delimiter", taken, len(made.source))
    return message


def _cell(made: Unwrapping, cell: Cell, told: Columns, *, broken: bool) -> None:
    """A cell; in a message whose line ends are written as ``\\n`` they are line ends."""
    inside = made.source[cell.start : cell.end]
    escaped = broken and "\n" not in inside.strip() and inside.count("\\n") >= _FEW_LINES
    for said, start, end in cell.pieces(made.source, told.dialect):
        if escaped and end - start == len(said):
            _lines(made, start, end)
        else:
            made.put(said, start, end)


def _lines(made: Unwrapping, start: int, end: int) -> None:
    last = start
    while (at := made.source.find("\\n", last, end)) >= 0:
        first = at - 2 if made.source.startswith("\\r", at - 2) and at - 2 >= last else at
        made.keep(last, first)
        made.put("\n", first, at + 2)
        last = at + 2
    made.keep(last, end)
