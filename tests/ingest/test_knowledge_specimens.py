"""The gold of the specimens on decisions, positions and implementations agrees with itself."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from ingest.evaluate import document_of, read_gold
from ingest.tables import knowledge

GOLDS = sorted((Path(__file__).parents[1] / "gold" / "knowledge" / "gold").glob("*.yaml"))

each = pytest.mark.parametrize("path", GOLDS, ids=lambda path: path.stem)


def listed(row: Mapping[str, Any], *keys: str) -> Iterator[str]:
    for key in keys:
        value = row.get(key)
        yield from value if isinstance(value, list) else [] if value is None else [value]


@each
def test_every_serial_number_is_one_that_no_post_reached(path: Path) -> None:
    text = document_of(path).read_text(encoding="utf-8")
    numbers = re.findall(r"\b[A-Z]{4,} (\d{6})\b", text)
    assert all(int(number) >= 960000 for number in numbers)


@each
def test_the_gold_names_only_passages_that_it_lists(path: Path) -> None:
    gold = read_gold(path)
    known = {row["number"] for row in gold["passages"]}
    known |= {f"{row['number']}.{part}" for row in gold["passages"] for part in row.get("parts", [])}
    for kind in ("meetings", "decisions", "proposals", "positions", "implementations", "directives"):
        for row in gold[kind]:
            assert set(listed(row, "passage", "passages", "optional_passages")) <= known, row


@each
def test_what_is_implemented_amended_and_rested_on_is_in_the_gold(path: Path) -> None:
    gold = read_gold(path)
    decisions = {row["id"] for row in gold["decisions"]}
    known = decisions | {row["id"] for row in gold["proposals"]}
    for row in gold["implementations"]:
        assert row["implements"] in decisions or row.get("optional"), row
    for row in (*gold["decisions"], *gold["proposals"]):
        assert set(listed(row, "amends", "supersedes", "implements")) <= decisions, row
    for row in gold["directives"]:
        for target in listed(row, "depends_on", "depends_on_optional"):
            assert target in known or re.fullmatch(r"\d{4}[A-Z]+96\d{4}", target), row


@each
def test_a_plenary_of_the_gold_is_one_of_its_regime(path: Path) -> None:
    known = {plenary.id for profile in knowledge().profiles for plenary in profile.plenaries}
    for row in read_gold(path)["meetings"]:
        assert "-plenary-" not in row.get("id", "") or row["id"] in known, row
