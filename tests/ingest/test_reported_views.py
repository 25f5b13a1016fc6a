"""Positions and implementations as reports word them: every way of taking a side, and what takes none."""

import pytest

from ingest.annotate.implementations.implementations import annotate_implementations
from ingest.annotate.positions.positions import annotate_positions
from tests.knowledge import KNOWLEDGE
from tests.make import cable

STANCES: list[tuple[str, list[tuple[str, str]]]] = [
    ("Sweden lent its full weight to the Danish draft.", [("SWE", "supports")]),
    ("The Hungarian expert spoke against including the item.", [("HUN", "opposes")]),
    (
        "Ambassador Ruiz (Argentina) indicated that Buenos Aires could accept the package.",
        [("ARG", "supports")],
    ),
    ("Japan's representative expressed serious doubts about the timetable.", [("JPN", "questions")]),
    ("The French were unenthusiastic about the scheme.", [("FRA", "questions")]),
    ("The Brazilians asked for clarification of the parameters.", [("BRA", "questions")]),
    ("Ankara made clear that it would not agree to any list of destinations.", [("TUR", "opposes")]),
    ("Tokyo told us it favored the shorter text.", [("JPN", "supports")]),
    ("The ROK rep took no position on the matter.", [("KOR", "undecided")]),
    ("Poland would go along with the compromise if others did.", [("POL", "supports")]),
    ("Only Russia dissented.", [("RUS", "opposes")]),
    (
        "Italy backed the plan, as did Greece and Portugal.",
        [("ITA", "supports"), ("GRC", "supports"), ("PRT", "supports")],
    ),
    ("Canada welcomed the proposal. So did Norway.", [("CAN", "supports"), ("NOR", "supports")]),
    (
        "France, Spain and Belgium supported the paper; Turkey did not.",
        [("FRA", "supports"), ("ESP", "supports"), ("BEL", "supports"), ("TUR", "opposes")],
    ),
    ("All Partners except Brazil endorsed the revised text.", [("BRA", "opposes")]),
    ("With the exception of South Africa, all delegations supported the change.", [("ZAF", "opposes")]),
    ("Germany had opposed the fee at Canberra but now accepts it.", [("DEU", "supports")]),
    ("Russia dropped its objection to the German candidacy.", [("RUS", "supports")]),
    ("Ireland awaits instructions on the paper.", [("IRL", "undecided")]),
    ("New Zealand sat on the fence.", [("NZL", "undecided")]),
    ("Australia seconded the motion.", [("AUS", "supports")]),
    ("The UK echoed the Canadian concerns about cost.", [("GBR", "questions")]),
    ("The Netherlands had no problem with the dates.", [("NLD", "supports")]),
    ("Switzerland had problems with paragraph four.", [("CHE", "opposes")]),
    ("Austria said it would need more time to study the draft.", [("AUT", "undecided")]),
    ("Finland would not block consensus.", [("FIN", "supports")]),
    ("Luxembourg agreed in principle to the plan.", [("LUX", "supports")]),
    ("Ukraine proposed that the Chair visit Tashkent.", [("UKR", "seeks")]),
    ("Croatia has applied for membership.", [("HRV", "seeks")]),
    ("Kazakhstan wishes to join the Regime.", [("KAZ", "seeks")]),
    ("South Korea pressed for an early decision on the item.", [("KOR", "seeks")]),
    ("India called for equal treatment of applicants.", [("IND", "seeks")]),
    ("Belgium wondered whether the definition was precise enough.", [("BEL", "questions")]),
    ("Denmark questioned whether the Chair had a mandate.", [("DNK", "questions")]),
    ("China reserved its position on the statement.", [("CHN", "undecided")]),
    ("Portugal abstained on the vote.", [("PRT", "undecided")]),
    ("Norway associated itself with the UK statement.", [("NOR", "supports")]),
    ("Bulgaria joined Romania in supporting the amendment.", [("BGR", "supports"), ("ROU", "supports")]),
    ("Hungary, joined by Poland, opposed the new requirement.", [("HUN", "opposes"), ("POL", "opposes")]),
    ("The Czech delegation was not persuaded that the change was needed.", [("CZE", "questions")]),
    ("Russia regards the draft as unbalanced.", [("RUS", "opposes")]),
    ("Italy found the text acceptable.", [("ITA", "supports")]),
    ("Spain said the proposal was premature.", [("ESP", "opposes")]),
    ("The new wording was unacceptable to Turkey.", [("TUR", "opposes")]),
    ("Japan called the idea a step in the right direction.", [("JPN", "supports")]),
    ("Greece thought the list too broad.", [("GRC", "questions")]),
    ("Speaking in favor of the text were Canada and Australia.", [("CAN", "supports"), ("AUS", "supports")]),
    (
        "In favor: France, Italy, Spain. Against: Russia. Undecided: Brazil.",
        [
            ("FRA", "supports"),
            ("ITA", "supports"),
            ("ESP", "supports"),
            ("RUS", "opposes"),
            ("BRA", "undecided"),
        ],
    ),
    (
        "Japan: supports with minor edits. Korea: no position. Turkey: opposed.",
        [("JPN", "supports"), ("KOR", "undecided"), ("TUR", "opposes")],
    ),
    (
        "Germany presented its paper on brokers. It would, however, accept a shorter version.",
        [("DEU", "supports")],
    ),
    (
        "The Russian delegate criticized the Annex change. He added that Moscow could not accept a deadline.",
        [("RUS", "opposes"), ("RUS", "opposes")],
    ),
    ("Mexico's opposition to the fee is well known.", [("MEX", "opposes")]),
    ("Israel is interested in closer ties with the Regime.", [("ISR", "seeks")]),
    ("SOVIETS OPPOSE ANY REFERENCE TO SAFEGUARDS.", [("SUN", "opposes")]),
    ("FRG COULD ACCEPT GUIDELINES IF FRENCH DID.", [("DEU", "supports")]),
    ("JAPANESE ARE STILL STUDYING QUESTION.", [("JPN", "undecided")]),
    ("CANADIANS FAVORED EARLY MEETING.", [("CAN", "supports")]),
    ("BRITISH TOLD US THEY WOULD PREFER TO AVOID A FORMAL AGREEMENT.", [("GBR", "seeks")]),
    ("ITALY HAD DOUBTS ABOUT UTILITY OF EXERCISE.", [("ITA", "questions")]),
    ("FRENCH REP SAID PARIS COULD NOT GO BEYOND PRESENT TEXT.", [("FRA", "opposes")]),
    ("GDR AND CZECHOSLOVAKIA SIDED WITH SOVIETS ON LEAD TIMES.", [("DDR", "supports"), ("CSK", "supports")]),
    (
        "DUTCH, BELGIANS AND DANES SUPPORTED CANADIAN DRAFT.",
        [("NLD", "supports"), ("BEL", "supports"), ("DNK", "supports")],
    ),
    ("Brazil was alone in opposing the mandate.", [("BRA", "opposes")]),
    ("Russia remained opposed to the visit.", [("RUS", "opposes")]),
    ("Estonia had no instructions.", [("EST", "undecided")]),
    ("Latvia expressed interest in hosting the workshop.", [("LVA", "seeks")]),
    ("Slovenia indicated its readiness to accept the fee.", [("SVN", "supports")]),
    ("Romania saw merit in the Japanese idea.", [("ROU", "supports")]),
    ("Turkey saw no need for a new working group.", [("TUR", "opposes")]),
    ("Serbia sent in its application for membership.", [("SRB", "seeks")]),
    (
        "Argentina, while sympathetic to the idea, could not support the text at this stage.",
        [("ARG", "opposes")],
    ),
    ("Cyprus blocked the application.", [("CYP", "opposes")]),
    ("Malta aspires to membership.", [("MLT", "seeks")]),
    ("The Spanish delegation, speaking for the EU, endorsed the statement.", [("ESP", "supports")]),
    ("Canada disagreed.", [("CAN", "opposes")]),
    ("Norway was lukewarm on the plan.", [("NOR", "questions")]),
    ("France raised a scrutiny reserve on item 4.", [("FRA", "undecided")]),
    ("Iceland lined up behind the Nordic proposal.", [("ISL", "supports")]),
    ("Neither Russia nor Brazil supported the text.", [("RUS", "opposes"), ("BRA", "opposes")]),
    ("Washington could not accept the Brazilian edits.", [("USA", "opposes")]),
    ("We have serious concerns about the precedent.", [("USA", "questions")]),
    ("According to the Swedish delegate, Stockholm supports the Chair's plan.", [("SWE", "supports")]),
    ("Poloff was told that Warsaw would support the U.S. paper.", [("POL", "supports")]),
    ("MFA official Lee said Seoul had yet to take a position on the paper.", [("KOR", "undecided")]),
    (
        "Russia (Petrov) and Belarus (Kozlov) objected to the wording.",
        [("RUS", "opposes"), ("BLR", "opposes")],
    ),
    ("Germany was prepared to join consensus, provided the footnote was kept.", [("DEU", "supports")]),
    ("Italy's support for the plan is conditional on funding.", [("ITA", "supports")]),
    (
        "Russia, supported by Kazakhstan, resisted the reporting requirement.",
        [("RUS", "opposes"), ("KAZ", "opposes")],
    ),
    ("Chile asked that the matter be put off until next year.", [("CHL", "seeks")]),
    ("The Irish wanted the text to mention assurances.", [("IRL", "seeks")]),
    ("Belgium supports prompt implementation of the changes.", [("BEL", "supports")]),
]


@pytest.mark.parametrize(("text", "expected"), STANCES, ids=[text[:50] for text, _ in STANCES])
def test_who_takes_which_side(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(one.holder, one.stance) for one in annotate_positions(cable(text), KNOWLEDGE)]
    assert sorted(found) == sorted(expected)


IMPLEMENTED: list[tuple[str, list[tuple[str | None, str | None]]]] = [
    ("Ireland put the Copenhagen Annex changes into effect on 3 March 2007.", [("IRL", "2007-03-03")]),
    ("Poland has transposed the Athens changes into national law.", [("POL", None)]),
    ("In Japan, the changes agreed in Athens entered into force on April 1, 2008.", [("JPN", "2008-04-01")]),
    ("Spain published the Annex amendments in its official gazette on May 2, 2006.", [("ESP", "2006-05-02")]),
    ("A bill implementing the Copenhagen changes is before the Turkish parliament.", [("TUR", None)]),
    (
        "Canada will bring its regulations into line with the Seoul amendments in early 2009.",
        [("CAN", "2009")],
    ),
    (
        "Hungary reported that the regulation implementing the Seoul changes is in final review.",
        [("HUN", None)],
    ),
    ("Italy notified that it had completed implementation of the Athens changes.", [("ITA", None)]),
    ("Russia is the only Partner not to have implemented the 2006 amendments.", [("RUS", None)]),
    ("Ukraine has yet to enact the changes adopted in Madrid.", [("UKR", None)]),
    (
        "France announced that its decree giving effect to the Athens changes had been signed.",
        [("FRA", None)],
    ),
    (
        "Finland's ordinance incorporating the Annex changes took effect on January 15, 2007.",
        [("FIN", "2007-01-15")],
    ),
    ("NORWAY HAS PUT CHANGES AGREED IN LONDON INTO FORCE.", [("NOR", None)]),
    ("South Africa said the necessary legislation had been delayed.", [("ZAF", None)]),
    ("Sweden will apply the amended Annex from 1 July 2007.", [("SWE", "2007-07-01")]),
    ("Korea said that it would implement the decision by the end of 2008.", [("KOR", "2008")]),
    ("Partners pledged to implement the changes by June 2009.", [(None, "2009-06")]),
    (
        "Austria has already implemented the changes agreed at Athens. Germany will do so by June 2009.",
        [("AUT", None), ("DEU", "2009-06")],
    ),
    ("The Czech Republic has amended its control list to reflect the Athens changes.", [("CZE", None)]),
    ("Brazil's implementing regulations are being drafted.", [("BRA", None)]),
    ("The changes agreed in Athens have been implemented by Japan.", [("JPN", None)]),
]


@pytest.mark.parametrize(("text", "expected"), IMPLEMENTED, ids=[text[:50] for text, _ in IMPLEMENTED])
def test_who_gives_effect_by_when(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    found = [(one.implementer, one.due) for one in annotate_implementations(cable(text), KNOWLEDGE)]
    assert sorted(found, key=str) == sorted(expected, key=str)


NEITHER = [
    "Korea followed suit.",
    "If Russia objects to the text, the Chair will suspend the debate.",
    "Delegation should encourage Turkey to support the paper.",
    "Several delegations supported the German text.",
    "Partners welcomed the report of the Chair.",
    "Should Japan oppose the item, the delegation may join consensus.",
    "The delegation should find out whether Italy supports the text.",
    "Some Partners questioned the value of the visits.",
    "In 1994 the Soviet successor states had once opposed such rules.",
    "Post should ask France to drop its objection.",
    "Delegation may support the Norwegian proposal.",
    "The Russian paper opposes nothing new.",
    "Russia might oppose the text.",
    "The delegation should thank Canada for its support.",
    "The next Plenary will take place in Rio de Janeiro.",
    "We understand that views in Paris differ.",
    "Delegation should urge Russia to implement the Athens changes.",
    "Partners should implement the changes as soon as possible.",
    "If Turkey implements the changes, the Chair should report it.",
    "The Chair asked when France would implement the changes.",
    "Department would appreciate knowing whether Greece has implemented the changes.",
    "The law of the sea conference is under way in Caracas.",
    "Canada published a paper on brokers.",
]


@pytest.mark.parametrize("text", NEITHER)
def test_what_takes_no_side_and_gives_no_effect(text: str) -> None:
    one = cable(text)
    assert not list(annotate_positions(one, KNOWLEDGE))
    assert not list(annotate_implementations(one, KNOWLEDGE))


def test_the_text_means_the_one_that_was_named_before() -> None:
    text = "Germany tabled a draft on brokers. Turkey opposed the draft. Spain wondered who would pay."
    found = sorted(annotate_positions(cable(text), KNOWLEDGE), key=lambda one: one.span)
    assert [one.towards for one in found] == [
        "the draft [draft on brokers]",
        "who would pay [draft on brokers]",
    ]
