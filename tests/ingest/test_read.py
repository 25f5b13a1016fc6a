from pathlib import Path

import pytest

from ingest.read import Refused, read, read_bytes
from ingest.read.limit import LONGEST_LINE


def code(data: bytes) -> str:
    with pytest.raises(Refused) as caught:
        read_bytes(data, "x.txt")
    assert "x.txt" in str(caught.value)
    assert "accepted" in str(caught.value)
    return caught.value.code


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "empty"),
        (b" \n\t\r\n ", "empty"),
        (b"\xef\xbb\xbf \n", "empty"),
        ("\u2003\u00a0\n".encode(), "empty"),
        (b"PK\x03\x04\x00\x00", "binary"),
        (b"\x01\x02\x04text" * 9, "binary"),
        (b"a" * (LONGEST_LINE + 1), "too-large-line"),
        (b"short\n" + b"a" * (LONGEST_LINE + 1) + b"\nshort", "too-large-line"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, expected: str) -> None:
    assert code(data) == expected


def test_a_long_text_with_short_lines_is_read() -> None:
    assert len(read_bytes(b"a line\n" * 300_000, "long.txt").text) == 2_100_000


def test_old_line_ends_part_lines() -> None:
    assert read_bytes(b"a line\r" * 300_000, "mac.txt").text.startswith("a line\r")


def test_each_line_has_its_own_encoding() -> None:
    document = read_bytes(b"caf\xe9\ncaf\xc3\xa9\nplain\n", "mixed.txt")
    assert document.text == "café\ncafé\nplain\n"
    assert document.encodings == ("cp1252", "utf-8")


def test_bytes_that_no_code_page_has_are_kept() -> None:
    assert read_bytes(b"x\x81\xe9\n", "odd.txt").text == "x\x81é\n"


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert read_bytes(b"\xef\xbb\xbfR 040045Z", "bom.txt").text == "R 040045Z"


def test_line_ends_stay_as_they_came() -> None:
    assert read_bytes(b"a\r\nb\n", "crlf.txt").text == "a\r\nb\n"


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as missing:
        read(tmp_path / "none.txt")
    assert missing.value.code == "missing"
    with pytest.raises(Refused) as folder:
        read(tmp_path)
    assert folder.value.code == "unreadable"


def test_the_hash_is_that_of_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "cable.txt"
    path.write_bytes(b"\xef\xbb\xbftext")
    assert read(path).sha256 == read_bytes(b"\xef\xbb\xbftext", "other name").sha256
    assert read(path).sha256 != read_bytes(b"text", "").sha256
