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


@pytest.mark.parametrize("released", ["03/22/2017", "03/22/2032", "3/22/08", "22 MARCH 2011", "OADR"])
@pytest.mark.parametrize("order", ["E.O. 12958", "E.O. 11652", "EO 12356"])
def test_neither_order_nor_declassification_give_a_document_its_year(released: str, order: str) -> None:
    text = TEXT.format(released=released).replace("E.O. 12958", order)
    made = parse(read_bytes(text.encode(), "a.txt"), knowledge())
    assert made.id.startswith("cable-") and made.year is None
    assert any("declassification" in one.why for one in made.problems) == (released != "OADR")


def test_a_label_may_stand_far_from_its_colon() -> None:
    form = "AIRGRAM\n\nNO. A-96\n\nFROM    : AMEMBASSY THE HAGUE      DATE: MAY 5, 1969\n\n"
    text = f"{form}SUBJECT : COTTON\n\nREF     : THE HAGUE A-77; STATE 960411\n\n1. Nothing.\n"
    made = parse(read_bytes(text.encode(), "a.txt"), knowledge())
    assert [one.target for one in made.references] == ["1969THEHAGUEA77", "1969STATE960411"]
