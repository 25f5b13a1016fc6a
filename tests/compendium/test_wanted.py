"""The list of documents that are cited and not held, from the command line."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from compendium.cli import app
from ingest.load import build
from ingest.tables import knowledge
from queries import open_reader
from queries.wanted import wanted

run = CliRunner()

CABLE = """R {day}0045Z {month} 08
FM SECSTATE WASHDC
TO AMEMBASSY PARIS

CONFIDENTIAL STATE {number}

SUBJECT: MTCR DATES
REF: {ref}

1. (C) Posts should follow REF A.
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three cables of which two cite the same one that is not held, and one another."""
    folder = tmp_path_factory.mktemp("wanted")
    for number, day, month, ref in (
        (900010, "02", "JAN", "A. STATE 900005 (ARMS TALKS)"),
        (900030, "09", "FEB", "A. STATE 900005\n     B. STATE 900020"),
        (900050, "20", "MAR", "A. STATE 900020"),
        (900090, "20", "JUN", "A. PARIS 900001"),
    ):
        text = CABLE.format(number=number, day=day, month=month, ref=ref)
        (folder / f"{number}.txt").write_text(text)
    build([folder], folder / "db", knowledge=knowledge())
    return folder / "db"


def test_the_one_that_joins_most_comes_first(store: Path) -> None:
    found = wanted(open_reader(store))
    assert [(one.identifier, one.joins, len(one.cited_by)) for one in found] == [
        ("2008STATE900005", 2, 2),
        ("2008STATE900020", 2, 2),
        ("2008PARIS900001", 1, 1),
    ]
    assert found[0].captions == ("ARMS TALKS",)


def test_a_table_for_people_says_what_its_columns_mean(store: Path) -> None:
    done = run.invoke(app, ["wanted", "--store", str(store)], env={"COLUMNS": "120"})
    assert done.exit_code == 0
    for said in ("08 STATE 900005", "ARMS TALKS", "08 STATE 900010 and 1 more", "3 of 3 documents"):
        assert said in done.output


def test_lists_for_programs(store: Path) -> None:
    rows = list(
        csv.DictReader(io.StringIO(run.invoke(app, ["wanted", "-f", "csv", "--store", str(store)]).output))
    )
    assert [row["identifier"] for row in rows][:2] == ["2008STATE900005", "2008STATE900020"]
    assert rows[0]["kind"] == "Cable"
    data = json.loads(run.invoke(app, ["wanted", "-f", "json", "--limit", "1", "--store", str(store)]).output)
    assert [one["rank"] for one in data] == [1]


def test_a_request_names_the_telegram_its_dates_and_who_cites_it(store: Path, tmp_path: Path) -> None:
    file = tmp_path / "requests.txt"
    given = ["wanted", "2008STATE900005", "-f", "request", "-o", str(file), "--store", str(store)]
    done = run.invoke(app, given)
    assert done.exit_code == 0
    text = file.read_text()
    for said in (
        "Office:      STATE",
        "Number:      900005",
        "(estimated)",
        "cited by 2 documents",
        "ARMS TALKS",
    ):
        assert said in text
    assert "Number:      900020" not in text


def test_an_unknown_name_is_wrong_use(store: Path) -> None:
    assert run.invoke(app, ["wanted", "2008OSLO5", "--store", str(store)]).exit_code == 2
