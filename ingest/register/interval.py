"""From a number to the days between which its telegram was sent, as sure as the known telegrams show."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from math import ceil
from typing import Final, TypeAlias

from ingest.register.curve import Curve, Guess, Place, curve, days_of
from ingest.register.cycle import Cycle, before, cycle_of
from ingest.register.left_out import without_each

Known: TypeAlias = tuple[str, int, date]
"""Series, number and day of a telegram."""

Key: TypeAlias = tuple[str, Cycle]

COVERED: Final = 0.90
ENOUGH: Final = 60
"""From so many known telegrams on the errors of the corpus itself say how wide an interval has to be."""

DEFAULT: Final[Mapping[Place, tuple[float, float]]] = {"between": (-0.75, 0.75), "behind": (-0.75, 2.0)}
"""Errors of 5 and 95 %, in their scale, for a corpus that is too small to show them."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The first and the last day; nine telegrams of ten were sent between them."""

    earliest: date
    latest: date


@dataclass(frozen=True)
class Calendar:
    """The telegrams of known day, and what they tell of others.

    >>> known = [("PARIS", number, date(2008, 1, 1) + timedelta(days=number)) for number in range(0, 300, 10)]
    >>> found = Calendar(known).interval("PARIS", 95, cycle_of(date(2008, 5, 1)))
    >>> found.earliest <= date(2008, 4, 5) <= found.latest, (found.latest - found.earliest).days < 16
    (True, True)
    >>> made, year = Calendar(known), cycle_of(date(2008, 5, 1))
    >>> made.interval("OSLO", 95, year) is None, len(made.points["PARIS", year]), made.bounds["between"]
    (True, 30, (-0.75, 0.75))
    >>> made.curve("PARIS", year).knots[1], made.cycle_meant("PARIS", 290, date(2008, 2, 1)).start
    ((0, 0.0), datetime.date(2007, 1, 1))
    """

    known: Sequence[Known]
    errors: Mapping[Place, tuple[float, float]] | None = None
    _cache: dict[Key, Curve] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def points(self) -> dict[Key, list[tuple[int, float]]]:
        """Numbers and days (from the first of the count), by series and count."""
        made: dict[Key, list[tuple[int, float]]] = {}
        for series, number, day in sorted(set(self.known)):
            cycle = cycle_of(day)
            made.setdefault((series, cycle), []).append((number, float((day - cycle.start).days)))
        return made

    @cached_property
    def bounds(self) -> Mapping[Place, tuple[float, float]]:
        """The errors of 5 and of 95 %, learnt by leaving out one known telegram after the other."""
        if self.errors is not None:
            return self.errors
        found: dict[Place, list[float]] = {"between": [], "behind": []}
        for points in self.points.values():
            for place, error in _errors(points):
                found[place].append(error)
        return {
            place: _quantiles(errors) if len(errors) >= ENOUGH else DEFAULT[place]
            for place, errors in found.items()
        }

    def curve(self, series: str, cycle: Cycle) -> Curve:
        """The curve of one count; empty where nothing of it is known."""
        key = (series, cycle)
        if key not in self._cache:
            self._cache[key] = curve(self.points.get(key, ()))
        return self._cache[key]

    def interval(self, series: str, number: int, cycle: Cycle) -> Interval | None:
        """The days between which a telegram of that number was sent; ``None`` where nothing is known."""
        guess = self.curve(series, cycle).guess(number)
        if guess is None:
            return None
        low, high = self.bounds[guess.place]
        earliest = round(min(max(guess.middle + low * guess.scale, 0.0), days_of(cycle)))
        latest = max(earliest, round(min(guess.middle + high * guess.scale, days_of(cycle))))
        return Interval(cycle.start + timedelta(days=earliest), cycle.start + timedelta(days=latest))

    def cycle_meant(self, series: str, number: int, cited: date) -> Cycle:
        """The count that is meant by a number cited on a day: that day's, or the one before.

        The one before where so high a number cannot have been reached yet.
        """
        now = cycle_of(cited)
        found = self.interval(series, number, now)
        if found is not None and found.earliest > cited + timedelta(days=1):
            return before(now)
        return now


def _errors(points: Sequence[tuple[int, float]]) -> Iterable[tuple[Place, float]]:
    """How far each known telegram lies from where the others would have put it."""
    for (number, day), (others, lower) in zip(points, without_each(points), strict=True):
        yield from _error(others.guess(number), day)
        # and once more as if nothing later were known
        yield from (one for one in _error(lower.guess(number), day) if one[0] == "behind")


def _error(guess: Guess | None, day: float) -> Iterable[tuple[Place, float]]:
    if guess is not None and guess.scale:
        yield guess.place, (day - guess.middle) / guess.scale


def _quantiles(errors: Sequence[float]) -> tuple[float, float]:
    """The errors that 5 % lie below and 5 % above, with the correction for a sample of that size."""
    ordered = sorted(errors)
    size = len(ordered)
    tail = (1 - COVERED) / 2
    low = int(tail * (size + 1)) - 1
    high = ceil((1 - tail) * (size + 1)) - 1
    return ordered[max(0, low)], ordered[min(size - 1, high)]
