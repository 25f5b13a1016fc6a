"""The specimens of ``examples`` as a store: everything together, with nothing made by hand."""

import io
from pathlib import Path

import pytest

from ingest.load import build, check, export
from ingest.tables import knowledge

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("examples") / "db"
    build([EXAMPLES], made, knowledge=knowledge())
    return made


def test_nothing_in_the_store_is_wrong(store: Path) -> None:
    report = check(store)
    assert report.failures == ()
    assert report.checked["spans of evidence read again"] > 500


def test_the_order_of_reading_changes_nothing(store: Path, tmp_path: Path) -> None:
    files = sorted(
        path for path in EXAMPLES.iterdir() if path.suffix in {".txt", ".md"} and path.stem != "README"
    )
    other = tmp_path / "db"
    half = len(files) // 2
    build(reversed(files[half:]), other, knowledge=knowledge())
    build(files[:half], other, knowledge=knowledge())
    exports = []
    for place in (store, other):
        output = io.BytesIO()
        export(place, output)
        exports.append(output.getvalue())
    assert exports[0] == exports[1]
