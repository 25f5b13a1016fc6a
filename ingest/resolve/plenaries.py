"""Which plenary of a regime's list the words of a mention mean, or why that is open."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from ingest.knowledge import Plenary, Profile
from ingest.mention import MeetingMention

_FAR: Final = 10
_AHEAD: Final = 2
"""In how many years a plenary may be whose place is already spoken of."""
_CLOSE: Final = 400
_DAYS: Final = 14
"""How far the week around a plenary may reach beyond the days of the list."""


@dataclass(frozen=True, slots=True)
class Meant:
    """The plenary that is meant; or none of the list, and then why, unless it is one that the list lacks.

    Both, where the words name a plenary and contradict what the list says of it.
    """

    plenary: Plenary | None = None
    why: str | None = None


def which_plenary(
    mention: MeetingMention, profile: Profile, *, sent: str | None, year_stated: bool, named: Sequence[str]
) -> Meant:
    """The plenary that a mention means in a document of the date *sent* that names those of the ids *named*.

    A year that comes from the document's date alone (not *year_stated*) yields to the nearest plenary.

    >>> from ingest.document import Span
    >>> from ingest.tables import knowledge
    >>> mtcr = next(one for one in knowledge().profiles if one.id == "mtcr")
    >>> said = [MeetingMention(Span(0, 0), "series-attributes", year=year) for year in (2003, 2010)]
    >>> made = [which_plenary(one, mtcr, sent="2008-04-04", year_stated=True, named=()) for one in said]
    >>> [one.plenary and one.plenary.place for one in made], made[1].why
    (['Buenos Aires', None], 'Missile Technology Control Regime had no plenary in 2010')
    """
    known = [one for one in profile.plenaries if one.year is not None]
    fits = [one for one in known if _fits(one, mention, year=mention.year if year_stated else None)]
    if mention.rule in ("series-next", "series-last", "series-current"):
        return _by_date(known, mention, sent)
    if year_stated and mention.year is not None:
        return _in_year(known, fits, mention, profile)
    if mention.year is not None:
        return _nearest(known, fits, mention, sent)
    if mention.ordinal is not None:
        return (
            Meant(fits[0])
            if len(fits) == 1
            else Meant(why=f"the list has no plenary number {mention.ordinal}")
        )
    if not fits and sent is not None and mention.place is not None and _has_gap(known, int(sent[:4])):
        return Meant()
    return _at_place(fits, mention, sent, named)


def _has_gap(known: Sequence[Plenary], year: int) -> bool:
    """Whether the list may lack the plenary of a year or of the next, so that another place is possible."""
    held = {one.year for one in known}
    return any(one not in held and not _skipped(known, one) for one in (year, year + 1))


def _fits(one: Plenary, mention: MeetingMention, *, year: int | None) -> bool:
    return (
        (year is None or one.year == year)
        and (mention.ordinal is None or one.ordinal == mention.ordinal)
        and (mention.place is None or _same_place(one.place, mention.place))
        and (mention.country is None or mention.place is not None or one.country == mention.country)
        and (mention.host is None or one.country in (None, mention.host))
    )


def _same_place(one: str | None, other: str) -> bool:
    """Whether two names are of one city: "Washington" is "Washington DC"."""
    if one is None:
        return False
    left, right = one.casefold(), other.casefold()
    return left == right or left.startswith(right + " ") or right.startswith(left + " ")


def _in_year(
    known: Sequence[Plenary], fits: Sequence[Plenary], mention: MeetingMention, profile: Profile
) -> Meant:
    if len(fits) > 1 and mention.start is not None:
        fits = [one for one in fits if one.start is not None and one.start[:7] == mention.start[:7]] or fits
    if len(fits) == 1:
        return _unless_other_days(fits[0], mention)
    if len(fits) > 1:
        places = " and ".join(str(one.place or "a place unknown") for one in fits)
        return Meant(why=f"{profile.label} had several plenaries in {mention.year}: {places}")
    of_year = [one for one in known if one.year == mention.year]
    if any(one.place is not None for one in of_year):
        held = ", ".join(f"{one.place} (number {one.ordinal})" for one in of_year)
        return Meant(why=f"the plenary of {mention.year} that the list has is another one: {held}")
    if _skipped(known, mention.year):
        return Meant(why=f"{profile.label} had no plenary in {mention.year}")
    return Meant(of_year[0]) if of_year else Meant()


def _unless_other_days(one: Plenary, mention: MeetingMention) -> Meant:
    """A plenary, and why the days that the words give are not its own; its year alone is then too little."""
    if not _other_days(one, mention):
        return Meant(one)
    why = f"the list has the plenary of {one.year} ({one.place}) in {(one.start or '')[:7]}"
    sure = mention.place is not None or mention.ordinal is not None
    return Meant(one if sure else None, why)


def _other_days(one: Plenary, mention: MeetingMention) -> bool:
    """Whether the days or months that the words give lie far from those of the list."""
    if one.start is None or mention.start is None:
        return False
    first, last = mention.start, mention.end or mention.start
    ended = one.end or one.start
    if len(first) < 10:
        length = len(first)
        return last < one.start[:length] or ended[:length] < first
    apart = (date.fromisoformat(first) - date.fromisoformat(ended)).days
    return max(apart, (date.fromisoformat(one.start) - date.fromisoformat(last)).days) > _DAYS


def _skipped(known: Sequence[Plenary], year: int | None) -> bool:
    """Whether the numbers of the plenaries before and after a year leave no room for one in it."""
    numbers = {one.ordinal: one.year for one in known if one.ordinal is not None and one.year is not None}
    return year is not None and any(n + 1 in numbers and numbers[n] < year < numbers[n + 1] for n in numbers)


def _by_date(known: Sequence[Plenary], mention: MeetingMention, sent: str | None) -> Meant:
    """The next, last or present plenary as seen on the day of the document."""
    if sent is None:
        return Meant(why="the document has no date")
    dated = sorted((one for one in known if _fits(one, mention, year=None)), key=_when)
    before = [one for one in dated if _when(one) < sent[:10]]
    after = [one for one in dated if _when(one) >= sent[:10]]
    if mention.rule == "series-current":
        return _nearest(known, dated, mention, sent)
    found = after[:1] if mention.rule == "series-next" else before[-1:]
    if not found:
        return Meant(why="the list has no such plenary on that side of the document's date")
    if not known or abs(int(_when(found[0])[:4]) - int(sent[:4])) > 2:
        return Meant(why="the list has no plenary near the document's date")
    return Meant(found[0])


def _nearest(
    known: Sequence[Plenary], fits: Sequence[Plenary], mention: MeetingMention, sent: str | None
) -> Meant:
    """Of plenaries that fit, those of the days or the month that the mention gives, and of these the nearest.

    Two about as near leave it open: in April "the November Plenary" may be the last or the next.
    """
    day = sent or mention.start
    if day is None:
        return Meant(why="neither the words nor the document have a date")
    best = max((_same_days(one, mention) for one in fits), default=0)
    ranked = sorted((one for one in fits if _same_days(one, mention) == best), key=_distance(day))
    near = [_distance(day)(one) for one in ranked[:2]]
    if not near or near[0] > _CLOSE or (mention.start is not None and best == 0 and mention.place is None):
        unknown = mention.start is not None and mention.place is not None
        listed = any(one.year == mention.year and one.place is not None for one in known)
        return Meant() if unknown and not listed else Meant(why="the list has no such plenary near that date")
    if len(near) == 2 and near[1] < 2 * near[0] and near[1] <= _CLOSE:
        return Meant(why=f"it may be that of {ranked[0].year} or that of {ranked[1].year}")
    return _unless_other_days(ranked[0], mention) if best == 0 else Meant(ranked[0])


def _same_days(one: Plenary, mention: MeetingMention) -> int:
    """How many of first day, last day and month a plenary shares with a mention, whatever the year."""
    ours, theirs = (mention.start or "", mention.end or ""), (one.start or "", one.end or "")
    days = sum(len(mine) == 10 and mine[5:] == other[5:] for mine, other in zip(ours, theirs, strict=True))
    first, last = ours[0][5:7], ours[1][5:7] if len(ours[1]) == len("2008-11") else ours[0][5:7]
    return days + (len(ours[0]) >= 7 and first <= theirs[0][5:7] <= last)


def _at_place(
    fits: Sequence[Plenary], mention: MeetingMention, sent: str | None, named: Sequence[str]
) -> Meant:
    """A plenary by its place: one that the document names as such, else the nearest.

    What was decided at a place was decided at the last plenary there, if that was not long ago.
    """
    spoken = [one for one in fits if one.id in named]
    if len(spoken) == 1:
        return Meant(spoken[0])
    place = mention.place or mention.country or mention.host
    if not fits or sent is None:
        return Meant(why=f"the list has no plenary at {place}" if sent else "the document has no date")
    known = [one for one in fits if _when(one) <= sent[:10] or _years(one, sent) <= _AHEAD]
    if not known:
        return Meant(why=f"the plenary at {place} was not yet planned")
    ranked = sorted(known, key=_distance(sent))
    before = [one for one in ranked if _when(one) <= sent[:10]]
    if mention.rule == "decision-place" and before and _years(before[0], sent) <= _FAR:
        return Meant(before[0])
    if mention.rule == "series-attributes" and len(before) == len(known) == 1:
        return Meant(before[0])  # "the Oslo Plenary", and there has been one alone
    if _years(ranked[0], sent) > _FAR:
        return Meant(why=f"the plenary at {place} was more than {_FAR} years away")
    return Meant(ranked[0])


def _years(one: Plenary, sent: str) -> int:
    return abs((one.year or 0) - int(sent[:4]))


def _when(one: Plenary) -> str:
    """The day on which a plenary began, late in its year where that is unknown: most are in autumn."""
    return one.start or one.end or f"{one.year}-10-15"


def _distance(day: str) -> Callable[[Plenary], int]:
    full = day if len(day) >= 10 else f"{day}-15"[:10] if len(day) == 7 else f"{day}-07-01"
    here = date.fromisoformat(full[:10])
    return lambda one: abs((date.fromisoformat(_when(one)) - here).days)
