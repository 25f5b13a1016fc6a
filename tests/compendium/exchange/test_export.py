"""``compendium export``: the whole graph, parts and answers in each form."""

from io import BytesIO
from pathlib import Path

import networkx
import pyoxigraph as ox
import pytest
from typer.testing import CliRunner

from compendium.cli import app
from compendium.graph import KnowledgeGraph
from ontology.names import ID, OA, REG
from queries.term import short
from tests.compendium.exchange.test_markup import opened

ASKED = ("--question", "guidance-depending-on-decision", "-p", "decision=Buenos Aires 2003")
FORMATS = {"nq": ox.RdfFormat.N_QUADS, "trig": ox.RdfFormat.TRIG, "ttl": ox.RdfFormat.TURTLE}


def run(store: Path, *arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["export", *arguments, "--store", str(store)])
    return done.exit_code, done.output


def exported(store: Path, place: Path, *arguments: str) -> bytes:
    code, said = run(store, *arguments, "-o", str(place))
    assert code == 0, said
    return place.read_bytes()


def test_the_whole_graph_as_a_network(store: Path, kg: KnowledgeGraph, tmp_path: Path) -> None:
    text = exported(store, tmp_path / "new" / "graph.graphml", "-f", "graphml")
    read = networkx.read_graphml(BytesIO(text), edge_key_type=str, force_multigraph=True)
    assert set(read) == set(kg.network())


@pytest.mark.parametrize("form", ["graphml", "gexf", "nq", "trig", "ttl", "jsonld"])
def test_an_answer_is_the_same_file_each_time(store: Path, tmp_path: Path, form: str) -> None:
    first = exported(store, tmp_path / "one", "-f", form, *ASKED)
    assert first == exported(store, tmp_path / "two", "-f", form, *ASKED)
    assert first


def test_an_answer_has_its_things_and_passages(store: Path, kg: KnowledgeGraph, tmp_path: Path) -> None:
    found = kg.question("guidance-depending-on-decision", decision="Buenos Aires 2003")
    read = opened(exported(store, tmp_path / "a.gexf", "-f", "gexf", *ASKED))
    passages = {short(one.id): one.text for one in found.passages}
    assert passages
    assert {
        name: told["text"] for name, told in read.nodes(data=True) if told["kind"] == "Passage"
    } == passages
    directives = {short(str(row["directive"])) for row in found.dicts()}
    assert directives <= set(read)
    for one in directives:
        assert any(read.nodes[other]["kind"] == "Passage" for other in read.successors(one))


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_an_answer_as_rdf_leads_from_each_thing_to_its_words(
    store: Path, kg: KnowledgeGraph, tmp_path: Path, form: str
) -> None:
    text = exported(store, tmp_path / "a", "-f", form, *ASKED)
    graph = ox.Store()
    graph.extend(ox.parse(text, format=FORMATS[form]))
    evidence, exact = ox.NamedNode(REG + "evidence"), ox.NamedNode(OA + "exact")
    selector = ox.NamedNode(OA + "hasSelector")
    found = kg.question("guidance-depending-on-decision", decision="Buenos Aires 2003")
    for row in found.dicts():
        thing = ox.NamedNode(str(row["directive"]))
        words = [
            quote.object
            for said in graph.quads_for_pattern(thing, evidence, None, None)
            for chosen in graph.quads_for_pattern(said.object, selector, None, None)  # type: ignore[arg-type]
            for quote in graph.quads_for_pattern(chosen.object, exact, None, None)  # type: ignore[arg-type]
        ]
        assert words, f"{thing} has no words"
    arrows = list(graph.quads_for_pattern(None, ox.NamedNode(REG + "dependent"), None, None))
    assert {str(row["directive"]) for row in found.dicts()} <= {one.object.value for one in arrows}  # type: ignore[union-attr]


def test_an_answer_is_a_part_of_the_graph(store: Path, tmp_path: Path) -> None:
    everything = exported(store, tmp_path / "all.nq", "-f", "nq").splitlines()
    part = exported(store, tmp_path / "part.nq", "-f", "nq", *ASKED).splitlines()
    assert set(part) < set(everything)


def test_a_question_in_english(store: Path, tmp_path: Path) -> None:
    text = exported(
        store, tmp_path / "a.ttl", "-f", "ttl", "--question", "which documents cite 03 BUENOS AIRES 900102"
    )
    assert f"{ID}document/2003BUENOSAIRES900102".encode() in text or b"2003BUENOSAIRES900102" in text


def test_an_empty_answer_says_why_and_writes_nothing(store: Path, tmp_path: Path) -> None:
    place = tmp_path / "a.gexf"
    code, said = run(
        store,
        "-f",
        "gexf",
        "-o",
        str(place),
        "--question",
        "documents-citing",
        "-p",
        "document=mtcr-statement-2002-warsaw",
    )
    assert (code, place.exists()) == (1, False), said


def test_tables_go_into_a_folder_or_two_files(store: Path, tmp_path: Path) -> None:
    code, said = run(
        store, "-f", "csv", "-o", str(tmp_path / "t"), "--around", "05 STATE 900106", "--relation", "cites"
    )
    assert code == 0, said
    assert {one.name for one in (tmp_path / "t").iterdir()} == {"nodes.csv", "edges.csv"}
    code, said = run(
        store, "-f", "csv", "--nodes", str(tmp_path / "n"), "--edges", str(tmp_path / "e"), *ASKED
    )
    assert code == 0, said
    assert (tmp_path / "n").read_text("utf-8").startswith("id,kind,label,")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-f", "csv"), "two tables"),
        (("-f", "gexf", "--nodes", "n.csv"), "are for csv"),
        (("-f", "ttl", "--kind", "Cable"), "--around"),
        (("-f", "gexf", "--kind", "Ship"), "there is no kind"),
        (("-f", "gexf", "-p", "decision=Buenos Aires 2003"), "for a question"),
        (("-f", "gexf", "--question", "x", "--around", "China"), "not both"),
    ],
)
def test_wrong_use_is_told(store: Path, arguments: tuple[str, ...], said: str) -> None:
    code, output = run(store, *arguments)
    assert code == 2, output
    assert said in " ".join(output.split())
