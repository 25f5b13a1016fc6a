"""How much a PDF unpacks to, counted before it is opened: what is packed to burst is refused."""

import re
import zlib
from collections.abc import Iterator
from typing import Final

from ingest.read.refusal import Refused

LARGEST_STREAM: Final = 192 * 1024 * 1024
"""A sheet of twice the usual size at 600 dots per inch, in colour."""
LARGEST_FILE: Final = 768 * 1024 * 1024
MOST_LAYERS: Final = 4
"""How often one stream is packed; more is never meant."""
BLOCK: Final = 1024 * 1024
FED: Final = 64 * 1024
_FILTER: Final = re.compile(rb"/(?:FlateDecode|Fl)\b")
_STREAM: Final = re.compile(rb"\bstream\r?\n")
_DICTIONARY: Final = 2048
"""Bytes before a stream in which its dictionary stands."""


def check_packing(data: bytes, source: str) -> None:
    r"""Refuse a PDF that unpacks to more than pages can hold, or is packed again and again.

    >>> check_packing(b"%PDF-1.4 << /Filter /FlateDecode >> stream\n" + zlib.compress(b"words"), "a.pdf")
    >>> bomb = zlib.compress(bytes(LARGEST_STREAM + 1))
    >>> check_packing(b"%PDF-1.4 << /Filter /FlateDecode >> stream\n" + bomb, "a.pdf")
    Traceback (most recent call last):
    ...
    ingest.read.refusal.Refused: a.pdf: a stream unpacks to over 201,326,592 bytes
    """
    total = 0
    for layers, packed in _streams(data):
        if layers > MOST_LAYERS:
            raise Refused(source, "bomb", f"a stream is packed {layers} times over")
        total += _unpacked(packed, layers, source)
        if total > LARGEST_FILE:
            raise Refused(source, "bomb", f"the file unpacks to over {LARGEST_FILE:,} bytes")


def _streams(data: bytes) -> Iterator[tuple[int, memoryview]]:
    """The packed streams, each with how often it is packed."""
    view = memoryview(data)
    for found in _STREAM.finditer(data):
        reach = max(0, found.start() - _DICTIONARY)
        start = max(reach, data.rfind(b"endobj", reach, found.start()))
        layers = len(_FILTER.findall(data, start, found.start()))
        if layers:
            yield layers, view[found.end() :]


def _unpacked(packed: memoryview, layers: int, source: str) -> int:
    """The bytes that a stream unpacks to, those of each layer counted; damage ends the count."""
    total = 0
    for depth in range(1, layers + 1):
        for block in _inflated(packed, depth):
            total += len(block)
            if total > LARGEST_STREAM:
                raise Refused(source, "bomb", f"a stream unpacks to over {LARGEST_STREAM:,} bytes")
    return total


def _inflated(packed: memoryview, layers: int) -> Iterator[bytes]:
    blocks: Iterator[bytes] = (bytes(packed[at : at + FED]) for at in range(0, len(packed), FED))
    for _ in range(layers):
        blocks = _layer(blocks)
    return blocks


def _layer(blocks: Iterator[bytes]) -> Iterator[bytes]:
    unpacker = zlib.decompressobj()
    for block in blocks:
        fed = block
        while fed:
            try:
                out = unpacker.decompress(fed, BLOCK)
            except zlib.error:
                return
            if out:
                yield out
            if unpacker.eof:
                return
            fed = unpacker.unconsumed_tail
