"""Proposals: whose they are and what they are about, and proposals that nobody can tell apart."""

import pytest

from ingest.annotate.proposals.proposals import annotate_proposals
from ingest.mention import ProposalMention
from ingest.resolve.found import SoFar
from ingest.resolve.proposals import resolve_proposals
from tests.knowledge import KNOWLEDGE
from tests.make import cable


def found(text: str) -> list[ProposalMention]:
    named = [one for one in annotate_proposals(cable(text), KNOWLEDGE) if one.rule != "pointed-at"]
    return sorted(named, key=lambda one: one.span)


PROPOSALS = [
    ("Del may support the German Proposal on end use controls consistent with policy.",
     ("DEU",), "end use controls"),
    ("The delegation should encourage support for the U.S. UAV/CM proposal, making clear its goal.",
     ("USA",), "UAV/CM"),
    ("A French non-paper proposing a new system was circulated.", ("FRA",), "a new system"),
    ("Japan's proposal to hold a seminar drew support.", ("JPN",), "hold a seminar"),
    ("We welcome the proposal by Canada on catch-all controls.", ("CAN",), "catch-all controls"),
    ("We studied the proposal tabled by Russia at the 2005 TEM on item 9.", ("RUS",), "item 9"),
    ("The joint U.S.-UK proposal on outreach was tabled.", ("USA", "GBR"), "outreach"),
    ("THE ITALIAN DRAFT PROPOSAL REGARDING TRANSIT SHOULD BE SUPPORTED.", ("ITA",), "TRANSIT"),
    ("Russia proposed a comprehensive review of the Annex.", ("RUS",), "a comprehensive review of the Annex"),
    ("Canada proposed that Partners share denials.", ("CAN",), "Partners share denials"),
    ("Turkey tabled a proposal on regional workshops.", ("TUR",), "regional workshops"),
    ("BRAZIL PUT FORWARD A PROPOSAL TO CHANGE ITEM 3.", ("BRA",), "CHANGE ITEM 3"),
    ("Japan and Australia proposed to hold a workshop.", ("JPN", "AUS"), "hold a workshop"),
    ("USDEL should resist the Canadian travel calendar plan.", ("CAN",), "travel calendar"),
    ("Spain's draft travel calendar would tie our hands.", ("ESP",), "travel calendar"),
    ("THE FRENCH PAPER ON GYROSCOPES IS UNHELPFUL.", ("FRA",), "GYROSCOPES"),
    ("A Turkish text, which makes reports voluntary, met with doubts.", ("TUR",), "makes reports voluntary"),
    ("We can accept the Polish amendment deleting Item 19.", ("POL",), "deleting Item 19"),
    ("The Swiss compromise on payload limits gathered wide support.", ("CHE",), "payload limits"),
    ("A joint Polish-Czech paper on transit was discussed.", ("POL", "CZE"), "transit"),
    ("The Austrian-Hungarian non-paper on catch-all clauses is new.", ("AUT", "HUN"), "catch-all clauses"),
    ("Sweden's request to put gyroscopes on the agenda should be granted.",
     ("SWE",), "put gyroscopes on the agenda"),
    ("Japan and Korea will introduce a joint paper on how applications are handled.",
     ("JPN", "KOR"), "how applications are handled"),
    ("Norway seeks a decision on drones and regrets that the Greek proposal failed.", ("GRC",), "drones"),
    ("Discussion of drones was long, and the Greek draft did not pass.", ("GRC",), "drones"),
    ("The Polish proposal would set a deadline for replies.", ("POL",), "set a deadline for replies"),
    ("Under the Spanish proposal, drones would be reviewed.", ("ESP",), "drones would be reviewed"),
    ("A Hungarian paper suggesting a small secretariat was read.", ("HUN",), "a small secretariat"),
    ("The definition of drones put forward by Norway found favor.", ("NOR",), "definition of drones"),
    ("THE SWISS WANT THE REGIME TO ADOPT A CALENDAR.", ("CHE",), "ADOPT A CALENDAR"),
    ("Spain put forward a plan for visits to Oman.", ("ESP",), "visits to Oman"),
    ("Norway circulated a model law on brokering.", ("NOR",), "model law on brokering"),
    ("Greece floated the idea of a travelling secretariat.", ("GRC",), "a travelling secretariat"),
    ("Hungary suggested that Partners relax the rule.", ("HUN",), "Partners relax the rule"),
    ("Ireland suggested updating the website.", ("IRL",), "updating the website"),
    ("Brazil has asked that the question of rockets be put back on the agenda.",
     ("BRA",), "the question of rockets be put back on the agenda"),
    ("Italy wanted the RPOC to issue a statement on Iran.", ("ITA",), "issue a statement on Iran"),
    ("On a proposal by Italy, the Plenary adopted rules for observers.", ("ITA",), "rules for observers"),
    ("On North Korea, all delegations could accept the Japanese draft.", ("JPN",), "North Korea"),
    ("The proposal made by the Russian delegation on outreach is not acceptable.", ("RUS",), "outreach"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "about"), PROPOSALS, ids=[text[:50] for text, _, _ in PROPOSALS])
def test_who_proposed_what(text: str, who: tuple[str, ...], about: str) -> None:
    (one,) = found(text)
    assert (one.proponents, one.about, one.generic) == (who, about, False)


def test_proposals_outlined_elsewhere_are_generic() -> None:
    (one,) = found("The objectives are to discuss the specific U.S. proposals for 2009 outlined in REF A.")
    assert (one.proponents, one.outlined_in, one.generic) == (("USA",), "A", True)


NONE = [
    "Oppose proposals to hold intersessional meetings.",
    "The U.S. expects to present several new U.S. proposals concerning the Annex.",
    "The goal of the proposal is to adapt the Regime.",
    "France can agree to other proposals.",
    "Russia did not propose any change.",
    "If Japan proposes a date, the delegation may accept.",
    "The delegation should propose a date.",
    "Italy proposed a toast.",
    "Post may share our comments on the revised Polish text.",
    "We await details about the new Greek plan.",
    "France proposed a resolution at the Security Council.",
    "Spain offered to host the next meeting.",
    "Germany requested more time.",
    "Russia suggested that the delay was due to illness.",
    "Norway's draft law on exports is before the parliament.",
]


@pytest.mark.parametrize("text", NONE)
def test_proposals_that_nobody_can_tell_apart_are_left_out(text: str) -> None:
    assert found(text) == []


POINTED = [
    ("The Polish text on gyroscopes is new. Japan could accept the text.", 2),
    ("USDEL shall oppose the Belgian paper on drones. It may join consensus on the paper ad referendum.", 2),
    ("The Polish text on gyroscopes is new. Japan disliked the paper.", 1),
    ("The Polish text on gyroscopes and the Greek text on drones are new. Japan disliked the text.", 1),
]


@pytest.mark.parametrize(("text", "places"), POINTED)
def test_the_text_is_the_one_proposal_that_was_called_a_text(text: str, places: int) -> None:
    one = cable("The MTCR met. " + text)
    mentions = tuple(annotate_proposals(one, KNOWLEDGE))
    claims = resolve_proposals(one, mentions, KNOWLEDGE, SoFar()).claims
    assert max(len(claim.evidence) for claim in claims) == places
    assert all(claim.proponents for claim in claims)
