"""Everything that the tables say, as one ``Knowledge``."""

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

from ingest.knowledge import Country, Knowledge, Marking, Post, Profile, Tag
from ingest.tables.profile import profile
from ingest.tables.rows import Row, TableError, rows

T = TypeVar("T")


@cache
def _usual() -> Knowledge:
    return learn(files("ingest") / "tables", files("ingest") / "profiles")


def knowledge(*profiles: Path) -> Knowledge:
    """The tables that come with Compendium, read once; with the profiles of further folders, read anew.

    ``TableError`` where one of these folders cannot be used.

    >>> knowledge().countries["ARG"].adjectives[0]
    'Argentine'
    >>> knowledge().tags["AU"].iso3
    'AUT'
    """
    if not profiles:
        return _usual()
    return learn(files("ingest") / "tables", files("ingest") / "profiles", *profiles)


def learn(tables: Traversable, *profiles: Traversable) -> Knowledge:
    """The knowledge of a folder of general tables and of folders with one folder for each profile.

    Of two profiles of one regime the one of the later folder counts. A folder may be a profile itself.

    >>> known = learn(files("ingest") / "tables", files("ingest") / "profiles")
    >>> next(one.label for one in known.profiles if one.id == "mtcr"), known.precedence["O"]
    ('Missile Technology Control Regime', 'IMMEDIATE')
    """
    countries = _with_former(tables, _keyed(_country, rows(tables / "countries.csv", COUNTRY), "iso3"))
    regimes = {one.id: one for folder in profiles for one in _profiles(folder, countries)}
    return Knowledge(
        posts=tuple(_posts(tables)),
        tags=_keyed(_tag, rows(tables / "tags.csv", TAG), "code"),
        markings=tuple(map(_marking, rows(tables / "markings.csv", MARKING))),
        precedence={
            row.need("code"): row.need("name")
            for row in rows(tables / "precedence.csv", ("code", "name", "rank"))
            # A pair of letters is two precedences, for action and for information, and has no rank.
            if row.text("rank")
        },
        countries=countries,
        profiles=tuple(regimes[key] for key in sorted(regimes)),
    )


def _profiles(folder: Traversable, countries: Container[str]) -> Iterator[Profile]:
    """The profiles in a folder, or the one that it is; an error where it has none."""
    inside = [folder] if (folder / "profile.toml").is_file() else list(folder.iterdir())
    found = sorted((one for one in inside if (one / "profile.toml").is_file()), key=lambda one: one.name)
    if not found:
        raise TableError(f"{folder}: neither the folder nor one in it has a profile.toml")
    for one in found:
        yield profile(one, countries)


POST = ("name", "glued", "city", "country", "iso3", "kind", "routing", "aliases", "source", "notes")
EARLIER = ("glued", "earlier", "until", "source", "notes")
TAG = ("code", "kind", "meaning", "iso3", "verified", "source", "notes")
MARKING = ("name", "kind", "level", "meaning", "source", "notes")
FORMER = ("id", "label", "names", "adjectives", "iso3", "since", "until", "successors", "source", "notes")
COUNTRY = ("iso3", "label", "names", "adjectives", "seats", "ambiguous", "until", "source")


def _with_former(tables: Traversable, countries: dict[str, Country]) -> dict[str, Country]:
    """The countries, each with the names that it gave up and, where it ended, the last year of it."""
    known = dict(countries)
    for row in rows(tables / "former_states.csv", FORMER):
        for code in (row.need("iso3"), *row.several("successors")):
            if code not in known:
                raise row.error(f"{code!r} is the code of no country")
        one, label = known[row.need("iso3")], row.need("label")
        names = tuple(dict.fromkeys((*one.names, label, *row.several("names"))))
        adjectives = tuple(dict.fromkeys((*one.adjectives, *row.several("adjectives"))))
        if one.until is not None and one.until != row.number("until") and one.label == label:
            raise row.error(f"the table of countries has {one.label} until {one.until}")
        known[one.iso3] = replace(one, names=names, adjectives=adjectives)
    return known


def _keyed(make: Callable[[Row], T], table: Iterable[Row], key: str) -> dict[str, T]:
    made: dict[str, T] = {}
    for row in table:
        if row.need(key) in made:
            raise row.error(f"{row.need(key)!r} has a row already")
        made[row.need(key)] = make(row)
    if not made:
        raise TableError("a table of the general tables has no rows or is absent")
    return made


def _posts(tables: Traversable) -> Iterator[Post]:
    """The posts, each with its form in earlier identifiers where it had another."""
    earlier = {row.need("glued"): row for row in rows(tables / "earlier_posts.csv", EARLIER)}
    for post in map(_post, rows(tables / "posts.csv", POST)):
        row = earlier.pop(post.glued, None)
        if row is not None:
            post = replace(post, earlier=row.need("earlier"), until=row.number("until") or 0)
        yield post
    for row in earlier.values():
        raise row.error("no post of the table of posts has that form")


def _post(row: Row) -> Post:
    return Post(
        name=row.need("name"),
        glued=row.need("glued"),
        city=row.text("city"),
        country=row.text("country"),
        iso3=row.text("iso3"),
        kind=row.text("kind"),
        routing=row.several("routing"),
        aliases=row.several("aliases"),
        source=row.text("source"),
        notes=row.text("notes"),
    )


def _tag(row: Row) -> Tag:
    return Tag(
        code=row.need("code"),
        kind=row.need("kind"),
        meaning=row.text("meaning"),
        iso3=row.text("iso3"),
        verified=row.flag("verified"),
        source=row.text("source"),
        notes=row.text("notes"),
    )


def _marking(row: Row) -> Marking:
    return Marking(
        name=row.need("name"),
        kind=row.need("kind"),
        level=row.number("level"),
        meaning=row.text("meaning"),
        source=row.text("source"),
        notes=row.text("notes"),
    )


def _country(row: Row) -> Country:
    seats = row.several("seats")
    return Country(
        iso3=row.need("iso3"),
        label=row.need("label"),
        names=(row.need("label"), *row.several("names")),
        adjectives=row.several("adjectives"),
        capital=seats[0] if seats else None,
        ambiguous=row.several("ambiguous"),
        seats=seats,
        until=row.number("until"),
        source=row.text("source"),
    )
