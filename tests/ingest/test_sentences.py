"""Sentences: where they end, and where they only seem to."""

import pytest

from ingest.annotate.language.sentences import sentences
from ingest.document import Span

WHOLE = [
    "The U.S. delegation met the U.K. team at No. 5 on Nov. 3.",
    "See para. 3 and E.O. 12958, e.g. on enforcement.",
    "IT IS IN THE U.S. INTEREST THAT MR. A. B. SMITH REPLY.",
    "They met Gen. Smith, Amb. Doe et al. in Bonn.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_abbreviations_do_not_end_a_sentence(text: str) -> None:
    assert [span.of(text) for span in sentences(text, Span(0, len(text)))] == [text]


SPLIT = [
    ("One is here. Two follows.", ["One is here.", "Two follows."]),
    (
        "No burden on the U.S. The delegation also should listen.",
        ["No burden on the U.S.", "The delegation also should listen."],
    ),
    ("WE AGREE. HOWEVER, YOU SHOULD WAIT.", ["WE AGREE.", "HOWEVER, YOU SHOULD WAIT."]),
    ("Lead:\n--one thing;\n--another\nthing.", ["Lead:", "--one thing;", "--another\nthing."]),
    ("First paragraph.\n\nSecond one.", ["First paragraph.", "Second one."]),
    ("a line that was\n\nbroken by a page.", ["a line that was\n\nbroken by a page."]),
]


@pytest.mark.parametrize(("text", "expected"), SPLIT)
def test_sentences_end_where_they_end(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in sentences(text, Span(0, len(text)))] == expected


def test_a_text_without_any_stop_is_cut_and_nothing_is_lost() -> None:
    text = "delegation should act and " * 2000
    found = sentences(text, Span(0, len(text)))
    assert max(span.end - span.start for span in found) <= 4000
    assert " ".join(span.of(text) for span in found) == text.strip()
