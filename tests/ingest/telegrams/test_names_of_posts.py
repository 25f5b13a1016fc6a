"""A post whose telegrams were numbered under another name in the 1970s than later."""

import pytest

from tests.ingest.telegram import parsed


def telegram(own: str, sent: str, ref: str) -> str:
    """A telegram of the mission in New York."""
    return (
        f"R {sent}\nFM USMISSION USUN NY\nTO SECSTATE WASHDC 12\n\n{own}\n\nTAGS: PFOR, UN\nSUBJECT: BUDGET\n"
        f"REF: {ref}\n\n1. COMMITTEE MET. SEE ALSO USUN 900512.\n"
    )


@pytest.mark.parametrize(
    ("own", "sent", "ref", "identifier", "target"),
    [
        ("USUN 900510", "121500Z MAR 76", "USUN 900511", "1976USUN900510", "1976USUN900511"),
        ("USUN 900510", "121500Z MAR 76", "USUN A-577", "1976USUN900510", "1976USUNA577"),
        (
            "CONFIDENTIAL USUN NEW YORK 900510",
            "121500Z MAR 05",
            "USUN 900511",
            "2005USUNNEWYORK900510",
            "2005USUNNEWYORK900511",
        ),
        (
            "CONFIDENTIAL USUN NEW YORK 900510",
            "121500Z MAR 05",
            "76 USUN 900511",
            "2005USUNNEWYORK900510",
            "1976USUN900511",
        ),
    ],
)
def test_a_mission_is_named_as_in_its_year(
    own: str, sent: str, ref: str, identifier: str, target: str
) -> None:
    made = parsed(telegram(own, sent, ref))
    assert made.id == identifier
    assert made.header.post is not None
    assert identifier == f"{made.year}{made.header.post.value}900510"
    assert [one.target for one in made.references] == [target]
