"""Positions by families of wording: groups, asides, gaps, nouns, what something met with, and changes."""

import pytest

from ingest.annotate import annotate
from ingest.annotate.positions.positions import annotate_positions
from ingest.document import Document
from ingest.parse import parse
from ingest.resolve.found import SoFar
from ingest.resolve.positions import resolve_positions
from tests.knowledge import KNOWLEDGE
from tests.make import cable

SIDES = {"+": "supports", "-": "opposes", ">": "seeks", "?": "questions", "0": "undecided"}
"""The case "JPN+" is that Japan supports it."""

HOLDERS = [
    ("The entire Nordic group was in favor of the Danish text.", "DNK+ FIN+ ISL+ NOR+ SWE+"),
    ("The draft was backed by Japan and the Baltic states.", "JPN+ EST+ LVA+ LTU+"),
    ("Ireland, Austria and - with less enthusiasm - Switzerland backed the paper.", "IRL+ AUT+ CHE+"),
    ("The paper was supported by Chile and, with doubts about the fee, Peru.", "CHL+ PER+"),
    ("ITALIAN REP SUPPORTED BY BELGIUM OBJECTED TO SHIPMENT OF THE LATHES.", "ITA- BEL-"),
    ("Several delegations, among them Norway and Iceland, favored a shorter list.", "NOR+ ISL+"),
    ("A number of partners (Argentina, Brazil, South Africa) opposed the change.", "ARG- BRA- ZAF-"),
    ("It was withdrawn after the U.S., the UK and Hungary had spoken against it.", "USA- GBR- HUN-"),
    ("None but Turkey objected.", "TUR-"),
    ("The candidacy was endorsed by all but Turkey.", "TUR-"),
    ("Norway and Canada spoke in support, joined by New Zealand.", "NOR+ CAN+ NZL+"),
    ("We oppose any expansion of the working group.", "USA-"),
    ("Washington cannot accept the Russian text.", "USA-"),
    ("The Opposition in Australia criticized the government.", ""),
    ("The level is higher than Japan and Canada can accept.", ""),
    ("The French support staff arrived on Monday.", ""),
]
GAPS = [
    ("Australia supported the first text, Brazil the alternative.", "AUS+ BRA+"),
    ("On the fee, Russia was negative, China silent, and India positive.", "RUS- CHN0 IND+"),
    ("Russia could agree to a recommendation but not to an obligation.", "RUS+ RUS-"),
    ("The text was acceptable to France but not to Germany.", "FRA+ DEU-"),
    ("In favor were Norway and Iceland; against, Turkey and Hungary.", "NOR+ ISL+ TUR- HUN-"),
    ("Japan spoke first, and Canada chaired the session.", ""),
]
MET = [
    ("The U.S. paper drew criticism from India.", "IND-"),
    ("The application met with the customary Turkish objection.", "TUR-"),
    ("The amendment ran into Brazilian opposition.", "BRA-"),
    ("The plan enjoys the backing of Poland and Romania.", "POL+ ROU+"),
    ("The idea met resistance from China until the evening, when China lifted its reserve.", "CHN+"),
    ("The proposal found no support.", ""),
    ("The paper won support for the Italian experts.", ""),
]
NOUNS = [
    ("Reservations were expressed by Spain and Greece.", "ESP? GRC?"),
    ("Objections to the criteria were lodged by Ukraine.", "UKR-"),
    ("The item was withdrawn in the face of Italian and Belgian opposition.", "ITA- BEL-"),
    ("He conveyed Germany's support for the new item.", "DEU+"),
    ("There is strong support in Poland for the initiative.", "POL+"),
    ("Turkey's interest in membership is well known.", "TUR>"),
    ("We need Turkey's support for the text.", ""),
    ("Canada's readiness to host the next meeting was noted.", ""),
    ("Posts should seek Italian support for the paper.", ""),
    ("We wish to raise the matter with the British.", ""),
]
CHANGES = [
    ("Finland abandoned its opposition to the fee.", "FIN+"),
    ("Norway changed its mind and now opposes the paper.", "NOR-"),
    ("Switzerland had been skeptical last year; it now backs the text.", "CHE+"),
    ("Brazil backed away from its support for the text.", "BRA-"),
    ("Kazakhstan was lukewarm but did not object.", "KAZ?"),
    ("Italy said that it was studying the matter and had no position yet.", "ITA0"),
    ("Turkey could not agree until its capital had studied the matter.", "TUR-"),
    ("The Czech Republic is not in a position to accept the new threshold.", "CZE-"),
    ("Canada would have adopted the text on the spot.", "CAN+"),
    ("Spain tabled a text, which Argentina and, after some hesitation, the Netherlands found attractive.",
     "ARG+ NLD+"),
    ("In the Dutch view, the list was far too long.", "NLD?"),
]  # fmt: skip
PLAIN = [
    ("FRANCE AND ITALY OPPOSED. GERMANY UNDECIDED.", "FRA- ITA- DEU0"),
    ("With Japan abstaining, the text was adopted.", "JPN0"),
    ("Belgium was the only one to vote against.", "BEL-"),
    ("Cyprus saw no harm in the proposal.", "CYP+"),
    ("Brazil remains the sole holdout.", "BRA-"),
    ("Tokyo has no quarrel with the aim but finds the deadline unrealistic.", "JPN+ JPN?"),
    ("Russia threatened to veto the candidacy.", "RUS-"),
    ("Serbia hopes to become a Partner next year.", "SRB>"),
    ("The Dutch are pushing hard for a vote.", "NLD>"),
    ("Despite Swiss reservations, the text was adopted.", "CHE?"),
    ("Canada will chair the group, and Italy will take notes.", ""),
    ("Washington agencies need more time.", ""),
    ("We hope that posts will report quickly.", ""),
]


@pytest.mark.parametrize(("text", "expected"), [*HOLDERS, *GAPS, *MET, *NOUNS, *CHANGES, *PLAIN])
def test_a_family_of_wordings(text: str, expected: str) -> None:
    found = sorted((one.holder, one.stance) for one in annotate_positions(cable(text), KNOWLEDGE))
    assert found == sorted((one[:3], SIDES[one[3]]) for one in expected.split())


HEDGES = [
    ("France was prepared to accept the text.", "prepared"),
    ("France is likely to accept the text.", "likely"),
    ("France can accept the text in principle.", "in principle"),
    ("France alone opposed the text.", None),
    ("France supports the text.", None),
]


@pytest.mark.parametrize(("text", "expected"), HEDGES)
def test_a_claim_says_how_sure_its_stance_is(text: str, expected: str | None) -> None:
    made = cable(text)
    found = resolve_positions(made, annotate(made, KNOWLEDGE), KNOWLEDGE, SoFar())
    assert [one.hedge for one in found.claims] == [expected]


HOSTS = [
    ("The MFA sees merit in the procedure but has doubts about the deadline.", "TUR+ TUR?"),
    ("The host government could accept the paper.", "TUR+"),
    ("The French MFA supports the text.", "FRA+"),
    ("Post delivered the paper to the MFA.", ""),
]


@pytest.mark.parametrize(("text", "expected"), HOSTS)
def test_a_telegram_speaks_of_its_hosts_without_their_name(text: str, expected: str) -> None:
    header = "R 040045Z APR 08\nFM AMEMBASSY ANKARA\nTO SECSTATE WASHDC\n\nSECRET ANKARA 900001\n\n"
    made = parse(Document(f"{header}SUBJECT: MTCR\n\n1. (C) {text}\n", "a.txt", ""), KNOWLEDGE)
    found = sorted((one.holder, one.stance) for one in annotate_positions(made, KNOWLEDGE))
    assert found == sorted((one[:3], SIDES[one[3]]) for one in expected.split())
