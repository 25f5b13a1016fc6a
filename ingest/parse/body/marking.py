"""Portion marks: "(C)", "(S/NF)", "(C/REL MTCR)"."""

from typing import Final

from ingest.document import Span
from ingest.pattern import pattern

MARK: Final = (
    r"[(\[{]\s*(?i:TS|S|C|U|SBU|LOU|FOUO|UNCLAS(?:SIFIED)?)"
    r"(?:\s*(?://?|-|,|\s)\s*(?i:NF|N|SNF|NOFORN|FOUO|FGI|REL(?:\s+TO)?|RELTO|OC|ORCON|PROPIN|RD|FRD|LIMDIS|[A-Z]{2,})"
    r"[A-Za-z0-9 ,/&-]{0,40})?\s*[)\]}]"
)

_LEADING: Final = pattern("portion-mark", rf"^\s*({MARK})", example="(C/REL MTCR) This message")
_TRAILING: Final = pattern("trailing-mark", rf"({MARK})\s*$", example="MEETING (C)")

_HALF: Final = pattern(
    "half-mark",
    r"^\s*(?P<words>(?P<a>S//?NF|SBU|TS|S|C|U)\s?[)\]}]|[(\[{]\s?(?P<b>S//?NF|SBU|TS|S|C|U)(?:[,.;:]|\s?[1Il|]))\s",
    example="C) This message",
)
_PROSE: Final = 4
"""So many words in small letters make a sentence."""


def leading_mark(text: str) -> tuple[str, Span] | None:
    """The mark that *text* begins with, and its place there; ``None`` where it begins with something else.

    >>> leading_mark("(s//nf) Text")
    ('S//NF', Span(start=0, end=7))
    """
    found = _LEADING.match(text[:80])
    return None if found is None else _read(found.text(1), found.at(1))


def damaged_mark(text: str) -> tuple[str, Span] | None:
    """The mark that stands behind a paragraph's number, also where one of its parentheses is lost.

    >>> damaged_mark("C) This message"), damaged_mark("(SBUl This message")
    (('C', Span(start=0, end=2)), ('SBU', Span(start=0, end=5)))
    """
    whole = leading_mark(text)
    found = _HALF.match(text[:20]) if whole is None else None
    at = None if found is None else found.at("words")
    if found is None or at is None:
        return whole
    return found.text("a") or found.text("b"), at


def mark_of_line(text: str) -> tuple[str, Span] | None:
    """The mark that a line begins with, behind the signs of a list or a heading.

    >>> mark_of_line("- (C) Export controls")
    ('C', Span(start=2, end=5))
    """
    skipped = len(text) - len(text.lstrip(" \t-#*>"))
    found = leading_mark(text[skipped : skipped + 80])
    return None if found is None else (found[0], found[1].moved(skipped))


def trailing_mark(text: str) -> tuple[str, Span] | None:
    """The mark that *text* ends with, and its place there.

    >>> trailing_mark("RPOC MEETING (C)")
    ('C', Span(start=13, end=16))
    """
    offset = max(0, len(text) - 80)
    found = _TRAILING.search(text[offset:])
    read = None if found is None else _read(found.text(1), found.at(1))
    return None if read is None else (read[0], read[1].moved(offset))


def begins_prose(text: str) -> bool:
    """Whether *text* is a portion mark with a sentence behind it, which no item of a REF list is.

    >>> begins_prose("(SBU) Poloff met the head of the unit"), begins_prose("(C) STATE 900001 (ON BROKERS)")
    (True, False)
    """
    mark = leading_mark(text)
    words = [] if mark is None else text[mark[1].end :].split()
    return sum(word.islower() and len(word) > 1 for word in words) >= _PROSE


def _read(words: str, span: Span | None) -> tuple[str, Span] | None:
    if span is None:
        return None
    return " ".join(words[1:-1].upper().split()), span
