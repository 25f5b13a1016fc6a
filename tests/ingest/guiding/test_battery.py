"""What guidance in many wordings asks for, what that rests on, and which meetings it names."""

from dataclasses import replace

import pytest

from ingest.annotate.directives.directives import annotate_directives
from tests.ingest.guiding.battery import Row, asked, met, rests, rows
from tests.knowledge import KNOWLEDGE
from tests.make import cable

KINDS = ("Memorandum", "Cable")


@pytest.mark.parametrize("row", rows("asked"), ids=lambda row: row.text[:50])
def test_directives_of_a_sentence(row: Row) -> None:
    _, wrong = asked(row)
    assert bool(wrong) == row.still_open, wrong


@pytest.mark.parametrize("row", [*rows("rests"), *rows("leaned")], ids=lambda row: row.text[:50])
def test_what_directives_rest_on(row: Row) -> None:
    _, wrong = rests(row)
    assert bool(wrong) == row.still_open, wrong


@pytest.mark.parametrize("row", rows("met"), ids=lambda row: row.text[:50])
def test_meetings_of_a_sentence(row: Row) -> None:
    _, wrong = met(row)
    assert bool(wrong) == row.still_open, wrong


def test_what_is_said_to_somebody_in_a_talk_asks_nothing_of_readers() -> None:
    text = "Memorandum of Conversation\n\nMTCR\n\nMr. Roe: You should see the Minister. Give me a date."
    found = [tuple(annotate_directives(replace(cable(text), kind=kind), KNOWLEDGE)) for kind in KINDS]
    assert [len(one) for one in found] == [0, 2]
