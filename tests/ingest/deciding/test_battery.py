"""What sentences of reports, guidance and statements tell of decisions and proposals."""

import pytest

from tests.ingest.deciding.battery import Row, decided, proposed, rows


@pytest.mark.parametrize(
    "row",
    [*rows("decided"), *rows("decided_frames"), *rows("decided_widely"), *rows("decided_doubted")],
    ids=lambda row: row.text[:50],
)
def test_decisions_of_a_sentence(row: Row) -> None:
    _, wrong = decided(row)
    assert bool(wrong) == row.still_open, wrong


@pytest.mark.parametrize(
    "row",
    [*rows("proposed"), *rows("proposed_frames"), *rows("proposed_plainly")],
    ids=lambda row: row.text[:50],
)
def test_proposals_of_a_sentence(row: Row) -> None:
    _, wrong = proposed(row)
    assert bool(wrong) == row.still_open, wrong
