"""What is particular to one regime, read from its folder (see ``ingest/profiles/README.md``)."""

import tomllib
from collections import Counter
from collections.abc import Callable, Container, Iterator
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from ingest.knowledge import Partner, Plenary, Profile, Series, Topic, Work
from ingest.tables.rows import Row, TableError, rows

T = TypeVar("T")

SERIES = ("id", "label", "names", "is_meeting")
PLENARY = ("id", "year", "place", "country", "source")
PARTNER = ("iso3", "label", "since", "source")
TOPIC = ("id", "label", "words")
WORK = ("id", "label", "names", "source")
OPTIONAL = (
    "part_of", "doubtful", "meaning", "source", "year_source", "notes", "until",
    "ordinal", "start", "end", "chairs", "chair_country", "statement", "key_decisions",
)  # fmt: skip


def profile(folder: Traversable, countries: Container[str] | None = None) -> Profile:
    """The profile of the regime that *folder* describes; tables that it does not have are empty.

    ``TableError`` where it does not hold together, or names a country that is none of *countries*.

    >>> from importlib.resources import files
    >>> mtcr = profile(files("ingest") / "profiles" / "mtcr")
    >>> mtcr.default, next(one.names for one in mtcr.series if one.id == "RPOC")[-1]
    (True, 'RPOC')
    """
    said = _said(folder)
    made = Profile(
        id=said["id"],
        label=said["label"],
        names=tuple(said["names"]),
        members=tuple(said["members"]),
        tags=tuple(said["tags"]),
        default=said["default"],
        series=_table(folder, "series.csv", SERIES, _series),
        plenaries=_table(folder, "plenaries.csv", PLENARY, _plenary),
        partners=_table(folder, "partners.csv", PARTNER, _partner),
        topics=_table(folder, "topics.csv", TOPIC, _topic),
        works=_table(folder, "works.csv", WORK, _work),
        short=tuple(said.get("short", ())),
        brief=said.get("brief"),
        main=said.get("main", "Plenary"),
    )
    for why in _loose(made, folder.name, countries):
        raise TableError(f"{folder.name}: {why}")
    return made


def _loose(profile: Profile, folder: str, countries: Container[str] | None) -> Iterator[str]:
    """What of a profile points at nothing, or is there twice."""
    if profile.id != folder:
        yield f"profile.toml has the id {profile.id!r}: it must be the folder's name"
    yield from _foreign(profile, countries)
    series = {one.id for one in profile.series}
    if profile.plenaries and profile.main not in series:
        yield f"plenaries.csv has rows, but series.csv has no series {profile.main!r}"
    for one in profile.series:
        if one.part_of is not None and one.part_of not in series:
            yield f"series.csv: {one.id!r} is part of {one.part_of!r}, which has no row"
    for table in (profile.series, profile.plenaries, profile.topics, profile.works):
        for identifier, times in Counter(one.id for one in table).items():
            if times > 1:
                yield f"{identifier!r} has {times} rows"


def _foreign(profile: Profile, countries: Container[str] | None) -> Iterator[str]:
    """Identifiers that are not the regime's own, and codes of no country."""
    for table, things in (
        ("plenaries", profile.plenaries),
        ("topics", profile.topics),
        ("works", profile.works),
    ):
        for one in things:
            if not one.id.startswith(f"{profile.id}-"):
                yield f"{table}.csv: the id {one.id!r} must begin with {profile.id + '-'!r}"
    codes = {one.iso3 for one in profile.partners} | {one.country for one in profile.plenaries}
    for code in sorted(codes - {None}, key=str):
        if countries is not None and code not in countries:
            yield f"{code!r} is the code of no country (ISO 3166 alpha-3)"


KEYS = {"id": str, "label": str, "names": list, "members": list, "tags": list, "default": bool}


def _said(folder: Traversable) -> dict[str, Any]:
    said = tomllib.loads((folder / "profile.toml").read_text(encoding="utf-8"))
    for key, kind in KEYS.items():
        if not isinstance(said.get(key), kind):
            raise TableError(f"{folder.name}/profile.toml: {key!r} must be there and be a {kind.__name__}")
    return said


def _table(
    folder: Traversable, name: str, columns: tuple[str, ...], make: Callable[[Row], T]
) -> tuple[T, ...]:
    return tuple(map(make, rows(folder / name, columns, OPTIONAL)))


def _series(row: Row) -> Series:
    return Series(
        id=row.need("id"),
        label=row.need("label"),
        names=row.longest_first("names"),
        part_of=row.text("part_of"),
        is_meeting=row.flag("is_meeting"),
        source=row.text("source"),
        notes=row.text("notes"),
        meaning=row.text("meaning"),
        doubtful=row.several("doubtful"),
    )


def _plenary(row: Row) -> Plenary:
    return Plenary(
        id=row.need("id"),
        ordinal=row.number("ordinal"),
        year=row.number("year"),
        place=row.text("place"),
        country=row.text("country"),
        start=row.text("start"),
        end=row.text("end"),
        chairs=row.several("chairs"),
        chair_country=row.text("chair_country"),
        statement=row.text("statement"),
        key_decisions=row.text("key_decisions"),
        source=row.text("source"),
        notes=row.text("notes"),
    )


def _partner(row: Row) -> Partner:
    return Partner(
        iso3=row.need("iso3"),
        label=row.need("label"),
        since=row.number("since"),
        source=row.text("source"),
        notes=row.text("notes"),
        year_source=row.text("year_source"),
        until=row.number("until"),
    )


def _topic(row: Row) -> Topic:
    return Topic(id=row.need("id"), label=row.need("label"), words=row.longest_first("words"))


def _work(row: Row) -> Work:
    return Work(
        id=row.need("id"),
        label=row.need("label"),
        names=row.longest_first("names"),
        source=row.text("source"),
        notes=row.text("notes"),
    )
