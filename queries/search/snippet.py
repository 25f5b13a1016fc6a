"""The part of a text that shows best what was found in it."""

import re
from typing import Final

from queries.search.hit import Snippet
from queries.search.make import CLOSE, OPEN

WIDTH: Final = 280
_BEFORE: Final = 60
_SIGNS: Final = re.compile(f"[{OPEN}{CLOSE}]")
_BREAK: Final = re.compile(r"\s")


def snippet(marked: str, *, width: int = WIDTH) -> Snippet:
    """The snippet of a text in which the engine has set marks: where most of them stand close together.

    >>> snippet(f"{OPEN}Guidance{CLOSE} for the plenary").marks
    ((0, 8),)
    >>> one = snippet("x " * 300 + f"the {OPEN}plenary{CLOSE} adopts", width=60)
    >>> one.text.startswith("x x"), one.text[slice(*one.marks[0])], one.start
    (True, 'plenary', 590)
    """
    text, marks = _unmarked(marked)
    best = _best(marks, width)
    first = marks[best] if marks else (0, 0)
    start = max(0, first[0] - min(_BEFORE, width // 4)) if first[1] > width else 0
    if start and (found := _BREAK.search(text, start, first[0])):
        start = found.end()
    end = min(len(text), max(start + width, first[1]))
    if end < len(text):
        end = max(first[1], *(text.rfind(sign, start, end) for sign in " \n"))
    kept = tuple((a - start, b - start) for a, b in marks if a >= start and b <= end)
    return Snippet(text[start:end], start, kept)


def _unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    text: list[str] = []
    marks: list[tuple[int, int]] = []
    at = length = opened = 0
    for sign in _SIGNS.finditer(marked):
        piece = marked[at : sign.start()]
        text.append(piece)
        length += len(piece)
        at = sign.end()
        if sign.group() == OPEN:
            opened = length
        else:
            marks.append((opened, length))
    text.append(marked[at:])
    return "".join(text), marks


def _best(marks: list[tuple[int, int]], width: int) -> int:
    """The mark with which a window begins that has most of them; the first of several."""
    best, most, last = 0, 0, 0
    for first, (start, _) in enumerate(marks):
        last = max(last, first)
        while last < len(marks) and marks[last][1] <= start + width - _BEFORE:
            last += 1
        if last - first > most:
            best, most = first, last - first
    return best
