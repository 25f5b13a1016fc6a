"""Words that take a stance where nobody takes one, or somebody else does."""

import pytest

from tests.ingest.positions.test_told_of_others import SIDES, stances

TOLD = [
    ("Peru will be challenged by events. Chile was excluded from the count.", ""),
    ("I doubt that Peru would have accepted the fee.", ""),
    ("It is unlikely that Chile will support the list.", ""),
    ("The text is not as short as Peru would have liked.", ""),
    ("Spain stood by while others argued.", ""),
    ("Spain stood by its proposal.", "ESP+"),
    ("It was agreed that Chile would speak for all fifteen delegations.", ""),
    ("Chile spoke for the proposal.", "CHL+"),
    ("The rejection of Israel troubled many.", ""),
    ("The Peruvian question -- long pending -- was not raised.", ""),
    ("Peru questions the list.", "PER?"),
    ("On Chad and Mali, Chile supported the text.", "CHL+"),
    ("Chad, Mali and Chile supported the text.", "TCD+ MLI+ CHL+"),
    ("The text was not being supported by Peru.", "PER-"),
    ("The fee has never been opposed by Chile.", "CHL+"),
    ("Peru joined in 1934.", ""),
    ("Oslo econoff Berg supported the text. Berg opposed the fee.", ""),
    ("Embassy Oslo DCM Hale spoke first. Hale opposed the fee.", ""),
    ("We were for a time level with them.", ""),
    ("Peru is for the fee.", "PER+"),
    ("In view of the move to suspend Chad, Department would support a delay.", "USA+"),
    ("We would welcome any comments that posts may have.", ""),
    ("We welcome the proposal.", "USA+"),
    ("Norwegian DCM Berg spoke first. Berg opposed the fee.", "NOR-"),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_who_takes_a_stance(text: str, expected: str) -> None:
    assert stances(text) == {(one[:3], SIDES[one[3]]) for one in expected.split()}
