"""Names from tables, found over odd spacing, broken lines and capitals."""

import pytest

from ingest.annotate.names.names import names

PLACES = names([("Buenos Aires", 1), ("Argentina", 2), ("U.S.", 3), ("US", 3), ("French", 4), ("Oman", 5)])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in Buenos Aires", ["Buenos Aires"]),
        ("in Buenos\n   Aires", ["Buenos\n   Aires"]),
        ("IN BUENOS AIRES", ["BUENOS AIRES"]),
        ("in Bue-\nnos Aires", ["Bue-\nnos Aires"]),
        ("in Argen-\n   tina, and", ["Argen-\n   tina"]),
        ("the French-\nfunded system", ["French"]),
        ("the U.S.-led", ["U.S."]),
        ("US and U.S.", ["US", "U.S."]),
        ("buenos aires", []),
        ("Roman roads, Omani", []),
        ("Buenos. Aires", []),
        ("Buenos", []),
    ],
)
def test_where_names_stand(text: str, found: list[str]) -> None:
    assert [at.of(text) for at, _ in PLACES.find(text)] == found


def test_the_longest_name_wins_and_a_name_may_mean_several_things() -> None:
    known = names([("Korea", "KOR"), ("Korea", "PRK"), ("North Korea", "PRK")])
    assert [values for _, values in known.find("North Korea and Korea")] == [("PRK",), ("KOR", "PRK")]


def test_folded_names_match_in_any_case_but_not_abbreviations() -> None:
    known = names([("Small Group meeting", 1), ("TEM", 2)], folded=True)
    assert [values for _, values in known.find("a SMALL-GROUP meeting, a tem, the TEM")] == [(1,), (2,)]
