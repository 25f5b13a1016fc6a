"""A pointer that ends a paragraph does not take the number of the next one for its label."""

import pytest

from ingest.document import Span
from ingest.parse.listing.reftel import reftels


@pytest.mark.parametrize("gap", ["\n\n", "\r\n\r\n", "\n"])
def test_the_number_of_the_next_paragraph_is_no_label(gap: str) -> None:
    """The full stop ends the sentence, and the number stands on a line of its own."""
    text = f"We made the points in reftel.{gap}2. Nothing else is new."
    found = [
        (one.kind, one.labels) for one in reftels(text, text.lower(), Span(0, len(text)), frozenset("12"))
    ]
    assert found == [("reftel", ())]
