"""Citations found in raw text, without a parse: the same places that the annotators see."""

from collections import Counter

import pytest

from ingest.annotate.names.citations import annotate_citations
from ingest.parse.listing.cites import find_citations
from ingest.tables import knowledge
from tests.ingest.styles.examples import ONE, TEN, Example, examples
from tests.ingest.telegram import telegram

BODIES = tuple(
    one for one in examples() if one.written.startswith(("body:", "alone:")) and one.style != "X02"
)


@pytest.mark.parametrize("example", BODIES, ids=lambda one: f"{one.style}-{one.written}")
def test_what_is_annotated_is_found_in_the_raw_text(example: Example) -> None:
    place, _, words = example.written.partition(": ")
    cable = telegram(f"1. (C) {words}", ref=TEN if place == "body" else ONE)
    made = {one.span for one in annotate_citations(cable, knowledge())}
    found = {
        one.span for one in find_citations(cable.text, knowledge()) if one.span.start >= cable.body.start
    }
    assert made <= found


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("See Embtels 1665 and reDeptel 33; Secto 56.", {"relative": 3}),
        ("as the Embassy's telegram 482 put it", {"relative": 1}),
        ("REF: A. 07 LIMA 4\n     B. QUITO 5\n\n1. Per ref B.", {"reference": 2, "letters": 1}),
        ("in the Embassy 12 men met 30 others on May 5, 1956 in Paris", {}),
    ],
)
def test_kinds(text: str, kinds: dict[str, int]) -> None:
    assert Counter(one.kind for one in find_citations(text, knowledge())) == kinds
