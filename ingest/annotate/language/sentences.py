"""Sentences: where one ends and the next begins, in prose, in lists and in capitals.

A full stop ends no sentence inside "U.S.", "E.O. 12958", "para. 3" or "e.g.".
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final

from ingest.annotate.language.vocabulary import table
from ingest.document import Span
from ingest.pattern import pattern

LIST_MARK = r"(?:--+|[-•*·–—]|\(?(?:[A-Za-z]|\d{1,2}|[ivxIVX]{1,4})\))"
# Asked for every sentence of every document: the standard library's engine hands over matches ten times
# faster than RE2. It begins at a stop alone, and no part can take what the one before takes (see its test).
STOP: Final = re.compile(r"(?P<stop>[.!?])(?P<close>[)\"”'’\]]*)(?P<space>[\t\n\f\r ]+)")
_BEFORE_WORD: Final = re.compile(r"[\t\n\f\r (\"“]")
BLANK = pattern("blank-line", r"\n[ \t\r]*\n\s*", example="one\n\ntwo")
ITEM = pattern(
    "list-item",
    r"\n[ \t]*(?:" + LIST_MARK + r")[ \t]*[\pL\"“(]"
    r"|[:;][ \t]+(?:and |or |AND |OR )?(?:\((?:[A-Za-z]|\d{1,2}|[ivxIVX]{1,4})\)|--+[ \t]*\pL)",
    example="should:\n--encourage",
)
LETTER_MARK = r"(?:[A-Z]|\d{1,2})\.[ \t]+"
LETTERED_ITEM = pattern(
    "lettered-item",
    r"[:;.,][ \t]*(?:(?:and|or|AND|OR)[ \t]*)?(?P<line>\n)[ \t]*" + LETTER_MARK + r"[\pL\"“(]",
    example="should:\nA. Press for a vote",
)
_WORD_LENGTH: Final = 24
"""Most words are shorter."""
LETTERED = frozenset(
    ("ref", "refs", "reftel", "option", "annex", "tab", "category", "part", "item", "and", "or")
)
LONGEST = 4000
TERMINAL = (".", "!", "?", ":", ";", ')."', '."', ".)")


@cache
def _abbreviations() -> dict[str, str]:
    return {row["word"]: row["ends"] for row in table("abbreviations")}


@cache
def _starters() -> frozenset[str]:
    return frozenset(row["word"] for row in table("sentence_starters"))


def sentences(text: str, span: Span) -> tuple[Span, ...]:
    """The sentences and list items of a stretch of text, in its order, without the white space around them.

    >>> text = "The U.S. agreed. Posts should: (a) reply; (b) wait."
    >>> [one.of(text) for one in sentences(text, Span(0, len(text)))]
    ['The U.S. agreed.', 'Posts should:', '(a) reply;', '(b) wait.']
    """
    inner = span.of(text)
    cuts = sorted({*_stops(inner), *_breaks(inner)})
    edges = [0, *cuts, len(inner)]
    pieces = (piece for start, end in pairwise(edges) for piece in _pieces(inner, start, end))
    found = (_trimmed(inner, start, end) for start, end in pieces)
    return tuple(one.moved(span.start) for one in found if one is not None)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence whole, or cut between words where it is longer than any that was written as one."""
    while end - start > LONGEST:
        cut = text.rfind(" ", start, start + LONGEST)
        cut = start + LONGEST if cut <= start else cut
        yield start, cut
        start = cut
    yield start, end


def _trimmed(text: str, start: int, end: int) -> Span | None:
    inner = text[start:end]
    left = len(inner) - len(inner.lstrip())
    size = len(inner.strip())
    return Span(start + left, start + left + size) if size else None


def _stops(text: str) -> Iterator[int]:
    last = 0
    for match in STOP.finditer(text):
        stop, end = match.span()
        word = _last_word(text, last, stop)
        last, start = end, stop - len(word)
        if match["stop"] != "." or _ends(text, start, (word + ".").lower(), match):
            yield match.start("space")


def _last_word(text: str, start: int, end: int) -> str:
    near = _BEFORE_WORD.split(text[max(start, end - _WORD_LENGTH) : end])
    return (near if len(near) > 1 else _BEFORE_WORD.split(text[start:end]))[-1]


def _ends(text: str, start: int, word: str, match: re.Match[str]) -> bool:
    """Whether a full stop behind that word, which begins at *start*, ends a sentence."""
    after = text[match.end() : match.end() + 20]
    following = after.lstrip('("“').partition(" ")[0].rstrip(",.;:")
    kind = _abbreviations().get(word)
    if kind is None and len(word) == 2 and word[0].isalpha() and not match["close"]:
        # an initial ("Donald A. Mahley"), unless the letter names something ("as in REF A. The next ...")
        before = text[max(0, start - 20) : start].lower().split()
        named = bool(before) and before[-1].strip("(") in LETTERED
        kind = "letter" if named or following.lower() in _starters() - {"a"} else "never"
    if kind == "never":
        return False
    if kind == "number":
        return not following[:1].isdigit() and following.lower() in _starters()
    if kind == "letter":
        return not following[:1].islower()
    if kind == "maybe":
        return following[:1].isupper() and following.lower() in _starters()
    return not following or not following[0].islower()


def _breaks(text: str) -> Iterator[int]:
    yield from (match.span.start + 1 for match in ITEM.finditer(text))
    yield from (one.end for match in LETTERED_ITEM.finditer(text) if (one := match.at("line")) is not None)
    yield from (match.span.end for match in BLANK.finditer(text) if _ends_paragraph(text, match.span))


def _ends_paragraph(text: str, blank: Span) -> bool:
    """Whether a blank line ends a sentence: one that a page broke goes on in lower case, or in capitals."""
    before = text[: blank.start].rstrip()
    after = text[blank.end : blank.end + 40]
    if before.endswith(","):
        return False
    if not before or before.endswith(TERMINAL) or not after[:1].isalnum():
        return True
    return not (after[0].islower() or (after.isupper() and before[-40:].isupper()))
