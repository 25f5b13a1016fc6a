"""The lines of page breaks inside a body, which are no words of the message."""

from collections.abc import Iterator, Sequence
from typing import Final

from ingest.cable import Problem
from ingest.document import Span
from ingest.parse.body.letter import letter_at
from ingest.parse.body.start import is_content
from ingest.parse.text.lines import Line, is_omission, is_page_line

_FULL: Final = 45
"""Characters of a line from which on it was wrapped, not ended."""
_STOPS: Final = frozenset('.:;!?"')


def breaks(body: Sequence[Line]) -> tuple[Span, ...]:
    r"""The stretches of page breaks; where one parts a sentence, with the blank lines around it.

    >>> from ingest.parse.text.lines import lines
    >>> text = "1. (C) The text of\n\nROME 00000012  002 OF 002\n\nthis goes on.\n\nSECRET\n\n2. (C) Two."
    >>> [span.of(text) for span in breaks(lines(text))]
    ['\nROME 00000012  002 OF 002\n\n', 'SECRET']
    """
    return tuple(_breaks(body))


def _breaks(body: Sequence[Line]) -> Iterator[Span]:
    last: Line | None = None
    pages: list[Line] = []
    for line in body:
        if is_page_line(line.text):
            pages.append(line)
        elif is_content(line):
            if pages and last is not None and _goes_on(last, line):
                yield Span(last.end + 1, line.trimmed.start)
            else:
                yield from (page.trimmed for page in pages)
            last, pages = line, []
    yield from (page.trimmed for page in pages)


def _goes_on(before: Line, after: Line) -> bool:
    """Whether *after* continues the sentence of *before*."""
    end, start = before.text.rstrip()[-1:], after.text.lstrip()[:1]
    if end in _STOPS or not start.isalpha() or letter_at(0, after) is not None:
        return False
    return start.islower() or end == "," or len(before.text.strip()) >= _FULL


def omissions(body: Sequence[Line]) -> tuple[Problem, ...]:
    """What the editors of a text say that they left out of it.

    >>> [problem.text for problem in omissions([Line(0, "1. Yes."), Line(8, "[Omitted here is the rest.]")])]
    ['[Omitted here is the rest.]']
    """
    why = "the edition leaves out a part here"
    return tuple(Problem(line.text.strip(), line.trimmed, why) for line in body if is_omission(line.text))
