"""Names of several series of meetings in one phrase: "the TEM, LEEM and IE on November 3-4"."""

from collections.abc import Sequence
from typing import Final

from ingest.annotate.names.around import is_plural
from ingest.annotate.names.pieces import Piece
from ingest.annotate.names.words import word_lists

_AND: Final = ("and", "or")


def together(row: Sequence[Piece], index: int) -> tuple[int, int]:
    """The first and the last of the names that share what stands before and after them.

    A name with an article of its own joins only where a verb of several follows: "the TEM and the IE will
    meet". The last of a list has "and" or "or" before it; a stroke joins any.

    >>> from ingest.document import Span
    >>> said = [("series", "tem"), ("word", "and"), ("series", "ie"), ("word", "in")]
    >>> together([Piece(kind, Span(0, 0), word) for kind, word in said], 0)
    (0, 2)
    """
    names, articles = _chain(row, _beginning(row, index))
    if index not in names or (articles and not _verb_of_several(row, _end(row, names[-1]))):
        return index, index
    return names[0], names[-1]


def _beginning(row: Sequence[Piece], index: int) -> int:
    first = index
    for at in range(index - 1, -1, -1):
        if row[at].kind == "series" and row[at].gap != "(":
            following = _next(row, at)
            if following is None or following[0] != first:
                break
            first = at
    return first


def _chain(row: Sequence[Piece], first: int) -> tuple[list[int], bool]:
    """The names from *first* up to the last that "and" or a stroke joins; whether articles stand between."""
    names, sure, articles = [first], 1, False
    following = _next(row, first)
    while following is not None:
        names.append(following[0])
        if following[1] != ",":
            sure = len(names)
            articles = any(row[at - 1].word == "the" for at in names[1:])
        following = _next(row, following[0])
    return names[:sure], articles


def _next(row: Sequence[Piece], at: int) -> tuple[int, str] | None:
    """The name that is joined to the one at *at*, and what joins it: "and", "/" or ","."""
    after = _end(row, at)
    if is_plural(row, at) or after >= len(row):
        return None
    join = row[after].gap.strip(")")
    if row[after].word in _AND and join in ("", ","):
        after, join = after + 1, "and"
    if after + 1 < len(row) and row[after].word == "the" and not row[after + 1].gap:
        after += 1
    joined = after < len(row) and row[after].kind == "series" and join in ("and", "/", ",")
    return (after, join) if joined else None


def _verb_of_several(row: Sequence[Piece], at: int) -> bool:
    return at < len(row) and row[at].word in word_lists("meetings")["verb-of-several"]


def _end(row: Sequence[Piece], at: int) -> int:
    """The index after a name, its short form in brackets and the word "meeting"."""
    after = at + 1
    if after < len(row) and row[after].kind == "series" and row[after].gap == "(":
        after += 1
    if after < len(row) and row[after].word == "meeting" and not row[after].gap.strip(")"):
        after += 1
    return after
