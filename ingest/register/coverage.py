"""How often the intervals hold: known telegrams are left out, and their intervals told from the rest."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ingest.register.cycle import cycle_of
from ingest.register.interval import Calendar, Known

FOLDS: Final = 5


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of ``told`` telegrams whose day was left out ``held`` were sent inside their interval.

    ``untold`` ones had no interval, since nothing else of their count is known; ``width`` is the median width
    of the intervals in days.
    """

    held: int
    told: int
    untold: int
    width: int

    @property
    def share(self) -> float:
        """The part of the intervals that hold; 0 where there is none.

        >>> Coverage(9, 10, 2, 5).share
        0.9
        """
        return self.held / self.told if self.told else 0.0


NO_COVERAGE: Final = Coverage(0, 0, 0, 0)


def coverage(known: Iterable[Known], folds: int = FOLDS) -> Coverage:
    """What the intervals hold when each fifth of the known telegrams is left out in turn.

    The fifths are drawn by a hash of series and number, the same at each run.

    >>> from datetime import date, timedelta
    >>> days = [("PARIS", n, date(2008, 1, 1) + timedelta(days=n // 3)) for n in range(1, 900, 7)]
    >>> found = coverage(days)
    >>> found.told, found.share > 0.9, found.width < 5
    (129, True, True)
    """
    all_known = sorted(set(known))
    held = told = untold = 0
    widths: list[int] = []
    for fold in range(folds):
        kept = Calendar(tuple(one for one in all_known if _fold(one, folds) != fold))
        for series, number, day in (one for one in all_known if _fold(one, folds) == fold):
            found = kept.interval(series, number, cycle_of(day))
            if found is None:
                untold += 1
                continue
            told += 1
            held += found.earliest <= day <= found.latest
            widths.append((found.latest - found.earliest).days)
    return Coverage(held, told, untold, sorted(widths)[len(widths) // 2] if widths else 0)


def _fold(known: Known, folds: int) -> int:
    return hashlib.sha256(f"{known[0]} {known[1]}".encode()).digest()[0] % folds
