"""Captions, for whom a telegram is, and how it goes on: words of the header, not of the body."""

import pytest

from tests.ingest.telegram import parsed


def telegram(lines: str, below: str = "") -> str:
    """A telegram with lines below its name, and others below its subject."""
    return (
        "R 221115Z FEB 75\nFM AMEMBASSY LISBON\nTO SECSTATE WASHDC 1200\n\nLISBON 900420\n\n"
        f"{lines}\n\nE.O. 11652: GDS\nTAGS: PFOR, PO\nSUBJECT: FISHERIES\n\n{below}\n\n"
        "1. THE MINISTER RECEIVED ME TODAY.\n\n2. HE WAS IN GOOD SPIRITS.\n"
    )


@pytest.mark.parametrize(
    ("line", "captions", "attention"),
    [
        ("EXDIS", ["EXDIS"], None),
        ("Exdis", ["EXDIS"], None),
        ("LIMDIS NOFORN", ["LIMDIS", "NOFORN"], None),
        ("NODIS FOR THE SECRETARY FROM AMBASSADOR", ["NODIS"], "FOR THE SECRETARY FROM AMBASSADOR"),
        ("EXDIS FOR AMBASSADOR", ["EXDIS"], "FOR AMBASSADOR"),
        ("EUR FOR ACTING ASST SEC HOLBROOK", [], "EUR FOR ACTING ASST SEC HOLBROOK"),
        ("STATE ALSO PASS DEPT OF LABOR", [], "STATE ALSO PASS DEPT OF LABOR"),
        ("DEPT PLEASE PASS AS DESIRED", [], "DEPT PLEASE PASS AS DESIRED"),
        ("KUWAIT POUCH BAGHDAD", [], None),
        ("INFORM CONSULS", [], None),
    ],
)
def test_lines_below_the_name(line: str, captions: list[str], attention: str | None) -> None:
    made = parsed(telegram(line))
    assert [one.value for one in made.header.captions] == captions
    assert (None if made.header.attention is None else made.header.attention.value) == attention
    assert [passage.number for passage in made.passages] == ["1", "2"]


@pytest.mark.parametrize(
    "line",
    [
        "DEPT POUCH BEIRUT AND SUVA. KUWAIT POUCH BAGHDAD.",
        "FOR AMBASSADOR AND ECONOMIC OFFICER",
        "ROME FOR FODAG; PARIS FOR NESCO",
        "FOR AMBASSADOR\n\nPASS LABOR FOR SECRETARY HALE",
    ],
)
def test_lines_below_the_subject_are_no_paragraph(line: str) -> None:
    made = parsed(telegram("", line))
    assert [(passage.number, passage.heading) for passage in made.passages] == [("1", None), ("2", None)]


def test_the_word_that_opens_a_repeated_telegram_is_no_caption() -> None:
    made = parsed(telegram("FOLLOWING REPEAT OSLO 900100 ACTION STATE FEB 20.\n\nQUOTE"))
    assert "caption" not in " ".join(problem.why for problem in made.problems)


def test_a_sentence_of_a_letter_is_no_instruction() -> None:
    letter = "I WISH TO THANK YOU FOR YOUR LETTER OF MAY 3. IT WAS MOST WELCOME HERE."
    text = telegram("", f"THE MINISTER SENT US THIS LETTER TODAY:\n\n{letter}").partition("1. THE MIN")[0]
    made = parsed(text)
    assert made.header.attention is None
    assert letter in made.body.of(made.text)
