r"""Patterns that meet strangers' text: linear in time, each with a name and an example that it matches.

RE2 has no look-around and no back-references, and in return no input can make it slow. ``\b``, ``\w`` and
``\s`` are ASCII.

RE2 counts in bytes. Its Python wrapper counts the characters before each place anew, from the start of the
text; here the text goes to it as bytes, and a place is told by the few wide characters before it.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Any, Final, TypeAlias

import re2

from ingest.begins import Beginning, beginning
from ingest.document import Span
from ingest.required import may_be_empty, required

NAMED: Final[dict[str, "Pattern"]] = {}
_WIDE: Final = re.compile(r"[^\x00-\x7f]")
_Places: TypeAlias = Sequence[tuple[int, int]]
"""Where a match and its groups are, (-1, -1) for what did not take part."""
# The wrapper makes a generator, a look-up of groups and an object of its own of every call, which takes as
# long as the engine does; so the engine is asked as the wrapper asks it.
_ANYWHERE: Final = re2._Anchor.UNANCHORED
_START: Final = re2._Anchor.ANCHOR_START
_WHOLE: Final = re2._Anchor.ANCHOR_BOTH
_LONG_S: Final = "\u017f"
"""The letter that patterns in any case take for an "s", and that stays itself in lower case."""


@dataclass(frozen=True, slots=True)
class _Wide:
    """Where characters stand that are several bytes, in characters and bytes, and what all up to each add."""

    characters: tuple[int, ...]
    bytes: tuple[int, ...]
    added: tuple[int, ...]

    def to_bytes(self, at: int) -> int:
        return at + self.added[bisect_left(self.characters, at)]

    def to_characters(self, at: int) -> int:
        return at - self.added[bisect_left(self.bytes, at)]


@lru_cache(maxsize=16)
def _wide(text: str) -> _Wide:
    found = tuple((match.start(), len(match[0].encode()) - 1) for match in _WIDE.finditer(text))
    added = tuple(accumulate((more for _, more in found), initial=0))
    starts = tuple(at for at, _ in found)
    return _Wide(starts, tuple(at + more for at, more in zip(starts, added, strict=False)), added)


class Match:
    r"""One place where a pattern matched; spans are in characters of the text that was searched.

    >>> serial = pattern("doctest-serial", r"(?P<post>[A-Z]+) (\d+)( NOTAL)?", example="STATE 1")
    >>> found = serial.search("08 STATE 900001")
    >>> found.text("post"), found[2], found.text(3), found.at(3)
    ('STATE', '900001', '', None)
    >>> found.span, found.at(2)
    (Span(start=3, end=15), Span(start=9, end=15))
    >>> serial.search("été – STATE 900001").span
    Span(start=6, end=18)
    """

    # No frozen dataclass: a document makes hundreds of these, and each would take four times as long.
    __slots__ = ("_groups", "_spans", "_text", "_wide")

    def __init__(self, spans: _Places, groups: Mapping[str, int], text: str, wide: _Wide | None) -> None:
        self._spans = spans
        # re2 counts the groups anew each time that one is asked for by name.
        self._groups = groups
        self._text = text
        self._wide = wide

    @property
    def span(self) -> Span:
        """The whole match."""
        return Span(*self._place(0))

    def __getitem__(self, group: str | int) -> str | None:
        start, end = self._place(group)
        return None if start < 0 else self._text[start:end]

    def text(self, group: str | int = 0) -> str:
        """The words of a group, empty where it did not take part."""
        start, end = self._place(group)
        return "" if start < 0 else self._text[start:end]

    def at(self, group: str | int) -> Span | None:
        """Where a group matched, or ``None``."""
        start, end = self._place(group)
        return None if start < 0 else Span(start, end)

    def _place(self, group: str | int) -> tuple[int, int]:
        found = self._spans[group if isinstance(group, int) else self._groups[group]]
        if self._wide is None or found[0] < 0:
            return found
        return self._wide.to_characters(found[0]), self._wide.to_characters(found[1])


@dataclass(frozen=True, slots=True)
class Pattern:
    r"""A named, compiled pattern.

    >>> year = pattern("doctest-four-digits", r"\d{4}", example="2008")
    >>> [one.text() for one in year.finditer("2003 and 2008", Span(4, 13))]
    ['2008']
    >>> year.search("in 2003").text(), year.match("2003 and").text(), year.fullmatch("2008").text()
    ('2003', '2003', '2008')
    >>> year.match("in 2003"), year.fullmatch("2003 and 2008")
    (None, None)
    """

    name: str
    example: str
    _compiled: Any
    _find: Callable[[Any, bytes, int, int], _Places]
    _groups: Mapping[str, int]
    required: tuple[str, ...] = ()
    """Literals in lower case of which every match holds one; without any, nothing is known."""
    empty: bool = True
    """Whether it may match where there is nothing; after such a match the wrapper steps on by a character."""
    beginning: Beginning | None = None
    """What every match begins with, where its expression tells."""

    def finditer(self, text: str, span: Span | None = None) -> Iterator[Match]:
        """All matches from left to right, within *span* where one is given."""
        start, end = (0, len(text)) if span is None else (span.start, span.end)
        if self.required and not self._may_match(text if span is None else text[start:end]):
            return iter(())
        return self._stepping(text, start, end) if self.empty else self._finditer(text, start, end)

    def _finditer(self, text: str, start: int, end: int) -> Iterator[Match]:
        searched = text.encode()
        wide = None
        end = min(end, len(text))
        if len(searched) != len(text):
            wide = _wide(text)
            start, end = wide.to_bytes(start), wide.to_bytes(end)
        while start < end:
            found = self._find(_ANYWHERE, searched, start, end)
            if found[0][0] < 0:
                return
            yield Match(found, self._groups, text, wide)
            start = found[0][1]

    def _stepping(self, text: str, start: int, end: int) -> Iterator[Match]:
        for one in self._compiled.finditer(text, start, end):
            yield Match([one.span(group) for group in range(one.re.groups + 1)], self._groups, text, None)

    def _may_match(self, text: str) -> bool:
        """Whether the text has one of the literals without which there is no match."""
        low = text.lower()
        return any(map(low.__contains__, self.required)) or _LONG_S in low

    def search(self, text: str, span: Span | None = None) -> Match | None:
        """The first match, or ``None``."""
        return next(self.finditer(text, span), None)

    def match(self, text: str) -> Match | None:
        """The match at the beginning of *text*, or ``None``."""
        begins = self.beginning
        if begins is not None:
            at = text.lstrip(begins.passed)[:1] if begins.passed else text[:1]
            if at not in begins.first and at <= "\x7f":
                return None
        return self._anchored(_START, text)

    def fullmatch(self, text: str) -> Match | None:
        """The match of the whole of *text*, or ``None``."""
        return self._anchored(_WHOLE, text)

    def _anchored(self, anchor: Any, text: str) -> Match | None:
        if self.required and not self._may_match(text):
            return None
        searched = text.encode()
        found = self._find(anchor, searched, 0, len(searched))
        if found[0][0] < 0:
            return None
        return Match(found, self._groups, text, None if len(searched) == len(text) else _wide(text))


def pattern(name: str, expression: str, *, example: str) -> Pattern:
    """A compiled pattern, registered under *name*; *example* is a text in which it must match.

    >>> year = pattern("doctest-year", r"\\b(19|20)\\d\\d\\b", example="in 2008")
    >>> [m.text() for m in year.finditer("1994 and 2008")]
    ['1994', '2008']
    """
    compiled = re2.compile(expression)
    groups = dict(compiled.groupindex)
    made = Pattern(
        name,
        example,
        compiled,
        compiled._regexp.Match,
        groups,
        required(expression),
        may_be_empty(expression),
        beginning(expression),
    )
    if name in NAMED and NAMED[name]._compiled.pattern != expression:
        raise ValueError(f"two patterns are called {name!r}")
    if not made._compiled.search(example):
        raise ValueError(f"pattern {name!r} does not match its example {example!r}")
    NAMED[name] = made
    return made
