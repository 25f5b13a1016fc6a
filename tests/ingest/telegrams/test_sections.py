"""A telegram that came apart into its sections: each says which it is, and which are not with it."""

import pytest

from ingest.cable import Cable
from tests.ingest.telegram import parsed

TOP = "R 051000Z JUN 06\nFM AMEMBASSY CAIRO\nTO SECSTATE WASHDC\n\n"


def section(number: int, total: int = 3, *, more: str = "") -> str:
    first = 2 * number - 1
    name = f"C O N F I D E N T I A L SECTION 0{number} OF 0{total} CAIRO 900321\n\nSUBJECT: DATES\n\n"
    return f"{name}{first}. (C) The Minister spoke of palms.\n{more}\n{first + 1}. (C) He was glad.\n"


def whys(made: Cable) -> list[str]:
    return [one.why for one in made.problems if "section" in one.why]


@pytest.mark.parametrize(
    ("number", "identifier", "missing"),
    [
        (1, "2006CAIRO900321", "sections 2 and 3 are"),
        (2, "2006CAIRO900321-section-2", "sections 1 and 3 are"),
        (3, "2006CAIRO900321-section-3", "sections 1 and 2 are"),
    ],
)
def test_a_section_alone_says_which_are_missing(number: int, identifier: str, missing: str) -> None:
    made = parsed(TOP + section(number))
    assert made.id == identifier
    assert whys(made) == [f"the text has section {number} of 3; {missing} not in it"]


def test_a_telegram_with_all_its_sections_misses_none() -> None:
    made = parsed(TOP + section(1) + section(2) + section(3))
    assert (made.id, whys(made)) == ("2006CAIRO900321", [])


def test_a_gap_between_sections_is_told() -> None:
    made = parsed(TOP + section(1) + section(3))
    assert whys(made) == ["the text has sections 1 and 3 of 3; section 2 is not in it"]


def test_numbered_pages_show_that_the_later_sections_are_there() -> None:
    made = parsed(TOP + section(1, 2, more="\nCAIRO 00900321  002 OF 002\n"))
    assert whys(made) == []
