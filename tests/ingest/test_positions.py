"""Positions: who holds what stance towards what, in guidance and in reports."""

import pytest

from ingest.annotate.positions.positions import annotate_positions
from ingest.mention import PositionMention
from tests.knowledge import KNOWLEDGE
from tests.make import cable

Row = tuple[str, str]


def found(text: str) -> list[PositionMention]:
    return sorted(annotate_positions(cable(text), KNOWLEDGE), key=lambda one: (one.span, one.holder))


STANCES: list[tuple[str, list[Row]]] = [
    ("Russia opposed the draft text.", [("RUS", "opposes")]),
    ("The UK supported the Canadian proposal.", [("GBR", "supports")]),
    ("Brazil could not join consensus on the agenda.", [("BRA", "opposes")]),
    ("China seeks membership in the Regime.", [("CHN", "seeks")]),
    ("Turkey reserved its position on the budget.", [("TUR", "undecided")]),
    ("Japan questioned the need for a new working group.", [("JPN", "questions")]),
    ("Germany said it could agree to the compromise.", [("DEU", "supports")]),
    ("The French delegation expressed concern about costs.", [("FRA", "questions")]),
    (
        "France, Germany and the UK supported the text.",
        [("DEU", "supports"), ("FRA", "supports"), ("GBR", "supports")],
    ),
    ("The USG will not agree to Chinese membership until the criteria are met.", [("USA", "opposes")]),
    ("The U.S. believes the monthly process works well and should be continued.", [("USA", "supports")]),
    ("Italy is still studying the proposal.", [("ITA", "undecided")]),
    ("CANADA STRONGLY SUPPORTED THE PROPOSAL.", [("CAN", "supports")]),
    ("SOVIETS ASIDE, POLAND OBJECTED TO THE TEXT.", [("POL", "opposes")]),
    ("Moscow rejected the compromise.", [("RUS", "opposes")]),
    ("Brazil did not support the draft.", [("BRA", "opposes")]),
    (
        "Several Partners, including France and Japan, supported the idea.",
        [("FRA", "supports"), ("JPN", "supports")],
    ),
    (
        "Denmark, Finland, and Sweden all supported the draft.",
        [("DNK", "supports"), ("FIN", "supports"), ("SWE", "supports")],
    ),
    ("Russia alone opposed the candidacy.", [("RUS", "opposes")]),
    ("Spain was non-committal.", [("ESP", "undecided")]),
    ("Argentina and Brazil voiced opposition.", [("ARG", "opposes"), ("BRA", "opposes")]),
    ("Norway concurred.", [("NOR", "supports")]),
    ("Sweden echoed the U.S. view on transit.", [("SWE", "supports")]),
    ("Hungary warned against haste.", [("HUN", "opposes")]),
    ("Greece would not stand in the way of consensus.", [("GRC", "supports")]),
    ("France was reluctant to accept new members.", [("FRA", "opposes")]),
    ("Opposition to the text came from Russia and Turkey.", [("RUS", "opposes"), ("TUR", "opposes")]),
    ("Bulgaria's candidacy was supported by Greece and Turkey.", [("GRC", "supports"), ("TUR", "supports")]),
    ("The U.S. proposal drew support from Australia and Canada.", [("AUS", "supports"), ("CAN", "supports")]),
    ("Regarding China, Russia again pressed for admission.", [("RUS", "seeks")]),
    ("France has told us that it supports the text.", [("FRA", "supports")]),
    ("Japan questioned the cost. It opposes any new fee.", [("JPN", "questions"), ("JPN", "opposes")]),
    ("We opposed the text.", [("USA", "opposes")]),
    ("Turkey had no objection to the dates.", [("TUR", "supports")]),
    ("The Republic of Korea applied for membership in the Regime.", [("KOR", "seeks")]),
    ("Australia spoke in favor of the new text.", [("AUS", "supports")]),
    ("Bulgaria wants to join the Regime.", [("BGR", "seeks")]),
    ("Japan was awaiting instructions on item 9.", [("JPN", "undecided")]),
    ("Russia, however, argued against any change.", [("RUS", "opposes")]),
    ("Canada (Roy) raised questions about the cost of the proposal.", [("CAN", "questions")]),
    ("Germany supported, but Russia opposed, the text.", [("DEU", "supports"), ("RUS", "opposes")]),
]


@pytest.mark.parametrize(("text", "expected"), STANCES, ids=[text[:50] for text, _ in STANCES])
def test_holder_and_stance(text: str, expected: list[Row]) -> None:
    assert sorted((one.holder, one.stance) for one in found(text)) == sorted(expected)


NONE = [
    "If Russia opposes the text, the delegation may wait.",
    "The delegation should urge Russia to support the text.",
    "Should Japan question the paper, the delegation should note it.",
    "Ask whether France supports the proposal.",
    "Oppose proposals to hold meetings.",
    "The delegation should encourage support for the U.S. proposal.",
    "Chinese entities support programs of concern.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_only_thought_of_is_no_position(text: str) -> None:
    assert found(text) == []


TOWARDS = [
    ("Russia opposed the draft text, as it had in Rome.", "the draft text"),
    ("China seeks membership in the Regime.", "membership in the Regime"),
    ("The U.S. will not agree to Chinese membership until the criteria are met.", "Chinese membership"),
    (
        "Japan said it supported the German proposal on end use controls.",
        "the German proposal on end use controls",
    ),
]


@pytest.mark.parametrize(("text", "towards"), TOWARDS)
def test_towards_what(text: str, towards: str) -> None:
    (one,) = found(text)
    assert one.towards == towards
    assert one.towards_span is not None and one.towards_span.of(text) == towards


def test_conditions_and_hedges_are_kept() -> None:
    (one,) = found("The U.S. will not agree to Chinese membership until those criteria are met.")
    assert one.condition == "until those criteria are met"
    (two,) = found("Russia is likely to oppose the text.")
    assert (two.holder, two.stance, two.hedge) == ("RUS", "opposes", "likely")
