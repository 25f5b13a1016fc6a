"""Proposals: whose they are and what they are about, and proposals that nobody can tell apart."""

import pytest

from ingest.annotate.proposals.proposals import annotate_proposals
from ingest.mention import ProposalMention
from tests.knowledge import KNOWLEDGE
from tests.make import cable


def found(text: str) -> list[ProposalMention]:
    return sorted(annotate_proposals(cable(text), KNOWLEDGE), key=lambda one: one.span)


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
    ("Japan and Australia proposed to host a workshop.", ("JPN", "AUS"), "host a workshop"),
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
]


@pytest.mark.parametrize("text", NONE)
def test_proposals_that_nobody_can_tell_apart_are_left_out(text: str) -> None:
    assert found(text) == []
