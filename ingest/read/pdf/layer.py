"""The text that a page of a PDF holds, line by line, from the top down."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from ingest.document import Span
from ingest.read.pages import Page, Row

DIVIDED: Final = "\ufffe"
"""What the engine gives for a hyphen at the end of a line, the line end with it."""
ROW: Final = 0.5
"""Heights of a character by which pieces of one row may stand apart."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A line as the file draws it: its place in the page's source, and on the page in points."""

    text: str
    source: Span
    left: float
    right: float
    bottom: float
    top: float


def text_page(page: Any, number: int) -> Page:
    """What the page says.

    >>> import pypdfium2
    >>> blank = pypdfium2.PdfDocument.new().new_page(612, 792)
    >>> text_page(blank, 1).rows
    ()
    """
    layer = page.get_textpage()
    try:
        source = layer.get_text_range()
        pieces = [_piece(layer, source, span) for span in _lines(source)]
    finally:
        layer.close()
    rows = tuple(_rows(pieces if _in_order(pieces) else sorted(pieces, key=_place)))
    return Page(number, rows, len(source))


def _lines(source: str) -> Iterator[Span]:
    """The lines with their line ends."""
    at = 0
    for line in source.splitlines(keepends=True):
        yield Span(at, at + len(line))
        at += len(line)


def _piece(layer: Any, source: str, span: Span) -> Piece:
    """A line with the box around its first and last letters."""
    text = span.of(source)
    drawn = [span.start + at for at, sign in enumerate(text) if not sign.isspace()]
    words = text.rstrip("\r\n").replace(DIVIDED, "-\n") + "\n"
    count = layer.count_chars()
    if not drawn or drawn[-1] >= count:
        return Piece(words, span, 0.0, 0.0, 0.0, 0.0)
    first, last = layer.get_charbox(drawn[0], loose=True), layer.get_charbox(drawn[-1], loose=True)
    # a divided line ends on the next row: its own edge is not known, and not needed
    return Piece(words, span, first[0], max(first[2], last[2]), first[1], first[3])


def _in_order(pieces: Sequence[Piece]) -> bool:
    """Whether the file draws its lines as they are read: downwards, or a column after the other."""
    right = 0.0
    shown = [one for one in pieces if one.top > one.bottom]
    for before, after in pairwise(shown):
        right = max(right, before.right)
        if after.bottom >= before.top:
            if after.left < right:
                return False
            right = 0.0
    return True


def _place(piece: Piece) -> tuple[float, float]:
    return -piece.bottom, piece.left


def _rows(pieces: Sequence[Piece]) -> Iterator[Row]:
    """Each line with the line ends after it: an empty line stands where the page leaves room for one."""
    pitch = _pitch(pieces)
    for at, piece in enumerate(pieces):
        following = pieces[at + 1] if at + 1 < len(pieces) else None
        room = following is not None and pitch and piece.bottom - following.bottom > 1.6 * pitch
        yield Row(piece.text + ("\n" if room else ""), piece.source)


def _pitch(pieces: Sequence[Piece]) -> float:
    """The usual distance of a line from the next, in points; 0 where nothing tells."""
    steps = sorted(
        before.bottom - after.bottom
        for before, after in pairwise(pieces)
        if before.bottom - after.bottom > ROW * (before.top - before.bottom) > 0
    )
    return steps[len(steps) // 4] if steps else 0.0
