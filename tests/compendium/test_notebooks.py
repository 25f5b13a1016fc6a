"""The notebooks run from start to end, and what they show is what is stored in them."""

from pathlib import Path

import nbformat
import pytest

from tests.notebooks import NOTEBOOKS, executed, read, shown


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: str(path.stem))
def test_a_notebook_shows_what_it_computes(path: Path) -> None:
    stored = read(path)
    assert shown(executed(path)) == shown(stored), f"{path.name} is stale: python -m tests.notebooks"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: str(path.stem))
def test_a_notebook_has_prose_tables_and_a_picture(path: Path) -> None:
    book = read(path)
    nbformat.validate(book)
    kinds = {
        kind for cell in book.cells for output in cell.get("outputs", []) for kind in output.get("data", {})
    }
    assert {"text/html", "image/svg+xml"} <= kinds
    assert sum(cell.cell_type == "markdown" for cell in book.cells) * 2 >= len(book.cells) - 2


def test_there_are_notebooks() -> None:
    assert {path.stem for path in NOTEBOOKS} == {"lineage-of-a-decision", "positions-over-time"}
