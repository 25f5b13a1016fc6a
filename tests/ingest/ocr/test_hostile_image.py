"""Image files that are damaged or made to burst, and a machine on which nothing can be recognised."""

import io
import struct
import zlib

import pytest
from PIL import Image

from ingest.read import Refused, read_bytes
from ingest.read.image import tools as needed
from tests.ingest.ocr.made import photographed
from tests.ingest.ocr.specimen import tools


def refusal(data: bytes, name: str = "page.png") -> Refused:
    with pytest.raises(Refused) as caught:
        read_bytes(data, name)
    return caught.value


def drawn(kind: str, size: tuple[int, int] = (850, 1100), shade: int = 255) -> bytes:
    """An image file of one shade."""
    out = io.BytesIO()
    Image.new("L", size, shade).save(out, kind)
    return out.getvalue()


def png(width: int, height: int) -> bytes:
    """A PNG that states a size and has hardly any pixels."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )


def round_tiff() -> bytes:
    """A TIFF whose only directory says that it comes next again."""
    tags = ((256, 8), (257, 8), (258, 8), (259, 1), (262, 1), (273, 200), (277, 1), (278, 8), (279, 64))
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
    directory = struct.pack("<H", len(tags)) + entries + struct.pack("<I", 8)
    return (b"II*\x00" + struct.pack("<I", 8) + directory).ljust(200, b"\0") + bytes([255] * 64)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_a_page_without_words(kind: str) -> None:
    tools()
    assert refusal(drawn(kind)).code == "no-text"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_an_image_that_ends_too_soon(kind: str) -> None:
    tools()
    data = drawn(kind)
    for length in (9, 40, len(data) // 2):
        assert refusal(data[:length]).code in {"malformed", "no-text"}


@pytest.mark.parametrize("side", [9_000, 60_000, 2_000_000_000])
def test_an_image_that_claims_to_be_huge(side: int) -> None:
    tools()
    assert refusal(png(side, side)).code in {"bomb", "malformed"}


def test_pages_that_follow_themselves() -> None:
    tools()
    assert refusal(round_tiff()).code in {"no-text", "malformed", "too-large"}


def test_a_machine_without_the_recogniser_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    page = drawn("JPEG", (2550, 3300), 0)
    for found in (refusal(page, "page.jpg"), refusal(photographed(page), "page.pdf")):
        assert found.code == "failed"
        assert "tesseract" in found.message


def test_a_machine_without_the_libraries_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(needed, "find_spec", lambda name: None)
    found = refusal(drawn("PNG"))
    assert found.code == "failed"
    assert "compendium-kg[ocr]" in found.message
