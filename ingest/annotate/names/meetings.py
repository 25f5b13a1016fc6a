"""Meetings: by the name of their series with year, place, dates or number, or by the place of a decision."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from typing import Final

from ingest.annotate.names.around import Scan, is_plural, loose
from ingest.annotate.names.chairs import with_chairs
from ingest.annotate.names.dates import DateRead
from ingest.annotate.names.hosts import inviting
from ingest.annotate.names.margins import in_margins
from ingest.annotate.names.pieces import Piece, Row, may_name_meetings, pieces
from ingest.annotate.names.regime import document_regime
from ingest.annotate.names.scan import scan, scan_after
from ingest.annotate.names.stretches import with_subject
from ingest.annotate.names.words import word_lists
from ingest.cable import Cable
from ingest.document import Span
from ingest.knowledge import Knowledge, Profile, Series
from ingest.mention import MeetingMention

_NEAR: Final = 4
_REACH: Final = 8
_FAR: Final = 16


def annotate_meetings(cable: Cable, knowledge: Knowledge) -> Iterator[MeetingMention]:
    r"""The meetings that the subject line and the passages name, as far as the words tell.

    Series in general ("monthly meetings", "plenary documents") are left out. The rule tells how the words
    single a meeting out: "series-attributes", "series-next", "series-last", "series-current",
    "members-met", "decision-place" and "series-definite", where only what stands elsewhere can tell.

    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "STATE 900001\nSUBJECT: MTCR\n1. We met at the 2003 Buenos Aires Plenary."
    >>> cable = parse(Document(text, "a.txt", ""), knowledge())
    >>> [(one.series, one.year, one.place) for one in annotate_meetings(cable, knowledge())]
    [('Plenary', 2003, 'Buenos Aires')]
    """
    regime = document_regime(cable, knowledge)
    held = set() if regime is None else {(one.place, one.year) for one in regime.plenaries}
    places = {place for place, _ in held}
    for stretch in with_subject(cable):
        if not may_name_meetings(cable, stretch, knowledge, places):
            continue
        row = pieces(cable, stretch, knowledge)
        found = list(_in_row(row, regime, held))
        found = found if regime is None else list(in_margins(cable, found, regime.main))
        yield from with_chairs(row, found)


def _in_row(
    row: Row, regime: Profile | None, held: Set[tuple[str | None, int | None]]
) -> Iterator[MeetingMention]:
    taken: list[Span] = []
    for index in row.of_kind("series"):
        # "Point of Contact (POC) meeting" names its series twice
        if not ("(" in row[index].gap and _inside(row[index], taken)):
            for mention in _by_series(row, index, regime):
                taken.append(mention.span)
                yield mention
    yield from _by_members(row, taken)
    yield from _by_owner(row, taken, None if regime is None else regime.id)
    if regime is not None:
        yield from _by_place(row, taken, held, regime.main)


def _inside(piece: Piece, taken: Sequence[Span]) -> bool:
    return any(span.start < piece.span.end and piece.span.start < span.end for span in taken)


def _by_series(row: Sequence[Piece], index: int, regime: Profile | None) -> Iterator[MeetingMention]:
    found = scan(row, index)
    _regime_before(found)
    series = _series(row[index], found.regime or (None if regime is None else regime.id))
    if series is None or not series.is_meeting:
        return
    plural = is_plural(row, index) and "together" not in found.flags
    rule = _rule(found, row, index)
    if rule is None or (plural and (rule != "series-attributes" or "generic" in found.flags)):
        return
    whole = _mention(found, row, series, rule)
    if plural:
        yield from _each(found, whole)
    elif whole is not None:
        yield whole


def _series(piece: Piece, regime: str | None) -> Series | None:
    """The series that a name means: that of the regime, or of any where none is known.

    ``None`` where the regime has none of that name: other bodies have groups of experts too.
    """
    own = [series for owner, series in piece.series if owner == regime]
    if own or regime is None:
        return own[0] if own else piece.series[0][1]
    return None


def _rule(found: Scan, row: Sequence[Piece], index: int) -> str | None:
    """How the words single out a meeting; ``None`` where they name a series in general."""
    if _is_doubtful(row[index]) and not _meets(found, index):
        return None
    if _is_first_of_some(found):
        return None
    if "week" in found.flags and any(one.span > row[index].span for one in found.dates):
        return "series-week"
    if found.dates or found.ordinals or found.host or found.participants:
        return "series-attributes"
    for way in ("next", "last", "current"):
        sure = {"definite", "telegraphic"} & found.flags
        if way in found.flags and sure and not _modifies(row, index, found):
            return f"series-{way}"
    if found.places or found.country:
        return None if "generic" in found.flags else "series-attributes"
    if "definite" in found.flags and not {"generic", "a"} & found.flags and not _modifies(row, index, found):
        return "series-definite"
    return None


def _is_first_of_some(found: Scan) -> bool:
    """Whether "the first Plenary since the meeting in Oslo" is written, which is not the first of all."""
    after = found.right + 1
    if [one.ordinal for one in found.ordinals] != [1] or found.dates or after >= len(found.row):
        return False
    return found.row[after].word in word_lists("meetings")["first-of-some"] and loose(found.row[after].gap)


def _is_doubtful(piece: Piece) -> bool:
    return any(piece.word == one.casefold() for _, series in piece.series for one in series.doubtful)


def _meets(found: Scan, index: int) -> bool:
    """Whether a short name that may be a person's office is dated before it, or does what meetings do."""
    row = found.row
    verb = index + 1 < len(row) and row[index + 1].word in word_lists("meetings")["aside-ends"]
    dated = any(one.span < row[index].span for one in (*found.dates, *found.ordinals))
    led = (
        index > 1
        and row[index - 1].word == "the"
        and row[index - 2].word in word_lists("meetings")["held-at"]
    )
    dated = dated or (led and bool(found.dates))
    return dated or "together" in found.flags or (verb and bool(found.dates))


def _modifies(row: Sequence[Piece], index: int, found: Scan) -> bool:
    """Whether the name only qualifies what follows: "the Plenary agenda", "the Plenary IE meeting"."""
    at = max(index, found.right) + 1
    if at + 1 < len(row) and row[at].word in ("and", "or") and row[at + 1].kind == "series":
        at += 2
    if at >= len(row) or set(row[at].gap) - {"-"}:
        return False
    return row[at].kind == "series" or row[at].word in word_lists("meetings")["modified"]


def _mention(found: Scan, row: Sequence[Piece], series: Series | None, rule: str) -> MeetingMention:
    days = [one.date for one in found.dates if one.date is not None]
    exact = sorted(days, key=lambda one: (one.precision != "day", one.precision != "month"))
    years = sorted((not one.year_stated, one.start[:4]) for one in exact)
    year = years[0][1] if years else None
    if years and years[0][0] and _is_over(found, exact[0]):
        year = str(int(years[0][1]) - 1)
    finest = exact[0] if exact and exact[0].precision != "year" else None
    opening = finest is not None and "opening" in found.flags and finest.start == finest.end
    return MeetingMention(
        span=found.span,
        rule=rule,
        regime=found.regime,
        series=None if series is None else series.id,
        year=None if year is None else int(year),
        ordinal=found.ordinals[0].ordinal if found.ordinals else None,
        place=found.places[0].place if found.places else None,
        country=found.country,
        host=found.host,
        start=None if finest is None or year is None else year + finest.start[4:],
        end=None if finest is None or year is None or opening else _later(finest, year),
        participants=found.participants,
        intersessional="intersessional" in found.flags,
        host_open="venue" in found.flags and _is_open(row, found),
    )


def _is_over(found: Scan, date: DateRead) -> bool:
    """Whether a month to come is told of as past: "had been discussed in May", written in December."""
    row = found.row
    if not isinstance(row, Row) or row.sent is None or date.start <= row.sent[: len(date.start)]:
        return False
    start = found.left
    while start > max(0, found.left - _REACH) and not {".", ";"} & set(row[start].gap):
        start -= 1
    said, words = {one.word for one in row[start : found.left]}, word_lists("meetings")
    return bool(said & words["past"]) and not said & words["to-come"]


def _later(date: DateRead, year: str) -> str:
    """The end of a date whose beginning is put into *year*."""
    return str(int(year) + int(date.end[:4]) - int(date.start[:4])) + date.end[4:]


def _is_open(row: Sequence[Piece], found: Scan) -> bool:
    """Whether the words before say that host or venue are still to be found."""
    cues = word_lists("meetings")["open-cue"]
    nearby = range(max(0, found.left - 12), found.right + 1)
    return any(row[index].word in cues for index in nearby)


def _each(found: Scan, whole: MeetingMention) -> Iterator[MeetingMention]:
    """One mention for each year or place of "the 2002 and 2003 Plenaries", "plenaries in Oslo and Bonn"."""
    years = _years(found)
    places = [one.place for one in sorted(found.places, key=lambda one: one.span)]
    if len(years) == len(places) > 1:
        for year, place in zip(years, places, strict=True):
            yield replace(whole, year=year, place=place, start=None, end=None)
    elif len(found.regimes) > 1 and len(years) == 1:
        yield from (replace(whole, regime=regime) for regime in found.regimes)
    elif len(years) > 1 and len(years) == len(found.dates):
        days = [one.date for one in sorted(found.dates, key=lambda one: one.span) if one.date is not None]
        for year, day in zip(years, days, strict=True):
            start, end = (None, None) if day.precision == "year" else (day.start, day.end)
            yield replace(whole, year=year, start=start, end=end, place=None)
    elif len(years) > 1:
        yield from (replace(whole, year=year, start=None, end=None, place=None) for year in years)
    elif len(places) > 1:
        yield from (replace(whole, place=place) for place in places)


def _years(found: Scan) -> list[int]:
    """The years of several meetings, those between two that a dash joins included: "2004-2006"."""
    row = found.row
    at = [index for index in range(found.left, found.right + 1) if row[index] in found.dates]
    years = [int(date.start[:4]) for index in at if (date := row[index].date) is not None]
    if len(years) == 2:
        between = [one.word for one in row[at[0] + 1 : at[1]]]
        if row[at[1]].gap in ("-", "–", "—", "--") or between in (["to"], ["through"], ["thru"]):
            return list(range(years[0], years[1] + 1))
    return years


def _regime_before(found: Scan) -> None:
    """Take the regime of "the Wassenaar Arrangement at its 2003 Plenary"."""
    row, at = found.row, found.left - 1
    if found.regime is not None or at < 2 or row[at].word not in ("its", "their"):
        return
    near = [one for one in row[max(0, at - _NEAR) : at] if one.kind == "regime"]
    if near:
        found.regime = near[-1].regime


def _by_members(row: Row, taken: list[Span]) -> Iterator[MeetingMention]:
    """Meetings of the members, with place and days: "The members of the MTCR met in Oslo on June 29"."""
    words = word_lists("meetings")
    for index in row.saying(words["meet"]):
        if _inside(row[index], taken):
            continue
        before = row[max(0, index - _NEAR) : index]
        beside = before[-1:] and before[-1].word in words["gathering"] and not row[index].gap
        owner = next((one.regime for one in reversed(before) if one.kind == "regime"), None)
        if owner is None and not beside and not any(one.word in words["group"] for one in before):
            continue
        found = scan_after(row, index)
        alone = beside and found.left == index and row[index].word in words["convened"]
        if (found.places or alone) and any(one.date and one.date.precision == "day" for one in found.dates):
            found.regime = found.regime or owner
            mention = _mention(found, row, None, "members-met")
            taken.append(mention.span)
            yield mention


def _by_owner(row: Row, taken: list[Span], regime: str | None) -> Iterator[MeetingMention]:
    """Meetings by those whose they are: "at their 2007 meeting in Cape Town", "at its March session"."""
    words = word_lists("meetings")
    for index in row.saying(words["sitting"]):
        if _inside(row[index], taken):
            continue
        found = scan(row, index)
        _past_season(found)
        owned = found.left > 0 and row[found.left - 1].word in ("its", "their")
        if not owned or not found.dates:
            continue
        before = row[max(0, found.left - _FAR) : found.left]
        near = next((_series(one, regime) for one in reversed(before) if one.series), None)
        owner = next((one.regime for one in reversed(before) if one.kind == "regime"), None)
        if near is not None and row[found.left - 1].word == "its":
            found.regime = found.regime or owner
            yield _mention(found, row, near, "series-attributes")
        elif found.places:
            found.regime = found.regime or owner
            yield _mention(found, row, None, "members-met")


def _past_season(found: Scan) -> None:
    """Take the word that tells which of a year's meetings it is: "its spring session"."""
    if found.left > 1 and found.row[found.left - 1].word in word_lists("meetings")["season"]:
        found.left -= 1


def _by_place(
    row: Row, taken: Sequence[Span], held: Set[tuple[str | None, int | None]], main: str
) -> Iterator[MeetingMention]:
    """Plenaries that are named by their place alone: "agreed in Athens", "the Buenos Aires decision"."""
    places = {place for place, _ in held}
    for index in row.of_kind("place"):
        piece = row[index]
        if piece.place not in places or _inside(piece, taken):
            continue
        first, last = _with_year(row, index)
        year = next((row[at].date for at in range(first, last + 1) if row[at].date is not None), None)
        led_to = _is_in(row, first) or _joined(row, first)
        spoken = led_to and _spoken_of(row, first, last)
        known = led_to and year is not None and (piece.place, int(year.start[:4])) in held
        met = _meeting_at(row, first, index)
        dated = met and year is not None and (piece.place, int(year.start[:4])) in held
        decided = known or _decided_there(row, first) or _decision_of(row, index)
        if not (decided or met or spoken):
            continue
        yield MeetingMention(
            span=Span(row[first].span.start, row[last].span.end),
            rule="decision-place" if dated or (decided and not met) else "place-meeting",
            series=main,
            year=None if year is None else int(year.start[:4]),
            place=piece.place,
            host=inviting(row, first - 1),
        )


def _spoken_of(row: Sequence[Piece], first: int, last: int) -> bool:
    """Whether "in Athens" may mean the meeting there, and not what stands or is said in the town."""
    words = word_lists("meetings")
    before = {one.word for one in row[max(0, first - 1 - _NEAR) : first - 1]}
    after = row[last + 1] if last + 1 < len(row) else None
    named = after is not None and after.gap == "" and after.kind in ("series", "word") and bool(after.written)
    return row[first].gap == "" and not named and not before & words["of-town"]


def _meeting_at(row: Sequence[Piece], first: int, index: int) -> bool:
    """Whether "the Athens meeting" is written, which is a plenary if the document names one there."""
    follows = row[index + 1] if index + 1 < len(row) else None
    at = first - 2 if first > 1 and row[first - 1].word in word_lists("meetings")["which"] else first - 1
    definite = at >= 0 and row[at].word == "the" and loose(row[first].gap)
    return definite and follows is not None and follows.gap == "" and follows.word in ("meeting", "session")


def _with_year(row: Sequence[Piece], index: int) -> tuple[int, int]:
    """The pieces from a year before a place to one after it: "the 2003 Athens", "Athens in 2003"."""
    first = last = index
    if index and row[index - 1].kind == "date" and row[index].gap == "":
        first = index - 1
    skipped = _meeting_at(row, first, index)
    following = row[index + 1 + skipped : index + 3 + skipped]
    if following and following[0].kind == "date" and following[0].gap in ("", ",", "("):
        last = index + 1 + skipped
    elif len(following) == 2 and following[0].word in ("in", "of") and following[1].kind == "date":
        last = index + 2 + skipped
    elif first == index > 2 and row[index - 1].word == "in" and row[index - 2].kind == "date":
        year = row[index - 2].date
        first = index - 2 if year is not None and year.precision == "year" else index  # "in 2005 in Sydney"
    return first, last


def _decided_there(row: Sequence[Piece], first: int) -> bool:
    """Whether "at" or "since" stands before a place, or "in" shortly after a word of deciding."""
    if first > 0 and row[first - 1].word in word_lists("meetings")["until"] and row[first].gap == "":
        return _spoken_of(row, first, first)
    if not _is_in(row, first):
        return False
    before = [one.word for one in row[max(0, first - 1 - _NEAR) : first - 1]]
    acts = word_lists("meetings")["decision-act"]
    near = [word for word in before[-3:] if word in acts]
    return bool(near) or (row[first - 1].word != "in" and row[first].gap == "")


def _is_in(row: Sequence[Piece], first: int) -> bool:
    return first > 0 and loose(row[first].gap) and row[first - 1].word in ("in", "at", "since")


def _joined(row: Sequence[Piece], first: int) -> bool:
    """Whether a place is one more after another: "at Warsaw (2002) and Seoul (2004)"."""
    before = row[first - 2] if first > 1 and row[first - 1].word in ("and", "or") else None
    return before is not None and before.kind in ("place", "date") and loose(row[first].gap)


def _decision_of(row: Sequence[Piece], index: int) -> bool:
    """Whether a word such as "decision" follows: "the Athens changes"."""
    if index + 1 >= len(row) or row[index + 1].gap not in ("", "-"):
        return False
    return row[index + 1].word in word_lists("meetings")["decision-noun"]
