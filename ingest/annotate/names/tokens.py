"""The words of a text, each with its place.

Every name of every table is looked for in these words. They are cut once for a text, and which words
there are is noted, so that a table looks only where one of its names can begin.
"""

import re
from bisect import bisect_left
from collections.abc import Hashable, Set
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, compress
from typing import Any, Final

from ingest.document import Span

# One character class repeated cannot backtrack, and this is asked for every word of every document: here the
# standard library's engine is twenty times faster than RE2, which takes long to hand over each match.
WORD: Final = re.compile(r"[^\W_]+")
_PARTED: Final = re.compile(r"([^\W_]+)")


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    r"""Runs of letters and digits: where they start and end, without regard to case, and what is between.

    ``gaps`` are the stretches before, between and after the words; ``among`` says which words
    there are; ``broken`` has those that go on in the next line after a hyphen ("Argen-", "tina").
    ``starting`` is for those who look for names: where one of theirs may begin, and which do.

    >>> found = tokens("In Argen-\ntina, in 2008")
    >>> found.folded, found.gaps[2], found.places({"in"}), found.broken
    (('in', 'argen', 'tina', 'in', '2008'), '-\n', [0, 3], frozenset({1}))
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    folded: tuple[str, ...]
    gaps: tuple[str, ...]
    among: frozenset[str]
    broken: frozenset[int]
    starting: dict[Hashable, Any] = field(default_factory=dict)

    def places(self, words: Set[str]) -> list[int]:
        """Where one of those words stands.

        >>> tokens("in Paris or in Rome").places({"rome", "in"})
        [0, 3, 4]
        """
        wanted = words & self.among
        return (
            list(compress(range(len(self.folded)), map(wanted.__contains__, self.folded))) if wanted else []
        )

    def within(self, span: Span | None) -> tuple[int, int]:
        """Which of the words begin in *span*: the index of the first, and of the one after the last.

        >>> tokens("in Paris on Friday").within(Span(3, 11))
        (1, 3)
        """
        if span is None:
            return 0, len(self.starts)
        first = bisect_left(self.starts, span.start)
        return first, bisect_left(self.starts, span.end, lo=first)


@lru_cache(maxsize=8)
def tokens(text: str) -> Tokens:
    """The words of a text, whatever stands between them.

    >>> text = "U.S.-led, in 2008"
    >>> found = tokens(text)
    >>> [text[start:end] for start, end in zip(found.starts, found.ends)]
    ['U', 'S', 'led', 'in', '2008']
    """
    parts = _PARTED.split(text)
    edges = tuple(accumulate(map(len, parts)))
    low = folded_words(parts[1::2])
    gaps = tuple(parts[0::2])
    breaks = {gap for gap in set(gaps) if len(gap) > 1 and _breaks(gap)}
    return Tokens(
        edges[0:-1:2],
        edges[1::2],
        low,
        gaps,
        frozenset(low),
        frozenset(at for at, gap in enumerate(gaps[1:-1]) if gap in breaks) if breaks else frozenset(),
    )


def _breaks(gap: str) -> bool:
    return gap[0] == "-" and "\n" in gap and gap[1:].isspace()


def folded_words(words: list[str]) -> tuple[str, ...]:
    """Words without regard to case.

    >>> folded_words(["In", "PARIS"])
    ('in', 'paris')
    """
    return tuple(map(str.casefold, words))


@lru_cache(maxsize=1024)
def folded(text: str) -> tuple[str, ...]:
    """The words of a short text, such as an address, without regard to case.

    >>> folded("In PARIS")
    ('in', 'paris')
    """
    return folded_words(WORD.findall(text))
