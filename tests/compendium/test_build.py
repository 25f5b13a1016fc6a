import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from compendium.cli import app
from tests.ingest.guidance import extract_by_hand, telegram


@pytest.fixture(autouse=True)
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """These tests are of the commands; what extraction finds is tested elsewhere."""
    monkeypatch.setattr("ingest.extract.extract", extract_by_hand)
    monkeypatch.delenv("COMPENDIUM_STORE", raising=False)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(one) for one in arguments], env={"COLUMNS": "120"})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    for number in (1, 2):
        (made / f"{number}.txt").write_text(telegram(900010 + number, cites=900011 + number))
    return made


def test_build_says_what_it_read_and_where_to_look_next(folder: Path, tmp_path: Path) -> None:
    done = run("build", folder, "--store", tmp_path / "db")
    assert done.exit_code == 0, done.output
    assert "Read 2 documents" in done.output and "2 new" in done.output
    assert "documents held" in done.output and "compendium questions" in done.output


def test_build_goes_on_after_a_bad_file_and_leaves_with_1(folder: Path, tmp_path: Path) -> None:
    (folder / "bad.txt").write_bytes(b"\0\0")
    done = run("build", folder, "--store", tmp_path / "db")
    assert done.exit_code == 1
    assert "bad.txt: the file is binary" in " ".join(done.output.split())
    assert run("check", "--store", tmp_path / "db", "--no-shapes").exit_code == 0


def test_the_store_may_be_named_by_the_environment(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMPENDIUM_STORE", str(tmp_path / "elsewhere"))
    assert run("build", folder).exit_code == 0
    assert (tmp_path / "elsewhere" / "journal").is_file()


def test_build_without_files_and_store_is_wrong_use(tmp_path: Path) -> None:
    assert run("build", "--store", tmp_path / "db").exit_code == 2
    assert not (tmp_path / "db").exists()


@pytest.mark.parametrize("command", ["check", "rebuild", "export"])
def test_commands_without_a_store_say_how_to_make_one(command: str, tmp_path: Path) -> None:
    done = run(command, "--store", tmp_path / "none")
    assert done.exit_code == 2
    assert "compendium build" in done.output
    assert not (tmp_path / "none").exists()


def test_rebuild_and_export_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "db"
    run("build", folder, "--store", store)
    assert run("export", "--store", store, "-o", tmp_path / "a.nq").exit_code == 0
    assert run("rebuild", "--store", store).exit_code == 0
    run("export", "--store", store, "-o", tmp_path / "b.nq")
    assert (tmp_path / "a.nq").read_bytes() == (tmp_path / "b.nq").read_bytes() != b""


def test_check_prints_what_it_looked_at_and_leaves_with_1_when_something_is_wrong(
    folder: Path, tmp_path: Path
) -> None:
    store = tmp_path / "db"
    run("build", folder, "--store", store)
    sound = run("check", "--store", store)
    assert sound.exit_code == 0, sound.output
    assert "spans of evidence read again" in sound.output
    next((store / "raw").iterdir()).write_bytes(b"other")
    broken = run("check", "--store", store, "--no-shapes")
    assert broken.exit_code == 1
    assert "has been changed since it was kept" in broken.output


def test_extract_prints_json_trig_and_quads(folder: Path) -> None:
    said = json.loads(run("extract", folder / "1.txt").output)
    assert said["document"]["id"] == "2008STATE900011"
    trig = run("extract", folder / "1.txt", "--format", "trig").output
    assert "a reg:Cable" in trig.replace("reg:Document , ", "").replace(
        "reg:Cable , reg:Document", "reg:Cable"
    )
    quads = run("extract", folder / "1.txt", "--format", "nq").output.splitlines()
    assert quads == sorted(quads) and len(quads) > 300


def test_extract_says_why_a_file_is_no_document(tmp_path: Path) -> None:
    done = run("extract", tmp_path / "none.txt")
    assert done.exit_code == 2
    assert "there is no such file" in done.output
