"""Reports of laws in rows, by part of a sentence, and without what is given effect to."""

import pytest

from ingest.annotate.implementations.implementations import annotate_implementations
from ingest.extract import extract
from tests.knowledge import KNOWLEDGE
from tests.make import cable, document

ASKED = "The Chair asked who had implemented the changes to the Annex agreed at the 2009 Rio Plenary. "
SHORT = [
    ("Chile brought them into force on May 3, 2010; Peru on June 9.", "CHL:2010-05-03 PER:2010-06-09"),
    ("Canada's order took effect on January 5, Korea's on March 1.", "CAN:2008-01-05 KOR:2008-03-01"),
    ("Norway has put them into its law, and so has Iceland.", "NOR:None ISL:None"),
    ("Spain and Italy have implemented them, as has Malta.", "ESP:None ITA:None MLT:None"),
    ("Norway's decree was signed March 3.", "NOR:2008-03-03"),
    ("In Estonia and Lithuania the changes apply as of 1 May.", "EST:2008-05-01 LTU:2008-05-01"),
    ("The changes became part of Korean law on May 4.", "KOR:2008-05-04"),
    (
        "Turkey told us that its rules will reflect the additions by October 1, and Norway by year's end.",
        "TUR:2008-10-01 NOR:2008-12",
    ),
    (
        "Replies were as follows:\n\n  Hungary       decree in force, May 2010\n"
        "  Poland        draft before parliament\n  Croatia       nothing to date\n",
        "HUN:2010-05 POL:None HRV:None",
    ),
]
NOT = [
    "Chile implemented the changes in May, and Peru thanked the Chair.",
    "Chile implemented the changes in May; as for Peru, nobody spoke.",
]


@pytest.mark.parametrize(("text", "expected"), SHORT)
def test_every_country_has_its_own_date(text: str, expected: str) -> None:
    found = annotate_implementations(cable(ASKED + text), KNOWLEDGE)
    assert {f"{one.implementer}:{one.due}" for one in found} == set(expected.split())


@pytest.mark.parametrize("text", NOT)
def test_who_is_named_beside_has_implemented_nothing(text: str) -> None:
    assert [one.implementer for one in annotate_implementations(cable(ASKED + text), KNOWLEDGE)] == ["CHL"]


def test_the_next_paragraph_goes_on_with_the_same_decision() -> None:
    body = (
        "5. (C) Laws. The U.S. rule that implements the Annex changes agreed at the 2009 Rio Plenary was "
        "published in May. Japan's order took effect in June.\n\n"
        "6. (C) Chile and Peru have implemented them. Turkey has drafted a decree.\n\n"
        "7. (C) Outreach. Kenya's new law on ports was published.\n"
    )
    made = extract(document(f"CONFIDENTIAL OSLO 900007\n040045Z JUL 10\nSUBJECT: MTCR\n\n{body}"))
    [decision] = made.decisions
    told = {one.implementer: one.implements for one in made.implementations}
    assert {told[code] for code in ("USA", "JPN", "CHL", "PER", "TUR")} == {decision.id}
    assert told.get("KEN") is None


def test_a_heading_names_the_decision_by_its_place() -> None:
    body = (
        "3. (C) Partners recalled the changes to the Annex agreed at the 2009 Rio Plenary, and the "
        "undertaking to report denials agreed at the 2008 Canberra Plenary.\n\n"
        "PUTTING THE RIO CHANGES INTO LAW\n--------------------------------\n\n"
        "4. (C) Canada expects its order to enter into force by June. "
        "Korea's decree is before the cabinet.\n"
    )
    made = extract(document(f"CONFIDENTIAL OSLO 900008\n040045Z MAY 10\nSUBJECT: MTCR\n\n{body}"))
    [rio] = [one.id for one in made.decisions if "2009-rio" in one.id]
    assert {one.implementer: one.implements for one in made.implementations} == {"CAN": rio, "KOR": rio}


def test_what_was_to_be_carried_into_law_is_no_second_decision() -> None:
    body = (
        "2. (C) The Chair recalled that the furnace entry adopted at the 2009 Rio Plenary was to have been "
        "carried into national law within six months. Chile and Peru have done so.\n"
    )
    made = extract(document(f"CONFIDENTIAL OSLO 900009\n040045Z MAY 10\nSUBJECT: MTCR\n\n{body}"))
    [decision] = made.decisions
    assert decision.about == "furnace entry"
    assert {one.implements for one in made.implementations} == {decision.id}
