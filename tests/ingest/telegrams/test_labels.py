"""Labels under which lists and archives file a document: its own, and those of its references."""

from dataclasses import replace

import pytest

from ingest.cable import Cable
from ingest.document import Role, Span
from ingest.parse import parse
from ingest.tables import knowledge
from tests.ingest.telegram import parsed
from tests.make import document

LABELS = [
    ("58 VIENNA to DESPATCH 960701", "1958VIENNA-DESPATCH960701"),
    ("1958 VIENNA DESPATCH 960701", "1958VIENNA-DESPATCH960701"),
    ("71 TELAVIVA 96070", "1971TELAVIVA96070"),
    ("71 TEL AVIV A-96070", "1971TELAVIVA96070"),
    ("59 STATE to LISBON 960702", "1959STATE-LISBON960702"),
    ("74 STATE to LISBON 960702", "1974STATE960702"),
    ("59 LISBON to STATE 960702", "1959LISBON960702"),
    ("74 MADRID 960703", "1974MADRID960703"),
]


def filed(label: str, *cells: tuple[str, str]) -> Cable:
    """A report of which only cells tell what it is, the first that label."""
    roles, text = [], ""
    for role, words in (("identifier", label), *cells):
        roles.append(Role(role, Span(len(text), len(text) + len(words))))
        text += f"{words}\n"
    text += "\nTAGS: EAGR\nSUBJECT: CORK\n\nThe harvest of cork was good, as the growers told us last week.\n"
    return parse(replace(document(text), roles=tuple(roles)), knowledge())


@pytest.mark.parametrize(("label", "identifier"), LABELS)
def test_a_cell_names_the_document(label: str, identifier: str) -> None:
    assert filed(label).id == identifier


@pytest.mark.parametrize(("label", "identifier"), LABELS)
def test_a_line_above_the_message_names_the_document(label: str, identifier: str) -> None:
    text = f"{label}\n\nTAGS: EAGR\nSUBJECT: CORK\n\n1. The harvest of cork was good.\n"
    assert parsed(text).id == identifier


@pytest.mark.parametrize(("label", "identifier"), LABELS)
def test_an_item_of_a_list_names_the_document(label: str, identifier: str) -> None:
    top = "R 021200Z MAY 75\nFM AMEMBASSY OSLO\n\nCONFIDENTIAL OSLO 960704\n\n"
    text = f"{top}SUBJECT: CORK\nREF: {label}\n\n1. Cork."
    assert [one.target for one in parsed(text).references] == [identifier]


def test_a_cell_names_sender_and_addressee() -> None:
    made = filed("59 STATE to LISBON 960702", ("origin", "STATE to LISBON"), ("date", "1959-03-04"))
    assert made.header.sender is not None and made.header.sent is not None
    assert (made.header.sender.value, [one.value for one in made.header.to]) == ("STATE", ["LISBON"])
    assert made.header.sent.value == "1959-03-04"


def test_a_number_without_a_year_has_that_of_the_date() -> None:
    assert filed("MADRID 960703", ("date", "1974-03-04")).id == "1974MADRID960703"


@pytest.mark.parametrize("label", ["2006-01-05 ROE-COE 2006-01-05", "05 JAN 2006 ROE 2006-01-05"])
def test_a_label_with_a_date_in_it_is_no_number(label: str) -> None:
    made = filed(label, ("date", "2006-01-05"))
    assert made.header.number is None and made.id.startswith("cable-")
    assert made.year == 2006


def test_posts_with_small_words_in_their_names_are_one_post() -> None:
    assert filed("07 PORT AU PRINCE 960705").id == "2007PORTAUPRINCE960705"
    assert filed("07 ACCRA 960706").id == "2007ACCRA960706"
