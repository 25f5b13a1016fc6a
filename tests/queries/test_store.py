"""A store is read from a snapshot, only read, and says what is wrong with a query."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from queries import BadParameter, BrokenQuery, NoStore, Refused, Result, open_reader
from queries.guard import guard
from queries.term import fill, literal

SHAPE = Path(__file__).parents[1] / "data" / "shape.trig"
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"


def written(folder: Path) -> ox.Store:
    store = ox.Store(str(folder / "graph"))
    store.bulk_load(path=str(SHAPE), format=ox.RdfFormat.TRIG)
    return store


def count(result: Result) -> int:
    value = result.dicts()[0]["n"]
    assert isinstance(value, int)
    return value


def test_reads_beside_a_writer_and_sees_one_state(tmp_path: Path) -> None:
    writer = written(tmp_path)
    reader = open_reader(tmp_path)
    before = count(reader.query(COUNT))
    node = ox.NamedNode("https://example.org/a")
    writer.extend([ox.Quad(node, node, node)])
    writer.optimize()
    assert count(reader.query(COUNT)) == before
    assert count(open_reader(tmp_path).query(COUNT)) == before + 1


def test_leaves_nothing_behind(tmp_path: Path) -> None:
    writer = written(tmp_path)
    reader = open_reader(tmp_path)
    assert len(list(tmp_path.iterdir())) == 2
    del reader
    (tmp_path / ".reading-999999999-dead").mkdir()
    open_reader(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["graph"]
    del writer


def test_no_store(tmp_path: Path) -> None:
    with pytest.raises(NoStore, match="compendium build"):
        open_reader(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("sparql", "why"),
    [
        ("INSERT DATA { <x:a> <x:b> <x:c> }", "INSERT changes the store"),
        ("SELECT * WHERE { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * WHERE " + "{" * 3000 + "}" * 3000, "nests deeper"),
        ("SELECT (" + "1+" * 7000 + "1 AS ?x) WHERE {}", "operators"),
        ("SELECT * WHERE { ?s ?p " + "?a," * 20_000 + "?a }", "more than 1000 terms"),
        ("SELECT * WHERE { ?s ?p (" + "1 " * 5000 + ") }", "more than 1000 terms"),
        ("DESCRIBE " + "<x:a>" * 3000, "more than 1000 terms"),
        ("SELECT * WHERE { VALUES ?s { 1 } { ?s ?p " + "?a," * 9000 + "?a } }", "more than 1000 terms"),
        ("SELECT * WHERE { FILTER(?a IN (1)) ?s ?p (" + "1 " * 5000 + ") }", "more than 1000 terms"),
        ("#" * 70000, "longer"),
    ],
)
def test_refuses_what_writes_calls_out_or_would_end_the_process(sparql: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        open_reader(SHAPE).query(sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * WHERE { VALUES ?a { " + "1 " * 9000 + "} }",
        "SELECT * WHERE { VALUES (?a ?b) { " + '(<x:a> "b") ' * 4000 + "} }",
        "SELECT * WHERE { ?s ?p ?o FILTER(?o NOT IN (" + "<x:a>," * 6000 + "<x:a>)) }",
        "SELECT * WHERE { ?s ?p " + "1234567890" * 200 + " }",
    ],
)
def test_long_lists_of_values_are_no_harm(sparql: str) -> None:
    open_reader(SHAPE).query(sparql)


def test_words_in_strings_names_and_comments_are_no_commands() -> None:
    guard("# DROP ALL\nSELECT ?load WHERE { ?s reg:label 'DELETE' ; <x:SERVICE> ?load }")


def test_a_broken_query_is_told_with_file_line_and_column() -> None:
    with pytest.raises(BrokenQuery) as caught:
        open_reader(SHAPE).query("SELECT ?d WHERE {\n ?d a }", file="mine.rq")
    assert str(caught.value).startswith("mine.rq:2:8: ")
    assert (caught.value.line, caught.value.column) == (2, 8)


@pytest.mark.parametrize("said", ['"', "'", "\\", "\n", '" } DROP ALL #', "?_x", "<x:y>", "\x00", "é"])
def test_values_are_never_part_of_the_query(said: str) -> None:
    result = open_reader(SHAPE).query(fill("SELECT ?x WHERE { VALUES ?x { ?_x } }", {"x": [literal(said)]}))
    assert result.column("x") == (said,)


def test_formats() -> None:
    reader = open_reader(SHAPE)
    rows = reader.query("SELECT ?l WHERE { ?d a reg:Decision ; rdfs:label ?l }")
    assert rows.written("csv").startswith("l\r\n")
    assert rows.written("tsv").startswith("?l\n")
    assert '"bindings"' in rows.written("json")
    assert rows.written("xml").startswith("<?xml")
    assert rows.to_pandas().shape == (1, 1)
    assert reader.query("ASK { ?d a reg:Decision }").written("json") == '{"head":{},"boolean":true}'
    graph = reader.query("CONSTRUCT { ?d rdfs:label ?l } WHERE { ?d a reg:Decision ; rdfs:label ?l }")
    assert "Buenos Aires 2003" in graph.written("ttl")
    with pytest.raises(BadParameter, match="rows"):
        graph.written("csv")
    with pytest.raises(BadParameter, match="triples"):
        rows.written("ttl")
