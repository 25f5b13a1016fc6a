"""PDF files that hold text: page by page, as it is read, and nothing lost."""

import pytest

from ingest.document import Document
from ingest.read import read_bytes
from tests.ingest.ocr.made import printed

LINES = ("FM SECSTATE WASHDC", "TO AMEMBASSY ROME", "", "1. THE LIST IS LEFT OPEN.", "", "2. NO ACTION.")


def accounted(document: Document) -> bool:
    """Whether each character of the source is in the text or counted as dropped."""
    kept = sum(one.source.end - one.source.start for one in document.origin)
    return document.characters == kept + sum(one.characters for one in document.dropped)


def test_pages_are_stretches_in_their_order() -> None:
    made = read_bytes(printed(LINES, ("PAGE TWO", "3. END.")), "cable.pdf")
    assert made.form == "pdf"
    assert [(one.name, one.span.of(made.text).split("\n")[0]) for one in made.roles] == [
        ("1", "FM SECSTATE WASHDC"),
        ("2", "PAGE TWO"),
    ]
    assert made.text.endswith("PAGE TWO\n3. END.\n")
    assert accounted(made)
    assert made.sheets == ()


def test_an_empty_line_stands_where_the_page_leaves_room() -> None:
    made = read_bytes(printed(LINES), "cable.pdf")
    assert "AMEMBASSY ROME\n\n1. THE LIST" in made.text


def test_lines_drawn_in_any_order_are_read_from_the_top() -> None:
    made = read_bytes(printed(LINES, order=(5, 3, 0, 1)), "cable.pdf")
    assert [line for line in made.text.split("\n") if line] == [line for line in LINES if line]
    assert accounted(made)


def test_a_divided_word_stays_divided() -> None:
    made = read_bytes(printed(("1. THE MATTER IS UNDER CON-", "SIDERATION HERE.")), "cable.pdf")
    assert made.text == "1. THE MATTER IS UNDER CON-\nSIDERATION HERE.\n"
    assert accounted(made)


@pytest.mark.parametrize("name", ["cable.txt", "cable", "cable.PDF"])
def test_a_pdf_is_told_by_its_content(name: str) -> None:
    assert read_bytes(printed(LINES), name).form == "pdf"


def test_a_text_that_speaks_of_pdf_is_text() -> None:
    assert read_bytes(b"THE FILE BEGINS WITH %PDF-1.4 AND IS NONE.", "a.txt").form == "text"
