"""The two tables: every node and edge, columns that are documented, and nothing that a spreadsheet runs."""

import csv
import sqlite3
from io import StringIO
from pathlib import Path

import pytest

from compendium.exchange.network import Network
from compendium.exchange.tables import EDGES, FORMULA, NODES, safe, write_tables
from compendium.graph import KnowledgeGraph
from queries.network import Part

Row = dict[str, str]


@pytest.fixture(scope="module")
def tables(kg: KnowledgeGraph) -> tuple[list[Row], list[Row]]:
    nodes, edges = StringIO(newline=""), StringIO(newline="")
    write_tables(Part(kg.reader), nodes, edges)
    return rows(nodes), rows(edges)


def rows(file: StringIO) -> list[Row]:
    return list(csv.DictReader(StringIO(file.getvalue(), newline="")))


def as_written(told: dict[str, object]) -> Row:
    return {name: str(safe(value)) for name, value in told.items()}


def test_the_tables_hold_what_the_network_holds(
    network: Network, tables: tuple[list[Row], list[Row]]
) -> None:
    nodes = {row["id"]: row for row in tables[0]}
    assert set(nodes) == set(network)
    for name, told in network.nodes(data=True):
        assert {key: value for key, value in nodes[name].items() if value and key != "id"} == as_written(told)
    edges = {(row["source"], row["target"], row["relation"]): row for row in tables[1]}
    assert set(edges) == set(network.edges(keys=True))
    for source, target, key, told in network.edges(keys=True, data=True):
        row = edges[source, target, key]
        assert {name: row[name] for name in EDGES[2:] if row[name]} == as_written(told)


def test_every_attribute_has_a_column(network: Network) -> None:
    assert {name for _, told in network.nodes(data=True) for name in told} <= set(NODES)
    assert {name for *_, told in network.edges(data=True) for name in told} <= set(EDGES)


def test_the_columns_are_documented() -> None:
    page = (Path(__file__).parents[3] / "docs" / "exports.md").read_text("utf-8")
    assert [one for one in (*NODES, *EDGES) if f"`{one}`" not in page] == []


def test_no_cell_begins_a_formula(tables: tuple[list[Row], list[Row]]) -> None:
    assert not [
        cell for table in tables for row in table for cell in row.values() if cell.startswith(FORMULA)
    ]


@pytest.mark.parametrize(
    "text", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "\0=1"]
)
def test_what_a_spreadsheet_would_run_has_an_apostrophe(text: str) -> None:
    assert str(safe(text)).startswith("'")


@pytest.mark.parametrize("text", ["2003-09-19", "a = b", "(C) text", "", "'quoted'"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert safe(text) == text


def test_a_database_joins_the_tables(tables: tuple[list[Row], list[Row]]) -> None:
    database = sqlite3.connect(":memory:")
    for name, table in zip(("nodes", "edges"), tables, strict=True):
        columns = list(table[0])
        database.execute(f"CREATE TABLE {name} ({', '.join(columns)})")
        marks = ", ".join("?" * len(columns))
        database.executemany(f"INSERT INTO {name} VALUES ({marks})", [list(row.values()) for row in table])
    joined = "SELECT COUNT(*) FROM edges JOIN nodes a ON a.id = source JOIN nodes b ON b.id = target"
    assert database.execute(joined).fetchone() == (len(tables[1]),)
