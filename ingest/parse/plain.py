"""Paragraphs of a text in which none has a number: blank lines part them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from ingest.parse.heading import Heading, alone
from ingest.parse.letter import letter_at
from ingest.parse.lines import Line
from ingest.parse.opening import carried_on, is_sentence
from ingest.parse.start import Start, content_before, is_content, next_line, unnumbered

_UNWRAPPED: Final = 110
_SHORTEST: Final = 3
"""A sentence has more words."""


def plain_starts(text: str, body: Sequence[Line]) -> tuple[Start, ...]:
    r"""The beginnings of the paragraphs, numbered 1, 2, 3 ... by inference.

    >>> from ingest.parse.lines import lines
    >>> text = "We met the Minister today to speak of this.\n\nHe agreed with us.\n\nand more."
    >>> [start.number for start in plain_starts(text, lines(text))]
    ['1', '2']
    """
    made: list[Start] = []
    pending: tuple[int, Heading] | None = None
    prose = _last_sentence(body)
    for index, line, gap in _chunks(body):
        heading = _heading(body, index, line)
        if heading is not None and (made or gap):
            pending = (index, heading) if pending is None else pending
            continue
        if not made and not is_sentence(carried_on(body, index)) and pending is None and index < prose:
            continue
        if made and pending is None and _continues(body, made[-1], index, line):
            continue
        at, words = (index, None) if pending is None else pending
        number = str(len(made) + 1)
        start = unnumbered(body, at, name=number, rule="unnumbered", heading=words)
        made.append(replace(start, value=len(made) + 1))
        pending = None
    return tuple(made)


def _chunks(body: Sequence[Line]) -> Iterator[tuple[int, Line, bool]]:
    """The lines that follow a blank or page line, and whether they do so (the first need not).

    Where lines were never wrapped, a sentence below another one begins a paragraph as well.
    """
    unwrapped = _unwrapped(body)
    free, stopped = True, False
    for index, line in enumerate(body):
        if not is_content(line):
            free = True
            continue
        stops = line.text.rstrip()[-1:] in ".!?"
        if free or (stopped and stops and len(line.text.split()) > _SHORTEST):
            yield index, line, index > 0
        free, stopped = False, unwrapped and stops


def _unwrapped(body: Sequence[Line]) -> bool:
    """Whether paragraphs stand on one long line each."""
    told = [line for line in body if is_content(line) and len(line.text.split()) > _SHORTEST]
    return sum(len(line.text) > _UNWRAPPED for line in told) * 3 >= max(len(told), 1)


def _heading(body: Sequence[Line], index: int, line: Line) -> Heading | None:
    following, gap = next_line(body, index)
    if following is None or (not gap and is_content(following)):
        return None
    return alone(
        line, after=None if gap else following, before_blank=True, before=content_before(body, index, -1)
    )


def _last_sentence(body: Sequence[Line]) -> int:
    """The last line that is a sentence: a line before it that is none stands above the message."""
    return next((i for i in range(len(body) - 1, -1, -1) if is_content(body[i]) and is_sentence(body[i])), -1)


def _continues(body: Sequence[Line], last: Start, index: int, line: Line) -> bool:
    words = line.text.lstrip(" >#*_\t")
    if not words[:1].isupper() and words[:1] not in "\"'“‘([":
        return True
    if letter_at(index, line) is not None:
        return True
    before = content_before(body, index, last.index - 1)
    return before is not None and before.text.rstrip()[-1:] not in '.!?:;"”’)'
