"""Which meetings a document names: those of the lists, and those that only the document tells of."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from ingest.annotate.names.dates import document_day
from ingest.annotate.names.regime import document_regime
from ingest.cable import Cable, Problem
from ingest.claim import Evidence, Grade, MeetingClaim
from ingest.document import Span
from ingest.knowledge import Knowledge, Plenary, Profile
from ingest.mention import MeetingMention, Mention
from ingest.resolve.clusters import Cluster, cluster, is_dated, only
from ingest.resolve.found import Found, SoFar, evidence, of_kind
from ingest.resolve.occasions import part_of, week
from ingest.resolve.plenaries import which_plenary

MEETING: Final = "Meeting"
"""The series of a meeting of which the words say only that it was one."""

_RELATIVE: Final = ("last ", "this ", "next ", "past ", "previous ", "coming ", "following ")
_BY_PLACE: Final = ("decision-place", "place-meeting")
_UNDATED: Final = "the words do not say when, and nothing else in the document does"


@dataclass(slots=True)
class _Desk:
    """Where one document's meetings are put together."""

    cable: Cable
    knowledge: Knowledge
    groups: dict[str, tuple[Profile, Plenary | None, list[MeetingMention]]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def put(
        self, key: str, profile: Profile, plenary: Plenary | None, mentions: Iterable[MeetingMention]
    ) -> None:
        self.groups.setdefault(key, (profile, plenary, []))[2].extend(mentions)

    def leave(self, mention: MeetingMention, why: str) -> None:
        self.problems.append(Problem(mention.span.of(self.cable.text), mention.span, why))


def resolve_meetings(
    cable: Cable, mentions: Sequence[Mention], knowledge: Knowledge, sofar: SoFar
) -> Found[MeetingClaim]:
    r"""One claim a meeting; its id is that of the list where the list has it.

    Words that may mean several meetings, or one that was never held, are unresolved.

    >>> from ingest.annotate import annotate
    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "STATE 900001\nSUBJECT: MTCR\n1. We met at the 2003 Plenary, not at the 2010 Plenary."
    >>> cable = parse(Document(text, "a.txt", ""), knowledge())
    >>> found = resolve_meetings(cable, annotate(cable, knowledge()), knowledge(), SoFar())
    >>> [one.id for one in found.claims], [one.why for one in found.unresolved]
    (['mtcr-plenary-2003-buenos-aires'], ['Missile Technology Control Regime had no plenary in 2010'])
    """
    desk = _Desk(cable, knowledge)
    default = document_regime(cable, knowledge)
    profiles = {one.id: one for one in knowledge.profiles}
    by_series: dict[tuple[str, str], list[MeetingMention]] = {}
    told = tuple(one for one in of_kind(mentions, MeetingMention) if not _elsewhere(one, mentions, default))
    for mention in told:
        regime = mention.regime or (None if default is None else default.id)
        if regime is not None:
            series = mention.series or _series(desk, profiles[regime], mention, told)
            called = mention if series == MEETING else replace(mention, series=series)
            by_series.setdefault((regime, series), []).append(called)
        elif mention.rule not in ("series-definite", "members-met"):
            desk.leave(mention, "no regime is named whose meeting this could be")
    for (regime, series), found in sorted(by_series.items()):
        profile = profiles[regime]
        listed = series == profile.main and bool(profile.plenaries)
        _from_text(desk, profile, series, _from_list(desk, profile, found) if listed else found)
        if listed:
            _definite(desk, profile, found)
    claims = {key: _claim(desk, key) for key in sorted(desk.groups)}
    ordered = tuple(sorted(claims.values(), key=lambda one: one.id))
    return Found(ordered, _names(desk, claims), tuple(desk.problems))


def _elsewhere(mention: MeetingMention, mentions: Sequence[Mention], default: Profile | None) -> bool:
    """Whether "the Athens meeting" is none that the document names, but perhaps one of other people."""
    if mention.rule != "place-meeting":
        return False
    named = of_kind(mentions, MeetingMention)
    there = {one.series for one in named if one.place == mention.place and one.rule != mention.rule}
    return default is None or there != {default.main}


def _series(desk: _Desk, profile: Profile, mention: MeetingMention, told: Sequence[MeetingMention]) -> str:
    """The series of "the members met in Oslo on ...": the list's, else that of a meeting of these days."""
    meant = which_plenary(
        mention,
        profile,
        sent=document_day(desk.cable),
        year_stated=_year_stated(desk.cable, mention),
        named=(),
    )
    same_days = [one for one in told if one.series and one.start and Cluster([one]).admits(mention)]
    open_year = mention.start is None and not any(
        one.year == mention.year and one.place is not None for one in profile.plenaries
    )
    if meant.plenary is not None or (mention.year is not None and open_year):
        return profile.main
    return next((one.series for one in same_days if one.series is not None), MEETING)


def _names(desk: _Desk, claims: Mapping[str, MeetingClaim]) -> dict[Span, tuple[str, ...]]:
    names: dict[Span, tuple[str, ...]] = {}
    for key, claim in claims.items():
        for mention in desk.groups[key][2]:
            names[mention.span] = (*names.get(mention.span, ()), claim.id)
    return names


def _from_list(desk: _Desk, profile: Profile, mentions: Sequence[MeetingMention]) -> list[MeetingMention]:
    """Put the plenaries that the list has; returns the mentions that the list does not know."""
    left: list[MeetingMention] = []
    by_name_first = sorted(mentions, key=lambda one: (one.rule in _BY_PLACE, one.span))
    for mention in by_name_first:
        if mention.rule == "series-definite":
            continue
        meant = which_plenary(
            mention,
            profile,
            sent=document_day(desk.cable),
            year_stated=_year_stated(desk.cable, mention),
            named=[plenary.id for _, plenary, _ in desk.groups.values() if plenary is not None],
        )
        if meant.plenary is not None and meant.why is not None:
            desk.put(meant.plenary.id, profile, meant.plenary, [replace(mention, start=None, end=None)])
            desk.leave(mention, meant.why)
        elif meant.plenary is not None:
            desk.put(meant.plenary.id, profile, meant.plenary, [mention])
        elif meant.why is not None:
            desk.leave(mention, meant.why)
        else:
            left.append(mention)
    return left


def _definite(desk: _Desk, profile: Profile, mentions: Sequence[MeetingMention]) -> None:
    """Put "the Plenary" with the only plenary that the document names, else that of its title or subject."""
    start = f"{profile.id}-{profile.main_slug}-"
    own = {
        key: found
        for key, (owner, _, found) in desk.groups.items()
        if owner is profile and key.startswith(start)
    }
    of_subject = [
        key
        for key, found in own.items()
        if desk.cable.id.endswith(key) or any(_in_header(desk.cable, one) for one in found)
    ]
    for mention in mentions:
        if mention.rule != "series-definite":
            continue
        keys = of_subject if len(of_subject) == 1 else list(own)
        if len(keys) == 1:
            _, plenary, _ = desk.groups[keys[0]]
            desk.put(keys[0], profile, plenary, [mention])
        elif keys:
            desk.leave(mention, f"the document names {len(keys)} plenaries, and the words do not say which")
        else:
            desk.leave(mention, _UNDATED)


def _in_header(cable: Cable, mention: MeetingMention) -> bool:
    return cable.passage_at(mention.span.start) is None


def _year_stated(cable: Cable, mention: MeetingMention) -> bool:
    """Whether the words give the year, in digits or as "last year"; else the document's date gave it."""
    words = mention.span.of(cable.text)
    relative = words.casefold().startswith(_RELATIVE)
    short = "".join(words.split()).replace("’", "'")
    return mention.year is not None and (
        mention.start is None
        or relative
        or str(mention.year) in words.replace("O", "0")
        or f"'{mention.year % 100:02}" in short
    )


def _from_text(desk: _Desk, profile: Profile, series: str, mentions: Sequence[MeetingMention]) -> None:
    """Put the meetings that only the document tells of, and what the less definite words add to them."""
    mentions = [_beside_plenary(desk, profile, series, one) for one in mentions]
    dated = [one for one in mentions if is_dated(one)]
    made = cluster(dated)
    placed = {id(one) for found in made for one in found.mentions}
    for mention in mentions:
        if id(mention) in placed:
            continue
        found = only([one for one in made if _may_be(desk, one, mention)], mention)
        if found is not None:
            found.mentions.append(mention)
        elif mention.rule == "series-attributes" and (
            mention.ordinal is not None or (mention.place is not None and not made)
        ):
            made.append(Cluster([mention]))
        elif mention.rule != "series-definite":
            several = sum(one.admits(mention) and _may_be(desk, one, mention) for one in made) > 1
            desk.leave(mention, "several meetings fit these words" if several else _UNDATED)
    for key, found in _keyed(profile, series, made):
        desk.put(key, profile, None, found.mentions)


def _may_be(desk: _Desk, one: Cluster, mention: MeetingMention) -> bool:
    """Whether "last" or "next" fits a meeting: a report's own meeting is not the last one."""
    today = document_day(desk.cable)
    begins = one.first("start") or one.first("year")
    if mention.rule not in ("series-last", "series-next") or today is None or begins is None:
        return True
    day = today[: len(str(begins))]
    if mention.rule == "series-next":
        return str(begins) >= day
    return str(begins) <= day and not any(_in_header(desk.cable, told) for told in one.mentions)


def _beside_plenary(desk: _Desk, profile: Profile, series: str, mention: MeetingMention) -> MeetingMention:
    """A mention such as "the Athens TEM" with the year of that plenary, in whose week these are held."""
    part_of = next((one.part_of for one in profile.series if one.id == series), None)
    if part_of != profile.main or is_dated(mention) or mention.place is None or mention.intersessional:
        return mention
    meant = which_plenary(
        mention, profile, sent=document_day(desk.cable), year_stated=False, named=list(desk.groups)
    )
    return mention if meant.plenary is None else replace(mention, year=meant.plenary.year)


def _keyed(profile: Profile, series: str, made: Sequence[Cluster]) -> Iterator[tuple[str, Cluster]]:
    """Ids of meetings that no list has: by year and place, else by first day, else by year or place."""
    slug = next((one.slug for one in profile.series if one.id == series), series.lower())
    used: set[str] = set()
    for one in made:
        year, place, start = one.first("year"), one.first("place"), one.first("start")
        if _is_season(one):
            start = None
        told = f"{year}-{_slug(str(place))}" if year and place else start or year
        if told is None:
            told = _slug(str(place)) if place else f"no-{one.first('ordinal')}"
        key = f"{profile.id}-{slug}-{told}"
        if key in used:
            key = f"{profile.id}-{slug}-{start}"
        used.add(key)
        yield key, one


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "-".join("".join(c if c.isalnum() else " " for c in plain.casefold()).split())


def _claim(desk: _Desk, key: str) -> MeetingClaim:
    profile, plenary, mentions = desk.groups[key]
    said = Cluster(mentions)
    host = _text(said.first("host"))
    place = _text(said.first("place"))
    open_host = plenary is not None and all(one.host_open for one in mentions)
    if plenary is not None and not open_host:
        place = plenary.place or place
    country = _country(desk.knowledge, plenary if not open_host else None, place) or _text(
        said.first("country")
    )
    year = said.first("year")
    series = next(
        (one.series for one in mentions if one.series is not None), profile.main if plenary else MEETING
    )
    return MeetingClaim(
        evidence=_evidence(desk.cable, plenary, mentions),
        id=f"{profile.id}-{profile.main_slug}-{plenary.year}" if plenary is not None and open_host else key,
        regime=profile.id,
        series=series,
        ordinal=next((one.ordinal for one in mentions if one.ordinal is not None), None),
        year=plenary.year if plenary is not None else year if isinstance(year, int) else None,
        place=place,
        country=country or host,
        host=host,
        start=_day(said, "start", plenary),
        end=_day(said, "end", plenary),
        participants=next((one.participants for one in mentions if one.participants), ()),
        intersessional=any(one.intersessional for one in mentions),
        same_as=plenary.id if plenary is not None and open_host else None,
        chairs=next((one.chairs for one in mentions if one.chairs), ()),
        chaired_by=next((one.chaired_by for one in mentions if one.chaired_by), ()),
        week=week(mentions, _day(said, "start", plenary), _day(said, "end", plenary)),
        part_of=None if plenary is not None else part_of(desk.groups, profile, series, said),
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _day(said: Cluster, which: str, plenary: Plenary | None) -> str | None:
    """A day as the words give it; a single day within those of the list is that of an act."""
    day = _text(said.first(which))
    if _is_season(said):
        return None
    if day is None or plenary is None:
        return day
    single = said.first("start") == said.first("end") and len(day) == 10
    if single and plenary.start is not None and plenary.start != plenary.end and day != plenary.start:
        return None
    return day if day[:4] == str(plenary.year) else f"{plenary.year}{day[4:]}"


def _is_season(said: Cluster) -> bool:
    """Whether the words give no more than a season, which is neither a day nor a month."""
    start, end = said.first("start"), said.first("end")
    return isinstance(start, str) and len(start) == 7 and start != end


def _country(knowledge: Knowledge, plenary: Plenary | None, place: str | None) -> str | None:
    """The country of a meeting's place: the list's, else that of the posts of that city where they agree."""
    if plenary is not None and plenary.country is not None:
        return plenary.country
    if place is None:
        return None
    codes = {post.iso3 for post in knowledge.posts if post.city == place and post.iso3 is not None}
    codes |= {
        one.country
        for profile in knowledge.profiles
        for one in profile.plenaries
        if one.place == place and one.country is not None
    }
    return codes.pop() if len(codes) == 1 else None


def _evidence(
    cable: Cable, plenary: Plenary | None, mentions: Sequence[MeetingMention]
) -> tuple[Evidence, ...]:
    shown = {evidence(cable, one.span, one.rule, _grade(cable, plenary, one)) for one in mentions}
    shown |= {evidence(cable, one.chair_span, "meeting-chair") for one in mentions if one.chair_span}
    return tuple(sorted(shown))


def _grade(cable: Cable, plenary: Plenary | None, mention: MeetingMention) -> Grade:
    """Whether the words alone say which meeting it is, or the list or the document's date helped."""
    words, year = mention.span.of(cable.text), str(mention.year)
    placed = mention.place is not None or (plenary is None and mention.start is not None)
    if not placed or year not in words.replace("O", "0"):
        return "derived"
    return "verbatim" if year in words else "repaired"
