"""Dates as telegrams write them: ranges, day or month first, months alone, and words such as "last year"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal, TypeAlias

from ingest.cable import Cable
from ingest.document import Span
from ingest.pattern import Match, pattern

Precision: TypeAlias = Literal["day", "month", "year"]

_MONTHS: Final = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_LAST_MONTH: Final = 12
_FULL: Final = r"(?i:january|february|march|april|june|july|august|september|october|november|december)"
_SHORT: Final = r"(?i:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)"
_MONTH: Final = rf"(?:{_FULL}|{_SHORT}\.?|May|MAY)"
_ALONE: Final = rf"(?:{_FULL}\b|{_SHORT}\b\.?|May\b|MAY\b)"
_DAY: Final = r"(?:[0-3]?\d)(?i:st|nd|rd|th)?\b"
_TO: Final = r"\s*(?:-+|–|—|(?i:to|through|thru|until|and)\b)\s*"
# scans have the letter O for a zero: "2OO5"
_CENTURY: Final = r"(?:19[\dO]{2}|2[0O][\dO]{2})"
_YEAR: Final = rf"(?:{_CENTURY}|['’]\d\d)\b"

_MONTH_FIRST: Final = pattern(
    "date-month-first",
    rf"\b(?P<m1>{_MONTH})\s*(?P<d1>{_DAY})(?:\s*,?\s*(?P<y1>{_YEAR}))?"
    rf"(?:{_TO}(?:(?P<m2>{_MONTH})\s*)?(?P<d2>{_DAY}))?(?:\s*,?\s*(?:(?i:of)\s+)?(?P<y2>{_YEAR}))?",
    example="April 10-11, 2008",
)
_DAY_FIRST: Final = pattern(
    "date-day-first",
    rf"\b(?P<d1>{_DAY})\s*(?:(?P<m1>{_MONTH})\s*)?(?:{_TO}(?P<d2>{_DAY})\s*)?(?:(?i:of)\s+)?"
    rf"(?P<m2>{_MONTH})?(?:[\s,]*(?P<y2>{_YEAR}|\d\d\b))?",
    example="29 June - 2 July 1992",
)
_ISO: Final = pattern(
    "date-iso", r"\b(?P<y>(?:19|20)\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)\b", example="2008-04-10"
)
_SLASHED: Final = pattern(
    "date-slashed", r"\b(?P<m>[0-3]?\d)/(?P<d>[0-3]?\d)/(?P<y>(?:19|20)?\d\d)\b", example="04/10/08"
)
_NUMERIC_RANGE: Final = pattern(
    "date-numeric-range",
    r"\b(?P<d1>[0-3]?\d)\s?(?:-|–)\s?(?P<d2>[0-3]?\d)(?:/(?P<m1>[01]?\d)/|\.(?P<m2>[01]?\d)\.)(?P<y>(?:19|20)?\d\d)\b",
    example="10-11/04/2008",
)
_DOTTED: Final = pattern(
    "date-dotted", r"\b(?P<d>[0-3]?\d)\.(?P<m>[01]?\d)\.(?P<y>(?:19|20)\d\d)\b", example="10.04.2008"
)
_MONTH_ONLY: Final = pattern(
    "date-month",
    rf"\b(?:(?P<lead>(?i:in|of|late|early|mid|by|since|until|during|next|last|this|the|its|their)[\s-]+))?(?P<m>{_ALONE})"
    rf"(?:\s*,?\s*(?:(?i:of)\s+)?(?P<y>{_YEAR}))?",
    example="the October 2002 plenary",
)
_YEAR_ONLY: Final = pattern("date-year", rf"\b(?P<y>{_CENTURY})\b", example="in 1994")
_YEAR_SHORT: Final = pattern("date-year-short", r"(?:^|[\s(])['’](?P<y>\d\d)\b", example="the '04 Plenary")
_RELATIVE: Final = pattern(
    "date-relative",
    r"\b(?P<way>(?i:last|this|next|past|previous|coming|following))\s+(?P<unit>(?i:year|month|week))\b(?:['’](?i:s))?",
    example="last year's Plenary",
)
_STEPS: Final = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1, "following": 1}


@dataclass(frozen=True, slots=True)
class DateRead:
    """A date or a range of dates. ``start`` and ``end`` are ISO 8601, as long as ``precision`` says.

    ``year_stated`` is false where the year comes from the date of the document.
    """

    span: Span
    start: str
    end: str
    precision: Precision
    year_stated: bool
    relative: bool = False


def find_dates(text: str, span: Span | None = None, *, sent: str | None = None) -> tuple[DateRead, ...]:
    """The dates that a text states, in its order, the longest reading of each; none overlaps another.

    *sent* is the ISO date of the document: a date without a year is put where it is nearest to that day, and
    without *sent* it is left out.

    >>> [one] = find_dates("in Paris on April 10 - 11, 2008, as before")
    >>> one.start, one.end
    ('2008-04-10', '2008-04-11')
    >>> [one] = find_dates("the meeting on January 15", sent="2008-12-20")
    >>> one.start, one.year_stated
    ('2009-01-15', False)
    >>> [(one.start, one.precision) for one in find_dates("since last year's Plenary", sent="2008-04-04")]
    [('2007', 'year')]
    """
    where = Span(0, len(text)) if span is None else span
    today = None if sent is None else _day(sent[:10])
    read = [*_days(text, where, today), *_months(text, where, today), *_relatives(text, where, today)]
    read += [
        DateRead(m.span, _zeroes(m.text("y")), _zeroes(m.text("y")), "year", True)
        for m in _YEAR_ONLY.finditer(text, where)
    ]
    read += [
        DateRead(at, year, year, "year", True)
        for m in _YEAR_SHORT.finditer(text, where)
        if (at := m.at("y")) is not None and (year := str(_four_digits(m["y"])))
    ]
    return _longest(read)


def document_day(cable: Cable) -> str | None:
    r"""The ISO date from which a document speaks: when it was sent, else the last day of its subject.

    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "R 040045Z APR 08\nFM SECSTATE WASHDC\n\nSTATE 900001\n\n1. Thanks."
    >>> document_day(parse(Document(text, "a.txt", ""), knowledge()))
    '2008-04-04T00:45:00Z'
    """
    if cable.header.sent is not None:
        return cable.header.sent.value
    subject = cable.header.subject
    days = [] if subject is None else find_dates(cable.text, subject.span)
    return max((one.end for one in days if one.precision == "day"), default=None)


def _longest(read: Sequence[DateRead]) -> tuple[DateRead, ...]:
    kept: list[DateRead] = []
    for one in sorted(read, key=lambda found: (found.span.start - found.span.end, found.span.start)):
        if all(one.span.end <= other.span.start or other.span.end <= one.span.start for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda found: found.span))


def _days(text: str, where: Span, today: date | None) -> Iterator[DateRead]:
    for m in _ISO.finditer(text, where):
        if _day(m.text()) is not None:
            yield DateRead(m.span, m.text(), m.text(), "day", True)
    for m in _SLASHED.finditer(text, where):
        # the day stands first where the other number cannot be a month
        first, second = ("m", "d") if int(m.text("m")) <= _LAST_MONTH else ("d", "m")
        yield from _range(m.span, ((m.text(first), m.text(second)),), _four_digits(m.text("y")), today)
    for m in _DOTTED.finditer(text, where):
        yield from _range(m.span, ((m.text("m"), m.text("d")),), _four_digits(m.text("y")), today)
    for m in _NUMERIC_RANGE.finditer(text, where):
        month = m["m1"] or m.text("m2")
        yield from _range(
            m.span, ((month, m.text("d1")), (month, m.text("d2"))), _four_digits(m.text("y")), today
        )
    for m in _MONTH_FIRST.finditer(text, where):
        days = [(_month(m.text("m1")), m.text("d1"))]
        if m["m2"] is not None and _are_two(text, m):
            yield from _two_days(m, today)
            continue
        if m["d2"] is not None:
            days.append((_month(m["m2"] or m.text("m1")), m.text("d2")))
        yield from _range(m.span, days, _four_digits(m["y2"] or m["y1"]), today)
    for m in _DAY_FIRST.finditer(text, where):
        yield from _day_first(m, Span(m.span.start, m.span.start + len(m.text().rstrip())), today)


def _are_two(text: str, m: Match) -> bool:
    """Whether "and" joins two days of two months: "March 3 and April 7", not "between May 3 and June 7"."""
    first, second = m.at("d1"), m.at("m2")
    before = text[max(0, m.span.start - len("between ")) : m.span.start].casefold()
    joined = first is not None and second is not None and "and" in text[first.end : second.start].casefold()
    return joined and before.strip() != "between"


def _two_days(m: Match, today: date | None) -> Iterator[DateRead]:
    last = _four_digits(m["y2"])
    ends = [at.end for group in ("d1", "y1") if (at := m.at(group)) is not None]
    first, second = Span(m.span.start, max(ends)), m.at("m2") or m.span
    yield from _range(first, ((_month(m.text("m1")), m.text("d1")),), _four_digits(m["y1"]) or last, today)
    yield from _range(Span(second.start, m.span.end), ((_month(m.text("m2")), m.text("d2")),), last, today)


def _day_first(m: Match, span: Span, today: date | None) -> Iterator[DateRead]:
    last = m["m2"] if m["m2"] is not None else (m["m1"] if m["d2"] is None else None)
    if last is None or (m["m1"] is not None and m["m2"] is not None and m["d2"] is None):
        return
    days = [(_month(m["m1"] or last), m.text("d1"))]
    if m["d2"] is not None:
        days.append((_month(last), m.text("d2")))
    yield from _range(span, days, _four_digits(m["y2"]), today)


def _range(
    span: Span, days: Sequence[tuple[str, str]], year: int | None, today: date | None
) -> Iterator[DateRead]:
    stated = year is not None
    numbers = [(int(month), int("".join(c for c in day if c.isdigit()))) for month, day in days]
    if year is None and today is not None:
        year = _nearest_year(numbers[0][0], numbers[0][1], today)
    if year is None:
        return
    first_year = year - 1 if stated and numbers[0] > numbers[-1] else year
    last_year = first_year + 1 if numbers[0] > numbers[-1] else year
    start = _iso(first_year, *numbers[0])
    end = _iso(last_year, *numbers[-1])
    if start is not None and end is not None:
        yield DateRead(span, start, end, "day", stated)


def _months(text: str, where: Span, today: date | None) -> Iterator[DateRead]:
    for m in _MONTH_ONLY.finditer(text, where):
        word, lead = m.text("m"), m.text("lead").strip(" -\n\r\t").lower()
        stated = m["y"] is not None
        # "MAY" and "MARCH" are verbs, "Mar" and "Dec" names: alone they need "in" or "the" before them
        doubtful = len(word.rstrip(".")) <= 3 or word.lower() in ("sept", "march")
        if not stated and doubtful and not lead:
            continue
        year = _four_digits(m["y"])
        if year is None and today is not None:
            year = _shifted_year(int(_month(word)), lead, today)
        relative = not stated and lead in ("last", "next", "this")
        at = m.span if relative else m.at("m")
        if year is not None and at is not None:
            iso = f"{year}-{_month(word)}"
            yield DateRead(Span(at.start, m.span.end), iso, iso, "month", stated, relative)


def _shifted_year(month: int, lead: str, today: date) -> int:
    if lead == "next":
        return today.year + (month <= today.month)
    if lead == "last":
        return today.year - (month >= today.month)
    return today.year if lead == "this" else _nearest_year(month, 15, today)


def _relatives(text: str, where: Span, today: date | None) -> Iterator[DateRead]:
    if today is None:
        return
    for m in _RELATIVE.finditer(text, where):
        step, unit = _STEPS[m.text("way").lower()], m.text("unit").lower()
        if unit == "year":
            year = f"{today.year + step:04}"
            yield DateRead(m.span, year, year, "year", False, relative=True)
            continue
        month = today + timedelta(days=7 * step) if unit == "week" else today
        shift = step if unit == "month" else 0
        count = month.year * 12 + month.month - 1 + shift
        iso = f"{count // 12:04}-{count % 12 + 1:02}"
        yield DateRead(m.span, iso, iso, "month", False, relative=True)


def _month(word: str) -> str:
    return f"{_MONTHS.index(word[:3].lower()) + 1:02}"


def _four_digits(year: str | None) -> int | None:
    if year is None:
        return None
    digits = _zeroes(year.lstrip("'’"))
    if len(digits) == 4:
        return int(digits)
    return 1900 + int(digits) if int(digits) >= 45 else 2000 + int(digits)


def _zeroes(year: str) -> str:
    return year.replace("O", "0")


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def _iso(year: int, month: int, day: int) -> str | None:
    found = _day(f"{year:04}-{month:02}-{day:02}")
    return None if found is None else found.isoformat()


def _nearest_year(month: int, day: int, today: date) -> int:
    """The year that puts a day of a month nearest to *today*; 29 February counts as the 28th."""
    safe = min(day, 28)
    if not 1 <= month <= 12 or safe < 1:
        return today.year
    years = (today.year, today.year + 1, today.year - 1)
    return min(years, key=lambda year: abs((date(year, month, safe) - today).days))
