"""What needs a human is listed by effect, judged at the terminal, and not asked again."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from compendium.cli import app
from ingest.judgement.read import read_judged
from ingest.load import build
from tests.ingest.join.cables import cable
from tests.ingest.join.test_store import FIRST, SECOND, THIRD, decisions
from tests.ingest.load.files import exported


@pytest.fixture
def store(tmp_path: Path) -> Path:
    bodies = ((900101, FIRST, 5), (900102, SECOND, 6), (900103, THIRD, 4))
    made = [cable(tmp_path / "in", number, body, year=year) for number, body, year in bodies]
    build(made, tmp_path / "db", in_process=True)
    return tmp_path / "db"


def run(store: Path, *options: str, said: str = "") -> str:
    done = CliRunner().invoke(app, ["review", "--store", str(store), *options], input=said)
    assert done.exit_code == 0, done.output
    return done.output


def test_a_wrong_join_is_found_split_and_withdrawn_to_the_same_bytes(store: Path) -> None:
    before = exported(store)
    [matter] = json.loads(run(store, "--list", "--format", "json"))
    assert matter["kind"] == "joined"
    assert [len(side["quotes"]) > 0 for side in matter["sides"]] == [True, True]
    shown = run(store, "--who", "R. Reader", said="n\nanother year\n")
    assert "report annually on their" in shown
    assert "compendium build" in shown
    build([], store, in_process=True)
    assert len(decisions(store)) == 3
    assert json.loads(run(store, "--list", "--format", "json")) == []
    path = store.parent / "curation" / "same.tsv"
    [line] = read_judged(path.parent).same
    assert (line.verdict, line.line.who, line.line.why) == ("not-same", "R. Reader", "another year")
    path.write_text(path.read_text().rstrip("\n") + "2026-11-24\n")
    build([], store, in_process=True)
    assert exported(store) == before


def test_skipping_and_quitting_judge_nothing(store: Path) -> None:
    assert "nothing was judged" in run(store, "--who", "R. Reader", said="x\nk\n")
    assert "nothing was judged" in run(store, "--who", "R. Reader", said="q\n")
    assert not (store.parent / "curation").exists()
    assert "1 of 1 to look at" in run(store, "--list")
