"""What is made to break a reader is read or refused with a code, in time that grows as the input does."""

import gzip
import io
import time
import zipfile
from collections.abc import Iterator
from typing import Final, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ingest.evaluate.run
import ingest.extract
import ingest.state
from ingest.document import Document
from ingest.pattern import NAMED, Pattern
from ingest.read import Refused, documents_of
from ingest.read.given import Given
from ingest.read.limit import LARGEST_FILE, LONGEST_LINE
from ingest.tables import knowledge
from tests.ingest.forms import made
from tests.ingest.read.accounts import account

BAITS: Final = (
    " ",
    "\n",
    "A",
    "a",
    "1",
    "(",
    "A. ",
    "1. ",
    "A B ",
    "-",
    "<",
    "I",
    "REF: ",
    "THE ",
    ", ",
    "'",
)
SEEDS: Final = (
    made.TEXT.encode(),
    made.two_blocks(),
    made.table(),
    made.table_with_heading(),
    made.quoted_mail(),
)
SMALL: Final = 8_000
SLOW: Final = 0.05
"""Seconds below which a measurement is noise."""
MOST: Final = 2.8
"""Twice the input takes at most so many times as long; quadratic work takes four times."""


def code(data: bytes) -> str:
    with pytest.raises(Refused) as caught:
        list(documents_of(Given("x", data=data)))
    return caught.value.code


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("cable.txt", made.TEXT)
    return out.getvalue()


@pytest.mark.parametrize(
    "data", [zipped(), gzip.compress(made.TEXT.encode()), b"BZh91AY", b"7z\xbc\xaf'\x1c"]
)
def test_packed_files_are_refused_and_told_as_such(data: bytes) -> None:
    with pytest.raises(Refused, match="take the documents out of it first") as caught:
        list(documents_of(Given("x", data=data)))
    assert caught.value.code == "binary"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (
            b"<?xml version='1.0'?><!DOCTYPE TEI [<!ENTITY a 'b'>]><TEI xmlns='http://www.tei-c.org/ns/1.0'/>",
            "entities",
        ),
        (bytes(range(256)) * 10, "binary"),
        (b"\x00" * 1000, "binary"),
        (b"<html>" + b"\x00" * 1000, "binary"),
        (b"a" * (LONGEST_LINE + 1), "too-large-line"),
    ],
)
def test_refusals_have_codes(data: bytes, expected: str) -> None:
    assert code(data) == expected


class Long(Given):
    """A file of one line that is larger than any that is read, of which only the beginning is there."""

    size = LARGEST_FILE * 16


def test_a_line_without_end_is_refused_by_its_beginning() -> None:
    long = Long("x", data=b"a" * (LONGEST_LINE + 100))
    with pytest.raises(Refused) as caught:
        list(documents_of(long))
    assert caught.value.code == "too-large-line"


def test_stray_controls_are_kept_and_counted() -> None:
    [document] = documents_of(Given("x", data=made.TEXT.replace("Greece", "Gr\x00ee\x07ce").encode()))
    assert isinstance(document, Document) and "Gr\x00ee\x07ce" in document.text
    extraction = ingest.extract.extract(document, knowledge())
    assert "4 control characters" in [one.why for one in extraction.cable.problems]
    assert list(ingest.state.state(extraction, knowledge()))


def test_what_cannot_be_decoded_is_counted() -> None:
    [document] = documents_of(Given("x", data=made.TEXT.replace("Greece", "Gr\ufffdece").encode()))
    assert isinstance(document, Document)
    problems = [one.why for one in ingest.extract.extract(document, knowledge()).cable.problems]
    assert any("could not be decoded" in why for why in problems)


@settings(deadline=None, max_examples=150)
@given(
    st.sampled_from(SEEDS),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=12)), max_size=8),
)
def test_damaged_files_are_read_or_refused(data: bytes, cuts: list[tuple[float, int, bytes]]) -> None:
    for place, size, other in cuts:
        at = int(place * len(data))
        data = data[:at] + other + data[at + size :]
    try:
        for one in documents_of(Given("x", data=data)):
            if isinstance(one, Document) and one.form in {"html", "csv", "email"}:
                account(one)
    except Refused:
        pass


def seconds(pattern: Pattern, text: str) -> float:
    start = time.perf_counter()
    sum(1 for _ in pattern.finditer(text))
    return time.perf_counter() - start


def grows(pattern: Pattern, bait: str) -> bool:
    """Whether the work on twice the text is more than twice as much, by far, three times over."""
    small, large = (bait * (size // len(bait)) for size in (SMALL, SMALL * 2))
    for _ in range(3):
        twice = seconds(pattern, large)
        if twice < SLOW or twice < MOST * max(seconds(pattern, small), SLOW / 10):
            return False
    return True


class Quadratic:
    """Goes over the rest of the text from each of its characters."""

    def finditer(self, text: str) -> Iterator[int]:
        return (text.count(" ", start) for start in range(len(text)))


def test_there_are_patterns_and_a_slow_one_is_seen() -> None:
    assert len(NAMED) > 150 and ingest.evaluate.run is not None
    assert any(grows(cast(Pattern, Quadratic()), " ") for _ in range(10))


@pytest.mark.parametrize("bait", BAITS)
def test_patterns_take_time_as_their_text_does(bait: str) -> None:
    assert not [name for name, one in sorted(NAMED.items()) if grows(one, bait)]


def test_patterns_take_time_as_their_own_examples_do() -> None:
    assert not [name for name, one in sorted(NAMED.items()) if grows(one, one.example + " ")]
