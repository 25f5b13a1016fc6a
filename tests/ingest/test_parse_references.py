import pytest

from ingest.cable import Reference
from tests.ingest.telegram import telegram


def listed(ref: str) -> tuple[Reference, ...]:
    return telegram("1. (C) Text.", ref=ref).references


def targets(ref: str) -> list[tuple[str, str | None]]:
    return [(item.label, item.target) for item in listed(ref)]


@pytest.mark.parametrize(
    ("ref", "expected"),
    [
        ("REF: A. OSLO 77  B. OSLO 78", [("A", "2008OSLO77"), ("B", "2008OSLO78")]),
        ("REFS: A) OSLO 77\nB) 07 OSLO 78", [("A", "2008OSLO77"), ("B", "2007OSLO78")]),
        ("REF: (A) OSLO 77; (B) OSLO 78", [("A", "2008OSLO77"), ("B", "2008OSLO78")]),
        ("REF: A: OSLO 77; B: OSLO 78", [("A", "2008OSLO77"), ("B", "2008OSLO78")]),
        ("REF: A OSLO 77, B OSLO 78", [("A", "2008OSLO77"), ("B", "2008OSLO78")]),
        ("REF: A. A) OSLO 77", [("A", "2008OSLO77")]),
        ("REF: A. REF A STATE 54321", [("A", "2008STATE54321")]),
        ("REF: (1) STATE 54321 (2) OSLO 77", [("1", "2008STATE54321"), ("2", "2008OSLO77")]),
        ("REF: A. OSLO 77\n¶B. OSLO 78", [("A", "2008OSLO77"), ("B", "2008OSLO78")]),
        (
            "REF: A) OSLO 1\n\n- B) OSLO 2\n- C) OSLO 3",
            [("A", "2008OSLO1"), ("B", "2008OSLO2"), ("C", "2008OSLO3")],
        ),
        ("REF: A) 04 OSLO 77 B) 07 OSLO 78", [("A", "2004OSLO77"), ("B", "2007OSLO78")]),
        ("REFTEL: STATE 54321", [("1", "2008STATE54321")]),
        ("REF: REF: STATE 54321", [("1", "2008STATE54321")]),
        ("Ref(s): A) Oslo 77", [("A", "2008OSLO77")]),
        ("REF STATE 54321", [("1", "2008STATE54321")]),
        ("A. REF OSLO 77\nB. 06 OSLO 88", [("A", "2008OSLO77"), ("B", "2006OSLO88")]),
        ("(A) REF: 07 STATE 5\n(B) OSLO 6 (NOTAL)", [("A", "2007STATE5"), ("B", "2008OSLO6")]),
        (
            "REF: OSLO 77\nB. OSLO 78\nC. OSLO 79",
            [("A", "2008OSLO77"), ("B", "2008OSLO78"), ("C", "2008OSLO79")],
        ),
    ],
)
def test_labels_and_letters(ref: str, expected: list[tuple[str, str]]) -> None:
    assert targets(ref) == expected


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("2007 OSLO 77", "2007OSLO77"),
        ("09OSLO77", "2009OSLO77"),
        ("'07 OSLO 77", "2007OSLO77"),
        ("(99) OSLO 77", "1999OSLO77"),
        ("OSLO 77 (07)", "2007OSLO77"),
        ("OSLO 77/07", "2007OSLO77"),
        ("OSLO 77-07", "2007OSLO77"),
        ("STATE (01) 54321", "2001STATE54321"),
        ("USUN 6112 OF 1974", "1974USUN6112"),
        ("STATE 54321 (12/29/75)", "1975STATE54321"),
        ("O4 SEOUL 9OO1O5", "2004SEOUL900105"),
        ("OSLO #77", "2008OSLO77"),
        ("377 OSLO", "2008OSLO377"),
        ("OSLO, 77", "2008OSLO77"),
        ("OSLO (C)00077", "2008OSLO77"),
        ("07-OSLO-57", "2007OSLO57"),
        ("SECSTATE 54321", "2008STATE54321"),
        ("EMBASSY OSLO 77", "2008OSLO77"),
        ("RIO DE JANEIRO 77", "2008RIODEJANEIRO77"),
        ("RIO\nDE JANEIRO 77", "2008RIODEJANEIRO77"),
        ("HCMC 77", "2008HOCHIMINHCITY77"),
        ("PORT A 77", "2008PORTAUPRINCE77"),
        ("WELLINGOTN 77", "2008WELLINGTON77"),
        ("ST. PETERSBURG 75", "2008STPETERSBURG75"),
        ("COTON0U 348", "2008COTONOU348"),
        ("STATE'S 51556", "2008STATE51556"),
    ],
)
def test_a_telegram_in_every_spelling(item: str, expected: str) -> None:
    (one,) = listed(f"REF: {item}")
    assert (one.type, one.target) == ("cable", expected)


def test_several_telegrams_of_one_post() -> None:
    assert [one.target for one in listed("REF: A. OSLO 77 AND 78")] == ["2008OSLO77", "2008OSLO78"]
    assert [one.target for one in listed("REF: STATE 1, 2, 3")] == ["2008STATE1", "2008STATE2", "2008STATE3"]
    assert [one.target for one in listed("REF: OSLO 77/78")] == ["2008OSLO77", "2008OSLO78"]
    assert [one.target for one in listed("REF: STATE 54321 & OSLO 7")] == ["2008STATE54321", "2008OSLO7"]


def test_qualifiers() -> None:
    (one,) = listed("REF: STATE 26726 (SMALL GROUP) (NOTAL) AND PREVIOUS")
    assert (one.target, one.caption, one.notal, one.and_previous) == (
        "2008STATE26726",
        "SMALL GROUP",
        True,
        True,
    )


def test_a_nickname_says_nothing_of_the_kind() -> None:
    (one,) = listed("REF: A. STATE 91 (BROKERING NONPAPER)")
    assert (one.type, one.target, one.caption) == ("cable", "2008STATE91", "BROKERING NONPAPER")


def test_documents_that_are_no_telegrams() -> None:
    ref = """REF: A. DURHAM-CONWAY E MAIL OF 02-21-08
B. DOE/ROE TELCON 01/02/08
C. NSC MEMO OF AUGUST 4, 2006
D. MTCR POC 201/2006 - MAY 16 2006
E. USUN A-577, April 29, 1976
F. (S) TD-314/00000-05
G. OSC EUP20080101000000"""
    made = [(one.type, one.target, one.date_status) for one in listed(ref)]
    assert made == [
        ("email", "email-2008-02-21-durham-conway", "interpreted"),
        ("telcon", "telcon-2008-01-02-doe-roe", "interpreted"),
        ("memo", "memo-2006-08-04-nsc", "stated"),
        ("regime-document", "mtcr-poc-201-2006", "stated"),
        ("airgram", "1976USUNA577", "stated"),
        ("report", "report-td-314-00000-05", None),
        ("press", "press-osc-eup20080101000000", None),
    ]


@pytest.mark.parametrize("day", ["02-21-08", "21/02/2008", "2-3-08", "10/14/08"])
@pytest.mark.parametrize("kind", ["E-MAIL", "TELCON"])
def test_a_date_in_numbers_is_interpreted(kind: str, day: str) -> None:
    (one,) = listed(f"REF: A. ROWE-HALE {kind} OF {day}")
    assert one.date is not None
    assert one.date_status == "interpreted"


def test_what_names_no_document_says_why() -> None:
    for item in ("XYZZY 77", "OCTOBER 28", "THE OSLO MOOD", "UNSCR 1737 COMMITTEE NOTICE"):
        (one,) = listed(f"REF: {item}")
        assert one.target is None
        assert one.why


def test_a_page_break_inside_the_list_is_no_item() -> None:
    ref = "REF: A. STATE 1\nROME 00000012  001.2 OF 002\n\nB. STATE 2"
    assert targets(ref) == [("A", "2008STATE1"), ("B", "2008STATE2")]


def test_a_telegram_does_not_cite_itself() -> None:
    cable = telegram("1. (C) Text.", ref="REF: A. ROME 12\nB. STATE 2")
    assert [one.label for one in cable.references] == ["B"]
    assert any("itself" in problem.why for problem in cable.problems)


def test_two_lists_and_a_glued_label() -> None:
    assert targets("REF: 08 MOSCOW 9\n\nREFS: A. STATE 1 B. STATE 2") == [
        ("1", "2008MOSCOW9"),
        ("A", "2008STATE1"),
        ("B", "2008STATE2"),
    ]


def test_spans_cover_the_words() -> None:
    cable = telegram("1. (C) Text.", ref="REF: A) STATE 26726 (SMALL\nGROUP)\nB) STATE 3")
    assert [" ".join(one.span.of(cable.text).split()) for one in cable.references] == [
        one.raw for one in cable.references
    ]
    assert cable.references[0].raw == "STATE 26726 (SMALL GROUP)"
