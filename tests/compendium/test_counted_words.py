"""What the commands say of numbers of things."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from compendium.cli import app
from ingest.load import build
from ingest.load.compare import differences

RUN = CliRunner()
TELEGRAM = """CONFIDENTIAL STATE 900001
040045Z APR 08
SUBJECT: DATES

1. (C) China seeks membership today.
"""


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store of one telegram, of which two copies are held that differ in a word and in two marks."""
    (tmp_path / "a.txt").write_text(TELEGRAM)
    (tmp_path / "b.txt").write_text(TELEGRAM.replace("China", "-- Chile").replace("today", "to-day"))
    build([tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "db", in_process=True)
    return tmp_path / "db"


def test_one_copy_is_one_copy_and_words_come_before_layout(store: Path) -> None:
    said = RUN.invoke(app, ["check", "--copies", "--store", str(store)]).output
    assert "1 document has 1 further copy" in said
    assert "differ in layout alone" in said
    assert "China" in said and "Chile" in said
    assert "- nothing" not in said


def test_a_rebuild_does_not_say_that_it_read_nothing(store: Path) -> None:
    said = RUN.invoke(app, ["rebuild", "--store", str(store)]).output
    assert "Read 0" not in said
    assert "it has" in said


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("to-day the envoy agreed", "today the envoy agreed", 0),
        ("the envoy -- agreed", "the envoy agreed", 0),
        ("the envoy agreed.", "the envoy refused.", 1),
        ("1. (C) Text", "1. (S) Text", 1),
    ],
)
def test_what_is_set_otherwise_is_layout(one: str, other: str, words: int) -> None:
    found = list(differences(one, other))
    assert found
    assert sum(not stretch.layout for stretch in found) == words
