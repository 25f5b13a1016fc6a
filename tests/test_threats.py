"""THREAT_MODEL.md says which test holds each property: those tests are there."""

import ast
import re
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
_NAMED: Final = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
_PAGE: Final = (ROOT / "THREAT_MODEL.md").read_text(encoding="utf-8")


def missing(page: str) -> list[str]:
    """The tests that *page* names and that are not there."""
    return [f"{file}::{name}" for file, name in _NAMED.findall(page) if name not in _tests(ROOT / file)]


def _tests(file: Path) -> set[str]:
    if not file.exists():
        return set()
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)}


def test_every_test_that_is_named_is_there() -> None:
    assert missing(_PAGE) == []


def test_every_property_names_a_test() -> None:
    told = _PAGE.partition("## Properties")[2].partition("## What does not hold")[0]
    rows = [line for line in told.splitlines() if line.startswith("| ") and "what holds |" not in line]
    assert len(rows) > 20
    assert [row for row in rows if not _NAMED.search(row)] == []


def test_a_test_that_is_not_there_is_found() -> None:
    assert missing("`tests/test_house.py::test_of_nothing`, `tests/none.py::test_a`") == [
        "tests/test_house.py::test_of_nothing",
        "tests/none.py::test_a",
    ]
