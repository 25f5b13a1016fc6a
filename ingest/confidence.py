"""How surely the words of a scanned document were read."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import fmean

from ingest.document import Sheet, Span, Word


@dataclass(frozen=True, slots=True)
class Confidence:
    """From 0 to 100: how surely the least sure of some words was read, and all of them in the mean."""

    least: float
    mean: float


@dataclass(slots=True)
class Confidences:
    """How surely any stretch of a text was read; ``None`` where it has no words that were read from an image.

    >>> words = (Word(Span(0, 2), (0, 0, 9, 9), 96.0), Word(Span(3, 7), (12, 0, 40, 9), 81.5))
    >>> made = Confidences((Sheet(1, Span(0, 8), "", (100, 100), 300, words),))
    >>> made.of(Span(0, 7)), made.of(Span(5, 8)), made.of(Span(2, 3))
    (Confidence(least=81.5, mean=88.8), Confidence(least=81.5, mean=81.5), None)
    """

    sheets: tuple[Sheet, ...]
    _words: list[Word] = field(init=False)
    _starts: list[int] = field(init=False)
    _ends: list[int] = field(init=False)

    def __post_init__(self) -> None:
        words: Iterable[Word] = (word for sheet in self.sheets for word in sheet.words)
        self._words = sorted(words, key=lambda one: one.span)
        self._starts = [word.span.start for word in self._words]
        self._ends = [word.span.end for word in self._words]

    def of(self, span: Span) -> Confidence | None:
        """Of the words that lie in the stretch, in whole or in part."""
        first, last = bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)
        found = [word.confidence for word in self._words[first:last]]
        return Confidence(round(min(found), 1), round(fmean(found), 1)) if found else None
