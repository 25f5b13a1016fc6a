"""Things moved apart until no two cover each other, and no farther: a picture stays small enough to read."""

import math
from collections.abc import Mapping
from typing import Final

from viz.graph import Place

ASPECT: Final = 1.5
"""Width of a picture over its height, about that of the part of a screen that it is shown in."""
FILL: Final = 0.45
"""Part of the picture that things take at first; where they do not find room it grows by a tenth."""
ROUNDS: Final = 40
TRIES: Final = 12


def spread(places: Mapping[str, Place], *, width: float, height: float) -> dict[str, Place]:
    """The same arrangement with boxes of that size, in pixels, round each place and none over another.

    >>> apart = spread({"a": Place(0, 0), "b": Place(1, 0)}, width=10, height=4)
    >>> abs(apart["a"].x - apart["b"].x) >= 10 or abs(apart["a"].y - apart["b"].y) >= 4
    True
    """
    names = sorted(places)
    if len(names) < 2:
        return dict(places)
    tall = math.sqrt(len(names) * width * height / FILL / ASPECT)
    xs = _scaled([places[name].x for name in names], tall * ASPECT - width)
    ys = _scaled([places[name].y for name in names], tall - height)
    for _ in range(TRIES):
        if any(not _pushed(xs, ys, width, height) for _ in range(ROUNDS)):
            break
        xs, ys = [x * 1.1 for x in xs], [y * 1.1 for y in ys]
    return {name: Place(round(x, 1), round(y, 1)) for name, x, y in zip(names, xs, ys, strict=True)}


def _scaled(values: list[float], size: float) -> list[float]:
    low, high = min(values), max(values)
    return [(value - low) / ((high - low) or 1.0) * size for value in values]


def _pushed(xs: list[float], ys: list[float], width: float, height: float) -> bool:
    """Push each two that overlap apart by half of it each, the shorter way; whether there were any."""
    order = sorted(range(len(xs)), key=lambda one: (xs[one], one))
    any_pushed = False
    for at, one in enumerate(order):
        for other in order[at + 1 :]:
            across = width - abs(xs[other] - xs[one])
            if xs[other] - xs[one] > 2 * width:
                break
            down = height - abs(ys[other] - ys[one])
            if across <= 0.01 or down <= 0.01:
                continue
            any_pushed = True
            if across / width < down / height:
                _part(xs, one, other, across / 2)
            else:
                _part(ys, one, other, down / 2)
    return any_pushed


def _part(values: list[float], one: int, other: int, by: float) -> None:
    low, high = (one, other) if values[one] <= values[other] else (other, one)
    values[low] -= by
    values[high] += by
