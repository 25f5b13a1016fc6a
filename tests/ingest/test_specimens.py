"""The specimens and their gold agree with each other, and say of themselves that they are invented."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from ingest.evaluate import document_of, read_gold
from ingest.tables import knowledge

EXAMPLES = Path(__file__).parents[2] / "examples"
GOLDS = sorted((EXAMPLES / "gold").glob("*.yaml"))
CABLES = {path.stem: path for path in GOLDS if path.stem[0].isdigit()}

each = pytest.mark.parametrize("path", GOLDS, ids=lambda path: path.stem)


def passages_of(gold: Mapping[str, Any]) -> set[str]:
    numbers = set()
    for row in gold["passages"]:
        parts = (row.get("parts") or []) + (row.get("optional_parts") or [])
        numbers |= {row["number"], *(f"{row['number']}.{part}" for part in parts)}
    return numbers


def test_each_document_has_its_gold() -> None:
    documents = {path.stem for path in EXAMPLES.iterdir() if path.suffix in (".txt", ".md")} - {"README"}
    assert documents == {path.stem for path in GOLDS}
    assert len(documents) >= 14


@each
def test_every_serial_number_is_one_that_no_post_reached(path: Path) -> None:
    numbers = re.findall(
        r"\b[A-Z]+ (?:\([A-Z]+\))?0*(\d{6})\b", document_of(path).read_text(encoding="utf-8")
    )
    assert all(int(number) > 900000 for number in numbers)
    for row in read_gold(path)["references"]:
        if row["type"] == "cable":
            assert int(re.sub(r"^\d{4}\D+", "", row["target"])) > 900000


@each
def test_the_gold_names_only_passages_that_it_lists(path: Path) -> None:
    gold = read_gold(path)
    known = passages_of(gold)
    for kind in ("citations", "directives", "positions", "implementations"):
        assert {row["passage"] for row in gold[kind]} <= known, kind
    for kind in ("meetings", "decisions", "proposals"):
        for row in gold[kind]:
            assert {*row["passages"], *row.get("optional_passages", [])} <= known, row
    for where in gold["countries_mentioned"].values():
        assert where is True or set(where) <= known


@each
def test_what_a_directive_rests_on_is_in_the_gold(path: Path) -> None:
    gold = read_gold(path)
    named = {row["id"] for kind in ("decisions", "proposals") for row in gold[kind]}
    cited = {row.get("target") for row in gold["references"]}
    labels = {f"REF-{row.get('label')}" for row in gold["references"]}
    for row in gold["directives"]:
        targets = {*row.get("depends_on", []), *row.get("depends_on_optional", [])}
        assert targets <= named | cited | labels, row
    for row in gold["implementations"]:
        assert row["implements"] in named


@each
def test_meetings_and_countries_are_those_of_the_tables(path: Path) -> None:
    gold, tables = read_gold(path), knowledge()
    plenaries = {plenary.id for profile in tables.profiles for plenary in profile.plenaries}
    for row in gold["meetings"]:
        if row.get("series") == "Plenary" and "id" in row:
            assert row["id"] in plenaries
    codes = {*gold["countries_mentioned"], *(row["holder"] for row in gold["positions"])}
    assert all(set(code.split("|")) & set(tables.countries) for code in codes)


@each
def test_headings_stand_in_the_document(path: Path) -> None:
    text = re.sub(r"[^a-z]", "", document_of(path).read_text(encoding="utf-8").lower().translate({48: "o"}))
    given = [
        str(row["heading"]) for row in read_gold(path)["passages"] if row.get("heading", "lost") != "lost"
    ]
    for words in given:
        heading = re.sub(r"[^a-z]", "", words.lower())
        # the damaged specimen has "l" for "I"
        assert heading.replace("i", "l") in text.replace("i", "l")


def test_the_telegrams_cite_each_other_in_one_web() -> None:
    reached, todo = set(), ["2009STATE900114"]
    while todo:
        name = todo.pop()
        reached.add(name)
        cited = {row.get("target") for row in read_gold(CABLES[name])["references"]}
        todo += sorted((cited & CABLES.keys()) - reached)
    assert len(reached) >= 10


def test_each_statement_says_that_it_is_a_specimen() -> None:
    for path in EXAMPLES.glob("mtcr-statement-*"):
        assert "No such statement was issued." in path.read_text(encoding="utf-8")
