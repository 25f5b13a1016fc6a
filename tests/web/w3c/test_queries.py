"""The W3C's tests of SPARQL 1.1 queries, asked through the service, which holds their data as graphs."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import httpx
import pyoxigraph as ox
import pytest

from queries.guard import guard
from tests.web.w3c.manifest import MF, QT, Test, path, suite
from tests.web.w3c.said import quads, same_graphs, same_rows
from tests.web.w3c.scratch import scratch

FOLDERS = [
    "aggregates",
    "bind",
    "bindings",
    "cast",
    "construct",
    "csv-tsv-res",
    "exists",
    "functions",
    "grouping",
    "json-res",
    "negation",
    "project-expression",
    "property-path",
    "subquery",
    "syntax-query",
]
KINDS = {"QueryEvaluationTest", "CSVResultFormatTest"}
LENGTH_ZERO: Final = "the engine finds no path of length zero at a term that stands in no statement"
EXCEPTIONS: Final = {
    "aggregates/agg-empty-group-count-graph": "the engine counts an empty group in all graphs, not in each",
    "aggregates/agg-groupconcat-04": "the engine joins texts of one language to a text of that language",
    "aggregates/agg-groupconcat-06": "the engine joins texts of one language to a text of that language",
    "bindings/graph": "the engine does not join VALUES with the variable of the GRAPH around it",
    "functions/bnode01": "the engine's BNODE gives one node for one text in all rows, not in each",
    "negation/graph-minus": "the engine takes the variable of the GRAPH around MINUS for a shared one",
    "property-path/zero_or_more_set_end": LENGTH_ZERO,
    "property-path/zero_or_more_set_start": LENGTH_ZERO,
    "property-path/zero_or_one_set_end": LENGTH_ZERO,
    "property-path/zero_or_one_set_start": LENGTH_ZERO,
}
"""What pyoxigraph 0.5.13 answers in another way, asked without the service as well. Not asked are the suites
of what the service does not do: entailment (70 tests) and federation (7, and 3 of its syntax)."""


def data(found: list[Test]) -> dict[str, Path]:
    """The files that the tests have as graphs, each by its name."""
    files: dict[str, Path] = {}
    for test in found:
        if KINDS & test.kinds:
            for what in (QT.data, QT.graphData):
                files.update(test.files(test.action, what))
            for named in froms(test):
                files[named] = Path(named.removeprefix("file://"))
    return files


def froms(test: Test) -> list[str]:
    """The graphs that the query names after FROM, beside its own file."""
    file = path(test.one(test.action, QT.query))
    return [
        f"file://{one}" for one in file.parent.glob("*.ttl") if f"<{one.name}>" in file.read_text("utf-8")
    ]


def block(name: str, file: Path) -> str:
    triples = " . ".join(str(one.triple) for one in quads(file, ox.DefaultGraph()))
    return " ".join(("GRAPH", str(ox.NamedNode(name)), "{", triples, "}"))


@pytest.fixture(scope="module")
def found() -> list[Test]:
    return [test for folder in FOLDERS for test in suite(folder)]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory, found: list[Test]) -> Iterator[httpx.Client]:
    with scratch(tmp_path_factory.mktemp("scratch")) as made:
        blocks = [block(*one) for one in sorted(data(found).items())]
        update = " ".join(("INSERT", "DATA", "{", *blocks, "}"))
        media = {"Content-Type": "application/sparql-update"}
        told = made.post("/sparql", content=update.encode(), headers=media)
        assert told.status_code == 204, told.text
        yield made


def ask(client: httpx.Client, file: Path, accept: str, **graphs: list[str]) -> httpx.Response:
    """The answer to the query in a file, to which its relative names are relative."""
    query = f"BASE <file://{file}> {file.read_bytes().decode('utf-8')}"
    headers = {"Content-Type": "application/sparql-query", "Accept": accept}
    return client.post("/sparql", content=query.encode(), headers=headers, params=graphs)


def evaluated(client: httpx.Client, test: Test) -> bool:
    file, wanted = path(test.one(test.action, QT.query)), path(test.one(test.node, MF.result))
    default = [name for name, _ in test.files(test.action, QT.data)]
    named = [name for name, _ in test.files(test.action, QT.graphData)]
    graphs = {"default-graph-uri": default or ["urn:none"], "named-graph-uri": named}
    scanned = guard(file.read_text("utf-8"))
    if scanned.dataset:
        graphs = {}
    if scanned.form in ("CONSTRUCT", "DESCRIBE"):
        told = ask(client, file, "text/turtle", **graphs)
        here = ox.DefaultGraph()
        answer = [
            ox.Quad(one.subject, one.predicate, one.object, here)
            for one in ox.parse(told.content, ox.RdfFormat.TURTLE)
        ]
        return same_graphs(answer, quads(wanted, here))
    if wanted.suffix == ".csv":
        told = ask(client, file, "text/csv", **graphs)
        return told.status_code == 200 and cells(told.text) == cells(wanted.read_text("utf-8"))
    media = "text/tab-separated-values" if wanted.suffix == ".tsv" else "application/sparql-results+json"
    told = ask(client, file, media, **graphs)
    return told.status_code == 200 and same_rows(told.content, told.headers["content-type"], wanted)


def cells(text: str) -> list[list[tuple[str, str]]]:
    """The rows of a table of text, whatever the order of rows and columns and the names of blank nodes."""
    rows = csv.DictReader(io.StringIO(text))
    return sorted(sorted((key, _cell(value)) for key, value in row.items()) for row in rows)


def _cell(value: str) -> str:
    """What a cell says: a store writes each number in one way, whatever way it was written in."""
    try:
        return str(float(value))
    except ValueError:
        return "_:" if value.startswith("_:") else value


def passes(client: httpx.Client, test: Test) -> bool:
    if KINDS & test.kinds:
        return evaluated(client, test)
    told = ask(client, path(test.action), "")
    negative = any("Negative" in kind for kind in test.kinds)
    broken = told.status_code == 400 and "line" in told.json()
    return broken if negative else told.status_code == 200 or told.json().get("cap") == "evaluation"


def test_queries(client: httpx.Client, found: list[Test]) -> None:
    failed = {test.name for test in found if not passes(client, test)}
    assert sorted(failed) == sorted(EXCEPTIONS)
    assert len(found) == 338
