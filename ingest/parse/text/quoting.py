"""The signs that a reply puts before the lines that it quotes; the lines are read as if none stood there."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from ingest.document import Span
from ingest.pattern import pattern

_SIGN: Final = pattern("quoting-sign", r"^[ \t]{0,3}(?:>[ \t]?)+", example="> > FM POST")
_FEWEST: Final = 3
"""So many lines one after the other: a single one is no quotation."""


@lru_cache(maxsize=32)
def quoting(text: str) -> tuple[Span, ...]:
    r"""The signs before quoted lines, in order.

    >>> quoting("Yes.\n> FM POST\n>\n> TO DEPT\n\n> alone")
    (Span(start=5, end=7), Span(start=15, end=16), Span(start=17, end=19))
    """
    return tuple(_quoting(text)) if ">" in text else ()


def _quoting(text: str) -> Iterator[Span]:
    run: list[Span] = []
    start = 0
    for line in text.splitlines(keepends=True):
        found = _SIGN.match(line[:80]) if line.lstrip()[:1] == ">" else None
        if found is not None:
            run.append(Span(start, start + found.span.end))
        else:
            yield from run if len(run) >= _FEWEST else ()
            run = []
        start += len(line)
    yield from run if len(run) >= _FEWEST else ()
