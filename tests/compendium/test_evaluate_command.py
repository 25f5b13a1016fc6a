"""``compendium evaluate`` as a user meets it: what is printed, what is written, and the exit codes."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner, Result

import ingest.evaluate
from compendium.commands.evaluate import evaluate
from ingest.evaluate import read_gold
from tests.ingest.perfect import perfect

GOLD = Path(__file__).parents[2] / "examples" / "gold" / "2005ANKARA900109.yaml"


def run(*args: object) -> Result:
    app = typer.Typer()
    app.command()(evaluate)
    return CliRunner().invoke(app, [str(arg) for arg in args])


def reader(monkeypatch: pytest.MonkeyPatch, **changes: object) -> None:
    """Make every document say what the gold asks for, but for *changes*."""

    def extracted(_: Path) -> Mapping[str, Any]:
        return {**perfect(read_gold(GOLD)), **changes}

    monkeypatch.setattr(ingest.evaluate, "extracted", extracted)


def test_a_flawless_reading_meets_every_floor(monkeypatch: pytest.MonkeyPatch) -> None:
    reader(monkeypatch)
    done = run(GOLD, "--floor", "1", "--floor", "meetings=1")
    assert done.exit_code == 0
    assert "2005ANKARA900109" in done.output and "meetings" in done.output


def test_a_missed_floor_is_an_error_that_says_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    reader(monkeypatch, meetings=[])
    done = run(GOLD, "--floor", "meetings=0.9")
    assert done.exit_code == 1
    assert "meetings: F1 0.0000, the floor is 0.9" in done.output


def test_what_is_missed_and_false_is_shown_with_its_passage(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = [{"holder": "TUR", "stance": "supports", "towards": "the proposal", "passage": "1"}]
    reader(monkeypatch, positions=wrong)
    shown = run(GOLD, "-v").output
    assert "1 TUR opposes Swedish proposal on brokering" in shown
    assert "1 TUR supports the proposal" in shown


def test_gains_and_losses_against_earlier_scores(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    kept = tmp_path / "scores.json"
    reader(monkeypatch, meetings=[])
    assert run(GOLD, "--json", kept).exit_code == 0
    kinds = json.loads(kept.read_text())["documents"]["2005ANKARA900109"]["kinds"]
    assert kinds["meetings"]["strict"] == "1 gold, 0 found, 0 right"
    reader(monkeypatch, decisions=[])
    shown = run(GOLD, "--against", kept).output
    assert "mtcr-plenary-2005-madrid: missed -> right" in shown
    assert "Annex changes adopted at Madrid (2005): right -> missed" in shown


def test_a_page_that_is_out_of_date_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    page, kept = tmp_path / "quality.md", tmp_path / "scores.json"
    reader(monkeypatch)
    assert run(GOLD, "--check", page).exit_code == 1
    assert run(GOLD, "--write", page, "--json", kept).exit_code == 0
    assert run(GOLD, "--check", page, "--check", kept).exit_code == 0
    reader(monkeypatch, meetings=[])
    stale = run(GOLD, "--check", page, "--check", kept)
    assert stale.exit_code == 1 and stale.output.count("is out of date") == 2


def test_documents_that_are_not_at_hand_are_carried(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    kept, page = tmp_path / "scores.json", tmp_path / "quality.md"
    reader(monkeypatch)
    run(GOLD, "--json", kept)
    kept.write_text(kept.read_text().replace('"specimen": true', '"specimen": false'))
    other = GOLD.with_name("2008MOSCOW900113.yaml")
    assert run(other, "--carry", kept, "--write", page).exit_code == 0
    assert "### 2005ANKARA900109" in page.read_text() and "| 2008MOSCOW900113 |" in page.read_text()


def test_a_checkout_has_its_own_gold_and_another_folder_has_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    reader(monkeypatch)
    monkeypatch.chdir(GOLD.parents[2])
    assert "2009STATE900114" in run().output
    monkeypatch.chdir(tmp_path)
    done = run()
    assert done.exit_code == 2 and "name at least one gold file" in " ".join(done.output.split())


def test_the_rules_that_one_document_triggers_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    reader(monkeypatch, meetings=[{"id": "x", "rule": "series-year, series-place", "passages": ["1"]}])
    shown = run(GOLD, "--rules").output
    assert "2 rules on 1 documents" in shown and "series-place" in shown


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["nowhere.yaml"], "nowhere.yaml cannot be read as gold"),
        ([GOLD, "--floor", "high"], "expected 0.95"),
        ([GOLD, "--floor", "speed=1"], "the kinds are"),
        ([GOLD, GOLD, "--document", "x.txt"], "exactly one"),
        ([GOLD, "--against", GOLD], "holds no scores"),
    ],
)
def test_wrong_use_is_told(args: list[object], words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    reader(monkeypatch)
    done = run(*args)
    assert done.exit_code == 2
    assert words in " ".join(done.output.split())
