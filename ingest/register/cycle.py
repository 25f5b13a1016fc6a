"""The stretch of time through which an office counts its telegrams before it begins again at 1."""

import csv
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Final

TABLE: Final = Path(__file__).parents[1] / "tables" / "numbering.csv"
DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Cycle:
    """The first and the last day of one count.

    >>> cycle_of(date(1956, 2, 1)).days
    366
    """

    start: date
    end: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1


@dataclass(frozen=True, slots=True)
class _Era:
    start: date
    restart: tuple[int, int] | None


def cycle_of(day: date) -> Cycle:
    """The count in which a telegram of that day stands.

    >>> cycle_of(date(1956, 2, 1)).start, cycle_of(date(2008, 2, 29)).end
    (datetime.date(1955, 7, 1), datetime.date(2008, 12, 31))
    >>> cycle_of(date(1968, 9, 20)).start
    datetime.date(1967, 7, 1)
    """
    eras = _eras()
    place = bisect_right([era.start for era in eras], day) - 1
    era = eras[max(0, place)]
    end = eras[place + 1].start - DAY if place + 1 < len(eras) else date.max
    if era.restart is None:
        return Cycle(era.start, end)
    month, first = era.restart
    year = day.year if (day.month, day.day) >= era.restart else day.year - 1
    begun = max(era.start, date(year, month, first))
    return Cycle(begun, min(end, date(year + 1, month, first) - DAY))


def before(cycle: Cycle) -> Cycle:
    """The count before another.

    >>> before(cycle_of(date(1969, 5, 1))).start
    datetime.date(1967, 7, 1)
    """
    return cycle_of(cycle.start - DAY)


@cache
def _eras() -> tuple[_Era, ...]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(_era(row["from"], row["restart"]) for row in csv.DictReader(file))


def _era(start: str, restart: str) -> _Era:
    month, _, day = restart.partition("-")
    return _Era(date.fromisoformat(start), (int(month), int(day)) if restart else None)
