"""How much more time a larger input takes: a ratio, which is the same on a slow and on a busy machine."""

import time
from collections.abc import Callable
from typing import Final

LARGER: Final = 4
"""For four times as much, what is linear takes four times as long, what is quadratic sixteen times."""

STEEP: Final = 10.0
"""Between the two, with room for a machine that is busy in one of the runs."""

MOMENT: Final = 0.05
"""CPU seconds that say nothing about growth: start, caches, the clock itself."""


def taken(work: Callable[[int], object], size: int) -> float:
    """CPU seconds that the work takes for that size."""
    began = time.process_time()
    work(size)
    return time.process_time() - began


def growth(work: Callable[[int], object], size: int) -> float:
    """How many times longer the work takes at the size than at a quarter of it (twice measured where steep).

    >>> growth(lambda size: sum(range(size * 100)), 40_000) < STEEP
    True
    """
    work(max(size // 100, 1))
    ratios = []
    for _ in range(2):
        ratios.append(taken(work, size) / (taken(work, size // LARGER) + MOMENT))
        if ratios[-1] < STEEP:
            break
    return min(ratios)
