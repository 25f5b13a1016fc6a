"""The hour that a dateline gives: "5 p.m.", "2:24 p.m.", "noon"."""

from typing import Final

from ingest.pattern import pattern

_HOUR: Final = pattern(
    "clock-hour",
    r"(?i)\b(?P<hour>1[0-2]|0?[1-9])(?:\s?[:.]\s?(?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?\s?m\b"
    r"|\b(?:12\s+)?(?P<word>noon|midnight)\b",
    example="February 25, 1956, 2:24 p.m.",
)
_HALF: Final = 12
_MIDNIGHT: Final = "T00:00"


def clock(words: str) -> str | None:
    """The first hour of *words* as ISO 8601 writes it, of no zone; ``None`` where they give none.

    >>> clock("July 20, 1973, 5 p.m."), clock("noon"), clock("12:05 a.m."), clock("at 5")
    ('T17:00:00', 'T12:00:00', 'T00:05:00', None)
    """
    found = _HOUR.search(words[:400])
    if found is None:
        return None
    word = found.text("word").lower()
    if word:
        return "T12:00:00" if word == "noon" else "T00:00:00"
    hour = int(found.text("hour")) % _HALF + (_HALF if found.text("half").lower() == "p" else 0)
    return f"T{hour:02d}:{found.text('minute') or '00'}:00"


def as_precise(value: str, words: str) -> str:
    """A date for programs, no more and no less precise than the *words* that it stands for.

    Editors of volumes write midnight for a day of which the hour is not known.

    >>> as_precise("1949-03-01T00:00:00-05:00", "March 1, 1949"), as_precise("1949-03-01", "March 1, 5 p.m.")
    ('1949-03-01', '1949-03-01T17:00:00')
    """
    hour = clock(words)
    if hour is None:
        return value[:10] if value[10:16] == _MIDNIGHT else value
    day = value[:10]
    whole = len(day) == len("1949-03-01") and (value == day or value[10:16] == _MIDNIGHT)
    return f"{day}{hour}" if whole and not hour.startswith(_MIDNIGHT) else value
