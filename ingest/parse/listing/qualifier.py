"""What stands behind a reference: NOTAL, AND PREVIOUS, a nickname in parentheses, a paragraph."""

from dataclasses import dataclass
from typing import Final

from ingest.parse.body.marking import leading_mark
from ingest.parse.listing.yearless import yearless_date
from ingest.parse.text.when import find_date
from ingest.pattern import pattern

_NOTAL: Final = pattern("ref-notal", r"(?i)\bNOTAL\b", example="(NOTAL)")
_PREVIOUS: Final = pattern(
    "ref-previous",
    r"(?i)(?:\bAND|&)\s+PREV(?:IOUS)?\b|\bET\.?\s+(?:AL|SEQ)\b|(?:\bAND\s+)?\bSERIES\b|\bAND\s+RELATED\b",
    example="AND PREVIOUS",
)
_PARENTHESES: Final = pattern("ref-parentheses", r"\(([^()]{2,80})\)?", example="(SMALL GROUP)")
_QUOTED: Final = pattern("ref-quoted", r"[\"“]([^\"”]{2,80})[\"”]", example='"A SHORT TITLE"')
_PASSAGE: Final = pattern(
    "ref-passage", r"(?i)\bPARA(?:GRAPH)?S?\.?\s+(\d{1,2}(?:\.?[A-H])?)\b", example="PARA 4"
)
_NUMBERED: Final = pattern("ref-other-number", r"^[A-Z][A-Za-z .'-]{1,30}\s\d{3,7}$", example="BUCH 3663")
"""The number that another office gave to the same message; no nickname."""


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """What the words behind a reference say."""

    caption: str | None = None
    notal: bool = False
    and_previous: bool = False
    passage: str | None = None


def qualifiers(words: str, sent: str | None = None) -> Qualifiers:
    """What *words* say of the reference that they follow, in a document of the day *sent*.

    >>> qualifiers(" (POC GUIDANCE) (NOTAL)")
    Qualifiers(caption='POC GUIDANCE', notal=True, and_previous=False, passage=None)
    >>> qualifiers(" 301535Z JUL 75 (OSLO 3663)").caption is None
    True
    """
    if not any(c.isalnum() for c in words):
        return Qualifiers()
    passage = _PASSAGE.search(words)
    return Qualifiers(
        _caption(words, sent),
        _NOTAL.search(words) is not None,
        _PREVIOUS.search(words) is not None,
        None if passage is None else passage.text(1).upper(),
    )


def _caption(words: str, sent: str | None) -> str | None:
    for found in (*_PARENTHESES.finditer(words), *_QUOTED.finditer(words)):
        said = " ".join(found.text(1).split()).strip('"“” ')
        bare = said.strip("'0123456789 ")
        if not bare or _NOTAL.search(said) or _PREVIOUS.search(said) or leading_mark(f"({said})") is not None:
            continue
        if _NUMBERED.match(said) is not None:
            continue
        dated = find_date(said) or yearless_date(said, sent)
        if dated is not None and dated.span.end - dated.span.start == len(said):
            continue
        return said
    return None
