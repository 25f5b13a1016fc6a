"""An image is refused by the size that it states, with one code, whatever limit the library beneath has."""

import struct
import zlib

import pytest

from ingest.read import Refused, documents_of
from ingest.read.given import Given

pytest.importorskip("PIL")


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def stated(width: int, height: int) -> bytes:
    """A picture that says how large it is and holds next to nothing."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [8_001, 9_500, 13_500, 60_000])
def test_more_pixels_than_a_page_has_are_a_bomb(side: int) -> None:
    with pytest.raises(Refused) as caught:
        list(documents_of(Given("a.png", data=stated(side, side))))
    assert caught.value.code == "bomb"


def test_as_many_pixels_as_a_page_may_have_are_no_bomb() -> None:
    with pytest.raises(Refused) as caught:
        list(documents_of(Given("a.png", data=stated(8_000, 8_000))))
    assert caught.value.code != "bomb"
