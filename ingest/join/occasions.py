"""Whether two meetings that no table has are one: by days, month, place, number or year."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ingest.join.pair import Pair, pair
from ingest.join.thing import Thing

DAYS, PLACE, MONTH, NUMBER, YEAR = (
    "meeting-days",
    "meeting-place-and-month",
    "meeting-month",
    "meeting-number",
    "meeting-year",
)
_SCORES: Final = {DAYS: 0.98, PLACE: 0.95, NUMBER: 0.92, MONTH: 0.8, YEAR: 0.6}


def occasions(things: Sequence[Thing]) -> Iterator[Pair]:
    """The pairs among meetings of one series that may be one.

    >>> from ingest.join.named import Named
    >>> from ingest.join.thing import thing
    >>> told = {"04": {"start": "2008-04"}, "oslo": {"start": "2008-04-10", "place": "Oslo"}}
    >>> things = [thing(f"meeting/rpoc-{one}", [Named("meeting", one, f"doc-{one}", "mtcr", sort="RPOC",
    ...           year=2008, **said)]) for one, said in told.items()]
    >>> [(one.rule, one.sure) for one in occasions(things)]
    [('meeting-month', True)]
    """
    series: dict[tuple[str, str | None], list[Thing]] = defaultdict(list)
    for one in sorted(things, key=lambda one: one.name):
        series[one.best.regime, one.best.sort].append(one)
    for found in series.values():
        by_year: dict[int | None, list[Thing]] = defaultdict(list)
        for one in found:
            by_year[one.best.year].append(one)
        often = any(_several(same) for year, same in by_year.items() if year is not None)
        yield from _numbered(found)
        for same in by_year.values():
            yield from _of_year(same, often=often)


def _several(found: Sequence[Thing]) -> bool:
    """Whether a year of a series had more than one meeting: places or months that no one meeting has."""
    return any(_apart(one, other) for at, one in enumerate(found) for other in found[at + 1 :])


def _apart(one: Thing, other: Thing) -> bool:
    mine, theirs = one.best, other.best
    return (
        _differ(mine.place, theirs.place)
        or _differ(mine.ordinal, theirs.ordinal)
        or not _days_meet(one, other)
    )


def _differ(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


def _days_meet(one: Thing, other: Thing) -> bool:
    """Whether the days of two meetings overlap, as exactly as both are told; untold days do."""
    mine, theirs = one.best, other.best
    if mine.start is None or theirs.start is None:
        return True
    length = min(len(mine.start), len(theirs.start))
    first, second = sorted(
        (start[:length], (end or start)[:length])
        for start, end in ((mine.start, mine.end), (theirs.start, theirs.end))
    )
    return second[0] <= first[1]


def _numbered(found: Sequence[Thing]) -> Iterator[Pair]:
    """A meeting that is told by its number alone is the one meeting that has this number."""
    numbers: Mapping[int, list[Thing]] = defaultdict(list)
    for one in found:
        if one.best.ordinal is not None:
            numbers[one.best.ordinal].append(one)
    for number, same in sorted(numbers.items()):
        for at, one in enumerate(same):
            for other in same[at + 1 :]:
                if None in (one.best.year, other.best.year) or not _apart(one, other):
                    yield _pair(one, other, NUMBER, f"both are number {number}", "")


def _of_year(found: Sequence[Thing], *, often: bool) -> Iterator[Pair]:
    for at, one in enumerate(found):
        for other in found[at + 1 :]:
            if one.best.year is not None and not _apart(one, other):
                yield _likeness(one, other, often=often)


def _likeness(one: Thing, other: Thing, *, often: bool) -> Pair:
    mine, theirs = one.best, other.best
    dated = mine.start is not None and theirs.start is not None
    if dated and min(len(mine.start or ""), len(theirs.start or "")) == len("2008-04-10"):
        return _pair(one, other, DAYS, "the days are the same", "")
    placed = mine.place is not None and mine.place == theirs.place
    if dated and placed:
        return _pair(one, other, PLACE, f"both are in {mine.place}, in one month", "")
    if dated:
        return _pair(one, other, MONTH, "both are in one month", "")
    if placed:
        return _pair(one, other, PLACE, f"both are in {mine.place} in {mine.year}", "")
    beside = mine.intersessional != theirs.intersessional
    against = "the series has met more than once in a year" if often else ""
    if beside:
        against = "only one is said to be between plenaries"
    return _pair(one, other, YEAR, f"both are of {mine.year}, and no other is known", against)


def _pair(one: Thing, other: Thing, rule: str, reason: str, against: str) -> Pair:
    if one.documents & other.documents:
        against = "one document names both"
    told = f"{reason}; but {against}" if against else reason
    return pair(one.name, other.name, rule, _SCORES[rule], told, sure=not against, apart=bool(against))
