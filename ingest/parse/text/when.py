"""Dates and times as telegrams write them: "040045Z APR 08", "02-21-08", "19-26 September 2003"."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

from ingest.document import Span
from ingest.pattern import Match, pattern

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PIVOT: Final = 30
"""Two-digit years from 30 are of the twentieth century: telegrams with such years begin in 1973."""

_DIGIT: Final = r"[0-9OoIl]"
_MONTH: Final = (
    r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)

GROUP: Final = pattern(
    "date-time-group",
    rf"\b(?P<day>{_DIGIT}{{2}})(?P<hour>{_DIGIT}{{2}})(?P<minute>{_DIGIT}{{2}})\s?Z\s+"
    rf"(?P<month>[A-Z][A-Za-z0]{{2,8}})\s+(?P<year>{_DIGIT}{{4}}|{_DIGIT}{{2}})\b",
    example="040045Z APR 08",
)
_NUMERIC: Final = pattern(
    "numeric-date", r"\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})\b", example="02-21-08"
)
_ISO: Final = pattern("iso-date", r"\b(\d{4})[-/](\d{1,2})[-/](\d{1,2})\b", example="2008-02-21")
_MONTH_FIRST: Final = pattern(
    "month-first-date",
    rf"\b(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"(?:\s?[-–—]\s?(?:{_MONTH}\s+)?(?P<last>\d{{1,2}}))?,?\s+'?(?P<year>\d{{4}}|\d{{2}})\b",
    example="MAY 16 2006",
)
_DAY_FIRST: Final = pattern(
    "day-first-date",
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?(?:[-–—]|to|and)\s?(?P<last>\d{{1,2}}))?\s+(?:of\s+)?"
    rf"(?P<month>{_MONTH}),?\s+'?(?P<year>\d{{4}}|\d{{2}})\b",
    example="19-26 September 2003",
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in ISO 8601, whether its reading is certain, and where it stands."""

    value: str
    status: Literal["stated", "interpreted"]
    span: Span


def digits(text: str) -> str:
    """Digits for the letters that scans put in their place.

    >>> digits("O3l84O")
    '031840'
    """
    return text.translate(str.maketrans("OoIl|", "00111"))


_NUMBER_LIKE: Final = pattern("number-like", r"\b[0-9OoIl]+(?:[/.-][0-9OoIl]+)*\b", example="O3/2l/2O08")


def undamaged(text: str) -> str:
    """*text*, as long as it was, with digits for the letters among the digits of its numbers.

    >>> undamaged("O7 OSLO l2O5 OF l0/2l/2OO7")
    '07 OSLO 1205 OF 10/21/2007'
    """
    parts, last = [], 0
    for found in _NUMBER_LIKE.finditer(text):
        if any(c.isdigit() for c in found.text()) and not found.text().isdigit():
            parts += [text[last : found.span.start], digits(found.text())]
            last = found.span.end
    return "".join((*parts, text[last:]))


def full_year(text: str) -> int:
    """The year that two, three or four digits say.

    >>> full_year("08"), full_year("75"), full_year("2006"), full_year("094")
    (2008, 1975, 2006, 1994)
    """
    year = int(digits(text))
    if year >= 1000:
        return year
    year %= 100
    return year + (1900 if year >= _PIVOT else 2000)


def group_time(found: Match) -> str | None:
    """The time of a date-time group, ``None`` where there is no such time.

    >>> found = GROUP.search("P R 040045Z APR 08 FM")
    >>> found and group_time(found)
    '2008-04-04T00:45:00Z'
    """
    month = month_number(found.text("month").replace("0", "O"))
    if month is None:
        return None
    numbers = [int(digits(found.text(name))) for name in ("day", "hour", "minute")]
    try:
        made = datetime(full_year(found.text("year")), month, numbers[0], numbers[1], numbers[2])
    except ValueError:
        return None
    return made.isoformat() + "Z"


def month_number(text: str) -> int | None:
    """The number of a month from the first letters of its name.

    >>> month_number("SEPT"), month_number("PEB"), month_number("XXX")
    (9, 2, None)
    """
    start = text[:3].lower()
    if start in _MONTHS:
        return _MONTHS.index(start) + 1
    close = [month for month in _MONTHS if sum(a != b for a, b in zip(month, start, strict=False)) == 1]
    return _MONTHS.index(close[0]) + 1 if len(close) == 1 and len(text) == 3 else None


def find_date(text: str) -> Dated | None:
    """The first date of *text*; the last day of a range.

    Numbers are read in the order month, day, year, which is an interpretation.

    >>> find_date("E MAIL OF 02-21-08")
    Dated(value='2008-02-21', status='interpreted', span=Span(start=10, end=18))
    >>> made = find_date("19-26 September 2003")
    >>> made and made.value
    '2003-09-26'
    """
    found = [
        made
        for made in (_iso(text), _named(text, _MONTH_FIRST), _named(text, _DAY_FIRST), _numeric(text))
        if made
    ]
    return min(found, key=lambda one: (one.span.start, -one.span.end), default=None)


_STAMPED: Final = pattern(
    "stamped-date",
    rf"(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})\s.{{0,14}}'\s?(?P<year>\d\d)\b",
    example="JuL 11 4 22 PM '73",
)
_STAMPED_YEAR: Final = pattern(
    "stamped-date-year-first",
    rf"\b(?P<year>\d{{4}})\s+(?P<month>{_MONTH})\s+-?(?P<day>\d{{1,2}})\b",
    example="1976 JUN -1 PM 3: 47",
)


def stamped_date(text: str) -> Dated | None:
    """The date of a stamp, with the hour between day and year.

    >>> made = stamped_date("JuL 11 4 22 PM '73")
    >>> made and made.value
    '1973-07-11'
    """
    for shape in (_STAMPED, _STAMPED_YEAR):
        found = shape.search(text[:80])
        month = None if found is None else month_number(found.text("month"))
        if found is not None and month is not None:
            return _made(found, found.text("year"), month, int(found.text("day")), "interpreted")
    return None


def _iso(text: str) -> Dated | None:
    found = _ISO.search(text)
    return (
        None
        if found is None
        else _made(found, found.text(1), int(found.text(2)), int(found.text(3)), "stated")
    )


def _named(text: str, shape: object) -> Dated | None:
    found = _DAY_FIRST.search(text) if shape is _DAY_FIRST else _MONTH_FIRST.search(text)
    month = None if found is None else month_number(found.text("month"))
    if found is None or month is None:
        return None
    return _made(found, found.text("year"), month, int(found.text("last") or found.text("day")), "stated")


def _numeric(text: str) -> Dated | None:
    found = _NUMERIC.search(text)
    if found is None:
        return None
    month, day = int(found.text(1)), int(found.text(2))
    if month > 12:
        month, day = day, month
    return _made(found, found.text(3), month, day, "interpreted")


def _made(
    found: Match, year: str, month: int, day: int, status: Literal["stated", "interpreted"]
) -> Dated | None:
    try:
        return Dated(date(full_year(year), month, day).isoformat(), status, found.span)
    except ValueError:
        return None
