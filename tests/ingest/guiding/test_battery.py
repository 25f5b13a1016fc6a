"""What guidance in many wordings asks for, what that rests on, and which meetings it names."""

import pytest

from tests.ingest.guiding.battery import Row, asked, met, rests, rows


@pytest.mark.parametrize("row", rows("asked"), ids=lambda row: row.text[:50])
def test_directives_of_a_sentence(row: Row) -> None:
    _, wrong = asked(row)
    assert bool(wrong) == row.still_open, wrong


@pytest.mark.parametrize("row", rows("rests"), ids=lambda row: row.text[:50])
def test_what_directives_rest_on(row: Row) -> None:
    _, wrong = rests(row)
    assert bool(wrong) == row.still_open, wrong


@pytest.mark.parametrize("row", rows("met"), ids=lambda row: row.text[:50])
def test_meetings_of_a_sentence(row: Row) -> None:
    _, wrong = met(row)
    assert bool(wrong) == row.still_open, wrong
