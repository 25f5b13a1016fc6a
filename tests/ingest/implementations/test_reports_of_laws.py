"""Reports of what each country has put into law, in wordings of many kinds, and what reports none."""

import pytest

from ingest.annotate.implementations.implementations import annotate_implementations
from tests.knowledge import KNOWLEDGE
from tests.make import cable

REPORTS = [
    (
        "The changes to the Annex agreed at the Oslo Plenary were then taken up. "
        "Chile's regulation was gazetted on May 3. "
        "Peru has a bill before its congress.",
        "CHL:done PER:under-way",
    ),
    (
        "Delegations reported on the list changes adopted at the 2004 Plenary. "
        "Spain: royal decree in force since June 1. "
        "Italy: nothing to date. "
        "Greece and Cyprus: drafts only.",
        "ESP:done ITA:not-yet GRC:under-way CYP:under-way",
    ),
    (
        "Partners told the Chair how they had implemented the amendments approved in Seoul. "
        "In Norway they have been law since March. "
        "In Finland the bill is pending. "
        "The Danish ordinance took effect on July 1.",
        "NOR:done FIN:under-way DNK:done",
    ),
    (
        "National implementation of the amendments decided at the 2009 Plenary was discussed. "
        "Brazil will need a presidential decree. "
        "Canada published its new list on October 4; Australia is to follow in January.",
        "BRA:not-yet CAN:done AUS:expected",
    ),
    (
        "Members reviewed the implementation of the decision on transit taken at the Rio Plenary. "
        "Russia has incorporated it into its control list. "
        "Ukraine has yet to do so. "
        "Korea will amend its notice in June.",
        "RUS:done UKR:not-yet KOR:expected",
    ),
]
NONE = [
    (
        "The changes to the Annex agreed at the Oslo Plenary were then taken up. "
        "Chile thanked the chair. "
        "Peru spoke twice. "
        "Malta's delegate left early."
    ),
    (
        "Delegations discussed the list changes adopted at the 2004 Plenary. "
        "Spain supports them. "
        "Italian law on banks was amended in May."
    ),
]


@pytest.mark.parametrize(("text", "expected"), REPORTS)
def test_who_has_put_it_into_law(text: str, expected: str) -> None:
    found = annotate_implementations(cable(text), KNOWLEDGE)
    assert {f"{one.implementer}:{one.status}" for one in found} == set(expected.split())


@pytest.mark.parametrize("text", NONE)
def test_no_law_is_told_of(text: str) -> None:
    assert list(annotate_implementations(cable(text), KNOWLEDGE)) == []
