"""When and where, behind a decision: "at Seoul in 2004", "in November 1953", "six years ago", "last June"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ingest.annotate.language.gatherings import YEAR, Gatherings
from ingest.annotate.language.vocabulary import is_kind
from ingest.annotate.language.word import Word

Named = Mapping[int, tuple[str, int]]

PREPOSITIONS: Final = frozenset(("in", "at", "during", "by", "from", "of", "since", "on", "with"))
_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
MONTHS: Final = frozenset(_MONTHS)
_TIMES: Final = (MONTHS - {"may"}) | {word + "'s" for word in _MONTHS} | {"ago", "last", "earlier"}
_NUMBERS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNTS: Final = {"a": 1} | {word: at for at, word in enumerate(_NUMBERS, 1)}


@dataclass(frozen=True, slots=True)
class Today:
    """The year and month in which a document speaks; nothing where it is not dated.

    >>> Today(2010, 3).last("november"), Today(2010, 3).last("march"), Today().last("may")
    (2009, 2010, None)
    >>> Today(2010, 3).ago(6)
    2004
    """

    year: int | None = None
    month: int = 12

    def last(self, month: str) -> int | None:
        """The year of the last month of that name."""
        if self.year is None:
            return None
        return self.year - (_MONTHS.index(month) + 1 > self.month)

    def ago(self, years: int) -> int | None:
        """The year so many years ago."""
        return None if self.year is None else self.year - years


UNDATED: Final = Today()


def today(day: str | None) -> Today:
    """The year and month of an ISO date.

    >>> today("2010-03-16T22:41:00Z"), today(None)
    (Today(year=2010, month=3), Today(year=None, month=12))
    """
    return Today() if day is None else Today(int(day[:4]), int(day[5:7] or 12))


@dataclass(frozen=True, slots=True)
class When:
    """The words up to ``end`` that say it, the year, and the words of a meeting or place."""

    end: int
    year: int | None = None
    meeting: tuple[int, int] | None = None


def when(found: Sequence[Word], at: int, known: Gatherings, named: Named, now: Today) -> When | None:
    """When and where, said from that word on; ``None`` where neither is.

    >>> from ingest.annotate.language.gatherings import gatherings
    >>> from ingest.annotate.language.word import words
    >>> from ingest.tables import knowledge
    >>> known = gatherings(knowledge())
    >>> when(words("in November 1953 to act"), 0, known, {}, Today())
    When(end=3, year=1953, meeting=None)
    >>> when(words("six years ago in Madrid"), 0, known, {}, Today(2011, 3))
    When(end=5, year=2005, meeting=(4, 5))
    >>> when(words("by the experts"), 0, known, {}, Today()) is None
    True
    """
    end, year, meeting = at, None, None
    country = False
    while end < len(found):
        place = _place(found, end, known, named) if meeting is None else None
        time = None if place is not None else _time(found, end, now)
        if place is None and time is None:
            break
        if place is not None:
            end, meeting, country = place[1], place, place[0] in named
        elif time is not None:
            end, year = time[0], time[1] if year is None else year
    if end == at or (country and year is None):
        return None  # "agreed in Australia": anything may be
    return When(end, year, meeting)


def _place(found: Sequence[Word], at: int, known: Gatherings, named: Named) -> tuple[int, int] | None:
    """The words of a meeting, or of the country that it was held in, behind a preposition."""
    if found[at].low not in PREPOSITIONS or at + 1 >= len(found) or year_alone(found, at + 1):
        return None
    end = known.end(found, at + 1)
    if end is not None and _tells(found, at + 1, end, known):
        return at + 1, end
    if found[at].low in ("in", "at") and at + 1 in named:
        return at + 1, named[at + 1][1]
    return None


def may_be_dated(lows: frozenset[str], known: Gatherings) -> bool:
    """Whether a sentence of those words may say when or where something was decided.

    >>> from ingest.annotate.language.gatherings import gatherings
    >>> from ingest.annotate.language.word import words
    >>> from ingest.tables import knowledge
    >>> texts = ("It was so six years ago.", "It was so in 2004.", "It is so.")
    >>> [may_be_dated(words(one).lows, gatherings(knowledge())) for one in texts]
    [True, True, False]
    """
    return not lows.isdisjoint(_TIMES) or known.may_be_named(lows)


def year_alone(found: Sequence[Word], at: int) -> bool:
    """Whether a year stands there by itself, with another noun behind it ("In 2007 the Plenary agreed").

    >>> from ingest.annotate.language.word import words
    >>> year_alone(words("In 2007 the Plenary"), 1), year_alone(words("the 2007 Plenary"), 1)
    (True, False)
    """
    dated = YEAR.fullmatch(found[at].low) is not None
    return dated and at + 1 < len(found) and is_kind(found[at + 1].low, "determiner")


def _tells(found: Sequence[Word], start: int, end: int, known: Gatherings) -> bool:
    """Whether the words name more than a meeting of any kind ("at the meeting")."""
    return any(known.series_at(found, at) or known.place(found, at) for at in range(start, end))


def _time(found: Sequence[Word], at: int, now: Today) -> tuple[int, int | None] | None:
    at += found[at].low in ("in", "during", "since", "of", "from", "on", ",") and at + 1 < len(found)
    lows = [one.low.removesuffix("'s") for one in found[at : at + 4]]
    if not lows:
        return None
    if lows[:2] == ["by", "decision"] and lows[3:] and YEAR.fullmatch(lows[3]):
        return at + 4, int(lows[3].replace("o", "0"))
    if lows[0] in MONTHS:
        return _in_month(lows, at, now)
    if YEAR.fullmatch(lows[0]):
        return at + 1, int(lows[0].replace("o", "0"))
    if lows[0] in ("early", "late", "mid") and len(lows) > 1 and YEAR.fullmatch(lows[1]):
        return at + 2, int(lows[1].replace("o", "0"))
    return _relative(lows, at, now)


def _in_month(lows: Sequence[str], at: int, now: Today) -> tuple[int, int | None] | None:
    """The year of "November 1953", "April 17, 2008" or "April"; the word "may" alone is no month."""
    rest = [low for low in lows[1:] if low != ","]
    day = bool(rest) and rest[0].isdigit() and len(rest[0]) < 3
    rest = rest[1:] if day else rest
    size = 1 + day
    if rest and YEAR.fullmatch(rest[0]):
        return at + size + (lows[size : size + 1] == [","]) + 1, int(rest[0].replace("o", "0"))
    return None if lows[0] == "may" and not day else (at + size, now.last(lows[0]))


def _relative(lows: Sequence[str], at: int, now: Today) -> tuple[int, int | None] | None:
    if lows[0] in ("last", "this") and len(lows) > 1 and (lows[0] == "last" or lows[1] in MONTHS):
        if lows[1] in MONTHS:
            return at + 2, now.last(lows[1])
        if lows[1] == "year":
            return at + 2, now.ago(int(lows[0] == "last"))
        return None
    if lows[:3] == ["earlier", "this", "year"]:
        return at + 3, now.year
    if len(lows) > 2 and lows[2] == "ago" and lows[1] in ("year", "years"):
        count = _COUNTS.get(lows[0], int(lows[0]) if lows[0].isdigit() else None)
        return None if count is None else (at + 3, now.ago(count))
    return None


def leads(found: Sequence[Word], known: Gatherings, named: Named, now: Today) -> When | None:
    """When and where, said at the head of a sentence: "Three years ago the Plenary adopted ...".

    >>> from ingest.annotate.language.gatherings import gatherings
    >>> from ingest.annotate.language.word import words
    >>> from ingest.tables import knowledge
    >>> leads(words("In 2004 the Regime met."), gatherings(knowledge()), {}, Today())
    When(end=2, year=2004, meeting=None)
    """
    if not found or (is_kind(found[0].low, "determiner") and found[0].low != "a"):
        return None
    told = when(found, 0, known, named, now)
    if told is None or found[0].low in PREPOSITIONS or told.meeting is not None:
        return told
    # "1979 budget was voted" says of what year the budget is
    begins = told.end < len(found) and is_kind(found[told.end].low, "determiner")
    return told if begins or found[min(told.end, len(found) - 1)].low in (",", "it") else None
