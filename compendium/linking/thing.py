"""The things of a store that could be linked, with what may be told of them to a stranger."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from ontology import names
from ontology import terms as t
from queries import Queryable
from queries.reach import text
from queries.term import fill, iri

KINDS: Final = {
    "country": t.C_COUNTRY,
    "place": t.C_PLACE,
    "regime": t.C_REGIME,
    "meeting": t.C_MEETING,
    "person": t.C_PERSON,
    "organization": t.C_ORGANIZATION,
    "instrument": t.C_INSTRUMENT,
    "post": t.C_POST,
}
"""The kinds of things that can be linked, by the words of the command."""

GEONAMES: Final = "https://sws.geonames.org/"


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing with its names and codes; ``country`` is the alpha-3 code of where it is."""

    id: str
    kind: str
    label: str
    names: tuple[str, ...]
    iso3: str | None = None
    geonames: str | None = None
    country: str | None = None

    @property
    def iri(self) -> str:
        """Its IRI.

        >>> Thing("country/ARG", "country", "Argentina", ()).iri.removeprefix(names.ID)
        'country/ARG'
        """
        return names.ID + self.id


def things(
    source: Queryable, kinds: Iterable[str], *, namespace: str, from_documents: bool = False
) -> tuple[Thing, ...]:
    """The things of those kinds that are linked to nothing in a namespace, sorted.

    Only names that stand in the tables are given, since they are sent to strangers; *from_documents*: those
    that unclassified passages of documents give, too. What is classified is never given.

    >>> from queries import open_reader
    >>> found = things(open_reader("tests/data/shape.trig"), ["country", "regime"], namespace="http://x/")
    >>> [(one.id, one.iso3) for one in found if "nsg" not in one.id and "SUN" not in one.id]
    [('country/ARG', 'ARG'), ('regime/mtcr', None)]
    """
    made = (one for kind in kinds for one in _of(source, kind, namespace, from_documents=from_documents))
    return tuple(sorted(made, key=lambda one: one.id))


def _of(source: Queryable, kind: str, namespace: str, *, from_documents: bool) -> Iterator[Thing]:
    query = fill(text("linkable"), {"kind": [iri(KINDS[kind])]})
    grouped: dict[str, list[dict[str, str]]] = {}
    for row in source.query(query, file="linkable").dicts():
        said = {name: str(value) for name, value in row.items() if value is not None}
        if _open(said["graph"], from_documents=from_documents):
            grouped.setdefault(said["thing"], []).append(said)
    for thing, rows in grouped.items():
        matches = {one["match"] for one in rows if "match" in one}
        if any(one.startswith(namespace) for one in matches):
            continue
        geonames = sorted(one for one in matches if one.startswith(GEONAMES))
        yield Thing(
            thing.removeprefix(names.ID),
            kind,
            rows[0]["label"],
            tuple(dict.fromkeys(name for one in rows for name in (one["label"], one.get("other")) if name)),
            rows[0].get("iso3"),
            geonames[0].removeprefix(GEONAMES).strip("/") if geonames else None,
            rows[0].get("country"),
        )


def _open(graph: str, *, from_documents: bool) -> bool:
    """Whether what a graph says may be told: the tables, and of documents what is marked unclassified."""
    if graph == names.AUTHORITY_GRAPH:
        return True
    return from_documents and graph.startswith(names.GRAPH + "document/") and graph.endswith("/U")
