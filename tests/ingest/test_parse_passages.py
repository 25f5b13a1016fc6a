import pytest

from tests.ingest.telegram import numbers, passage, telegram, words


@pytest.mark.parametrize(
    "first", ["1.", "¶1.", "1. ", "1)", "l.", "11.", "$\\underline{\\P}1$ .", "<u>¶</u>1."]
)
def test_the_first_number_in_many_forms(first: str) -> None:
    """¶ clean, as "1" (the seed), as LaTeX and as HTML; the second and third are clear."""
    assert numbers(f"{first} (C) One.\n\n2. (C) Two.\n\n3. (C) Three.") == ["1", "2", "3"]


def test_a_pilcrow_read_as_one_throughout() -> None:
    body = "\n\n".join(f"1{n}. (C) Text." for n in range(1, 13))
    assert numbers(body) == [str(n) for n in range(1, 13)]


def test_eleven_is_eleven_after_ten() -> None:
    body = "\n\n".join(f"{n}. (C) Text." for n in (11, 12, 13, 14, 15, 16, 17, 18, 19, 110, 11, 12))
    assert numbers(body) == [str(n) for n in range(1, 13)]


def test_letters_for_digits() -> None:
    body = "l. (C) a.\n\n2. (C) b.\n\n3. (C) c.\n\n4. (C) d.\n\nS. (C) e.\n\n6. (C) f."
    cable = telegram(body)
    assert [p.number for p in cable.passages] == ["1", "2", "3", "4", "5", "6"]
    assert passage(cable, "5").number_status == "repaired"
    assert passage(cable, "6").number_status == "stated"


def test_ten_with_a_letter() -> None:
    body = "\n\n".join(f"{n}. (C) Text." for n in range(1, 10)) + "\n\n1O. (C) Text.\n\n11. (C) Text."
    assert numbers(body)[-2:] == ["10", "11"]


def test_a_lost_number_stands_where_the_structure_shows_it() -> None:
    body = "1. (C) One.\n\n2. (C) Two.\n\n#### \n\nThe delegation should act.\n\n4. (C) Four."
    cable = telegram(body)
    lost = passage(cable, "3")
    assert (lost.number_status, lost.marking, lost.marking_status) == ("inferred", None, "lost")
    assert words(cable, "3") == "The delegation should act."


def test_a_lost_number_before_a_mark() -> None:
    cable = telegram("1. (C) One.\n\n(C) Two, without its number.\n\n3. (C) Three.")
    assert [(p.number, p.number_status, p.marking) for p in cable.passages][1] == ("2", "inferred", "C")
    assert words(cable, "2") == "Two, without its number."


def test_a_comma_or_nothing_for_the_full_stop() -> None:
    assert numbers("1. ONE.\n\n2, TWO.\n\n3 THREE.\n\n4. FOUR.") == ["1", "2", "3", "4"]


def test_a_lost_number_before_letters_that_restart() -> None:
    listed = "Agenda Items\n\nIn general, act well.\n(A) First.\n(B) Second."
    body = f"1. (C) One.\n\n2. (C) Two.\n\n{listed}\n\n4. (C) Four."
    assert numbers(body) == ["1", "2", "2-3", "3", "3.A", "3.B", "4"]


def test_a_number_that_nothing_shows_is_a_problem() -> None:
    cable = telegram("1. (C) One.\n\n3. (C) Three.")
    assert [p.number for p in cable.passages] == ["1", "3"]
    assert any("paragraph 2 is missing" in problem.why for problem in cable.problems)


def test_a_number_that_stands_twice_is_told_apart() -> None:
    cable = telegram("1. (C) One.\n\n2. (C) Two.\n\n2. (C) Again.\n\n3. (C) Three.")
    assert [p.number for p in cable.passages] == ["1", "2", "2~2", "3"]
    assert any("twice" in problem.why for problem in cable.problems)


def test_a_list_inside_a_paragraph_is_no_restart() -> None:
    """Mexico 4866 of 1975: speakers 1 to 10 inside paragraph 4, and paragraph 5 after them."""
    speakers = "\n".join(f"{n}. SPEAKER" for n in range(1, 11))
    body = f"1. ONE.\n\n2. TWO.\n\n3. THREE.\n\n4. FOLLOWING IS THE LIST:\n\n{speakers}\n\n5. FIVE."
    made = numbers(body)
    assert made[-1] == "5"
    assert made.count("4.10") == 1
    assert "10" not in made


def test_sub_paragraphs_and_bullets() -> None:
    lettered = "A. (SBU) First:\n- one\n- two\n\nB. Second."
    body = f"1. (C) Do this:\n\n-- act;\n-- speak.\n\n2. (C) Points\n\n{lettered}"
    cable = telegram(body)
    assert [p.number for p in cable.passages] == ["1", "1.1", "1.2", "2", "2.A", "2.A.1", "2.A.2", "2.B"]
    assert passage(cable, "2.A").marking == "SBU"
    assert (passage(cable, "2.B").marking, passage(cable, "2.B").marking_status) == ("C", "inherited")
    assert passage(cable, "1.2").kind == "bullet"


def test_a_letter_c_is_no_mark_inside_a_list() -> None:
    cable = telegram("1. (SBU) Points:\n(A) First.\n(B) Second.\n(C) Third.")
    assert [(p.number, p.marking) for p in cable.passages][-1] == ("1.C", "SBU")


def test_number_and_letter_together() -> None:
    """Bucharest 3969 of 1974: "3 (A).", "3(B).", "3 (C)"; no portion marks."""
    body = (
        "1. ONE.\n\n2. TWO.\n\n3 (A). COMMITTEE I.\n\n3(B). COMMITTEE II.\n\n3 (C) COMMITTEE III.\n\n4. FOUR."
    )
    cable = telegram(body)
    assert [p.number for p in cable.passages] == ["1", "2", "3", "3.A", "3.B", "3.C", "4"]
    assert {p.marking for p in cable.passages} == {None}


@pytest.mark.parametrize(
    ("body", "heading", "rest"),
    [
        ("1. (C) Membership /////////\n\nText here.", "Membership", "Text here."),
        ("1. (C) SUMMARY: Text here.", "SUMMARY", "Text here."),
        ("1. (SBU) Summary. Text here.", "Summary", "Text here."),
        ("Membership\n----------\n\n1. (C) Text here.", "Membership", "Text here."),
        ("----------\nMembership\n----------\n\n1. (C) Text here.", "Membership", "Text here."),
        ("# Membership\n\n1. (C) Text here.", "Membership", "Text here."),
        ("**Membership**\n\n1. (C) Text here.", "Membership", "Text here."),
        ("OUT-\nREACH\n\n1. (C) Text here.", "OUTREACH", "Text here."),
        ("1. (C) LICENSlNG. The text.", "LICENSING", "The text."),
        ("1. (C) Model forms.  USDEL shall oppose them.", "Model forms", "USDEL shall oppose them."),
        ("1. (C) Swiss paper on transit: We like it.", "Swiss paper on transit", "We like it."),
        ("1. (C) Visit of the Chair.\n\nA. Go.\n\nB. Stay.", "Visit of the Chair", ""),
        ("1. (C) U.S. text on drones.  It stands.", "U.S. text on drones", "It stands."),
        (
            "1. (C) Transit Licences The delegation should act.",
            "Transit Licences",
            "The delegation should act.",
        ),
        ("1. (C) Hosts and Chairs If asked, be vague.", "Hosts and Chairs", "If asked, be vague."),
        ("1. (C) Embassy concurs.  We go on.", None, "Embassy concurs.  We go on."),
        ("1. (C) Deputy Min. Petrov spoke.", None, "Deputy Min. Petrov spoke."),
        ("1. (C) The Plenary Session The press saw.", None, "The Plenary Session The press saw."),
        ("1. NO COMMENT.  WE GO ON.", None, "NO COMMENT.  WE GO ON."),
        ("1. (C) Brokering.", None, "Brokering."),
        ("1. (U) This is SFO-GVA-047.", None, "This is SFO-GVA-047."),
        ("1. FOR PARIS: EMBASSY SHOULD ACT.", None, "FOR PARIS: EMBASSY SHOULD ACT."),
        ("1. (C) He made the following points:\n\n-- one\n-- two", None, "He made the following points:"),
    ],
)
def test_headings(body: str, heading: str | None, rest: str) -> None:
    cable = telegram(body)
    assert passage(cable, "1").heading == heading
    assert words(cable, "1") == " ".join(rest.split())


def test_one_word_before_the_text_is_a_heading_where_others_are() -> None:
    """Two headings of several words show how the paragraphs of a telegram begin."""
    alone = "1. (C) Brokering. We agree to it."
    assert passage(telegram(alone), "1").heading is None
    body = f"{alone}\n\n2. (C) Swiss text. Oppose it.\n\n3. (C) Dates and hosts. Be vague."
    made = telegram(body)
    assert [p.heading for p in made.passages] == ["Brokering", "Swiss text", "Dates and hosts"]


def test_short_paragraphs_are_no_headings() -> None:
    made = telegram("1. (C) One.\n\n2. (C) Talking points.\n\nOUTREACH\n--------\n\n3. (C) Three.")
    assert [p.heading for p in made.passages] == [None, None, "OUTREACH"]


@pytest.mark.parametrize(
    ("written", "marking"),
    [
        ("1. (C) Text.", "C"),
        ("(C) 1. Text.", "C"),
        ("1. (S//NF) Text.", "S//NF"),
        ("1. (C/REL MTCR) Text.", "C/REL MTCR"),
        ("1.(U) Text.", "U"),
        ("1. (sbu) Text.", "SBU"),
        ("1. Text.", None),
    ],
)
def test_portion_marks(written: str, marking: str | None) -> None:
    assert passage(telegram(f"{written}\n\n2. (C) Text."), "1").marking == marking


def test_a_document_without_marks_has_lost_none() -> None:
    cable = telegram("1. ONE.\n\n2. TWO.")
    assert {(p.marking, p.marking_status) for p in cable.passages} == {(None, "inherited")}


def test_one_paragraph_without_a_number() -> None:
    cable = telegram(
        "(SBU) Poloff raised the points with the Ministry today. Embassy will report septel. WINSLOW"
    )
    assert [(p.number, p.number_status, p.marking) for p in cable.passages] == [("1", "inferred", "SBU")]
    assert words(cable, "1").endswith("report septel.")


def test_a_wrapped_text_without_numbers_begins_with_its_first_line() -> None:
    made = telegram(
        "Poloff called on the director of the bureau for export\ncontrol today.\n\nHe agreed with us."
    )
    assert [p.number for p in made.passages] == ["1", "2"]
    assert words(made, "1").startswith("Poloff called on")


def test_an_unnumbered_summary_is_zero() -> None:
    assert numbers("(C) Summary: The Plenary admitted Bulgaria to it.\n\n1. (C) One.\n\n2. (C) Two.") == [
        "0",
        "1",
        "2",
    ]


def test_what_follows_the_message_is_none_of_it() -> None:
    cable = telegram("1. (C) One.\n\n2. (C) Two.\n\nEND GUIDANCE.\nRICE\n\nNNNN\n\nEnd Cable Text")
    assert words(cable, "2") == "Two."
    assert cable.body.of(cable.text).endswith("Two.")


def test_a_paragraph_goes_on_after_a_page_break() -> None:
    cable = telegram("1. (C) The text of\n\nROME 00000012  002 OF 002\n\nthis goes on.\n\n2. (C) Two.")
    assert words(cable, "1").endswith("this goes on.")
    assert passage(cable, "1").heading is None


def test_paragraphs_that_a_scan_merged() -> None:
    assert numbers("fl1. (C) We met. fl2. (C) We parted.\n\nfl3. (C) We met again.") == ["1", "2", "3"]


def test_a_word_behind_a_letter_is_no_number() -> None:
    body = "1. (C) Points\n- (A) One.\n- (B) Two.\n- (C) In August we acted.\n\n2. (SBU) Two."
    assert numbers(body) == ["1", "1.A", "1.B", "1.C", "2"]


def test_a_double_spaced_page() -> None:
    page = "\n\n".join(["THE DEPARTMENT WISHES TO KNOW WHETHER THE GOVERNMENT OF"] * 9)
    assert numbers(f"1. {page}.\n\n2. {page}.\n\n3. {page}.") == ["1", "2", "3"]


def test_a_lost_number_below_an_underlined_heading() -> None:
    """Every heading between two rules; the number of the second paragraph is lost, its heading is not."""
    head = "----------\n{}\n----------\n\n"
    second, third = head.format("Catch-all: a decision"), head.format("Brokering")
    cable = telegram(f"1. (C) We met them on Monday.\n\n{second}(C) Two.\n\n{third}3. (C) Three.")
    assert [(p.number, p.heading) for p in cable.passages] == [
        ("1", None),
        ("2", "Catch-all: a decision"),
        ("3", "Brokering"),
    ]
