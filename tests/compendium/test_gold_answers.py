"""The questions that a gold answers, asked of a store with that one document, from file to answer."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import compendium
from ingest.evaluate import document_of, read_gold
from ingest.load import build
from ingest.tables import knowledge
from queries import Answer
from tests.shared import shared

GOLDS = sorted((Path(__file__).parents[2] / "examples" / "gold").glob("*.yaml"))
ASKED = [path for path in GOLDS if "answers:" in path.read_text(encoding="utf-8")]


def local(term: object) -> str:
    """The last part of an identifier."""
    return re.split(r"[/#]", str(term).strip("<>"))[-1]


def values(answer: Answer, column: str) -> set[str]:
    at = answer.columns.index(column)
    return {local(getattr(row[at], "value", row[at])) for row in answer.rows if row[at] is not None}


def check(gold: Path, store: Path) -> None:
    build([document_of(gold)], store, knowledge=knowledge())
    graph = compendium.open(store)
    for question, expected in read_gold(gold)["answers"].items():
        compare(graph.ask(question), expected)


def compare(answer: Answer, expected: Mapping[str, Any]) -> None:
    columns = {"passages": "number", "documents": "cited", "labels": "label", "countries": "country"}
    for kind, wanted in expected.items():
        if kind == "proposals":
            # the gold's names of proposals are its own: as many must be found
            assert len(values(answer, "proposal")) == len(wanted)
        else:
            assert values(answer, columns[kind]) == set(wanted), (answer.understood, answer.why_empty)


@pytest.mark.parametrize("gold", ASKED, ids=lambda path: path.stem)
def test_a_specimen_answers_what_its_gold_says(gold: Path, tmp_path: Path) -> None:
    check(gold, tmp_path / "store")


def test_the_real_telegram_answers_what_its_gold_says(tmp_path: Path) -> None:
    check(shared("gold/2008STATE34976.yaml"), tmp_path / "store")
