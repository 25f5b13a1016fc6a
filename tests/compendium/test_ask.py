"""Questions from the command line and from Python."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

import compendium
from compendium.cli import app
from ontology.names import thing
from ontology.terms import C_DECISION
from queries import BadParameter

SHAPE = str(Path(__file__).parents[1] / "data" / "shape.trig")
run = CliRunner()


def test_ask_shows_what_it_understood_the_passage_and_out_of_how_much() -> None:
    done = run.invoke(
        app, ["ask", "which guidance depends on the 2003 Buenos Aires decision", "--store", SHAPE]
    )
    assert done.exit_code == 0
    for said in ("guidance-depending-on-decision", "7.C", "urge", "08 STATE 900001", "Searched 1 document"):
        assert said in done.output


def test_an_empty_answer_says_why_and_is_no_failure() -> None:
    done = run.invoke(app, ["ask", "which documents does 08 STATE 900002 cite", "--store", SHAPE])
    assert done.exit_code == 0
    assert "Nothing found" in done.output
    assert "only cited" in done.output


def test_what_is_not_understood_shows_examples() -> None:
    done = run.invoke(app, ["ask", "sing me a song", "--store", SHAPE])
    assert done.exit_code == 1
    assert "for example" in done.output


def test_what_is_not_understood_shows_passages_with_its_words() -> None:
    done = run.invoke(app, ["ask", "sing me a song that I urge", "--store", SHAPE])
    assert done.exit_code == 1
    assert "08 STATE 900001, 7.C (C)" in done.output
    assert "urge Partners to report" in " ".join(done.output.split())


def test_no_store(tmp_path: Path) -> None:
    done = run.invoke(app, ["ask", "which documents are not held", "--store", str(tmp_path / "none")])
    assert done.exit_code == 2
    assert "compendium build" in done.output


def test_query_takes_parameters_in_words() -> None:
    given = ["query", "guidance-depending-on-decision", "-p", "decision=Buenos Aires 2003", "--format", "csv"]
    done = run.invoke(app, [*given, "--store", SHAPE])
    assert done.exit_code == 0
    assert done.output.startswith("directive,modality,act")
    assert "as-agreed-at" in done.output


def test_query_reads_files_and_standard_input(tmp_path: Path) -> None:
    file = tmp_path / "mine.rq"
    file.write_text("SELECT ?l WHERE { ?d a reg:Decision ; rdfs:label ?l } ORDER BY ?l")
    done = run.invoke(app, ["query", str(file), "-f", "json", "--store", SHAPE])
    assert "Buenos Aires 2003" in done.output
    done = run.invoke(app, ["query", "-", "--store", SHAPE], input="ASK { ?d a reg:Decision }")
    assert done.output.strip() == "yes"


@pytest.mark.parametrize(
    ("text", "place"), [("SELECT ?a WHERE {\n ?a }", ":2:"), ("#+ number: [\nSELECT * WHERE {}", ":1:")]
)
def test_a_broken_file_is_named_with_its_place(tmp_path: Path, text: str, place: str) -> None:
    file = tmp_path / "mine.rq"
    file.write_text(text)
    done = run.invoke(app, ["query", str(file), "--store", SHAPE])
    assert done.exit_code == 1
    assert f"mine.rq{place}" in done.output.replace("\n", "")


def test_questions_lists_the_catalogue() -> None:
    assert "guidance-depending" in run.invoke(app, ["questions"]).output
    assert "Turned round" in run.invoke(app, ["questions", "documents-citing"]).output
    assert run.invoke(app, ["questions", "nothing"]).exit_code == 2


def test_python_asks_queries_and_walks() -> None:
    kg = compendium.open(SHAPE)
    assert kg.ask("which guidance depends on the 2003 Buenos Aires decision").passages[0].number == "7.C"
    frame = kg.query(
        "SELECT ?l WHERE { VALUES ?c { ?_c } ?c rdfs:label ?l }",
        c=thing("country", "ARG"),
    )
    assert frame.to_pandas()["l"].tolist() == ["Argentina"]
    assert len(list(kg.graph().query(f"SELECT ?d WHERE {{ ?d a <{C_DECISION}> }}"))) == 1
    with pytest.raises(BadParameter, match="was given"):
        kg.query("SELECT ?l WHERE { VALUES ?l { ?_c } }", d=1)
    assert kg.question("documents-citing", document="08 STATE 900002").rows


def test_a_name_that_nothing_has_is_not_passed_over_in_silence() -> None:
    done = run.invoke(
        app, ["ask", "which guidance depends on the Bunos Aires decision of 2003", "--store", SHAPE]
    )
    assert "did you mean Buenos Aires?" in " ".join(done.output.split())


def test_a_printed_answer_quotes_its_passages() -> None:
    printed = str(compendium.open(SHAPE).ask("which guidance depends on the 2003 Buenos Aires decision"))
    assert "as agreed at the 2003 Buenos Aires Plenary" in printed
    assert "Searched 1 document" in printed
