"""Dates without a year: the last such day before the document that names it was sent."""

from datetime import date
from typing import Final, Literal

from ingest.document import Span
from ingest.parse.text.when import Dated, digits, find_date, month_number
from ingest.pattern import pattern

_MONTH: Final = (
    r"(?P<month>(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?))\b\.?"
)
_DAY: Final = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_FORMS: Final = (
    pattern("day-without-year", rf"\b{_MONTH}\s+{_DAY}\b", example="JULY 16"),
    pattern("day-first-without-year", rf"\b{_DAY}\s+(?:of\s+)?{_MONTH}", example="16 July"),
)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_GROUP: Final = pattern(
    "time-group",
    r"\b(?P<day>[0-3OI]\d)(?P<hour>[0-2OI][0-9OI])(?P<minute>[0-5OI][0-9OI])\s?Z\b"
    r"(?:\s?(?P<month>[A-Za-z]{3,9})\b\.?(?:\s+'?(?P<year>(?:19|20)\d\d|\d\d)\b)?)?",
    example="180030Z Aug",
)


def yearless_date(text: str, sent: str | None) -> Dated | None:
    """The first day of *text* that has no year, in a document that was sent on the day *sent* (ISO 8601).

    >>> made = yearless_date("OSLO POINTS JULY 16", "2008-04-04T00:45:00Z")
    >>> made and (made.value, made.status)
    ('2007-07-16', 'interpreted')
    >>> yearless_date("OSLO POINTS JULY 16", None) is None
    True
    """
    found = [match for match in (form.search(text) for form in _FORMS) if match is not None]
    first = min(found, key=lambda one: one.span.start, default=None)
    month = None if first is None else month_number(first.text("month"))
    if first is None or month is None or sent is None:
        return None
    made = _last_before(sent, month, int(first.text("day")))
    return None if made is None else Dated(made, "interpreted", first.span)


def time_group(text: str, sent: str | None) -> Dated | None:
    """The time that a date-time group of *text* says.

    >>> made = time_group("CINCPAC 180030Z Aug", "2008-04-04")
    >>> made and (made.value, made.status)
    ('2007-08-18T00:30:00Z', 'interpreted')
    >>> made = time_group("MSG 010203Z JAN 08", None)
    >>> made and (made.value, made.status)
    ('2008-01-01T02:03:00Z', 'stated')
    """
    found = _GROUP.search(text)
    month = None if found is None or found.at("month") is None else month_number(found.text("month"))
    if found is None or month is None:
        return None
    day, hour, minute = (int(digits(found.text(name))) for name in ("day", "hour", "minute"))
    said = found.text("year")
    made = _on(_full(said), month, day) if said else _last_before(sent, month, day)
    if made is None or hour > 23:
        return None
    status: Literal["stated", "interpreted"] = "stated" if said else "interpreted"
    return Dated(f"{made}T{hour:02d}:{minute:02d}:00Z", status, found.span)


def date_spans(text: str) -> tuple[Span, ...]:
    """Where dates and times stand, with a year or without.

    >>> [at.of("LIMA 4, May 3, 2007 AND JULY 16") for at in date_spans("LIMA 4, May 3, 2007 AND JULY 16")]
    ['May 3, 2007', 'JULY 16']
    """
    if not may_have_date(text):
        return ()
    made: list[Span] = []
    at = 0
    while (found := find_date(text[at:])) is not None:
        made.append(found.span.moved(at))
        at += found.span.end
    for form in (*_FORMS, _GROUP):
        for one in form.finditer(text):
            if not any(one.span.start < other.end and other.start < one.span.end for other in made):
                made.append(one.span)
    return tuple(sorted(made))


def may_have_date(text: str) -> bool:
    """Whether a text has a month or signs that part the numbers of a date, which is quickly seen.

    >>> may_have_date("LIMA 900001 (NOTAL)"), may_have_date("LIMA 900001, 3/4/08")
    (False, True)
    """
    if "/" in text or "-" in text or "." in text or "Z " in text:
        return True
    low = text.lower()
    return any(month in low for month in _MONTHS)


def _full(said: str) -> int:
    year = int(said)
    return year if year > 99 else year + (1900 if year >= 30 else 2000)


def _last_before(sent: str | None, month: int, day: int) -> str | None:
    if sent is None or not sent[:4].isdigit():
        return None
    year = int(sent[:4])
    # A document whose day is not known may cite any day of its year.
    if len(sent) >= 10 and (month, day) > (int(sent[5:7]), int(sent[8:10])):
        year -= 1
    return _on(year, month, day)


def _on(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
