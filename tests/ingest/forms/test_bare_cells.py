"""An extract whose first lines are cells without labels says what one with labels says."""

import pytest

from ingest.read import Refused
from tests.ingest.telegram import parsed

TEXT = "\n1. (C) The wool was sold.\n\n2. (C) Buyers hope for more.\n"
ABOVE = {
    "name first": "07QUITO900515\n2007-03-02 14:20\n2011-08-30 01:44\nCONFIDENTIAL\nEmbassy Quito\n",
    "date first": "2 March 2007 14:20\nQUITO 900515\nEmbassy Quito\nConfidential//Noforn\n",
    "apart": "EXTRACT\n\n2007-03-02T14:20\n\nCONFIDENTIAL\n\n07 QUITO 900515\n\nEmbassy Quito\n",
    "a title above": "Wool prices\n07QUITO900515\n3/2/2007 14:20\nEmbassy Quito\nCONFIDENTIAL\n",
    "on one line": "07QUITO900515 | 2007-03-02 14:20 | CONFIDENTIAL | Embassy Quito\n",
}


@pytest.mark.parametrize("above", ABOVE.values(), ids=ABOVE)
def test_cells_without_labels_fill_the_header(above: str) -> None:
    made = parsed(above + TEXT)
    header = made.header
    assert made.id == "2007QUITO900515"
    told = (header.sent, header.classification, header.sender)
    assert [None if one is None else one.value for one in told] == [
        "2007-03-02T14:20:00Z",
        "CONFIDENTIAL",
        "Embassy Quito",
    ]
    assert [one.number for one in made.passages] == ["1", "2"]
    assert made.passages[0].body.of(made.text) == "The wool was sold."


@pytest.mark.parametrize(
    "text",
    [
        "March 2, 2007\nRoom 900515\n\nDear Ann, the wool was sold.\n",
        "2007-03-02\nNotes on wool\n\nBuyers hope for more.\n",
        "QUITO 900515\n\nThe wool was sold, and buyers hope for more of it.\n",
    ],
)
def test_lines_that_only_look_like_cells_make_no_telegram(text: str) -> None:
    with pytest.raises(Refused):
        parsed(text)


def test_the_header_of_a_telegram_goes_before_cells() -> None:
    top = "R 031200Z MAR 07\nFM AMEMBASSY QUITO\n\nSECRET QUITO 900515\n\nSUBJECT: WOOL\n"
    made = parsed(f"07QUITO900515\n2007-03-02\n\n{top}{TEXT}")
    assert made.header.sent is not None and made.header.classification is not None
    assert (made.header.sent.value, made.header.classification.value) == ("2007-03-03T12:00:00Z", "SECRET")
