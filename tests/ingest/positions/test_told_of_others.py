"""Positions of those whom a heading, a list, a question or another's stance names."""

import pytest

from ingest.annotate.positions.positions import annotate_positions
from ingest.document import Document
from ingest.parse import parse
from tests.knowledge import KNOWLEDGE
from tests.make import cable

SIDES = {"+": "supports", "-": "opposes", ">": "seeks", "?": "questions", "0": "undecided"}
TOLD = [
    ("The Chair asked each delegation whether it could accept the fee. Most could. Peru could not.", "PER-"),
    ("Members were asked whether they could support the list. Chile and Malta did so.", "CHL+ MLT+"),
    ("Most members favored the fee, Peru and Chile among them.", "PER+ CHL+"),
    ("The following supported the text: Spain, Italy.", "ESP+ ITA+"),
    ("Russia opposed the fee. Ukraine sided with the Russians.", "RUS- UKR-"),
    ("Brazil cautioned against haste. Ghana aligned itself with the Brazilian statement.", "BRA- GHA-"),
    ("France and Germany spoke. Both favored the fee.", "FRA+ DEU+"),
    ("Greece and Cyprus were asked; all four seasons suit the experts.", ""),
    ("Norway, with Finland and Sweden in support, opposed the fee.", "NOR- FIN+ SWE+"),
    ("The fee was opposed by Spain and, more mildly, by Chile.", "ESP- CHL-"),
    ("Egypt supports (a) but objected to (c).", "EGY+ EGY-"),
    ("Peru endorsed the fee. Chile begged to differ.", "PER+ CHL-"),
    ("We asked whether Peru would object.", ""),
    ("How can Spain accept the fee?", ""),
    ("It is in Turkey's interest to wait.", ""),
    ("The experts are looking for a room with Spain.", ""),
]


def stances(text: str) -> set[tuple[str, str]]:
    return {(one.holder, one.stance) for one in annotate_positions(cable(text), KNOWLEDGE)}


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_who_is_told_of(text: str, expected: str) -> None:
    assert stances(text) == {(one[:3], SIDES[one[3]]) for one in expected.split()}


def test_a_heading_names_those_who_do_what_has_no_subject() -> None:
    text = (
        "STATE 900001\nSUBJECT: MTCR\n\nCANADA\n------\n\n1. (C) Supports the new fee.\n\n"
        "SPAIN AND ITALY\n---------------\n\n2. (C) Both favored a shorter list.\n"
    )
    found = annotate_positions(parse(Document(text, "a.txt", ""), KNOWLEDGE), KNOWLEDGE)
    assert {(one.holder, one.stance) for one in found} == {
        ("CAN", "supports"),
        ("ESP", "supports"),
        ("ITA", "supports"),
    }
