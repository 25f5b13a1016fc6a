"""Which passage of another document a pointer means: "REF A, para 3", "paras 3-5 of ref B"."""

from itertools import pairwise
from typing import Final

from ingest.document import Span
from ingest.pattern import pattern

_PART: Final = r"(?:\.?[A-Za-z](?:\.\d{1,2})?\b|\.?\s?\([A-Za-z]\)|\b)"
_PARA: Final = (
    r"(?:(?i:paragraphs?|paras?|subparagraphs?|subparas?|sections?)\.?|¶{1,2})\s*"
    rf"(?P<para>\d{{1,2}}{_PART}"
    rf"(?:\s*(?:-|–|,\s*(?i:and\b)?|(?i:and|through|thru|to)\b)\s*\d{{1,2}}{_PART})*)"
)
_AFTER: Final = pattern(
    "passage-after",
    r"^(?:['’](?i:s)\b)?\s*(?:\((?i:notal)\)\s*)?[,(]?\s*(?:(?i:at|in)\s+)?" + _PARA,
    example=", para 3",
)
_BEFORE: Final = pattern(
    "passage-before", _PARA + r"(?:\s*(?:,|(?i:of|in|from)\b)|\s)\s*(?i:the\s+)?$", example="paras 3-5 of "
)
_REACH: Final = 60


def target_passage(text: str, span: Span) -> str | None:
    """The passage of the cited document that stands before or after a pointer to it.

    >>> target_passage("per REF A, para 3.", Span(4, 9)), target_passage("paras 3-5 of ref B", Span(13, 18))
    ('3', '3-5')
    >>> target_passage("per REF A, paragraph 4(b)", Span(4, 9))
    '4.B'
    """
    tail = text[span.end : span.end + _REACH]
    after = _AFTER.match(tail) if _names_passage(tail) else None
    if after is not None:
        return _tidy(after.text("para"))
    head = text[max(0, span.start - _REACH) : span.start]
    before = list(_BEFORE.finditer(head)) if _names_passage(head) else []
    return _tidy(before[-1].text("para")) if before else None


def _names_passage(words: str) -> bool:
    """Whether one of the words for a passage stands anywhere, which is quickly seen and mostly not so."""
    low = words.lower()
    return "para" in low or "section" in low or "¶" in low


def _tidy(passage: str) -> str:
    plain = "".join(passage.split()).strip(",").upper()
    for word in ("THROUGH", "THRU", "TO", "–"):
        plain = plain.replace(word, "-")
    plain = "".join(c for c in plain.replace("AND", ",") if c not in "().")
    parted = (
        left.isdigit() != right.isdigit() and (left + right).isalnum() for left, right in pairwise(plain)
    )
    dotted = (f".{c}" if part else c for part, c in zip((False, *parted), plain, strict=True))
    return "".join(dotted).replace(",,", ",")
