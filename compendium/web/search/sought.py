"""What a request searches for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from compendium.web.problems import Problem
from queries.search import FIELDS

LIMIT: Final = 20
MOST: Final = 100
DEEPEST: Final = 5000

_KNOWN: Final = frozenset({"q", "limit", "offset", *FIELDS})


@dataclass(frozen=True, slots=True)
class Sought:
    """Words, what narrows them, and which part of what fits is asked for.

    >>> sought(QueryParams("q=end+use&year=2008")).address(offset=20)
    '/search?q=end+use&year=2008&offset=20'
    """

    text: str
    narrowed: tuple[tuple[str, str], ...] = ()
    limit: int = LIMIT
    offset: int = 0

    def values(self, field: str) -> tuple[str, ...]:
        """What a facet is narrowed to.

        >>> Sought("a", (("year", "2008"),)).values("year")
        ('2008',)
        """
        return tuple(value for name, value in self.narrowed if name == field)

    def toggled(self, field: str, value: str) -> "Sought":
        """The same narrowed to one more value of a facet, or no longer to it; from its beginning.

        >>> one = Sought("a", offset=20).toggled("year", "2008")
        >>> one.narrowed, one.offset, one.toggled("year", "2008").narrowed
        ((('year', '2008'),), 0, ())
        """
        pair = (field, value)
        rest = tuple(one for one in self.narrowed if one != pair)
        return replace(self, narrowed=rest if pair in self.narrowed else (*rest, pair), offset=0)

    def address(self, *, offset: int = 0) -> str:
        """Where this is found."""
        return f"/search?{urlencode(list(self._pairs(offset)))}"

    def _pairs(self, offset: int) -> Iterator[tuple[str, object]]:
        yield "q", self.text
        yield from self.narrowed
        if self.limit != LIMIT:
            yield "limit", self.limit
        if offset:
            yield "offset", offset


def sought(given: QueryParams) -> Sought:
    """What the parameters of a request say; Problem with what is wrong.

    >>> sought(QueryParams("q=a&limit=1000"))
    Traceback (most recent call last):
    compendium.web.problems.Problem: limit is a whole number from 1 to 100
    """
    strange = sorted(set(given) - _KNOWN)
    if strange:
        raise Problem(400, f"{strange[0][:50]!r} is none of {', '.join(sorted(_KNOWN))}")
    narrowed = tuple((name, value) for name in FIELDS for value in given.getlist(name) if value)
    return Sought(
        given.get("q", ""),
        narrowed,
        _whole(given.getlist("limit"), "limit", LIMIT, 1, MOST),
        _whole(given.getlist("offset"), "offset", 0, 0, DEEPEST),
    )


def _whole(given: Sequence[str], name: str, otherwise: int, least: int, most: int) -> int:
    if not given:
        return otherwise
    text = given[-1]
    if text.isascii() and text.isdigit() and len(text) < 9 and least <= int(text) <= most:
        return int(text)
    raise Problem(400, f"{name} is a whole number from {least} to {most}", cap=name)
