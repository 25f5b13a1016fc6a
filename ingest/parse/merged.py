"""Paragraphs that a scan ran together on one line, parted where a number with a portion mark follows a sentence."""

from collections.abc import Iterator, Sequence
from typing import Final

from ingest.parse.lines import Line
from ingest.parse.marking import MARK
from ingest.pattern import pattern

_INSIDE: Final = pattern(
    "paragraph-inside-line",
    rf"[.!?\"”)]\s+(?P<number>(?:¶|§|f[lI1]?|[TqJ%]|\$\\[^ ]{{1,20}})?\s?[0-9lIO]{{1,3}}\s?[.)]\s?{MARK}\s)",
    example="by agenda item. fl2. (C) Chair's report.",
)


def unmerged(body: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, parted where a paragraph begins inside one.

    >>> [line.text for line in unmerged([Line(0, "1. (C) We met. 2. (C) We parted.")])]
    ['1. (C) We met. ', '2. (C) We parted.']
    """
    return tuple(part for line in body for part in _parts(line))


def _parts(line: Line) -> Iterator[Line]:
    if "(" not in line.text:
        yield line
        return
    last = 0
    for found in _INSIDE.finditer(line.text):
        at = found.at("number")
        if at is not None and line.text[: last + 1].strip() and at.start > last:
            yield Line(line.start + last, line.text[last : at.start])
            last = at.start
    yield Line(line.start + last, line.text[last:])
