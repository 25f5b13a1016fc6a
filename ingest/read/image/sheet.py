"""One scanned page, read: its lines, its words and how surely each was read."""

import hashlib
from statistics import fmean
from typing import Final

from PIL import Image

from ingest.read.image.layout import Lines, set_lines
from ingest.read.image.prepare import ENLARGED, Prepared, prepared
from ingest.read.image.recognise import quarter_turn, recognise
from ingest.read.image.resolution import check_resolution, resolution
from ingest.read.pages import Page

DOUBTFUL: Final = 60.0
"""Mean confidence below which a page may stand on its side or its head."""


def sheet(image: Image.Image, number: int, source: str, *, stated: float | None = None) -> Page:
    """The page that an image shows; *stated* are the dots per inch that its file tells.

    Raises :class:`Refused` where its resolution is too low.

    >>> sheet(Image.linear_gradient("L").resize((1275, 1650)), 1, "a.png", stated=150.0)
    Traceback (most recent call last):
    ...
    ingest.read.refusal.Refused: a.png: page 1 has about 150 dots per inch, ...
    """
    grey = image.convert("L")
    dpi, known = resolution(grey, stated)
    if _blank(grey):
        return Page(number, (), 0, image=_hash(grey), size=grey.size, dpi=dpi)
    check_resolution(dpi, source, number, stated=known)
    page, lines = _read(grey, dpi, source)
    rows, words, dropped = set_lines(lines, page)
    length = sum(len(word.text) + 1 for line in lines for word in line)
    return Page(number, rows, length, dropped, words, _hash(grey), grey.size, dpi)


def _blank(page: Image.Image) -> bool:
    darkest, lightest = page.getextrema()
    return bool(darkest == lightest)


def _read(grey: Image.Image, dpi: int, source: str) -> tuple[Prepared, Lines]:
    page = prepared(grey)
    lines = recognise(page.image, round(dpi * ENLARGED), source)
    turn = quarter_turn(page.image) if 0 < _surely(lines) < DOUBTFUL else 0
    if not turn:
        return page, lines
    other = prepared(grey, quarter=turn)
    turned = recognise(other.image, round(dpi * ENLARGED), source)
    return (other, turned) if _surely(turned) > _surely(lines) else (page, lines)


def _surely(lines: Lines) -> float:
    words = [word.confidence for line in lines for word in line]
    return fmean(words) if words else 0.0


def _hash(page: Image.Image) -> str:
    """Of the grey pixels and the size, row by row."""
    total = hashlib.sha256(f"{page.width}x{page.height} ".encode())
    total.update(page.tobytes())
    return total.hexdigest()
