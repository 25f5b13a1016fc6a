"""Who sent an electronic telegram, to whom it went, and where its own name stands."""

import pytest

from ingest.cable import Header, Read
from tests.ingest.telegram import parsed


def telegram(below: str, above: str = "") -> str:
    """A telegram with some lines above and below its addresses."""
    return (
        f"{above}\nR 221115Z FEB 75\nFM AMEMBASSY LISBON\nTO SECSTATE WASHDC 1200\n{below}\n\n1. ALL WELL.\n"
    )


def values(reads: tuple[Read[str], ...]) -> list[str]:
    return [read.value for read in reads]


def header(text: str) -> Header:
    return parsed(text).header


@pytest.mark.parametrize(
    "own",
    ["LISBON 900412", "LISBON 900412\nEXDIS", "C O N F I D E N T I A L LISBON 900412", "LISBON 0900412"],
)
def test_the_name_of_a_telegram_is_no_addressee(own: str) -> None:
    made = parsed(telegram(f"INFO AMEMBASSY MADRID\nUSUN NEW YORK 891\n\n{own}\n\nE.O. 11652: GDS"))
    assert made.id == "1975LISBON900412"
    assert values(made.header.info) == ["AMEMBASSY MADRID", "USUN NEW YORK"]


def test_an_addressee_with_a_number_is_not_the_name() -> None:
    made = parsed(telegram("INFO USUN NEW YORK 891\nUSMISSION GENEVA 12\n\nLISBON 900413\n\nTAGS: PFOR"))
    assert made.id == "1975LISBON900413"


def test_a_post_that_no_table_knows_names_its_telegram_too() -> None:
    text = telegram("\nPORTVERDE 900414\n\nTAGS: PFOR").replace("LISBON", "PORTVERDE")
    assert parsed(text).id == "1975PORTVERDE900414"


def test_the_name_in_the_message_goes_before_the_one_an_archive_put_above() -> None:
    made = parsed(
        telegram("\nLISBON 900415\n\nTAGS: PFOR", "TELEGRAM\nDepartment of State\nLISBON 9004155\n")
    )
    assert made.id == "1975LISBON900415"


def test_the_name_above_serves_where_the_message_has_none() -> None:
    made = parsed(telegram("\nTAGS: PFOR", "TELEGRAM\nDepartment of State\nLISBON 900416\n"))
    assert made.id == "1975LISBON900416"


def test_a_damaged_time_does_not_hide_the_addresses() -> None:
    text = telegram("INFO AMEMBASSY PARIS\n\nLISBON 900417\n\nTAGS: PFOR").replace(
        "221115Z FEB 75", "2211l52 FEB 75"
    )
    made = header(text)
    assert made.sender is not None
    assert made.sender.value == "AMEMBASSY LISBON"
    assert values(made.to) == ["SECSTATE WASHDC"]
    assert values(made.info) == ["AMEMBASSY PARIS"]


def test_a_circular_to_very_many_posts() -> None:
    posts = "\n".join(["AMEMBASSY ROME", "AMEMBASSY OSLO", "AMEMBASSY PARIS", "AMEMBASSY LIMA"] * 35)
    made = header(telegram(f"INFO {posts}\n\nLISBON 900418\n\nTAGS: PFOR"))
    assert len(made.info) == 140
