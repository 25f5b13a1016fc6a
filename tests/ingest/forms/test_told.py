"""What a file tells of a telegram beside its text fills what the text leaves open."""

from typing import Final

import pytest

from ingest.cable import Cable
from ingest.parse import parse
from ingest.read import read_bytes
from ingest.tables import knowledge

PARTIAL: Final = (
    "This record is a partial extract of the original cable."
    " The full text of the original cable is not available.\n\n"
    "040815Z Apr 08\n\nC O N F I D E N T I A L SECTION 01 OF 02 ROME 900031\n\nSIPDIS\n\n"
    "E.O. 12958: DECL: 04/03/2018\nTAGS: PARM, PREL, IT\nSUBJECT: MTCR: ITALY ON THE AGENDA\n\n"
    "1. (C) Italy agreed with the points.\n\n2. (C) It will join the consensus.\n"
)
BARE: Final = (
    "This record is a partial extract of the original cable."
    " The full text of the original cable is not available.\n\n"
    "SUBJECT: MTCR: ITALY ON THE AGENDA\n\n1. (C) Italy agreed with the points.\n\n2. (C) It will join.\n"
)
CELLS: Final = {
    "Identifier": "08ROME900031",
    "Date": "2008-04-04 08:15:00",
    "Classification": "CONFIDENTIAL//NOFORN",
    "Origin": "Embassy Rome",
    "References": "08STATE900007 | 07PARIS900011",
}


def parsed(page: str) -> Cable:
    return parse(read_bytes(page.encode(), "page.html"), knowledge())


def table(cells: dict[str, str]) -> str:
    rows = "".join(f"<tr><th>{label}</th><td>{value}</td></tr>" for label, value in cells.items())
    return f"<table>{rows}</table>"


def terms(cells: dict[str, str]) -> str:
    return "<dl>" + "".join(f"<dt>{label}<dd>{value}" for label, value in cells.items()) + "</dl>"


def labelled(cells: dict[str, str]) -> str:
    return "".join(f"<p><b>{label}:</b> {value}</p>" for label, value in cells.items())


def page(around: str, text: str) -> str:
    return f"<html><body><div class='menu'><a href='/'>Home</a></div>{around}<pre>{text}</pre></body></html>"


@pytest.mark.parametrize("around", [table, terms, labelled])
def test_a_partial_extract_has_the_name_and_date_of_its_cells(around: object) -> None:
    assert callable(around)
    made = parsed(page(around(CELLS), BARE))
    assert made.id == "2008ROME900031"
    assert made.header.sent is not None and made.header.sent.value == "2008-04-04T08:15:00Z"
    assert made.header.classification is not None and made.header.classification.value == "CONFIDENTIAL"
    assert made.header.subject is not None and made.header.subject.value == "MTCR: ITALY ON THE AGENDA"
    assert [one.number for one in made.passages] == ["1", "2"]


@pytest.mark.parametrize("around", [table, terms])
def test_references_that_only_cells_list_are_references(around: object) -> None:
    assert callable(around)
    made = parsed(page(around(CELLS), PARTIAL))
    told = [(one.target, one.rule) for one in made.references]
    assert told == [("2008STATE900007", "told-reference"), ("2007PARIS900011", "told-reference")]
    assert all(one.span.of(made.document.text) in CELLS["References"] for one in made.references)


def test_cells_settle_the_year_of_a_reference() -> None:
    text = PARTIAL.replace("\n\n1. (C)", "\n\nREF: A. PARIS 900011\n     B. STATE 900007\n\n1. (C)")
    made = parsed(page(table(CELLS), text))
    found = [(one.label, one.target, one.year_status) for one in made.references]
    assert found == [("A", "2007PARIS900011", "settled"), ("B", "2008STATE900007", "assumed")]


def test_the_text_of_a_telegram_comes_before_its_cells() -> None:
    made = parsed(page(table(CELLS | {"Identifier": "08ROME900099", "Date": "2008-05-05"}), PARTIAL))
    assert made.id == "2008ROME900031"
    assert made.header.sent is not None and made.header.sent.value == "2008-04-04T08:15:00Z"
    assert "the file names the document otherwise than its text does" in [one.why for one in made.problems]


def test_a_page_of_electronic_telegrams_of_the_seventies() -> None:
    cells = {
        "Canonical ID": "1974ROME900031",
        "Original Classification": "CONFIDENTIAL",
        "From": "Italy Rome",
    }
    body = "<p>1. THE MINISTER AGREED WITH THE POINTS OF THE EMBASSY.</p><p>2. HE WILL WRITE AGAIN.</p>"
    head = "<p>CONFIDENTIAL ROME 900031<br>E.O. 11652: GDS<br>TAGS: PARM, IT<br>SUBJECT: TALKS ON EXPORTS</p>"
    made = parsed(
        f"<html>{table(cells | {'Date': '1974 February 5, 10:20 (Tuesday)'})}<div>{head}{body}</div></html>"
    )
    assert made.id == "1974ROME900031"
    assert [one.number for one in made.passages] == ["1", "2"]
