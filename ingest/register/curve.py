"""How the numbers of one office grow through a count: a monotone curve through telegrams of known day."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from ingest.register.cycle import Cycle

Place: TypeAlias = Literal["between", "behind"]
"""A number stands between two that are known, or behind the last one."""

Knot: TypeAlias = tuple[int, float]
"""A number and its day, counted from the first of the count."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A day for a number: ``middle`` in days from the first of the count, and the ``scale`` of its error.

    Errors are measured in ``scale``, so that those of different curves can be compared: between two known
    telegrams they are the greater the further these lie apart and the nearer the number is to the middle;
    behind the last one they grow with the distance.
    """

    place: Place
    middle: float
    scale: float
    floor: float


@dataclass(frozen=True, slots=True)
class Curve:
    """The knots of one count, both coordinates rising; the first is number 0 on the day before the first.

    >>> made = curve([(100, 30), (200, 70)])
    >>> made.guess(150).middle, made.guess(150).place, made.guess(300).middle > 90
    (50.0, 'between', True)
    >>> curve([]).guess(5) is None
    True
    """

    knots: tuple[Knot, ...]

    def guess(self, number: int) -> Guess | None:
        """The likeliest day of a number; ``None`` where nothing of the count is known."""
        if len(self.knots) < 2:
            return None
        place = bisect_left(self.knots, (number, float("-inf")))
        if place == len(self.knots):
            return self._behind(number)
        if self.knots[place][0] == number or place == 0:
            day = self.knots[place][1]
            return Guess("between", day, 0.0, day)
        (low, first), (high, last) = self.knots[place - 1], self.knots[place]
        share = (number - low) / (high - low)
        wide = last - first
        scale = 1.0 + wide * (share * (1 - share)) ** 0.5
        return Guess("between", first + wide * share, scale, first)

    def _behind(self, number: int) -> Guess:
        low, first = self.knots[-1]
        ahead = (number - low) * first / low if low else 0.0
        return Guess("behind", first + ahead, 1.0 + ahead, first)


def curve(known: Iterable[tuple[int, float]]) -> Curve:
    """The monotone curve nearest to some known numbers and days (isotonic regression).

    Telegrams are sometimes sent a day or two out of the order of their numbers.

    >>> curve([(10, 5), (11, 4), (20, 9)]).knots
    ((0, -1.0), (10, 4.5), (11, 4.5), (20, 9.0))
    """
    days: dict[int, list[float]] = {}
    for number, day in known:
        days.setdefault(number, []).append(float(day))
    points = [(number, sum(days[number]) / len(days[number])) for number in sorted(days)]
    return Curve(((0, -1.0), *_isotonic(points)) if points else ())


def _isotonic(points: Sequence[tuple[int, float]]) -> list[Knot]:
    blocks: list[tuple[float, list[int]]] = []
    for number, day in points:
        mean, numbers = day, [number]
        while blocks and blocks[-1][0] > mean:
            other, earlier = blocks.pop()
            size = len(earlier) + len(numbers)
            mean = (other * len(earlier) + mean * len(numbers)) / size
            numbers = earlier + numbers
        blocks.append((mean, numbers))
    return [(number, mean) for mean, numbers in blocks for number in numbers]


def days_of(cycle: Cycle) -> float:
    """The last day of a count, counted from its first.

    >>> from datetime import date
    >>> days_of(Cycle(date(2008, 1, 1), date(2008, 12, 31)))
    365.0
    """
    return float(cycle.days - 1)
