"""Portion marks: "(C)", "(S/NF)", "(C/REL MTCR)"."""

from typing import Final

from ingest.document import Span
from ingest.pattern import pattern

MARK: Final = (
    r"[(\[{]\s*(?i:TS|S|C|U|SBU|LOU|FOUO|UNCLAS)"
    r"(?:\s*(?://?|-|,|\s)\s*(?i:NF|N|SNF|NOFORN|FOUO|FGI|REL(?:\s+TO)?|RELTO|OC|ORCON|PROPIN|RD|FRD|LIMDIS|[A-Z]{2,})"
    r"[A-Za-z0-9 ,/&-]{0,40})?\s*[)\]}]"
)

_LEADING: Final = pattern("portion-mark", rf"^\s*({MARK})", example="(C/REL MTCR) This message")
_TRAILING: Final = pattern("trailing-mark", rf"({MARK})\s*$", example="MEETING (C)")


def leading_mark(text: str) -> tuple[str, Span] | None:
    """The mark that *text* begins with, and its place there; ``None`` where it begins with something else.

    >>> leading_mark("(s//nf) Text")
    ('S//NF', Span(start=0, end=7))
    """
    found = _LEADING.match(text[:80])
    return None if found is None else _read(found.text(1), found.at(1))


def trailing_mark(text: str) -> tuple[str, Span] | None:
    """The mark that *text* ends with, and its place there.

    >>> trailing_mark("RPOC MEETING (C)")
    ('C', Span(start=13, end=16))
    """
    offset = max(0, len(text) - 80)
    found = _TRAILING.search(text[offset:])
    read = None if found is None else _read(found.text(1), found.at(1))
    return None if read is None else (read[0], read[1].moved(offset))


def _read(words: str, span: Span | None) -> tuple[str, Span] | None:
    if span is None:
        return None
    return " ".join(words[1:-1].upper().split()), span
