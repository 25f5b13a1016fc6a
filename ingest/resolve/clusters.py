"""Mentions of meetings that no list has, put together where they may be one meeting."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from ingest.mention import MeetingMention

_VAGUE: Final = ("series-definite", "series-next", "series-last", "series-current")


@dataclass(slots=True)
class Cluster:
    """The mentions of one meeting, and what they say together.

    >>> from ingest.document import Span
    >>> one = MeetingMention(Span(0, 9), "series-attributes", year=2008)
    >>> two = MeetingMention(Span(20, 29), "series-attributes", start="2008-04-10", place="Paris")
    >>> made = Cluster([one, two])
    >>> made.first("year"), made.first("place"), made.admits(one)
    (2008, 'Paris', True)
    >>> made.admits(MeetingMention(Span(40, 49), "series-attributes", start="2007-11-05", place="Athens"))
    False
    """

    mentions: list[MeetingMention]

    def first(self, field: str) -> object:
        """What the mentions say of a field, the fullest first."""
        said = [getattr(one, field) for one in sorted(self.mentions, key=_strength)]
        return next((value for value in said if value), None)

    def admits(self, mention: MeetingMention) -> bool:
        """Whether a mention says nothing against being of this meeting."""
        return all(_agree(one, mention) for one in self.mentions)


def _strength(mention: MeetingMention) -> tuple[int, int]:
    """Puts what says more first: days, then a week or month, years, places; then the order of the text."""
    if mention.rule in _VAGUE:
        return 9, mention.span.start
    days = len(mention.start or "")
    exact = days == 10 and mention.rule != "series-week"
    rank = 0 if exact else 1 if days in (7, 10) else 2 if mention.year is not None else 3
    return rank, mention.span.start


def is_dated(mention: MeetingMention) -> bool:
    """Whether a mention says when.

    >>> from ingest.document import Span
    >>> [is_dated(MeetingMention(Span(0, 7), "series-attributes", year=year)) for year in (2008, None)]
    [True, False]
    """
    return mention.year is not None or mention.start is not None


def cluster(mentions: Iterable[MeetingMention]) -> list[Cluster]:
    """Clusters of the dated mentions: each joins the only cluster that admits it, or begins one.

    >>> from ingest.document import Span
    >>> said = [MeetingMention(Span(at, at), "series-attributes", year=at) for at in (2003, 2007, 2003)]
    >>> [len(one.mentions) for one in cluster(said)]
    [2, 1]
    """
    made: list[Cluster] = []
    for mention in sorted(mentions, key=_strength):
        open_to = [one for one in made if one.admits(mention)]
        if len(open_to) == 1:
            open_to[0].mentions.append(mention)
        elif not open_to or mention.start is not None:
            made.append(Cluster([mention]))
    return made


def _agree(one: MeetingMention, other: MeetingMention) -> bool:
    return (
        _same(one.year, other.year)
        and _same(one.ordinal, other.ordinal)
        and _same(one.place, other.place)
        and _overlap(one, other)
    )


def _same(one: object, other: object) -> bool:
    return one is None or other is None or one == other


def _overlap(one: MeetingMention, other: MeetingMention) -> bool:
    """Whether two ranges of days, or a month and a day of it, may be of one meeting."""
    if one.start is None or other.start is None:
        return True
    length = min(len(one.start), len(other.start))
    first, second = sorted(
        (
            (one.start[:length], (one.end or one.start)[:length]),
            (other.start[:length], (other.end or other.start)[:length]),
        )
    )
    return second[0] <= first[1]


def only(clusters: Sequence[Cluster], mention: MeetingMention) -> Cluster | None:
    """The only cluster that admits a mention, or ``None``.

    >>> from ingest.document import Span
    >>> said = [MeetingMention(Span(at, at), "series-attributes", year=at) for at in (2003, 2007)]
    >>> made, unplaced = cluster(said), MeetingMention(Span(9, 9), "series-attributes")
    >>> only(made, said[1]) is made[1], only(made, unplaced)
    (True, None)
    """
    open_to = [one for one in clusters if one.admits(mention)]
    return open_to[0] if len(open_to) == 1 else None
