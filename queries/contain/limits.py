"""How much one query may take."""

from dataclasses import dataclass
from typing import Final

from queries.guard import Scanned, guard

MEBIBYTE: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may take; each limit is named where it stops one.

    Bytes of text, levels of brackets, operators and terms are counted before the query is parsed; seconds are
    of the wall clock; memory is in bytes, over what an idle worker has; an answer is held whole before it is
    sent.

    >>> Limits(seconds=1.0).depth
    64
    """

    query_bytes: int = 64 * 1024
    depth: int = 64
    operators: int = 500
    terms: int = 1000
    seconds: float = 5.0
    memory: int = 1024 * MEBIBYTE
    rows: int = 1_000_000
    answer_bytes: int = 64 * MEBIBYTE

    def scanned(self, sparql: str) -> Scanned:
        """What the scan tells of a query that may run; Refused with the limit where it may not.

        >>> Limits().scanned("ASK {}").form
        'ASK'
        """
        return guard(
            sparql, size=self.query_bytes, depth=self.depth, operators=self.operators, terms=self.terms
        )
