"""Who is told to stand where in sentences of many wordings, and who is not."""

import pytest

from tests.ingest.positions.battery import Row, rows, stood


@pytest.mark.parametrize("row", [*rows("stood"), *rows("stood_not")], ids=lambda row: row.text[:50])
def test_who_stands_where(row: Row) -> None:
    _, wrong = stood(row)
    assert bool(wrong) == row.still_open, wrong
