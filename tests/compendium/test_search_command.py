"""Search from the command line."""

import json
from pathlib import Path

from typer.testing import CliRunner

from compendium.cli import app
from tests.queries.search.library import library

run = CliRunner()


def test_a_search_shows_passages_with_their_marks_and_what_narrows_it(tmp_path: Path) -> None:
    store = str(library(tmp_path))
    done = run.invoke(app, ["search", "hydrophones", "--store", store])
    assert done.exit_code == 0
    for said in (
        "04 OSLO 900001, 2 (S)",
        "04 OSLO 900001, 1 (document C)",
        "4 of 4 shown",
        "--year: 2004 3, 2007 1",
    ):
        assert said in done.output


def test_a_search_can_be_narrowed_and_written_as_json(tmp_path: Path) -> None:
    asked = ["search", '"end use"', "--year", "2007", "-f", "json", "--store", str(library(tmp_path))]
    page = json.loads(run.invoke(app, asked).output)
    [hit] = page["hits"]
    assert hit["label"] == "07 STATE 900002, 2"
    assert [hit["snippet"]["text"][a:b] for a, b in hit["snippet"]["marks"]] == ["end-use"]


def test_nothing_found_and_nothing_sought(tmp_path: Path) -> None:
    store = str(library(tmp_path))
    assert run.invoke(app, ["search", "sonar", "--store", store]).exit_code == 1
    done = run.invoke(app, ["search", "?", "--store", store])
    assert done.exit_code == 2
    assert "no words" in done.output
    assert run.invoke(app, ["search", "x", "--store", str(tmp_path / "none")]).exit_code == 2


def test_a_query_can_search(tmp_path: Path) -> None:
    asked = 'SELECT ?l { ?p search:matches ("hydrophones" 1) . ?p rdfs:label ?l }'
    done = run.invoke(app, ["query", asked, "-f", "csv", "--store", str(library(tmp_path))])
    assert done.exit_code == 0
    assert "04 OSLO 900001, 2" in done.output
    assert "the best 1 of 3 passages" in done.output
