"""The documents that a corpus holds, and which is meant where a text tells a document in part only."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from ingest.register.interval import Calendar, Interval
from ingest.serial import Serial, serial

NEAR: Final = timedelta(days=3)
"""A date in a citation and that of the telegram differ by so much at most: zones, and days of receipt."""

OLDEST: Final = timedelta(days=550)
"""A number without a year that is held only from longer ago is another telegram's."""


@dataclass(frozen=True, slots=True)
class Assumed:
    """A target whose year is assumed, or that a volume names; ``date`` is the one that the words give."""

    target: str
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What one held document brings: its names, its date, and what it cites.

    ``sent`` and dates are ISO 8601; ``dated`` are cited telegrams with the date that the words give.
    """

    id: str
    sent: str | None = None
    aliases: tuple[str, ...] = ()
    assumed: tuple[Assumed, ...] = ()
    dated: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Register:
    """All held documents by their names and numbers, and the calendar of their series.

    >>> held = [Facts("1955CAIRO1450", "1955-12-30"), Facts("1956PARIS7", "1956-07-05", ("frus-v1-d7",))]
    >>> asks = Facts("1956CAIRO1500", "1956-01-10", assumed=(Assumed("1956CAIRO1450"), Assumed("frus-v1-d7")))
    >>> register([*held, asks]).settled(asks)
    {'1956CAIRO1450': '1955CAIRO1450', 'frus-v1-d7': '1956PARIS7'}
    >>> register(held).meant(Assumed("1956OSLO3"), date(1956, 1, 10))
    '1956OSLO3'
    >>> register(held).interval("1956OSLO3", date(1956, 1, 10)).latest
    datetime.date(1956, 1, 10)
    """

    ids: frozenset[str]
    aliases: Mapping[str, str]
    numbers: Mapping[tuple[str, int], tuple[tuple[date, str], ...]]
    calendar: Calendar = field(repr=False)

    def settled(self, facts: Facts) -> dict[str, str]:
        """What a document cites in part, with the documents that are meant where they are others."""
        sent = day_of(facts.sent)
        found: dict[str, str] = {}
        for one in facts.assumed:
            meant = self.meant(one, sent)
            if meant != one.target:
                found.setdefault(one.target, meant)
        return dict(sorted(found.items()))

    def meant(self, assumed: Assumed, sent: date | None) -> str:
        """The document that is meant by a target in a document of a day.

        A held one of that number, of the date that the words give or the last one before; else one of the
        year in which the series had that number.
        """
        if assumed.target in self.aliases:
            return self.aliases[assumed.target]
        told = serial(assumed.target)
        if told is None or sent is None:
            return assumed.target
        held = self._held(told, sent, day_of(assumed.date))
        if held is not None:
            return held
        if assumed.date is not None:
            return assumed.target
        return self._by_calendar(told, sent).id

    def interval(self, target: str, cited: date | None, said: date | None = None) -> Interval | None:
        """The days between which a document was sent that is not held; ``None`` where nothing is known.

        *cited* is the day of the first document that cites it, *said* a date in the words of one.
        """
        told = serial(target)
        if said is not None:
            return Interval(said, said)
        if told is None:
            return None if cited is None else Interval(date.min, cited)
        year = Interval(date(told.year, 1, 1), date(told.year, 12, 31))
        bound = _within(year, Interval(date.min, cited)) if cited is not None else year
        return _within(self._estimated(told, bound.latest) or bound, bound)

    def _estimated(self, told: Serial, latest: date) -> Interval | None:
        cycle = self.calendar.cycle_meant(told.series, told.number, latest)
        return self.calendar.interval(told.series, told.number, cycle)

    def _held(self, told: Serial, sent: date, said: date | None) -> str | None:
        known = self.numbers.get((told.series, told.number), ())
        if said is not None:
            near = [(abs(day - said), name) for day, name in known if abs(day - said) <= NEAR]
            return min(near)[1] if near else None
        place = bisect_right([day for day, _ in known], sent + timedelta(days=1))
        if place and known[place - 1][0] >= sent - OLDEST:
            return known[place - 1][1]
        return None

    def _by_calendar(self, told: Serial, sent: date) -> Serial:
        """The telegram with the year in which its series reached that number."""
        cycle = self.calendar.cycle_meant(told.series, told.number, sent)
        found = self.calendar.interval(told.series, told.number, cycle)
        if found is None:
            return told
        latest = min(found.latest, sent + timedelta(days=1))
        if found.earliest.year == latest.year:
            return Serial(latest.year, told.series, told.number)
        return told


def register(facts: Iterable[Facts]) -> Register:
    """The register of a corpus; the same documents give the same one in any order.

    >>> register([Facts("1956PARIS7", "1956-07-05")]).interval("1956PARIS7", date(1956, 8, 1)).earliest
    datetime.date(1956, 7, 5)
    """
    ids: set[str] = set()
    aliases: dict[str, str] = {}
    numbers: dict[tuple[str, int], set[tuple[date, str]]] = {}
    known: set[tuple[str, int, date]] = set()
    for one in facts:
        ids.add(one.id)
        for alias in one.aliases:
            aliases[alias] = min(one.id, aliases.get(alias, one.id))
        for name, day in ((one.id, one.sent), *one.dated):
            told, when = serial(name), day_of(day)
            if told is not None and when is not None:
                known.add((told.series, told.number, when))
                if name == one.id:
                    numbers.setdefault((told.series, told.number), set()).add((when, one.id))
    ordered = {key: tuple(sorted(days)) for key, days in numbers.items()}
    return Register(frozenset(ids), aliases, ordered, Calendar(tuple(sorted(known))))


def day_of(value: str | None) -> date | None:
    """The day of an ISO 8601 date or time; ``None`` where there is none or only a month or year.

    >>> day_of("2008-04-04T00:45:00Z"), day_of("2008-04")
    (datetime.date(2008, 4, 4), None)
    """
    try:
        return None if value is None else date.fromisoformat(value[:10])
    except ValueError:
        return None


def _within(one: Interval, bound: Interval) -> Interval:
    """The part of an interval inside a bound; the bound where they do not meet."""
    earliest, latest = max(one.earliest, bound.earliest), min(one.latest, bound.latest)
    return Interval(earliest, latest) if earliest <= latest else bound
