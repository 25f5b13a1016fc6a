"""Meetings told only by the plenary beside which they were: "the LEEM in the margins of the Rio Plenary"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.cable import Cable
from ingest.document import Span
from ingest.mention import MeetingMention
from ingest.pattern import pattern

BESIDE = pattern(
    "beside-a-plenary",
    r"(?is)^\s*(?:,?\s*(?:(?:which|that)\s+(?:was|were|is)\s+)?(?:held|convened|organized|meeting|taking\s+place))?\s*"
    r"(?:(?:in|on|at)\s+the\s+(?:margins?|sidelines|fringes?|edges?)\s+of|alongside|in\s+conjunction\s+with"
    r"|in\s+parallel\s+with|(?:that|which)\s+(?:preceded|accompanied)|preceding|accompanying"
    r"|(?:in|during)\s+the\s+week\s+of|on\s+the\s+eve\s+of|just\s+before|prior\s+to)\s*(?:the\s+)?$",
    example=" in the margins of the ",
)
"""What stands between the names of the two."""


def in_margins(cable: Cable, found: Sequence[MeetingMention], main: str) -> Iterator[MeetingMention]:
    """The meetings found, those with no date or place of their own with those of the plenary beside them.

    >>> from tests.make import cable
    >>> made = cable("The LEEM in the margins of the Rio Plenary.")
    >>> small = MeetingMention(Span(0, 8), "series-definite", series="LEEM")
    >>> large = MeetingMention(Span(27, 42), "series-attributes", series="Plenary", place="Rio de Janeiro")
    >>> [one.place for one in in_margins(made, [small, large], "Plenary")]
    ['Rio de Janeiro', 'Rio de Janeiro']
    """
    ordered = sorted(found, key=lambda one: one.span)
    for at, one in enumerate(ordered):
        after = ordered[at + 1] if at + 1 < len(ordered) else None
        yield one if after is None or not _is_beside(cable, one, after, main) else _placed(one, after)


def _is_beside(cable: Cable, one: MeetingMention, other: MeetingMention, main: str) -> bool:
    if one.series in (None, main) or other.series != main or one.year or one.place or one.start:
        return False
    if other.year is None and other.place is None:
        return False
    between = Span(one.span.end, max(one.span.end, other.span.start))
    return BESIDE.search(between.of(cable.text)) is not None


def _placed(one: MeetingMention, other: MeetingMention) -> MeetingMention:
    span = Span(one.span.start, other.span.end)
    return replace(one, span=span, rule="series-attributes", year=other.year, place=other.place)
