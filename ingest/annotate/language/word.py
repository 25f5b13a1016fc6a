"""The words of a sentence, each with its place in the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ingest.document import Span
from ingest.pattern import pattern

# Asked for every word of every sentence: the standard library's engine hands over matches twenty times faster
# than RE2. No two parts of it can take the same character, so that it cannot backtrack (see its test).
WORD: Final = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|[^\W_]+(?:[-/'’.](?:[^\S\n]*\n\s*)?[^\W_]+)*['’]?"  # UAV/CM, decision-\nmaking, 1.4
    r"|--+|[^\w\s]|_"
)
FOLDED = pattern("white-space", r"\s+", example=" \n ")
BROKEN = pattern("broken-word", r"([-/])\s*\n\s*", example="decision-\nmaking")
OPENING, CLOSING, QUOTES = "([", ")]", '"“”'


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a mark of punctuation, in lower case; ``depth`` is how many parentheses are around it.

    >>> Word("--", Span(0, 2)).is_mark, Word("u.s", Span(0, 3)).is_mark
    (True, False)
    """

    low: str
    span: Span
    depth: int = 0

    @property
    def is_mark(self) -> bool:
        """Whether it is a mark of punctuation."""
        return not any(one.isalnum() for one in self.low)


# several annotators and resolvers ask for the same sentences of the same document
@lru_cache(maxsize=1024)
def words(text: str, span: Span | None = None) -> tuple[Word, ...]:
    """The words of a stretch of text; one that is in parentheses as a whole counts as standing outside.

    >>> [(one.low, one.depth) for one in words("Del (or Embassy) may agree.")]
    [('del', 0), ('(', 1), ('or', 1), ('embassy', 1), (')', 1), ('may', 0), ('agree', 0), ('.', 0)]
    """
    found: list[Word] = []
    depth = 0
    quoted = False
    offset = 0 if span is None else span.start
    for match in WORD.finditer(text if span is None else span.of(text)):
        mark = match[0]
        if mark in OPENING:
            depth += 1
        elif mark in QUOTES:
            quoted = not quoted
        start, end = match.span()
        found.append(Word(_low(mark), Span(start + offset, end + offset), depth + quoted))
        if mark in CLOSING:
            depth = max(0, depth - 1)
    return _outermost(found)


def _low(mark: str) -> str:
    if "\n" not in mark:
        return mark.lower().replace("’", "'")
    joined = BROKEN.search(mark)
    return (mark if joined is None else "".join(mark.split())).lower().replace("’", "'")


def _outermost(found: Sequence[Word]) -> tuple[Word, ...]:
    least = min((one.depth for one in found if not one.is_mark), default=0)
    return tuple(Word(one.low, one.span, max(0, one.depth - least)) for one in found)


def folded(text: str) -> str:
    r"""The words with single spaces between them, and those joined that the end of a line had broken.

    >>> folded("the  decision-\nmaking   process ")
    'the decision-making process'
    """
    return " ".join(_rejoined(text).split())


def _rejoined(text: str) -> str:
    parts, at = [], 0
    for match in BROKEN.finditer(text):
        parts.append(text[at : match.span.start] + match.text(1))
        at = match.span.end
    return "".join([*parts, text[at:]])


def cover(found: Sequence[Word], start: int, end: int) -> Span:
    """The stretch of text from word *start* to the word before *end*, without a mark that ends it.

    >>> one = words("to agree, and")
    >>> cover(one, 0, 3)
    Span(start=0, end=8)
    """
    while end > start + 1 and found[end - 1].low in (",", ";", ":", ".", "--", "!", "?"):
        end -= 1
    return Span(found[start].span.start, found[end - 1].span.end)
