"""By when a country gives effect to something, as the sentence says it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ingest.annotate.language.units import Unit
from ingest.annotate.names.dates import find_dates
from ingest.cable import Cable
from ingest.document import Span
from ingest.pattern import pattern

DUE = frozenset(
    ("by", "on", "before", "in", "than", "of", "until", "from", "since", "effective", "as", "early")
)
ENACTED = frozenset(
    ("signed", "gazetted", "published", "promulgated", "enacted", "issued", "adopted", "passed")
)
"""What is told of a law right before its day: "decree was signed March 3"."""
YEARS_END = pattern(
    "end-of-the-year",
    r"(?i)\b(?:(?:end|close)\s+of\s+(?:the|this)\s+(?:calendar\s+)?year|year['’]?s?[ -]end)\b",
    example="before the end of the year",
)
WITHIN = pattern(
    "within-months",
    r"(?i)\bwithin\s+(?P<count>\d{1,2}|one|two|three|four|five|six|nine|twelve)\s+months?\b",
    example="within six months",
)
YEAR_PART = pattern(
    "part-of-a-year",
    r"(?i)\b(?:mid[- ]?(?P<mid>year|(?:19|20)\d\d)|(?P<later>later|early|late)?\s*(?P<which>this|next)\s+year"
    r"|in\s+(?:the\s+|early\s+|late\s+)?(?P<season>spring|summer|autumn|fall)\b)",
    example="by mid-year",
)
"""Words that tell no more than the year."""
OPENING = 5
"""Within how many words a row names whose it is."""
COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "nine": 9, "twelve": 12}


@dataclass(frozen=True, slots=True)
class Due:
    """A date as ISO 8601, to the precision that is said, and its words."""

    span: Span
    value: str


def due_date(cable: Cable, unit: Unit, what: Span | None, within: Span | None = None) -> Due | None:
    r"""The last date that a sentence gives for what it tells, outside the words of what is implemented.

    *within* is the part of the sentence that tells it.

    >>> from ingest.annotate.language.units import units
    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "STATE 900001\nSUBJECT: MTCR\n1. Turkey will implement the decision by March 2009."
    >>> cable = parse(Document(text, "a.txt", ""), knowledge())
    >>> made = due_date(cable, units(cable)[0], None)
    >>> made and made.value
    '2009-03'
    """
    sent = None if cable.header.sent is None else cable.header.sent.value
    dates = [
        Due(one.span.moved(unit.span.start), one.end)
        for one in find_dates(unit.span.of(cable.text), sent=sent)
        if _introduced(unit, one.span.start + unit.span.start)
    ]
    dates += [one for one in _relative(cable, unit, sent) if not any(one.span.holds(d.span) for d in dates)]
    free = [
        one
        for one in dates
        if (what is None or not what.holds(one.span)) and (within is None or within.holds(one.span))
    ]
    return max(free, key=lambda one: one.span.start) if free else None


def in_year_of(due: Due | None, other: str, cable: Cable) -> Due | None:
    """A day whose words give no year, in the year of the *other* that was told right before it.

    >>> from tests.make import cable
    >>> made = cable("Chile acted on May 3, 2005, Peru on June 9.")
    >>> at = made.text.index("June")
    >>> in_year_of(Due(Span(at, at + 6), "2008-06-09"), "2005-05-03", made).value
    '2005-06-09'
    """
    if due is None or len(due.value) < len("2000-01") or len(other) < len("2000-01"):
        return due
    told = due.span.of(cable.text)
    stated = any(part.isdigit() and len(part) == 4 for part in told.replace(",", " ").split())
    return due if stated else Due(due.span, other[:4] + due.value[4:])


def _introduced(unit: Unit, start: int) -> bool:
    """Whether words before a date, or its own, say when something is done; in a row a comma does."""
    before = [one.low for one in unit.words if one.span.end <= start]
    own = next((one.low for one in unit.words if one.span.start >= start), "")
    if before[-1:] == [","] and _is_row(unit):
        return True
    return own in DUE | {"next"} or (bool(before) and before[-1] in DUE | ENACTED)


def _is_row(unit: Unit) -> bool:
    """Whether the words are a row: behind a name stands a colon, or the wide space of a table."""
    first = unit.words[:OPENING]
    wide = any(b.span.start - a.span.end > 1 for a, b in pairwise(first) if not a.is_mark)
    return wide or any(one.low == ":" for one in first)


def _relative(cable: Cable, unit: Unit, sent: str | None) -> Iterator[Due]:
    """The end of the year in which the document was sent, and so many months after that day."""
    if sent is None or len(sent) < 7:
        return
    inner, year, month = unit.span.of(cable.text), int(sent[:4]), int(sent[5:7])
    for match in YEARS_END.finditer(inner):
        yield Due(match.span.moved(unit.span.start), f"{year}-12")
    for match in YEAR_PART.finditer(inner):
        told = match.text("mid")
        which = int(told) if told.isdigit() else year + (match.text("which").lower() == "next")
        yield Due(match.span.moved(unit.span.start), str(which))
    for match in WITHIN.finditer(inner):
        count = match.text("count").lower()
        later = month - 1 + (int(count) if count.isdigit() else COUNTS[count])
        yield Due(match.span.moved(unit.span.start), f"{year + later // 12}-{later % 12 + 1:02}")
