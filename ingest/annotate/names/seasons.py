"""Seasons that say when a meeting is: "the fall plenary", "spring 2003", "last autumn's"."""

from collections.abc import Iterator
from typing import Final

from ingest.annotate.names.dates import DateRead
from ingest.document import Span
from ingest.pattern import pattern

_SEASON: Final = pattern(
    "date-season",
    r"\b(?:(?P<lead>(?i:last|this|next|the))\s+(?:(?i:early|late)[\s-]+)?)?"
    r"(?P<season>(?i:spring|summer|fall|autumn))\b(?:['’](?i:s)\b)?(?:\s+(?i:of\s+)?(?P<year>(?:19|20)\d\d)\b)?",
    example="the fall 2008 plenary",
)
_MONTHS: Final = {"spring": (3, 5), "summer": (6, 8), "fall": (9, 11), "autumn": (9, 11)}
_STEPS: Final = {"last": -1, "next": 1}


def find_seasons(text: str, span: Span | None = None, *, sent: str | None = None) -> Iterator[DateRead]:
    """The seasons that a text names, each as its first and last month; winter, which has two years, is left.

    Without a year it is that of *sent*; "last fall" is the one that is over, "next spring" one still to come.

    >>> [one] = find_seasons("the Fall 2008 plenary")
    >>> one.start, one.end, one.precision
    ('2008-09', '2008-11', 'month')
    >>> [one.start for one in find_seasons("last autumn's Plenary", sent="2008-04-04")]
    ['2007-09']
    """
    where = Span(0, len(text)) if span is None else span
    for m in _SEASON.finditer(text, where):
        lead, (first, last) = m.text("lead").lower(), _MONTHS[m.text("season").lower()]
        if m["year"] is not None:
            year = int(m.text("year"))
        elif lead and sent is not None:
            year = _year(lead, first, last, year=int(sent[:4]), month=int(sent[5:7]))
        else:
            continue
        relative = lead in _STEPS or lead == "this"
        at = m.at("season")
        start = at.start if at is not None and not relative else m.span.start
        shown = Span(start, m.span.end)
        yield DateRead(
            shown, f"{year}-{first:02}", f"{year}-{last:02}", "month", m["year"] is not None, relative
        )


def _year(lead: str, first: int, last: int, *, year: int, month: int) -> int:
    if lead == "last":
        return year if last < month else year - 1
    if lead == "next":
        return year if month < first else year + 1
    return year
