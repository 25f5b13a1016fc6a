"""Paragraphs that a scan ran together on one line: number and mark follow a sentence."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from ingest.parse.body.marking import MARK
from ingest.parse.text.lines import Line
from ingest.pattern import pattern

_INSIDE: Final = pattern(
    "paragraph-inside-line",
    rf"[.!?\"”)]\s+(?P<number>(?:(?:¶|§|[fF][lLI1]?|[TqQpPJ%]|\$\\[^ ]{{1,20}})?\s?[0-9lIO]{{1,3}}\s?[.)]"
    rf"|[A-Ha-h][.)]|\([A-Ha-h]\))\s?{MARK}\s)",
    example="by agenda item. fl2. (C) Chair's report.",
)


# The engine of the standard library is far faster to find nothing; nothing here can backtrack.
_MARK_LIKE: Final = re.compile(r"[.)]\s?[(\[{]\s*[TSCULFtsculf\u017f]")
_BEFORE: Final = 3
"""The end of a sentence, a blank and a number of one digit stand before the sign that closes the number."""


def unmerged(body: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, parted where a paragraph begins inside one.

    >>> [line.text for line in unmerged([Line(0, "1. (C) We met. 2. (C) We parted.")])]
    ['1. (C) We met. ', '2. (C) We parted.']
    >>> [line.text for line in unmerged([Line(0, "A. (C) We met. B. (SBU) We parted.")])]
    ['A. (C) We met. ', 'B. (SBU) We parted.']
    """
    return tuple(part for line in _unglued(body) for part in _parts(line))


def _unglued(body: Sequence[Line]) -> Iterator[Line]:
    """The lines, with number and letter parted in "3(B)." where "3 (A)." came before."""
    if not any("(A)" in line.text[:_HEAD] for line in body):
        yield from body
        return
    last = ""
    for line in body:
        found = _GLUED.match(line.text[:_HEAD])
        at = None if found is None else found.at("letter")
        if found is None or at is None:
            yield line
            continue
        if found.text("letter") == "A":
            last = found.text("number")
        if last == found.text("number") and found.text("letter") != "A":
            yield Line(line.start, line.text[: at.start - 1])
            yield Line(line.start + at.start - 1, line.text[at.start - 1 :])
        else:
            yield line


_GLUED: Final = pattern(
    "number-with-letter", r"^\s*(?P<number>\d{1,2})[.\s]*\((?P<letter>[A-Z])\)", example="3(B). COMMITTEE II"
)
_HEAD: Final = 40
_SPACED: Final = 0.6
"""The share of lines with a blank line behind them from which on a text is double-spaced."""


def single_spaced(body: Sequence[Line]) -> Sequence[Line]:
    r"""The lines without the blank ones, where a blank line stands between all lines of a wrapped text.

    >>> from ingest.parse.text.lines import lines
    >>> page = "\n\n".join(["THE DEPARTMENT WISHES TO KNOW WHETHER THE GOVERNMENT OF"] * 20)
    >>> len(single_spaced(lines(page)))
    20
    """
    full = [line for line in body if not line.blank]
    if len(full) < 12 or len(body) - len(full) <= _SPACED * len(full):
        return body
    wrapped = sum(35 <= len(line.text.strip()) <= 85 for line in full)
    open_ended = sum(line.text.rstrip()[-1:] not in ".:;?!" for line in full)
    parted = sum(one.blank and not two.blank for one, two in pairwise(body))
    spaced = min(wrapped, open_ended, parted) > _SPACED * len(full)
    return full if spaced else body


def _parts(line: Line) -> Iterator[Line]:
    if "(" not in line.text or _MARK_LIKE.search(line.text, _BEFORE) is None:
        yield line
        return
    last = 0
    for found in _INSIDE.finditer(line.text):
        at = found.at("number")
        if at is not None and (last > 0 or line.text[: at.start].strip()):
            yield Line(line.start + last, line.text[last : at.start])
            last = at.start
    yield Line(line.start + last, line.text[last:])
