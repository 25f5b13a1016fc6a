"""Identifiers of telegrams: year, series, serial number."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ingest.pattern import pattern

IDENTIFIER: Final = pattern(
    "cable-identifier",
    r"^(?P<year>\d{4})(?P<series>[A-Z][A-Z0-9]*?(?:-[A-Z][A-Z0-9]*?)?)(?P<number>\d+)$",
    example="2008STATE34976",
)

_SAME_DAYS: Final = 1000
"""So many numbers a post may give out in the days in which a telegram is written."""


@dataclass(frozen=True, slots=True, order=True)
class Serial:
    """A telegram's place in a series of numbers that one office counts through a year.

    ``series`` is the post ("STATE", "ABUDHABI"), with an A for its airgrams ("USUNA"). Where an office
    numbered its telegrams to each addressee apart, as the Department did before 1973, the addressee follows
    ("STATE-CAIRO"); "SECTO" and the like are series of their own. Despatches, which went by post, have a
    series beside that of the telegrams ("LIMA-DESPATCH"), circular airgrams one with CA ("STATECA").

    >>> Serial(1956, "STATE-CAIRO", 2815).id
    '1956STATE-CAIRO2815'
    """

    year: int
    series: str
    number: int

    @property
    def id(self) -> str:
        """The identifier of the telegram."""
        return f"{self.year}{self.series}{self.number}"


@lru_cache(maxsize=65536)
def serial(identifier: str) -> Serial | None:
    """The serial that an identifier is made of; ``None`` for documents of other kinds.

    >>> serial("2008STATE34976"), serial("email-2008-02-21-durham-conway")
    (Serial(year=2008, series='STATE', number=34976), None)
    >>> serial("1956STATE-CAIRO2815").series
    'STATE-CAIRO'
    """
    found = IDENTIFIER.match(identifier)
    if found is None:
        return None
    return Serial(int(found.text("year")), found.text("series"), int(found.text("number")))


def sooner(target: str | None, own: str | None) -> str | None:
    """*target* in the year before, where the post that sent *own* cannot have come to its number yet.

    Numbers a little above that of the citing telegram may be of the same day.

    >>> sooner("1976STATE259540", "1976STATE17055"), sooner("1976STATE17100", "1976STATE17055")
    ('1975STATE259540', None)
    """
    cited, citing = serial(target or ""), serial(own or "")
    if cited is None or citing is None or (cited.year, cited.series) != (citing.year, citing.series):
        return None
    if cited.number <= citing.number + citing.number // 4 + _SAME_DAYS:
        return None
    return Serial(cited.year - 1, cited.series, cited.number).id
