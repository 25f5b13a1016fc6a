"""PDF files that are locked, damaged, or made to burst: each is refused with its reason, and soon."""

import zlib

import pytest

from ingest.read import Refused, read_bytes
from tests.ingest.ocr.made import bomb, locked, one_page, printed, raw

MIB = 1024 * 1024


def refusal(data: bytes) -> Refused:
    with pytest.raises(Refused) as caught:
        read_bytes(data, "a.pdf")
    return caught.value


def test_a_password_is_needed() -> None:
    assert refusal(locked()).code == "encrypted"


@pytest.mark.parametrize("length", [9, 200, 700])
def test_a_file_that_ends_too_soon(length: int) -> None:
    assert refusal(printed(("FM ROME",))[:length]).code in {"malformed", "empty", "no-text"}


def test_a_page_without_words() -> None:
    assert refusal(one_page(b"")).code == "no-text"


@pytest.mark.parametrize("layers", [1, 2, 3])
def test_content_that_unpacks_a_thousandfold(layers: int) -> None:
    assert refusal(bomb(256 * MIB, layers)).code == "bomb"


def test_content_that_is_packed_again_and_again() -> None:
    content = b"BT ET"
    for _ in range(9):
        content = zlib.compress(content)
    assert refusal(one_page(content, filters="/FlateDecode " * 9)).code == "bomb"


def test_content_packed_twice_is_read() -> None:
    words = b"BT /F1 12 Tf 72 700 Td (FM ROME) Tj ET"
    made = one_page(zlib.compress(zlib.compress(words)), filters="/FlateDecode /FlateDecode")
    assert read_bytes(made, "a.pdf").text == "FM ROME\n"


def test_pages_that_hold_themselves() -> None:
    pages = b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"
    found = refusal(raw(b"<< /Type /Catalog /Pages 2 0 R >>", pages))
    assert found.code in {"malformed", "empty", "no-text"}


def test_a_million_pages_that_are_one() -> None:
    kids = b"[" + b"3 0 R " * 1_000_000 + b"]"
    found = refusal(
        raw(
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids " + kids + b" /Count 1000000 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>",
        )
    )
    assert found.code == "too-large"


def test_a_count_of_pages_that_are_not_there() -> None:
    pages = b"<< /Type /Pages /Kids [] /Count 100000000 >>"
    found = refusal(raw(b"<< /Type /Catalog /Pages 2 0 R >>", pages))
    assert found.code in {"too-large", "malformed", "empty"}


def test_a_page_as_wide_as_a_country() -> None:
    assert refusal(one_page(b"", box="0 0 9999999 9999999")).code == "no-text"


def test_an_image_larger_than_a_page() -> None:
    image = (
        b"<< /Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 1 "
        b"/ColorSpace /DeviceGray /Length 4 >>\nstream\n\0\0\0\0\nendstream"
    )
    content = b"q 612 0 0 792 0 0 cm /I Do Q"
    found = refusal(
        raw(
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
            b"/Resources << /XObject << /I 5 0 R >> >> >>",
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
            image,
        )
    )
    assert found.code == "bomb"
