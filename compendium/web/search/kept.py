"""The index of the store that is served: one for all parts of a service."""

from functools import cache
from pathlib import Path

from queries.search import Kept


@cache
def kept(store: Path) -> Kept:
    """The index of a store; made when it is first searched, or at once where its ``now`` is called.

    >>> kept(Path("tests/data/shape.trig")) is kept(Path("tests/data/shape.trig"))
    True
    """
    return Kept(store)
