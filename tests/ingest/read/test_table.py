import csv
import io
from collections.abc import Iterator
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ingest.extract
from ingest.document import Document
from ingest.read import Refused, documents_of, read_bytes
from ingest.read.given import Given
from ingest.read.table.cells import Dialect, cells
from ingest.read.table.columns import columns
from ingest.read.table.records import LARGEST_ROW, records
from ingest.read.table.rows import is_table
from tests.ingest.forms import made
from tests.ingest.read.accounts import account

HEADING: Final = b"identifier,date,body\n"
WORDS: Final = st.sampled_from(
    ['"', '""', ",", "\n", "\r\n", "a", "08STATE900001", "\\", "\\n", "é", "2008-04-04", " "]
)


def found(data: bytes) -> list[Document | Refused]:
    made = list(documents_of(Given("cables.csv", data=data)))
    for one in made:
        if isinstance(one, Document):
            account(one)
            assert one.form == "csv" and one.container is not None and one.part is not None
    return made


@pytest.mark.parametrize("data", [made.table(), made.table_with_heading(), made.table_with_backslashes()])
def test_a_table_of_one_row_holds_the_telegram(data: bytes) -> None:
    [document] = found(data)
    assert isinstance(document, Document)
    assert document.part == "08ATHENS900021"
    assert "1. (C) SUMMARY: Greece" in document.text
    roles = {one.role: one.span.of(document.text) for one in document.roles}
    assert roles["identifier"] == "08ATHENS900021" and roles["date"] == "2008-04-04 11:02"


@settings(deadline=None)
@given(st.lists(st.lists(st.text('ab"\n,é\\', max_size=8), min_size=3, max_size=3), min_size=1, max_size=6))
def test_rows_are_those_of_the_standard_library(rows: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    dialect = Dialect(",")
    made = records(io.BytesIO(out.getvalue().encode()), dialect, lambda line: False)
    read = [one.data.decode() for one in made]
    assert [[cell.text(row, dialect) for cell in cells(row, dialect)] for row in read] == rows


@settings(deadline=None)
@given(st.lists(WORDS, max_size=60).map("".join))
def test_whatever_follows_a_heading_is_read_or_refused(rest: str) -> None:
    found(HEADING + rest.encode())


def test_a_mark_that_is_never_closed_spoils_no_other_row() -> None:
    rows = [f'08STATE90000{i},2008-04-04,"FM POST\nTO ABC"\n' for i in range(6)]
    rows[2] = rows[2].replace('ABC"', "ABC")
    names = [
        one.part if isinstance(one, Document) else one.code for one in found(HEADING + "".join(rows).encode())
    ]
    assert names == [f"08STATE90000{i}" for i in range(6)]


def test_a_row_that_is_no_document_does_not_stop_the_others() -> None:
    long = b'08STATE900001,2008-04-04,"' + b"word\n" * (LARGEST_ROW // 5 + 1) + b'"\n'
    good = b"08STATE900002,2008-04-04,FM POST\n"
    codes = [one.part if isinstance(one, Document) else one.code for one in found(HEADING + long + good)]
    assert codes == ["too-large", "08STATE900002"]


def test_two_rows_of_one_name_are_two_parts() -> None:
    row = b"08STATE900001,2008-04-04,FM POST\n"
    parts = [one.part for one in found(HEADING + row * 2) if isinstance(one, Document)]
    assert parts == ["08STATE900001", "08STATE900001 (row 3)"]


def test_a_part_is_read_by_its_name() -> None:
    data = HEADING + b"08STATE900001,2008-04-04,FM POST\n08STATE900002,2008-04-04,FM OTHER\n"
    assert read_bytes(data, "cables.csv", "08STATE900002").text.endswith("FM OTHER")
    with pytest.raises(Refused) as several:
        read_bytes(data, "cables.csv")
    assert several.value.code == "several"


def test_line_ends_written_as_letters_are_line_ends() -> None:
    [document] = found(HEADING + rb"08STATE900001,2008-04-04,FM POST\r\nTO ABC\nBT\nText" + b"\n")
    assert isinstance(document, Document)
    assert document.text.endswith("FM POST\nTO ABC\nBT\nText")


def test_a_table_in_utf16_is_read() -> None:
    [document] = found(made.table().decode().encode("utf-16"))
    assert isinstance(document, Document) and "¶4. (U)" in document.text


def test_each_row_has_its_encoding() -> None:
    rows = "08STATE900001,2008-04-04,café\n".encode() + "08STATE900002,2008-04-04,café\n".encode("cp1252")
    read = [one for one in found(HEADING + rows) if isinstance(one, Document)]
    assert [one.text[-4:] for one in read] == ["café", "café"]
    assert [one.encodings for one in read] == [("utf-8",), ("cp1252",)]


@pytest.mark.parametrize(
    "text",
    [
        "CONFIDENTIAL STATE 900001\nTAGS: PARM, MTCRE, FR\nSUBJECT: A, B, C, D\n",
        "Smith, John, of the Embassy, wrote on 2008-04-04, that 08STATE900001, was lost,\n",
        "name,city,country\nParis,Paris,France\n",
        "date,subject,tags\n2008-04-04,A,B\n",
        "",
    ],
)
def test_what_only_has_commas_is_no_table(text: str) -> None:
    assert not is_table(text.encode())


class Endless(io.RawIOBase):
    """A file of many rows that is nowhere as a whole."""

    def __init__(self, rows: int) -> None:
        self.rows = self._bytes(rows)
        self.left = b""
        self.largest = 0

    def _bytes(self, rows: int) -> Iterator[bytes]:
        yield from (
            f'08STATE{i},2008-04-04,"FM POST\n{"word " * 200}"\n'.encode()
            for i in range(900_000, 900_000 + rows)
        )

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        self.left = self.left or next(self.rows, b"")
        size = min(len(buffer), len(self.left))
        buffer[:size], self.left = self.left[:size], self.left[size:]
        return size


def test_rows_are_read_one_by_one() -> None:
    stream = io.BufferedReader(Endless(20_000))  # type: ignore[type-var]
    made = columns(HEADING)
    assert made is not None
    largest = max(len(one.data) for one in records(stream, made.dialect, lambda line: False))
    assert largest < 2_000


def told(one: Document | Refused) -> str:
    """What is told of a row beside its words."""
    if isinstance(one, Refused):
        return f"{one.code}: {one.message}"
    return "; ".join(f"{role.name}: {role.value}" for role in one.roles if role.role == "damage")


def test_a_mark_that_the_next_row_closes_is_told_with_its_line() -> None:
    rows = [f'08STATE90000{i},2008-04-04,"FM POST\nTO ABC\nThe end {i}."\n' for i in range(3)]
    rows[1] = rows[1].replace('1."', "1.")
    read = found(HEADING + "".join(rows).encode())
    assert [told(one) for one in read] == [
        "",
        "malformed: the quotation mark that opens on line 5 is never closed",
        "",
    ]
    assert isinstance(read[1], Document) and read[1].text.rstrip().endswith("The end 1.")


def test_a_mark_that_is_open_at_the_end_of_the_file_is_told() -> None:
    whole = HEADING + b'08STATE900001,2008-04-04,"FM POST\nTO ABC\nThe end'
    [one] = found(whole)
    assert isinstance(one, Document) and one.text.endswith("The end")
    assert told(one) == "malformed: the quotation mark that opens on line 2 is never closed"


@pytest.mark.parametrize("heading", ["identifier,body\n", "mrn,subject,body\n"])
def test_where_no_row_shows_its_beginning_an_open_mark_is_refused(heading: str) -> None:
    blank = "," * (heading.count(",") - 1)
    rows = (f'08STATE90000{i},{blank}"FM POST\nTO ABC {i}\n' for i in range(1))
    good = f'08STATE900009,{blank}"FM OTHER\nTO ABC"\n'
    first, last = found((heading + good + "".join(rows)).encode())
    assert isinstance(first, Document)
    assert told(last).startswith("malformed: row 3: the quotation mark that opens on line 4 is never closed")


def test_an_open_mark_that_takes_other_cells_is_told_with_its_line() -> None:
    rows = b'08STATE900001,"2008-04-04,FM POST\n08STATE900002,2008-04-05,FM POST\n'
    torn, good = found(HEADING + rows)
    assert told(torn).startswith("malformed: row 2, on line 2, has 2 cells, not 3;")
    assert told(torn).endswith("; the quotation mark that opens on line 2 is never closed")
    assert isinstance(good, Document) and good.part == "08STATE900002"


def test_marks_inside_a_cell_that_are_not_doubled_lose_no_words() -> None:
    [one] = found(HEADING + b'08STATE900001,2008-04-04,"FM POST\nHe said "perhaps" to us.\nThe end"\n')
    assert isinstance(one, Document)
    assert one.text.endswith('FM POST\nHe said "perhaps" to us.\nThe end')
    assert told(one) == "malformed: the quotation mark that opens on line 2 is not closed where its cell ends"


def test_what_the_reader_says_is_wrong_is_a_problem_of_the_document() -> None:
    body = b"FM POST\nTO ABC\n\nCONFIDENTIAL STATE 900001\n\nSUBJECT: A\n\n1. (C) We met.\n"
    [one] = found(HEADING + b'08STATE900001,2008-04-04,"' + body)
    assert isinstance(one, Document)
    whys = [problem.why for problem in ingest.extract.extract(one).unresolved]
    assert "malformed: the quotation mark that opens on line 2 is never closed" in whys
