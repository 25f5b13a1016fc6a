from pathlib import Path

import pytest
from typer.testing import CliRunner

from compendium.cli import app
from ontology import names

SHAPE = str(Path(__file__).parents[1] / "data" / "shape.trig")


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["view", *arguments, "--store", SHAPE])
    return done.exit_code, done.output


@pytest.mark.parametrize("named", ["Buenos Aires 2003", "08 STATE 900001", "Argentina", "end use controls"])
def test_a_thing_is_drawn_by_what_people_call_it(tmp_path: Path, named: str) -> None:
    page = tmp_path / "new" / "page.html"
    code, said = run(named, "-o", str(page))
    assert (code, "Open it in a browser" in said) == (0, True), said
    assert page.read_text("utf-8").startswith("<!doctype html>")


def test_an_answer_is_drawn_with_what_was_understood_as_its_title(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    code, said = run(
        "--question", "which guidance depends on the 2003 Buenos Aires decision", "-o", str(page)
    )
    assert code == 0, said
    html = page.read_text("utf-8")
    assert "<h1>Which guidance depends on" in html
    assert "as agreed at the 2003 Buenos Aires Plenary" in html


def test_without_a_thing_the_whole_graph_is_drawn(tmp_path: Path) -> None:
    code, said = run("-o", str(tmp_path / "page.html"))
    assert code == 0, said
    assert "things" in said


def test_an_unknown_thing_is_said_to_be_unknown(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    code, said = run("Atlantis 1066", "-o", str(page))
    assert (code, page.exists()) == (1, False)
    assert "Atlantis 1066" in said


def test_a_thing_and_a_question_are_too_much(tmp_path: Path) -> None:
    assert run("China", "--question", "documents-not-held", "-o", str(tmp_path / "page.html"))[0] == 2


def test_a_country_is_drawn_with_what_concerns_it(tmp_path: Path) -> None:
    file = tmp_path / "graph.ttl"
    file.write_text(
        f"@prefix reg: <{names.REG}> . @prefix rdfs: <{names.RDFS}> .\n"
        f"<{names.thing('country', 'CHN')}> a reg:Country ; rdfs:label 'China' .\n"
        f"<{names.thing('decision', 'x')}> a reg:Decision ; rdfs:label 'admit China' ;"
        f" reg:concerns <{names.thing('country', 'CHN')}> ."
    )
    page = tmp_path / "page.html"
    done = CliRunner().invoke(app, ["view", "China", "--store", str(file), "-o", str(page)])
    assert (done.exit_code, "2 things, 1 ties" in done.output) == (0, True), done.output
