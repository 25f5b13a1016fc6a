"""How many lines of a body are divided into passages: no telegram has more."""

from collections.abc import Sequence
from typing import Final

from ingest.cable import Problem
from ingest.document import Span
from ingest.parse.text.lines import Line

MOST_LINES: Final = 10_000


def too_long(body: Sequence[Line]) -> tuple[Problem, ...]:
    """A problem where a body has more lines; those behind are not divided into passages.

    >>> too_long([Line(0, "1. (C) Thanks.")])
    ()
    """
    if len(body) <= MOST_LINES:
        return ()
    line = body[MOST_LINES]
    why = f"only the first {MOST_LINES} lines are divided into passages"
    return (Problem(line.text[:80], Span(line.start, body[-1].end), why),)
