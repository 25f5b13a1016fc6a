"""The week around a meeting, and the meeting in whose week another is held."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from ingest.knowledge import Plenary, Profile
from ingest.mention import MeetingMention
from ingest.resolve.clusters import Cluster

Groups: TypeAlias = Mapping[str, tuple[Profile, Plenary | None, list[MeetingMention]]]
"""The meetings of a document by their ids, each with its regime, its row of the list and its mentions."""

_DAY = len("2008-11-05")


def week(mentions: Sequence[MeetingMention], start: str | None, end: str | None) -> tuple[str, str] | None:
    """First and last day of the week around a meeting, where the words give days wider than its own.

    >>> from ingest.document import Span
    >>> own, around = (MeetingMention(Span(0, 9), rule, start=start, end="2006-10-06")
    ...     for rule, start in (("series-attributes", "2006-10-05"), ("series-week", "2006-10-02")))
    >>> week([own, around], "2006-10-05", "2006-10-06"), week([own], "2006-10-05", "2006-10-06")
    (('2006-10-02', '2006-10-06'), None)
    """
    for one in sorted(mentions, key=lambda one: (one.rule != "series-week", one.span)):
        if one.start is None or one.end is None or len(one.start) < _DAY or one.start == one.end:
            continue
        if (one.start, one.end) == (start, end):
            if one.rule == "series-week":
                return one.start, one.end
            continue
        holds = start is not None and len(start) == _DAY and one.start <= start and (end or start) <= one.end
        if holds or one.rule == "series-week":
            return one.start, one.end
    return None


def part_of(groups: Groups, profile: Profile, series: str, said: Cluster) -> str | None:
    """The id of the plenary in whose week a meeting was held: that of its year and place.

    >>> from ingest.document import Span
    >>> from ingest.tables import knowledge
    >>> mtcr = next(one for one in knowledge().profiles if one.id == "mtcr")
    >>> tem = MeetingMention(Span(0, 9), "series-attributes", year=2007, place="Athens")
    >>> part_of({}, mtcr, "TEM", Cluster([tem])), part_of({}, mtcr, "RPOC", Cluster([tem]))
    ('mtcr-plenary-2007-athens', None)
    """
    beside = next((one.part_of for one in profile.series if one.id == series), None)
    year, place = said.first("year"), said.first("place")
    if beside != profile.main or year is None or place is None or said.first("intersessional"):
        return None
    listed = {one.id for one in profile.plenaries if (one.year, one.place) == (year, place)}
    told = {
        key
        for key, (owner, plenary, mentions) in groups.items()
        if owner is profile
        and plenary is None
        and any(one.series == profile.main for one in mentions)
        and (Cluster(mentions).first("year"), Cluster(mentions).first("place")) == (year, place)
    }
    found = listed or told
    return found.pop() if len(found) == 1 else None
