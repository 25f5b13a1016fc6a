"""Reads the tables of links."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from ingest.links.link import PREDICATES, Dataset, Link, Source
from ingest.tables.rows import Row, rows
from ontology import names

LINK: Final = (
    "subject",
    "predicate",
    "object",
    "justification",
    "confidence",
    "date",
    "source",
    "note",
)
LINKS: Final = ("countries.csv", "place_links.csv", "others.csv")
"""The tables of links; what they are about stands in other tables."""


@dataclass(frozen=True, slots=True)
class Codes:
    """The other codes of a country, by its alpha-3 code."""

    iso3: str
    alpha2: str | None
    numeric: str | None
    m49: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """A city of a country; ``names`` are all by which posts and meetings call it."""

    id: str
    label: str
    names: tuple[str, ...]
    iso3: str


@dataclass(frozen=True, slots=True)
class Known:
    """All that the tables know of links."""

    links: tuple[Link, ...]
    codes: tuple[Codes, ...]
    places: tuple[Place, ...]
    sources: Mapping[str, Source]
    datasets: tuple[Dataset, ...]


@cache
def known() -> Known:
    """The tables that come with Compendium.

    >>> found = [one.object for one in known().links if one.subject == names.thing("country", "ARG")]
    >>> [one for one in found if "wikidata" in one]
    ['http://www.wikidata.org/entity/Q414']
    """
    return learn(files("ingest") / "links" / "tables")


def learn(tables: Traversable) -> Known:
    """The tables of a folder; TableError where a row names no known source, dataset or property.

    >>> made = learn(files("ingest") / "links" / "tables")
    >>> [(one.label, one.iso3) for one in made.places if "Madras" in one.names]
    [('Chennai', 'IND')]
    """
    sources = {one.id: one for one in map(_source, rows(tables / "sources.csv", ("id", "label", "license")))}
    datasets = {one.id: one for one in map(_dataset, rows(tables / "datasets.csv", ("id", "namespace")))}
    return Known(
        links=tuple(_links(tables, sources, datasets)),
        codes=tuple(_codes(row) for row in rows(tables / "codes.csv", ("iso3", "alpha2", "numeric", "m49"))),
        places=tuple(_place(row) for row in rows(tables / "places.csv", ("id", "label", "names", "iso3"))),
        sources=sources,
        datasets=tuple(datasets.values()),
    )


def expanded(name: str, datasets: Mapping[str, Dataset]) -> str | None:
    """The IRI of a short name of another dataset, ``None`` where it begins like none.

    >>> expanded("wikidata:Q414", {one.id: one for one in known().datasets})
    'http://www.wikidata.org/entity/Q414'
    """
    prefix, colon, local = name.partition(":")
    return datasets[prefix].namespace + local if colon and local and prefix in datasets else None


def _links(
    tables: Traversable, sources: Mapping[str, Source], datasets: Mapping[str, Dataset]
) -> Iterator[Link]:
    for table in LINKS:
        for row in rows(tables / table, LINK):
            target = expanded(row.need("object"), datasets)
            if target is None:
                raise row.error(f"{row.need('object')} is of none of the datasets {', '.join(datasets)}")
            if row.need("predicate") not in PREDICATES:
                raise row.error(f"{row.need('predicate')} is none of {', '.join(PREDICATES)}")
            unknown = [one for one in row.several("source") if one not in sources]
            if unknown or not row.several("source"):
                raise row.error(f"sources.csv has no {', '.join(unknown) or 'source for it'}")
            yield Link(
                names.thing(*row.need("subject").split("/")),
                row.need("predicate"),
                target,
                row.need("justification"),
                _confidence(row),
                row.need("date"),
                row.several("source"),
                note=row.text("note"),
            )


def _confidence(row: Row) -> float:
    try:
        value = float(row.need("confidence"))
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise row.error(f"confidence is a number from 0 to 1, not {row.need('confidence')!r}")
    return value


def _source(row: Row) -> Source:
    return Source(
        row.need("id"),
        row.need("label"),
        row.text("version"),
        row.need("date"),
        row.need("license"),
        row.need("address"),
        row.text("note"),
    )


def _dataset(row: Row) -> Dataset:
    return Dataset(
        row.need("id"),
        row.need("label"),
        row.need("namespace"),
        row.need("home"),
        row.text("license"),
        row.need("of"),
    )


def _codes(row: Row) -> Codes:
    return Codes(row.need("iso3"), row.text("alpha2"), row.text("numeric"), row.text("m49"), row.text("note"))


def _place(row: Row) -> Place:
    label = row.need("label")
    return Place(row.need("id"), label, (label, *row.several("names")), row.need("iso3"))
