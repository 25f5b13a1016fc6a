"""The graph as two tables, of nodes and of edges, for spreadsheets and databases; written as it is read."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Final, TypeAlias

from compendium.exchange.network import told
from queries.facts import nodes
from queries.network import Edge, Part, Value
from queries.term import short

NODES: Final = (
    "id", "kind", "label", "date", "earliest", "latest", "marking", "held", "cited_by", "evidence",
    "documents", "title", "about", "place", "modality", "act", "content", "condition", "stance", "towards",
    "status", "number", "heading", "text", "iri",
)  # fmt: skip
EDGES: Final = (
    "source", "target", "relation", "label", "evidence", "rule", "grade", "marking", "document", "passage",
    "number", "quote",
)  # fmt: skip
Row: TypeAlias = Mapping[str, Value]
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula, its full-width forms included."""


def write_tables(part: Part, node_file: IO[str], edge_file: IO[str]) -> tuple[int, int]:
    """Write both tables and return how many nodes and edges they have; one block is held at a time.

    >>> from io import StringIO
    >>> from queries import open_reader
    >>> from queries.network import Chosen
    >>> files = StringIO(), StringIO()
    >>> shape = open_reader("tests/data/shape.trig")
    >>> write_tables(Part(shape, Chosen(relations=("outlinedIn",))), *files)
    (2, 1)
    >>> files[1].getvalue().splitlines()[1].split(",")[:3]
    ['proposal/mtcr-deu-end-use-controls-9f8e7d6c', 'document/2008STATE900002', 'outlinedIn']
    """
    ends: set[str] = set()
    count = _write(edge_file, EDGES, _edges(part, ends))
    every = sorted(ends | set(part.ends(())))
    rows = (one.attributes | {"id": one.id} for one in nodes(part.source, every))
    return _write(node_file, NODES, rows), count


def _edges(part: Part, ends: set[str]) -> Iterator[Row]:
    for edge in part.edges():
        ends |= {edge.source, edge.target}
        yield _row(edge)


def _row(edge: Edge) -> Row:
    return told(edge) | {"source": short(edge.source), "target": short(edge.target)}


def _write(file: IO[str], columns: tuple[str, ...], rows: Iterable[Row]) -> int:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    count = 0
    for row in rows:
        writer.writerow([safe(row.get(column)) for column in columns])
        count += 1
    return count


def safe(value: object) -> object:
    """A cell that no spreadsheet takes for a formula: such a text has an apostrophe before it.

    >>> safe("=1+1"), safe("cites"), safe(True), safe(-3), safe(None)
    ("'=1+1", 'cites', 'true', -3, '')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA) else value.replace("\0", "\ufffd")
    return value
