"""Patterns that meet strangers' text: linear in time, each with a name and an example that it matches.

RE2 has no look-around and no back-references, and in return no input can make it slow. ``\\b``, ``\\w`` and
``\\s`` are ASCII.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import re2

from ingest.document import Span

NAMED: Final[dict[str, "Pattern"]] = {}


@dataclass(frozen=True, slots=True)
class Match:
    r"""One place where a pattern matched; spans are in characters of the text that was searched.

    >>> serial = pattern("doctest-serial", r"(?P<post>[A-Z]+) (\d+)( NOTAL)?", example="STATE 1")
    >>> found = serial.search("08 STATE 900001")
    >>> found.text("post"), found[2], found.text(3), found.at(3)
    ('STATE', '900001', '', None)
    >>> found.span, found.at(2)
    (Span(start=3, end=15), Span(start=9, end=15))
    """

    _match: Any
    # re2 counts the groups anew each time that one is asked for by name.
    _groups: Mapping[str, int]

    @property
    def span(self) -> Span:
        """The whole match."""
        return Span(self._match.start(), self._match.end())

    def __getitem__(self, group: str | int) -> str | None:
        value: str | None = self._match.group(self._index(group))
        return value

    def text(self, group: str | int = 0) -> str:
        """The words of a group, empty where it did not take part."""
        return self._match.group(self._index(group)) or ""

    def at(self, group: str | int) -> Span | None:
        """Where a group matched, or ``None``."""
        start, end = self._match.span(self._index(group))
        return None if start < 0 else Span(start, end)

    def _index(self, group: str | int) -> int:
        return group if isinstance(group, int) else self._groups[group]


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
    _groups: Mapping[str, int]

    def finditer(self, text: str, span: Span | None = None) -> Iterator[Match]:
        """All matches from left to right, within *span* where one is given."""
        if span is None:
            return (Match(m, self._groups) for m in self._compiled.finditer(text))
        return (Match(m, self._groups) for m in self._compiled.finditer(text, span.start, span.end))

    def search(self, text: str, span: Span | None = None) -> Match | None:
        """The first match, or ``None``."""
        return next(self.finditer(text, span), None)

    def match(self, text: str) -> Match | None:
        """The match at the beginning of *text*, or ``None``."""
        found = self._compiled.match(text)
        return None if found is None else Match(found, self._groups)

    def fullmatch(self, text: str) -> Match | None:
        """The match of the whole of *text*, or ``None``."""
        found = self._compiled.fullmatch(text)
        return None if found is None else Match(found, self._groups)


def pattern(name: str, expression: str, *, example: str) -> Pattern:
    """A compiled pattern, registered under *name*; *example* is a text in which it must match.

    >>> year = pattern("doctest-year", r"\\b(19|20)\\d\\d\\b", example="in 2008")
    >>> [m.text() for m in year.finditer("1994 and 2008")]
    ['1994', '2008']
    """
    compiled = re2.compile(expression)
    made = Pattern(name, example, compiled, dict(compiled.groupindex))
    if name in NAMED and NAMED[name]._compiled.pattern != expression:
        raise ValueError(f"two patterns are called {name!r}")
    if not made._compiled.search(example):
        raise ValueError(f"pattern {name!r} does not match its example {example!r}")
    NAMED[name] = made
    return made
