"""The year of a telegram that gives no date."""

import pytest

from ingest.parse import parse
from ingest.read import read_bytes
from ingest.tables import knowledge

TEXT = """FM AMEMBASSY SEOUL
TO SECSTATE WASHDC

CONFIDENTIAL SEOUL 960410

E.O. 12958: DECL: {released}
TAGS: PREL
SUBJECT: FERRY TIMES

1. (C) The ferry is late.
"""


@pytest.mark.parametrize(
    ("released", "identifier"),
    [("03/22/2017", "2007SEOUL960410"), ("03/22/2032", None)],
    ids=["ten years ahead", "twenty-five years ahead: the order was not in force in 2022"],
)
def test_the_year_is_told_by_the_declassification_or_left_open(released: str, identifier: str | None) -> None:
    made = parse(read_bytes(TEXT.format(released=released).encode(), "a.txt"), knowledge())
    assert (made.id if identifier else made.id.startswith("cable-")) == (identifier or True)
    assert any("declassification" in one.why for one in made.problems)


def test_a_label_may_stand_far_from_its_colon() -> None:
    form = "AIRGRAM\n\nNO. A-96\n\nFROM    : AMEMBASSY THE HAGUE      DATE: MAY 5, 1969\n\n"
    text = f"{form}SUBJECT : COTTON\n\nREF     : THE HAGUE A-77; STATE 960411\n\n1. Nothing.\n"
    made = parse(read_bytes(text.encode(), "a.txt"), knowledge())
    assert [one.target for one in made.references] == ["1969THEHAGUEA77", "1969STATE960411"]
