"""A regime is data: what CONTRIBUTING says of adding one is done here, step by step, without any code."""

import json
import re
import shlex
import textwrap
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from compendium.cli import app

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^ *```(?P<form>\w+) ?(?P<name>\S*)\n(?P<text>.*?)^ *```$", re.DOTALL | re.MULTILINE)
MOST = 200
"""How many lines of data a regime may take."""


def recipe() -> str:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    return text.partition("## Add a regime\n")[2].partition("\n## ")[0]


def blocks(form: str) -> dict[str, str]:
    return {
        one["name"]: textwrap.dedent(one["text"]) for one in BLOCK.finditer(recipe()) if one["form"] == form
    }


def commands() -> list[list[str]]:
    return [shlex.split(line)[1:] for line in blocks("sh")[""].splitlines()]


def run(words: list[str], **environment: str) -> Result:
    done = CliRunner().invoke(app, words, env={"COLUMNS": "200", **environment})
    assert done.exit_code in (0, 1), done.output
    return done


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The files of the recipe, in a folder that becomes the working directory."""
    for form in ("toml", "csv", "text"):
        for name, text in blocks(form).items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_regime_takes_few_lines_of_data_and_no_code(written: Path) -> None:
    tables = [one for one in (written / "profiles").rglob("*") if one.is_file()]
    assert {one.suffix for one in tables} == {".toml", ".csv"}
    assert sum(len(one.read_text(encoding="utf-8").splitlines()) for one in tables) <= MOST


def test_the_commands_of_the_recipe_read_it_build_it_and_answer(written: Path) -> None:
    extract, build, ask, query = commands()
    said = json.loads(run(extract).stdout)
    assert [one["id"] for one in said["meetings"]] == [
        "tern-assembly-2009-bergen",
        "tern-assembly-2011-valletta",
        "tern-sensor-panel-2010-oslo",
    ]
    [decision] = said["decisions"]
    assert (decision["adopted_at"], decision["passages"]) == ("tern-assembly-2009-bergen", ["2", "3"])
    assert [one["depends_on"] for one in said["directives"]] == [[decision["id"]], []]
    assert said["directives"][0]["about"] == ["tern-sonar"]
    assert [one["id"] for one in said["works"]] == ["tern-schedule"]
    assert said["unresolved"] == []
    run(build)
    assert "report on exports of sonar" in run(ask).stdout
    members = run(query).stdout
    assert all(word in members for word in ("Chile", "Malta", "Norway", "2007", "2014"))


def test_a_folder_of_profiles_may_be_named_in_the_environment(written: Path) -> None:
    named = run(["extract", "telegram.txt"], COMPENDIUM_PROFILES=str(written / "profiles"))
    bare = run(["extract", "telegram.txt"])
    assert json.loads(named.stdout)["works"] != []
    assert json.loads(bare.stdout)["works"] == json.loads(bare.stdout)["meetings"] == []


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("profile.toml", 'id = "tern"', 'id = "arctic"', "must be the folder's name"),
        ("plenaries.csv", "tern-assembly-2011", "assembly-2011", "must begin with 'tern-'"),
        ("partners.csv", "MLT,Malta", "ML,Malta", "'ML' is the code of no country"),
        ("plenaries.csv", ",2009,Bergen", ",in 2009,Bergen", "line 2: column 'year' must be a whole number"),
        ("series.csv", "Assembly,yes", "Council,yes", "is part of 'Council', which has no row"),
    ],
)
def test_a_profile_that_does_not_hold_together_is_refused(
    written: Path, file: str, old: str, new: str, said: str
) -> None:
    path = written / "profiles" / "tern" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    done = CliRunner().invoke(app, ["extract", "telegram.txt", "--profiles", "profiles"])
    assert (done.exit_code, said in done.stderr) == (2, True)


def test_a_folder_without_profiles_is_refused(written: Path) -> None:
    (written / "empty").mkdir()
    done = CliRunner().invoke(app, ["extract", "telegram.txt", "--profiles", "empty"])
    assert (done.exit_code, "has a profile.toml" in done.stderr) == (2, True)


def test_a_profile_of_ones_own_takes_the_place_of_one_that_comes_along(written: Path) -> None:
    own = written / "mine" / "mtcr"
    own.mkdir(parents=True)
    (own / "profile.toml").write_text(
        'id = "mtcr"\nlabel = "Ours"\nnames = ["MTCR"]\nmembers = []\ntags = []\ndefault = false\n',
        encoding="utf-8",
    )
    (written / "note.txt").write_text(
        "CONFIDENTIAL STATE 900118\nSUBJECT: MTCR\n\n1. (C) The MTCR Annex changed.\n", encoding="utf-8"
    )
    for folders, works in ((["mine"], 0), ([], 1)):
        options = [word for folder in folders for word in ("--profiles", folder)]
        assert len(json.loads(run(["extract", "note.txt", *options]).stdout)["works"]) == works
