"""The nearest known names to one that is not known."""

from collections.abc import Iterable
from typing import Final

from rapidfuzz import fuzz, process

ENOUGH: Final = 60


def nearest(name: str, known: Iterable[str], *, limit: int = 4) -> tuple[str, ...]:
    """Known names that look like *name*, the likest first.

    >>> nearest("08 STATE 34967", ["08 STATE 34976", "e-mail", "07 PARIS 1"])
    ('08 STATE 34976',)
    """
    found = process.extract(name, sorted(set(known)), scorer=fuzz.WRatio, limit=limit, score_cutoff=ENOUGH)
    return tuple(label for label, _, _ in found)
