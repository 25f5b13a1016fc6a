"""The identifier of a published document: its serial, where it is a telegram, or its place in the volume."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

from ingest.cable import Read
from ingest.document import Span
from ingest.parse.published.head import Heading
from ingest.parse.published.kind import Kind
from ingest.parse.published.offices import DEPARTMENT, Office
from ingest.pattern import pattern
from ingest.serial import Serial
from ingest.tables.rows import rows

APART_UNTIL: Final = "1966-07-01"
"""Until then the Department, and every post, numbered its telegrams to each addressee apart."""

_LEADING: Final = pattern(
    "leading-number",
    r"^(?:(?P<series>[A-Z][A-Za-z]{2,7})\s+|(?P<circular>(?i:Circular)(?:\s+(?i:telegram|airgram))?)\s+(?:No\.?\s+)?"
    r"|(?P<mark>CA|A|G)\s?[-–—]\s?|(?i:No)\.\s*)?(?P<number>\d{1,6})(?:\.|…|\s*$|\s(?P<next>For|From|Eyes|Pass|Re|Ref)\b)",
    example="3073. French Ministry",
)


@dataclass(frozen=True, slots=True)
class Number:
    """A telegram's number and what of its series stands beside it; ``end`` is where its words go on."""

    read: Read[int]
    series: str | None = None
    mark: str | None = None
    circular: bool = False
    end: int = 0


def leading(text: str, span: Span) -> Number | None:
    """The number with which the first paragraph of a telegram begins.

    >>> leading("Secto 900018. For the President.", Span(0, 32))
    Number(read=Read(value=900018, span=Span(start=6, end=12), rule='leading-number'), series='SECTO', ...)
    >>> leading("We met in 1956.", Span(0, 15)) is None
    True
    """
    found = _LEADING.match(span.of(text)[:60])
    at = None if found is None else found.at("number")
    if found is None or at is None:
        return None
    series = found.text("series").upper() or None
    if series is not None and series not in delegations():
        return None
    place = at.moved(span.start)
    read = Read(int(place.of(text)), place, "leading-number")
    word = found.at("next")
    stop = found.span.end if word is None else word.start
    end = span.start + stop + len(span.of(text)[stop:]) - len(span.of(text)[stop:].lstrip(" .\n"))
    return Number(read, series, found["mark"], found["circular"] is not None, end)


def of_head(text: str, head: Heading) -> Number | None:
    """The number that the head gives.

    >>> of_head("Telegram 90", Heading(Span(0, 11), "Telegram", Span(9, 11))).read.value
    90
    """
    if head.number is None:
        return None
    own = head.series.upper() if head.series is not None and head.second is None else None
    return Number(Read(int(head.number.of(text)), head.number, "head"), own, head.mark)


def serial(
    number: Number, kind: Kind, sender: Office | None, to: tuple[Office, ...], sent: str
) -> Serial | None:
    """The serial of a telegram; ``None`` where head and date do not tell in which series its number counts.

    >>> made, kind = Number(Read(90, Span(0, 2), "head")), Kind("Cable", "telegram")
    >>> cairo, state = Office(Span(0, 0), "CAIRO", "CAIRO"), Office(Span(0, 0), "STATE", "STATE")
    >>> [serial(made, kind, state, (cairo,), when).id for when in ("1956-03-01", "1968-03-01")]
    ['1956STATE-CAIRO90', '1968STATE90']
    """
    series = _series(number, kind, sender, to, sent)
    return None if series is None else Serial(int(sent[:4]), series, number.read.value)


def _series(
    number: Number, kind: Kind, sender: Office | None, to: tuple[Office, ...], sent: str
) -> str | None:
    if number.series is not None:
        return number.series
    if sender is None or sender.glued is None:
        return None
    if kind.form == "despatch":
        return f"{sender.glued}-DESPATCH"
    if number.mark is not None or kind.form == "airgram":
        return f"{sender.glued}{number.mark or 'A'}"
    if sent >= APART_UNTIL:
        return sender.glued
    if kind.circular or number.circular:
        return f"{sender.glued}-CIRCULAR"
    return _apart(sender.glued, to)


def _apart(sender: str, to: tuple[Office, ...]) -> str | None:
    """The series of telegrams from one office to another."""
    glued = [one.glued for one in to if one.glued is not None]
    if sender != DEPARTMENT:
        return sender if not glued or DEPARTMENT in glued else f"{sender}-{glued[0]}"
    return f"{sender}-{glued[0]}" if len(to) == len(glued) == 1 else None


@lru_cache(maxsize=1)
def delegations() -> frozenset[str]:
    """The series in which delegations and travelling officials number their telegrams.

    >>> "SECTO" in delegations()
    True
    """
    table = files("ingest") / "tables" / "delegation_series.csv"
    return frozenset(row.need("series") for row in rows(table, ("series",)))
