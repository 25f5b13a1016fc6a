"""An export of the whole graph that tells of itself: RO-Crate for archives, Croissant for learning."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from compendium.about import CREATOR, LICENCE, PROVENANCE, RIGHTS, about
from compendium.exchange.selection import Selection
from compendium.exchange.tables import EDGES, NODES, write_tables
from ingest.load import export
from ontology.names import BASE, DCTERMS, SCHEMA, thing
from queries import open_reader

CRATE: Final = "https://w3id.org/ro/crate/1.3"
CROISSANT: Final = "http://mlcommons.org/croissant/"
VERSION: Final = "1.1"
_BLOCK: Final = 1 << 20
_TOLD: Final = {
    "graph.nq": (
        "application/n-quads",
        "the whole graph, one named graph for each document and marking level",
    ),
    "nodes.csv": ("text/csv", "the things of the graph, one in each row"),
    "edges.csv": ("text/csv", "the ties between things, each with the words that say so"),
}
_NUMBERS: Final = frozenset({"cited_by", "evidence", "documents"})


@dataclass(frozen=True, slots=True)
class File:
    """A file of a crate: its name, size and SHA-256."""

    name: str
    size: int
    sha256: str

    @property
    def media(self) -> str:
        """Its media type.

        >>> File("graph.nq", 0, "").media
        'application/n-quads'
        """
        return _TOLD[self.name][0]

    @property
    def words(self) -> str:
        """What it holds.

        >>> File("nodes.csv", 0, "").words
        'the things of the graph, one in each row'
        """
        return _TOLD[self.name][1]


def write_crate(store: Path, folder: Path, *, day: str) -> tuple[File, ...]:
    """Write the graph as N-Quads and as tables with what describes them, published on that *day*.

    >>> from tempfile import TemporaryDirectory
    >>> from ingest.load import build
    >>> with TemporaryDirectory() as place:
    ...     done = build([Path("examples/2004STATE900104.txt")], Path(place) / "a.db")
    ...     made = write_crate(Path(place) / "a.db", Path(place) / "crate", day="2026-11-23")
    ...     names = sorted(path.name for path in (Path(place) / "crate").iterdir())
    >>> names
    ['croissant.json', 'edges.csv', 'graph.nq', 'nodes.csv', 'ro-crate-metadata.json']
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "graph.nq").open("wb") as whole:
        export(store, whole)
    with (
        (folder / "nodes.csv").open("w", encoding="utf-8", newline="") as things,
        (folder / "edges.csv").open("w", encoding="utf-8", newline="") as ties,
    ):
        write_tables(Selection().part(open_reader(store)), things, ties)
    files = tuple(_file(folder / name) for name in _TOLD)
    for name, told in (
        ("ro-crate-metadata.json", ro_crate(files, day=day)),
        ("croissant.json", croissant(files, day=day)),
    ):
        (folder / name).write_text(json.dumps(told, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return files


def _file(path: Path) -> File:
    digest = hashlib.sha256()
    with path.open("rb") as opened:
        while block := opened.read(_BLOCK):
            digest.update(block)
    return File(path.name, path.stat().st_size, digest.hexdigest())


def ro_crate(files: Iterable[File], *, day: str) -> dict[str, Any]:
    """The metadata of RO-Crate 1.3.

    >>> told = ro_crate([File("graph.nq", 9, "00")], day="2026-11-23")
    >>> [one["@id"] for one in told["@graph"]][:3]
    ['ro-crate-metadata.json', './', 'graph.nq']
    """
    files, told, build = tuple(files), about(), "#build"
    root = {
        "@id": "./",
        "@type": "Dataset",
        **_named(day),
        "identifier": thing("dataset", "compendium"),
        "conformsTo": {"@id": BASE + "ontology"},
        "hasPart": [{"@id": one.name} for one in files],
    }
    parts = [
        {
            "@id": one.name, "@type": "File", "name": one.name, "description": one.words,
            "encodingFormat": one.media, "contentSize": str(one.size), "sha256": one.sha256,
        }
        for one in files
    ]  # fmt: skip
    software = {
        "@id": "#compendium",
        "@type": "SoftwareApplication",
        "name": told.title,
        "version": told.version,
    }
    return {
        "@context": f"{CRATE}/context",
        "@graph": [
            {
                "@id": "ro-crate-metadata.json", "@type": "CreativeWork",
                "conformsTo": {"@id": CRATE}, "about": {"@id": "./"},
            },
            root,
            *parts,
            {
                "@id": build, "@type": "CreateAction", "name": "compendium build and export",
                "description": PROVENANCE, "instrument": {"@id": "#compendium"},
                "result": [{"@id": one.name} for one in files],
            },
            software,
            {"@id": "#creator", "@type": "Organization", "name": CREATOR},
            {"@id": LICENCE, "@type": "CreativeWork", "name": "Apache License 2.0", "description": RIGHTS},
            {"@id": BASE + "ontology", "@type": "CreativeWork", "name": f"{told.title}: the vocabulary"},
        ],
    }  # fmt: skip


def _named(day: str) -> dict[str, Any]:
    told = about()
    return {
        "name": f"{told.title}: the graph",
        "description": told.summary,
        "datePublished": day,
        "version": told.version,
        "license": {"@id": LICENCE},
        "creator": {"@id": "#creator"},
        "creditText": told.citation,
        "keywords": list(told.keywords),
    }


def croissant(files: Iterable[File], *, day: str) -> dict[str, Any]:
    """The metadata of Croissant 1.1: files with their digests, and the columns of both tables.

    >>> told = croissant([File("nodes.csv", 9, "00")], day="2026-11-23")
    >>> told["conformsTo"], told["recordSet"][0]["field"][0]["source"]["extract"]
    ('http://mlcommons.org/croissant/1.1', {'column': 'id'})
    """
    files, named = tuple(files), _named(day)
    there = {one.name for one in files}
    named |= {"license": LICENCE, "creator": {"@type": "sc:Organization", "name": CREATOR}}
    named["citeAs"] = named.pop("creditText")
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": CROISSANT + VERSION,
        **named,
        "url": BASE,
        "distribution": [
            {
                "@type": "cr:FileObject", "@id": one.name, "name": one.name, "description": one.words,
                "contentUrl": one.name, "contentSize": f"{one.size} B", "encodingFormat": one.media,
                "sha256": one.sha256,
            }
            for one in files
        ],
        "recordSet": [
            _records(name, columns)
            for name, columns in (("nodes.csv", NODES), ("edges.csv", EDGES))
            if name in there
        ],
    }  # fmt: skip


def _records(name: str, columns: Iterable[str]) -> dict[str, Any]:
    table = name.removesuffix(".csv")
    return {
        "@type": "cr:RecordSet",
        "@id": table,
        "name": table,
        "description": _TOLD[name][1],
        "field": [
            {
                "@type": "cr:Field", "@id": f"{table}/{column}", "name": column,
                "dataType": "sc:Integer" if table == "nodes" and column in _NUMBERS else "sc:Text",
                "source": {"fileObject": {"@id": name}, "extract": {"column": column}},
            }
            for column in columns
        ],
    }  # fmt: skip


_CONTEXT: Final[dict[str, Any]] = {
    "@language": "en",
    "@vocab": SCHEMA,
    "sc": SCHEMA,
    "cr": CROISSANT,
    "dct": DCTERMS,
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "recordSet": "cr:recordSet",
    "sha256": "cr:sha256",
    "source": "cr:source",
}
