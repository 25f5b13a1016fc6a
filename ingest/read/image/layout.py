"""Recognised words set as lines of text again: gaps become blanks, wide gaps between lines an empty line."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final, TypeAlias

from ingest.document import Dropped, Span, Word
from ingest.read.image.prepare import Prepared
from ingest.read.image.recognise import Seen
from ingest.read.pages import Row

Lines: TypeAlias = Sequence[Sequence[Seen]]

SPECK: Final = 40.0
"""A sign that is no letter and was read less surely than this is dirt on the page."""
MEANT: Final = frozenset("-–—*•()/&.,:;'\"¶§")
"""Signs that telegrams have, however surely they were read."""
EMPTY_LINE: Final = 1.6
"""Line pitches between two lines from which on a line between them is empty."""
WIDE: Final = 2.5
"""Characters between two words from which on they stand in columns."""


def set_lines(lines: Lines, page: Prepared) -> tuple[tuple[Row, ...], tuple[Word, ...], tuple[Dropped, ...]]:
    r"""The lines of text, the words with their places in it and on the page, and what was left out.

    >>> from PIL import Image
    >>> page = Prepared(Image.new("L", (900, 300)), 0.0, (600, 200))
    >>> rome = Seen("ROME", (75, 30, 135, 60), 90.0, (1, 1, 1))
    >>> first = (Seen("FM", (30, 30, 60, 60), 95.0, (1, 1, 1)), rome)
    >>> second = (Seen("~", (30, 75, 45, 90), 12.0, (1, 1, 2)),)
    >>> rows, words, dropped = set_lines((first, second), page)
    >>> [row.text for row in rows], words[1].span, words[1].box, dropped
    (['FM ROME\n'], Span(start=3, end=7), (50, 20, 90, 40), (Dropped(reason='specks', characters=2),))
    """
    kept = [[word for word in line if not _is_speck(word)] for line in lines]
    width, pitch = _width(kept), _pitch(kept)
    rows: list[Row] = []
    words: list[Word] = []
    at = source = specks = 0
    for index, line in enumerate(kept):
        length = _length(lines[index])
        lost = length - _length(line)
        if line:
            text, placed = _line(line, width)
            words += [Word(span.moved(at), page.back(one.box), one.confidence) for one, span in placed]
            text += "\n\n" if _parted(kept, index, pitch) else "\n"
            rows.append(Row(text, Span(source + lost, source + length)))
            at += len(text)
        source, specks = source + length, specks + lost
    return tuple(rows), tuple(words), (Dropped("specks", specks),) if specks else ()


def _length(line: Sequence[Seen]) -> int:
    """The characters of a line as recognised, with a blank or a line end after each word."""
    return sum(len(word.text) + 1 for word in line)


def _is_speck(word: Seen) -> bool:
    signs = set(word.text)
    return word.confidence < SPECK and not (signs & MEANT) and not any(one.isalnum() for one in signs)


def _line(line: Sequence[Seen], width: float) -> tuple[str, list[tuple[Seen, Span]]]:
    text, placed = "", []
    for index, word in enumerate(line):
        if index:
            gap = (word.box[0] - line[index - 1].box[2]) / width
            text += " " * (round(gap) if gap >= WIDE else 1)
        placed.append((word, Span(len(text), len(text) + len(word.text))))
        text += word.text
    return text, placed


def _parted(lines: Lines, index: int, pitch: float) -> bool:
    """Whether an empty line stands between this line and the next that has words."""
    following = next((line for line in lines[index + 1 :] if line), None)
    return following is not None and _base(following) - _base(lines[index]) > EMPTY_LINE * pitch


def _base(line: Sequence[Seen]) -> float:
    return float(median(word.box[3] for word in line))


def _pitch(lines: Lines) -> float:
    """The usual distance of a line from the next."""
    bases = [_base(line) for line in lines if line]
    steps = sorted(after - before for before, after in pairwise(bases) if after > before)
    # the lower quartile: a page of short paragraphs has as many empty lines as full ones
    return steps[len(steps) // 4] if steps else 1.0


def _width(lines: Lines) -> float:
    return float(median(list(_widths(lines)) or [1.0]))


def _widths(lines: Lines) -> Iterator[float]:
    """How wide a character is, by each word of some length."""
    for line in lines:
        yield from ((one.box[2] - one.box[0]) / len(one.text) for one in line if len(one.text) > 2)
