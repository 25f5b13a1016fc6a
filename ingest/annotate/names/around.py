"""What has been gathered around the name of a series of meetings, and how its words hang together."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from ingest.annotate.names.pieces import Piece
from ingest.document import Span

_LOOSE: Final = frozenset("(),-–—/'’\"[]*_#")


@dataclass(slots=True)
class Scan:
    """What was gathered around one name, while the scan goes on.

    >>> row = (Piece("ordinal", Span(0, 3), "2nd", ordinal=2), Piece("series", Span(4, 11), "plenary"))
    >>> found = Scan(row, 1, 1)
    >>> found.take(0)
    >>> found.span, [one.ordinal for one in found.ordinals]
    (Span(start=0, end=11), [2])
    """

    row: Sequence[Piece]
    left: int
    right: int
    dates: list[Piece] = field(default_factory=list)
    places: list[Piece] = field(default_factory=list)
    ordinals: list[Piece] = field(default_factory=list)
    regime: str | None = None
    regimes: list[str] = field(default_factory=list)
    country: str | None = None
    host: str | None = None
    participants: tuple[str, ...] = ()
    flags: set[str] = field(default_factory=set)

    @property
    def span(self) -> Span:
        """From the first piece to the last that say something of the meeting."""
        return Span(self.row[self.left].span.start, self.row[self.right].span.end)

    def take(self, index: int) -> None:
        """Note what a piece says and stretch the span over it."""
        piece = self.row[index]
        if piece.kind == "date":
            self.dates.append(piece)
        elif piece.kind == "place":
            self.places.append(piece)
        elif piece.kind == "ordinal":
            self.ordinals.append(piece)
        elif piece.kind == "regime":
            self.regime = self.regime or piece.regime
            self.regimes += [] if piece.regime is None else [piece.regime]
        elif piece.kind == "country":
            self.country = self.country or piece.iso3
        self.left, self.right = min(self.left, index), max(self.right, index)


def loose(gap: str) -> bool:
    """Whether a gap leaves two pieces in one phrase.

    >>> loose(""), loose(","), loose(".")
    (True, True, False)
    """
    return set(gap) <= _LOOSE


def is_plural(row: Sequence[Piece], index: int) -> bool:
    """Whether a name is that of several meetings: "plenaries", "RPOC meetings".

    >>> is_plural((Piece("series", Span(0, 9), "plenaries"),), 0)
    True
    """
    word = row[index].word
    follows = row[index + 1] if index + 1 < len(row) else None
    if follows is not None and follows.word in ("meetings", "sessions") and loose(follows.gap):
        return True
    return word.endswith(("plenaries", "meetings", "sessions", "groups")) or (
        word.endswith("s") and " " not in word
    )
