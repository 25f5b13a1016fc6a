"""Where each known number of a count would be put if it were not known: the curve without it, in n log n.

Isotonic regression is the lower hull of the running sums of the days. Without one number the hull of those
before and the hull of those behind meet where it stood, and either stay as they are or have one common
tangent, which is searched for by halves; no hull is made anew.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from ingest.register.curve import Curve, Knot

Corner: TypeAlias = tuple[int, float]
"""How many numbers are behind a place, and the sum of their days."""


def without_each(points: Sequence[tuple[int, float]]) -> Iterator[tuple[Curve, Curve]]:
    """For each point the curve of all other numbers and that of the lower ones, as far as they matter there.

    *points* are sorted; the curves have the knots beside the point's number and no others.

    >>> found = list(without_each([(10, 5.0), (11, 4.0), (20, 9.0)]))
    >>> found[1][0].knots, found[1][1].knots
    (((0, -1.0), (10, 5.0), (20, 9.0)), ((0, -1.0), (10, 5.0)))
    """
    days: dict[int, list[float]] = {}
    for number, day in points:
        days.setdefault(number, []).append(day)
    numbers = list(days)
    means = [sum(days[number]) / len(days[number]) for number in numbers]
    for place, (before, behind, earlier) in enumerate(_beside(means)):
        low = [] if before is None else [(numbers[place - 1], before)]
        high = [] if behind is None else [(numbers[place + 1], behind)]
        lower = [] if earlier is None else [(numbers[place - 1], earlier)]
        for _ in days[numbers[place]]:
            yield _curve([*low, *high]), _curve(lower)


def _curve(knots: list[Knot]) -> Curve:
    return Curve(((0, -1.0), *knots) if knots else ())


def _beside(means: Sequence[float]) -> Iterator[tuple[float | None, float | None, float | None]]:
    """For each place the days before and behind it with all others, and that before with the earlier ones."""
    sums = [0.0]
    for mean in means:
        sums.append(sums[-1] + mean)
    left, right = _Hull(1), _Hull(-1)
    for place in range(len(means), 0, -1):
        right.add((place, sums[place]))
    left.add((0, 0.0))
    for place, mean in enumerate(means):
        # the hull behind begins where this number ends; both move to the same corner without it
        before = None if place == 0 else left.slope(left.size - 1)
        behind = None if place + 1 == len(means) else right.slope(right.size - 1)
        if before is not None and behind is not None and before > behind:
            shared = _bridge(left, right, mean)
            yield shared, shared, before
        else:
            yield before, behind, before
        right.take_back()
        left.add((place + 1, sums[place + 1]))


@dataclass(slots=True)
class _Hull:
    """A lower hull that grows to one side (1: to the right) and gives its last corner back."""

    side: int
    corners: list[Corner] = field(default_factory=list)
    size: int = 0
    _before: list[tuple[int, Corner | None]] = field(default_factory=list)

    def add(self, corner: Corner) -> None:
        """One more corner; those that are above the hull since are out of sight, not gone."""
        low, high = -1, self.size - 1
        # the slopes along a hull rise: which corners stay is searched for by halves
        while high - low > 1:
            middle = (low + high) // 2
            inner = _slope(self.corners[middle], self.corners[middle + 1])
            outer = _slope(self.corners[middle + 1], corner)
            low, high = (middle, high) if self.side * (outer - inner) > 0 else (low, middle)
        kept = low + 2 if self.size else 0
        hidden = self.corners[kept : kept + 1]
        self.corners[kept : kept + 1] = [corner]
        self._before.append((self.size, hidden[0] if hidden else None))
        self.size = kept + 1

    def take_back(self) -> None:
        """As it was before the last corner came."""
        size, corner = self._before.pop()
        if corner is not None:
            self.corners[self.size - 1] = corner
        self.size = size

    def slope(self, place: int) -> float:
        """The slope between a corner and the one before it."""
        return _slope(self.corners[place - 1], self.corners[place])


def _bridge(left: _Hull, right: _Hull, mean: float) -> float:
    """The slope of the common tangent, when what is right of a place moves one number and its day nearer."""
    # the corner where the two meet lies above the tangent
    low, high = 0, left.size - 2
    while low < high:
        middle = (low + high) // 2
        corner = left.corners[middle]
        if left.slope(middle + 1) < _tangent(corner, right, mean):
            low = middle + 1
        else:
            high = middle
    return _tangent(left.corners[low], right, mean)


def _tangent(corner: Corner, right: _Hull, mean: float) -> float:
    """The least slope from a corner to the hull on the right."""
    # the hull's first corner is the nearest to it: the list runs from right to left
    low, high = 0, right.size - 1
    while low < high:
        middle = (low + high) // 2
        onward = right.slope(middle + 1)
        if _slope(corner, _moved(right.corners[middle + 1], mean)) <= onward:
            low = middle + 1
        else:
            high = middle
    return _slope(corner, _moved(right.corners[low], mean))


def _moved(corner: Corner, mean: float) -> Corner:
    return corner[0] - 1, corner[1] - mean


def _slope(one: Corner, other: Corner) -> float:
    return (other[1] - one[1]) / (other[0] - one[0])
