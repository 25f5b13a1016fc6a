import pytest

from ingest.cable import Header, Read
from tests.ingest.telegram import parsed

SEVENTIES = """CONFIDENTIAL

PAGE 01 STATE 900101
41
ORIGIN PM-04
------------------ 061402
P R 061755Z OCT 75
FM SECSTATE WASHDC
TO AMEMBASSY LONDON PRIORITY
AMEMBASSY PARIS PRIORITY
INFO AMEMBASSY BONN BY POUCH

C O N F I D E N T I A L STATE 900101

E.O. 11652: GDS
TAGS: PARM, OVIP (NIXON, RICHARD), UK
SUBJECT: NUCLEAR EXPORTS: INSTRUCTIONS FOR
LONDON MEETING

1. NUCLEAR SUPPLIERS WILL MEET.
"""
ROUTED = """VZCZCXRO1188
PP RUEHWEB
DE RUEHFR #0107/01 0771622
ZNY CCCCC ZZH
P 181622Z MAR 05
FM AMEMBASSY PARIS
TO RUEHC/SECSTATE WASHDC PRIORITY 4417
INFO RUEHMO/AMEMBASSY MOSCOW 1902
RUEHZA/MISSILE TECHNOLOGY CONTROL REGIME COLLECTIVE
BT
S E C R E T SECTION 01 OF 02 PARIS 000107

NOFORN
SIPDIS

DEPT FOR ISN/MTR

E.O. 12958: DECL: 03/18/2015
TAGS: MTCRE PARM
SUBJECT: READOUT (C)

Classified By: ESTH Counselor Robert N. Dunmore for reasons
1.4 (b), (d) and (e)

1. (C) Text.
"""
ONE_LINE = """P R 040045Z APR 08 FM SECSTATE WASHDC TO AMEMBASSY PARIS PRIORITY INFO MTCR COLLECTIVE

CONFIDENTIAL STATE 034976

PARIS FOR EST:H.SMITH

E.O. 12958: DECL: (1.6, X5, X6) TAGS: PARM MTCRE
SUBJECT: (U) GUIDANCE

1. (C) Text.
"""


def value(read: Read[str] | Read[int] | None) -> str | int | None:
    return None if read is None else read.value


def values(reads: tuple[Read[str], ...]) -> list[str]:
    return [read.value for read in reads]


def header(text: str) -> Header:
    return parsed(text).header


def test_a_telegram_of_the_seventies() -> None:
    cable = parsed(SEVENTIES)
    head = cable.header
    assert cable.id == "1975STATE900101"
    assert value(head.sent) == "1975-10-06T17:55:00Z"
    assert (value(head.precedence_action), value(head.precedence_info)) == ("PRIORITY", "ROUTINE")
    assert (values(head.to), values(head.info)) == (
        ["AMEMBASSY LONDON", "AMEMBASSY PARIS"],
        ["AMEMBASSY BONN"],
    )
    assert (value(head.eo), value(head.declassify)) == ("11652", "GDS")
    assert values(head.tags) == ["PARM", "OVIP", "UK"]
    assert value(head.subject) == "NUCLEAR EXPORTS: INSTRUCTIONS FOR LONDON MEETING"


def test_routing_lines_and_many_addressees() -> None:
    head = header(ROUTED)
    assert (value(head.classification), value(head.post), value(head.number)) == ("SECRET", "PARIS", 107)
    assert values(head.to) == ["SECSTATE WASHDC"]
    assert values(head.info) == ["AMEMBASSY MOSCOW", "MISSILE TECHNOLOGY CONTROL REGIME COLLECTIVE"]
    assert (value(head.precedence_action), head.precedence_info) == ("PRIORITY", None)
    assert values(head.captions) == ["NOFORN", "SIPDIS"]
    assert value(head.attention) == "DEPT FOR ISN/MTR"
    assert (value(head.subject), value(head.subject_marking)) == ("READOUT", "C")
    assert value(head.classified_by) == "ESTH Counselor Robert N. Dunmore"
    assert values(head.reasons) == ["1.4 (B)", "1.4 (D)", "1.4 (E)"]


def test_a_header_on_one_line_and_two_fields_on_one_line() -> None:
    head = header(ONE_LINE)
    assert value(head.sender) == "SECSTATE WASHDC"
    assert values(head.info) == ["MTCR COLLECTIVE"]
    assert value(head.attention) == "PARIS FOR EST:H.SMITH"
    assert value(head.declassify) == "1.6, X5, X6"
    assert values(head.tags) == ["PARM", "MTCRE"]
    assert (value(head.subject), value(head.subject_marking)) == ("GUIDANCE", "U")


def test_every_value_points_at_its_words() -> None:
    cable = parsed(ONE_LINE)
    head = cable.header
    assert head.number is not None
    assert head.number.span.of(cable.text) == "034976"
    assert head.subject is not None
    assert head.subject.span.of(cable.text) == "GUIDANCE"
    assert [tag.span.of(cable.text) for tag in head.tags] == ["PARM", "MTCRE"]


def test_letters_in_the_place_of_digits() -> None:
    text = ONE_LINE.replace("040045Z", "O4OO45Z").replace("034976", "O34976").replace("E.O.", "E.0.")
    cable = parsed(text)
    assert cable.id == "2008STATE34976"
    assert value(cable.header.eo) == "12958"


def test_a_time_that_does_not_exist_is_a_problem() -> None:
    cable = parsed(ONE_LINE.replace("040045Z", "994599Z"))
    assert cable.header.sent is None
    assert "there is no such date and time" in [problem.why for problem in cable.problems]


def test_without_a_date_the_year_is_that_of_the_subject() -> None:
    text = "UNCLAS SEOUL 900105\n\nTAGS: PARM\nSUBJECT: MTCR PLENARY (6-8 OCT 2004)\n\n1. (U) Text.\n"
    cable = parsed(text)
    assert cable.id == "2004SEOUL900105"
    assert any("no date" in problem.why for problem in cable.problems)


def test_an_airgram_is_called_by_its_letter() -> None:
    text = "AIRGRAM\nDEPARTMENT OF STATE A-5913\n\nE.O. 11652: NA\nTAGS: SPOP\nDATE: JuL 11 4 22 PM '73\n"
    cable = parsed(
        text + "SUBJECT: World Population Year\n\nAs indicated, posts should report on this to us.\n"
    )
    assert cable.id == "1973STATEA5913"
    assert value(cable.header.sent) == "1973-07-11"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("CLASSIFIED BY: NP DAS LOUISE T. BRANNIGAN. REASONS: 1.4 (B) AND (D).", ["1.4 (B)", "1.4 (D)"]),
        ("Classified By: A/DCM Helen Vandermeer. Reason: 1.4 (b,d)", ["1.4 (B)", "1.4 (D)"]),
        ("Classified by NP PDAS Warren J. Ostrander.  Reason: l.4 (b), (d).", ["1.4 (B)", "1.4 (D)"]),
        ("(U) CLASSIFIED BY A/S JOHN DOE, REASON 1.5 (B) AND (D)", ["1.5 (B)", "1.5 (D)"]),
        ("Classified By: Amb. Jane Roe for reasons 1.4 (b and d).", ["1.4 (B)", "1.4 (D)"]),
    ],
)
def test_reasons_as_drafters_write_them(line: str, expected: list[str]) -> None:
    head = header(ONE_LINE.replace("1. (C) Text.", f"{line}\n\n1. (C) Text."))
    assert values(head.reasons) == expected
    assert head.classified_by is not None
    assert "eason" not in head.classified_by.value


ADDRESSED = """{letters} 040045Z APR 08
FM AMEMBASSY ROME
TO {to}
INFO {info}
{below}
C O N F I D E N T I A L ROME 000012

SIPDIS

TAGS: PARM, MTCRE
SUBJECT: MTCR

1. (C) We met them.
"""


@pytest.mark.parametrize(
    ("letters", "to", "info", "action", "information"),
    [
        ("R", "SECSTATE WASHDC PRIORITY 1234", "AMEMBASSY PARIS 0012", "PRIORITY", "ROUTINE"),
        ("R", "RUEHC/SECSTATE WASHDC IMMEDIATE 1", "AMEMBASSY OSLO PRIORITY", "IMMEDIATE", "PRIORITY"),
        ("P", "AMEMBASSY OSLO PRIORITY", "AMEMBASSY BONN PRIORITY\nAMEMBASSY PARIS", "PRIORITY", "PRIORITY"),
        ("O P", "AMEMBASSY OSLO IMMEDIATE", "AMEMBASSY BONN", "IMMEDIATE", "PRIORITY"),
        ("P", "AMEMBASSY OSLO PRIORITY", "AMEMBASSY BONN", "PRIORITY", None),
        ("RR", "AMEMBASSY OSLO", "AMEMBASSY BONN", "ROUTINE", None),
    ],
)
def test_precedence_in_letters_and_behind_addressees(
    letters: str, to: str, info: str, action: str, information: str | None
) -> None:
    header = parsed(ADDRESSED.format(letters=letters, to=to, info=info, below="")).header
    assert header.precedence_action is not None
    assert header.precedence_action.value == action
    assert (header.precedence_info and header.precedence_info.value) == information


@pytest.mark.parametrize(
    "line",
    [
        "OSLO PLEASE PASS TO USDEL ON ARRIVAL",
        "PARIS PLS PASS USOECD",
        "PLEASE PASS TO SECRETARY'S PARTY",
        "PASS TO AMBASSADOR ONLY",
        "OSLO FOR ECON: R. BERG",
    ],
)
def test_a_request_to_pass_a_message_on_is_no_addressee(line: str) -> None:
    text = ADDRESSED.format(letters="P", to="AMEMBASSY OSLO", info="AMEMBASSY BONN", below=f"\n{line}\n")
    header = parsed(text).header
    assert [one.value for one in header.info] == ["AMEMBASSY BONN"]
    assert header.attention is not None
    assert header.attention.value == line
