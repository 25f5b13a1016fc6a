"""The seed, a damaged guidance telegram: every number, mark and reference against the gold made by hand."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from ingest.cable import Cable
from ingest.parse import parse
from ingest.read import read
from ingest.tables import knowledge
from tests.ingest.telegram import passage
from tests.shared import shared


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(shared("gold/2008STATE34976.yaml").read_text("utf-8"))
    return loaded


@pytest.fixture(scope="module")
def seed() -> Cable:
    return parse(read(Path(shared("seeds/2008STATE34976.md"))), knowledge())


def expected(gold: dict[str, Any]) -> set[str]:
    made = {"2-3"}
    for row in gold["passages"]:
        made.add(row["number"])
        made |= {f"{row['number']}.{part}" for part in row.get("parts", ())}
        made |= {f"{row['number']}.{place}" for place in range(1, row.get("bullets", 0) + 1)}
    return made


def test_every_passage_and_no_other(seed: Cable, gold: dict[str, Any]) -> None:
    assert {one.number for one in seed.passages} == expected(gold)


def test_marks_and_headings(seed: Cable, gold: dict[str, Any]) -> None:
    for row in gold["passages"]:
        one = passage(seed, row["number"])
        assert one.marking == row.get("marking")
        assert one.marking_status == ("stated" if "marking" in row else "lost")
        assert one.heading == (None if row.get("heading") == "lost" else row.get("heading"))
        assert (one.number_status == "inferred") is row.get("inferred", False)


def test_parts_have_the_mark_of_their_paragraph(seed: Cable) -> None:
    assert (passage(seed, "7.C").marking, passage(seed, "7.C").marking_status) == ("C", "inherited")
    assert (passage(seed, "3.A").marking, passage(seed, "3.A").marking_status) == (None, "lost")


def test_references(seed: Cable, gold: dict[str, Any]) -> None:
    for row, one in zip(gold["references"], seed.references, strict=True):
        assert (one.label, one.type, one.caption) == (row["label"], row["type"], row.get("caption"))
        assert one.target == row.get("target", "email-2008-02-21-durham-conway")


def test_header(seed: Cable, gold: dict[str, Any]) -> None:
    head, row = seed.header, gold["document"]
    assert seed.id == row["id"]
    single = (
        "classification",
        "post",
        "number",
        "sent",
        "attention",
        "eo",
        "declassify",
        "subject",
        "classified_by",
    )
    for name in single:
        assert getattr(head, name).value == row[name], name
    assert [tag.value for tag in head.tags] == row["tags"]
    assert [one.value for one in head.info] == row["info"]
    assert [one.value for one in head.reasons] == row["reasons"]
    assert seed.problems == ()


def test_a_passage_goes_on_after_the_page(seed: Cable) -> None:
    assert passage(seed, "3.C").body.of(seed.text).endswith("national policy.")
    assert passage(seed, "12").body.of(seed.text).endswith("2008 Plenary.")
