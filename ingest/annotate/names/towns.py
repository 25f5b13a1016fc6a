"""Towns that no table has: "in Bergen on June 2", "in Konstanz, Germany"."""

from collections.abc import Sequence
from typing import Final

from ingest.annotate.names.pieces import Piece
from ingest.annotate.names.words import word_lists

_WORDS: Final = 3
_ENDS: Final = (".", ";", ")", ",", ").")


def town(row: Sequence[Piece], at: int, *, dated: bool) -> tuple[str, int] | None:
    """The name of a town after "in" and the index after it; ``None`` where the words may mean else.

    What follows must show it: a date, a country, or, after a date (*dated*), the end of the phrase.

    >>> from ingest.document import Span
    >>> row = [Piece("word", Span(0, 4), "bonn", written="Bonn"), Piece("date", Span(5, 9), "2008")]
    >>> town(row, 0, dated=False), town(row[:1], 0, dated=False)
    (('Bonn', 1), None)
    """
    end = at
    while (
        end < len(row) and end - at < _WORDS and _may_be_named(row[end]) and (end == at or not row[end].gap)
    ):
        end += 1
    if end == at:
        return None
    name = " ".join(one.written.title() if one.written.isupper() else one.written for one in row[at:end])
    return (name, end) if _shown(row, end, dated=dated) else None


def _may_be_named(piece: Piece) -> bool:
    return (
        piece.kind == "word" and bool(piece.written) and piece.word not in word_lists("meetings")["no-town"]
    )


def _shown(row: Sequence[Piece], end: int, *, dated: bool) -> bool:
    if end >= len(row):
        return dated
    piece = row[end]
    if piece.kind == "country" and piece.gap == ",":
        return True
    if piece.kind == "date" and piece.gap in ("", ",", "("):
        return True
    if piece.word in ("on", "in", "from", "during") and piece.gap in ("", ","):
        return end + 1 < len(row) and row[end + 1].kind == "date"
    return dated and piece.gap in _ENDS
