"""Paragraphs of a text in which none has a number: blank lines part them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from ingest.parse.body.heading import Heading, alone
from ingest.parse.body.letter import letter_at
from ingest.parse.body.opening import carried_on, is_sentence
from ingest.parse.body.start import Start, content_before, is_content, next_line, unnumbered
from ingest.parse.text.lines import Line

_UNWRAPPED: Final = 110
_ENDED: Final = 0.8
_FEW: Final = 6
"""Of fewer lines one cannot tell how long they are."""
_RARE: Final = 8
"""A blank line in so many others parts sections and no paragraphs."""
_SHORTEST: Final = 3
"""A sentence has more words."""
_QUOTES: Final = frozenset('"“”')


def plain_starts(text: str, body: Sequence[Line]) -> tuple[Start, ...]:
    r"""The beginnings of the paragraphs, numbered 1, 2, 3 ... by inference.

    >>> from ingest.parse.text.lines import lines
    >>> text = "We met the Minister today to speak of this.\n\nHe agreed with us.\n\nand more."
    >>> [start.number for start in plain_starts(text, lines(text))]
    ['1', '2']
    """
    made: list[Start] = []
    pending: tuple[int, Heading] | None = None
    prose = _last_sentence(body)
    quoted = _quoted(body)
    for index, line, gap in _chunks(body):
        if index in quoted and made:
            continue
        heading = None if index + 1 in quoted else _heading(body, index, line)
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


def _quoted(body: Sequence[Line]) -> frozenset[int]:
    """The lines of letters and the like that a colon announces, and the blank lines above them."""
    made: set[int] = set()
    announced, marks = False, 0
    for index, line in enumerate(body):
        words = line.text.strip()
        if marks % 2 or (announced and (not words or words[0] in _QUOTES)):
            made.add(index)
            marks += sum(sign in _QUOTES for sign in words)
        if words:
            announced = words.endswith(":")
    return frozenset(made)


def _chunks(body: Sequence[Line]) -> Iterator[tuple[int, Line, bool]]:
    """The lines that follow a blank or page line, and whether they do so (the first need not).

    Where lines were never wrapped, a sentence below another one begins a paragraph as well; where no blank
    lines part a wrapped text, one below a line that had room for its first word, or that is set in.
    """
    unwrapped = _unwrapped(body)
    room = 0 if unwrapped else _width(body)
    free, last = True, ""
    for index, line in enumerate(body):
        if not is_content(line):
            free, last = True, ""
            continue
        text = line.text.rstrip()
        stopped = last[-1:] in ".!?" if last else False
        below = stopped and unwrapped and text[-1:] in ".!?" and len(text.split()) > _SHORTEST
        begun = stopped and room > 0 and (_fits(last, text, room) or _is_set_in(last, text))
        if free or below or begun:
            yield index, line, index > 0
        free, last = False, text


def _width(body: Sequence[Line]) -> int:
    """How long the lines of a wrapped text are, where no blank lines part its paragraphs; otherwise 0."""
    sizes = sorted(len(line.text.rstrip()) for line in body if is_content(line))
    blank = sum(line.blank for line in body)
    if len(sizes) < _FEW or blank * _RARE > len(sizes):
        return 0
    return sizes[len(sizes) * 9 // 10]


def _fits(last: str, text: str, room: int) -> bool:
    """Whether the first word of a line would have had room on the line before."""
    return len(last) + 1 + len(text.split()[0]) <= room


def _is_set_in(last: str, text: str) -> bool:
    return text[:1].isspace() and not last[:1].isspace()


def _unwrapped(body: Sequence[Line]) -> bool:
    """Whether paragraphs stand on one line each: on long ones, or on lines that nearly all end a sentence."""
    told = [line.text.rstrip() for line in body if is_content(line) and len(line.text.split()) > _SHORTEST]
    long = sum(len(line) > _UNWRAPPED for line in told)
    ended = sum(line[-1:] in ".!?" for line in told)
    return long * 3 >= max(len(told), 1) or (len(told) > _SHORTEST and ended >= _ENDED * len(told))


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
