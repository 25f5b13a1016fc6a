"""Links in the Simple Standard for Sharing Ontological Mappings: a table that other tools read."""

import csv
import io
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

import yaml

from ingest.links.link import Dataset
from ontology import names

COLUMNS: Final = (
    "subject_id",
    "subject_label",
    "predicate_id",
    "object_id",
    "mapping_justification",
    "author_label",
    "mapping_source",
    "mapping_tool",
    "mapping_date",
    "confidence",
    "comment",
)
LICENSE: Final = "https://creativecommons.org/licenses/by/4.0/"
"""That of GeoNames, the one among the sources of the table that asks for most: to be named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One link as the graph states it; IRIs throughout."""

    subject: str = field(kw_only=False)
    subject_label: str = field(kw_only=False)
    predicate: str = field(kw_only=False)
    object: str = field(kw_only=False)
    justification: str
    author: str | None = None
    source: str | None = None
    tool: str | None = None
    date: str | None = None
    confidence: float
    comment: str | None = None


def sssom(rows: Collection[Row], datasets: Iterable[Dataset], *, version: str) -> str:
    """The links as SSSOM: YAML metadata in lines that begin with ``#``, then tab-separated columns.

    >>> row = Row(names.thing("country", "ARG"), "Argentina", names.SKOS + "exactMatch",
    ...     "http://www.wikidata.org/entity/Q414", justification=names.SEMAPV + "LexicalMatching",
    ...     tool="compendium", date="2026-11-23", confidence=0.99)
    >>> wikidata = Dataset("wikidata", "Wikidata", "http://www.wikidata.org/entity/", "", None, "")
    >>> sssom([row], [wikidata], version="0.1.0").splitlines()[-1].split()[:4]
    ['id:country/ARG', 'Argentina', 'skos:exactMatch', 'wikidata:Q414']
    """
    spaces = {**{one.id: one.namespace for one in datasets}, **_PREFIXES}
    spaces |= _others((one.object for one in rows), spaces)
    listed = sorted(set(rows), key=lambda one: (one.subject, one.predicate, one.object, one.date or ""))
    table = io.StringIO()
    out = csv.writer(table, delimiter="\t", lineterminator="\n")
    out.writerow(COLUMNS)
    for one in listed:
        out.writerow(_cells(one, spaces))
    used = {cell.partition(":")[0] for one in listed for cell in _cells(one, spaces)[:7]}
    head = {
        "mapping_set_id": names.LINKS_GRAPH,
        "mapping_set_title": "Links of Compendium to other datasets",
        "mapping_set_version": version,
        "license": LICENSE,
        "curie_map": {one: spaces[one] for one in sorted(spaces) if one in used},
    }
    told = yaml.safe_dump(head, sort_keys=False, allow_unicode=True, width=1000)
    return "".join(f"#{line}\n" for line in told.splitlines()) + table.getvalue()


_PREFIXES: Final = {
    "id": names.ID,
    "owl": names.OWL,
    "rdfs": names.RDFS,
    "semapv": names.SEMAPV,
    "skos": names.SKOS,
}


def _others(iris: Iterable[str], spaces: Mapping[str, str]) -> dict[str, str]:
    """Prefixes for the addresses of datasets that no table lists; every name in SSSOM has one."""
    found = {one[: -len(_local(one))] for one in iris if not one.startswith(tuple(spaces.values()))}
    return {f"other{number}": space for number, space in enumerate(sorted(found), 1)}


def _local(iri: str) -> str:
    """The part of an address that tells the thing: what stands after the last "/" or "#" within it."""
    trimmed = iri.rstrip("/")
    return iri[max(trimmed.rfind("/"), trimmed.rfind("#")) + 1 :]


def _cells(one: Row, spaces: Mapping[str, str]) -> list[str]:
    return [
        _short(one.subject, spaces),
        one.subject_label,
        _short(one.predicate, spaces),
        _short(one.object, spaces),
        _short(one.justification, spaces),
        one.author or "",
        "" if one.source is None else _short(one.source, spaces),
        one.tool or "",
        one.date or "",
        f"{one.confidence:g}",
        " ".join((one.comment or "").split()),
    ]


def _short(iri: str, spaces: Mapping[str, str]) -> str:
    """The IRI with the longest prefix that fits; as it is where none does."""
    fitting = [one for one in spaces.items() if iri.startswith(one[1]) and iri != one[1]]
    if not fitting:
        return iri
    prefix, space = max(fitting, key=lambda one: len(one[1]))
    return f"{prefix}:{iri.removeprefix(space)}"
