"""Layouts of electronic telegrams: without blank lines, double-spaced, broken by pages, with notes below."""

import pytest

from tests.ingest.telegram import parsed, words

HEAD = """R 221115Z FEB 75
FM AMEMBASSY LISBON
TO SECSTATE WASHDC 1200
C O N F I D E N T I A L LISBON 900430
EXDIS
E.O. 11652: GDS
TAGS: EFIS, PFOR,
PO
SUBJECT: FISHERIES: TALKS WITH THE MINISTRY ON NETS, BOATS AND HAR-
BORS
REF: (A) STATE 900100; (B) LISBON 900401; (C)
LISBON 900402
"""
BODY = """1. SUMMARY. THE MINISTRY WILL NOT CHANGE THE RULES ON NETS BEFORE
THE SUMMER. IT HOPES FOR AN ANSWER ON BOATS. END SUMMARY.
2. THE DIRECTOR RECEIVED ME TODAY WITH TWO OF HIS OFFICERS AND A
CHART OF THE COAST. HE SPOKE FOR AN HOUR AND TOOK NO QUESTIONS AT
CONFIDENTIAL
CONFIDENTIAL
PAGE 02        LISBON 900430  221120Z
ALL UNTIL THE END. HE THEN ASKED FOR:
(A) A LIST OF BOATS; AND
(B) A LIST OF HARBORS.
3. WE WILL REPORT SEPTEL ON NETS.
DUNNE
"""


def below(body: str, *, ref: bool = True) -> str:
    """The head, with or without its references, and a body below it."""
    return f"{HEAD if ref else HEAD.partition('REF:')[0]}\n{body}\n"


def doubled(text: str) -> str:
    """The text with a blank line between all its lines."""
    return text.replace("\n", "\n\n")


@pytest.mark.parametrize("text", [HEAD + BODY, doubled(HEAD + BODY), f"{HEAD}\n{BODY}"])
def test_one_telegram_in_several_spacings(text: str) -> None:
    made = parsed(text)
    header = made.header
    assert made.id == "1975LISBON900430"
    assert header.subject is not None
    assert header.subject.value.startswith("FISHERIES: TALKS")
    assert header.subject.value.endswith("BORS")
    assert [one.value for one in header.tags] == ["EFIS", "PFOR", "PO"]
    assert [one.target for one in made.references] == [
        "1975STATE900100",
        "1975LISBON900401",
        "1975LISBON900402",
    ]
    assert [one.number for one in made.passages] == ["1", "2", "2.A", "2.B", "3"]
    assert words(made, "2").startswith("THE DIRECTOR RECEIVED ME TODAY")
    assert "AT ALL UNTIL" in words(made, "2")
    assert words(made, "3") == "WE WILL REPORT SEPTEL ON NETS."


def test_a_line_that_a_page_cuts_is_no_heading() -> None:
    cut = "2. THE MINISTRY HAS BEEN UNABLE TO ANSWER TODAY\n\nSECRET\n\nPAGE 02 LISBON 90\n\nAS NOBODY CAME."
    made = parsed(below(f"1. WE AGREE.\n\n{cut}"))
    assert [one.heading for one in made.passages] == [None, None]


def test_a_summary_right_below_the_subject_is_none_of_it() -> None:
    text = (
        HEAD.partition("REF:")[0]
        + "SUMMARY: THE MINISTRY WILL WAIT. IT HOPES FOR MORE. END SUMMARY.\n"
        + BODY
    )
    made = parsed(text)
    assert made.header.subject is not None
    assert made.header.subject.value.endswith("BORS")
    assert made.passages[0].number == "0"


@pytest.mark.parametrize(
    "listed",
    [
        "(A) STATE 900100 (B) LISBON 900401",
        "A. STATE 900100 B. LISBON 900401",
        "(A) 74 STATE 900100\n(B) LISBON 900401",
    ],
)
def test_references_without_the_word_ref(listed: str) -> None:
    made = parsed(f"{HEAD.partition('REF:')[0]}\n{listed}\n\n1. WE AGREE WITH REF A.\n")
    assert [(one.label, one.target is not None) for one in made.references] == [("A", True), ("B", True)]


def test_lettered_points_below_the_subject_that_are_no_references() -> None:
    made = parsed(f"{HEAD.partition('REF:')[0]}\n1. POINTS:\n\n(A) NETS IN 1975;\n\n(B) BOATS.\n")
    assert made.references == ()
    assert [one.number for one in made.passages] == ["1", "1.A", "1.B"]


def test_a_letter_that_is_quoted_is_one_passage_with_its_announcement() -> None:
    letter = '"DEAR MR. MINISTER:\n\nI THANK YOU FOR "NETS AND BOATS". I LIKED IT.\n\nSINCERELY, JOHN DUNNE."'
    lead = "THE DIRECTOR SENT THE FOLLOWING LETTER TO ME TODAY:"
    made = parsed(below(f"{lead}\n\n{letter}\n\nWE HAVE NOT ANSWERED IT YET."))
    assert [(one.number, one.heading) for one in made.passages] == [("1", None), ("2", None)]
    assert words(made, "1").endswith('JOHN DUNNE."')


def test_a_list_whose_first_letters_stand_in_running_text() -> None:
    run = "1. RESULTS: A) NETS WERE COUNTED. B) BOATS WERE NOT. C) NOBODY SPOKE OF HARBORS."
    made = parsed(below(f"{run}\n\nD) ON BALANCE, WE GAINED LITTLE.\n\n2. WE WAIT."))
    assert "1.D" in [one.number for one in made.passages]


def test_a_note_of_the_communications_centre_may_go_over_lines() -> None:
    note = "NOTE BY OC/T: POUCHED SUVA, BANJUL,\nTAIPEI AND SAIGON."
    made = parsed(below(f"1. WE AGREE WITH ALL OF IT.\nDUNNE\n{note}"))
    assert words(made, "1") == "WE AGREE WITH ALL OF IT."


@pytest.mark.parametrize(
    ("cited", "target"),
    [
        ("LISBON 9004300", "1974LISBON9004300"),
        ("LISBON 900431", "1975LISBON900431"),
        ("STATE 9004300", "1975STATE9004300"),
    ],
)
def test_a_number_that_the_post_had_not_reached_is_of_the_year_before(cited: str, target: str) -> None:
    made = parsed(f"{HEAD.partition('REF:')[0]}REF: {cited}\n\n1. WE AGREE.\n")
    assert [one.target for one in made.references] == [target]
