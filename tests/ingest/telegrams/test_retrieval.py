"""Retrieval prints: the attributes that an archive's system gives are no words of the telegram."""

import pytest

from tests.ingest.telegram import parsed, words

MESSAGE = """CONFIDENTIAL

PAGE 01        BUCHAR 900953  131554Z

45
ACTION SS-25

INFO  OCT-01  ISO-00  SSO-00  /026 W
                       ---------------------     053223
R 131505Z AUG 75
FM AMEMBASSY BUCHAREST
TO SECSTATE WASHDC 4100

C O N F I D E N T I A L BUCHAREST 900953

EXDIS

E.O. 11652: GDS
TAGS: ETRD, RO
SUBJECT: SALE OF TRACTORS

REF: STATE 900182

1. MINISTRY TOLD US TODAY THAT IT WILL BUY NO MORE TRACTORS
CONFIDENTIAL

CONFIDENTIAL

PAGE 02        BUCHAR 900953  131554Z

THIS YEAR.

2. WE WILL ASK AGAIN IN MAY.
HALLORAN


CONFIDENTIAL



NNN
"""
STAMP = "Declassified/Released US Department of State EO Systematic Review 06 JUL 2006"
ATTRIBUTES = """Automatic Decaptioning: X
Capture Date: 01 JAN 1994
Channel Indicators: n/a
Current Classification: UNCLASSIFIED
Concepts: TRADE, AGRICULTURAL
  MACHINERY
Control Number: n/a
Draft Date: 13 AUG 1975
Disposition Action: RELEASED
Document Number: 1975BUCHAR900953
Film Number: D750280-0001
From: BUCHAREST
Handling Restrictions: n/a
Locator: TEXT ON-LINE, ON MICROFILM
Original Classification: CONFIDENTIAL
Page Count: '2'
Review Markings: ! 'n/a

  Margaret P. Grafeld

  Declassified/Released

  US Department of State

  EO Systematic Review

  06 JUL 2006

  '
Subject: SALE OF TRACTORS TO A
  MINISTRY
TAGS: ETRD, RO
To: STATE
Type: TE
"""
FORMS = {
    "below": f"Message Text\n\n\n{MESSAGE}\n\n{STAMP}\n\nMessage Attributes\n\n{ATTRIBUTES}",
    "below, no rubric": f"{MESSAGE}\n\n\n{ATTRIBUTES}\n\nMargaret P. Grafeld {STAMP}\n",
    "above": f"{ATTRIBUTES}\n\nMessage Text\n\n{MESSAGE}\n{STAMP}\n",
    "above, no rubric": f"{ATTRIBUTES}\n\n{MESSAGE}\n{STAMP}\n",
    "stamped inside": MESSAGE.replace("THIS YEAR", f"\n{STAMP}\n\nTHIS YEAR") + ATTRIBUTES,
}


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_a_print_says_what_its_telegram_says(text: str) -> None:
    made = parsed(text)
    header = made.header
    assert made.id == "1975BUCHAREST900953"
    assert [one.value for one in (header.sent, header.subject, header.classification) if one is not None] == [
        "1975-08-13T15:05:00Z",
        "SALE OF TRACTORS",
        "CONFIDENTIAL",
    ]
    assert [one.value for one in header.tags] == ["ETRD", "RO"]
    assert [one.value for one in header.to] == ["SECSTATE WASHDC"]
    assert [one.target for one in made.references] == ["1975STATE900182"]
    assert [passage.number for passage in made.passages] == ["1", "2"]
    assert words(made, "1").endswith("NO MORE TRACTORS THIS YEAR.")
    assert words(made, "2") == "WE WILL ASK AGAIN IN MAY."


def test_attributes_supply_what_the_text_lacks() -> None:
    made = parsed(f"{ATTRIBUTES}\nMessage Text\n\n1. MINISTRY WILL BUY NO MORE.\n\n2. WE WILL ASK AGAIN.\n")
    header = made.header
    assert made.id == "1975BUCHAREST900953"
    assert header.sent is not None
    assert header.sent.value == "1975-08-13"
    assert header.subject is not None
    assert header.subject.value == "SALE OF TRACTORS TO A MINISTRY"
    assert header.classification is not None
    assert header.classification.value == "CONFIDENTIAL"
    assert [passage.number for passage in made.passages] == ["1", "2"]


def test_a_letter_with_labels_is_no_print() -> None:
    text = (
        "From: Ann Durham\nTo: Carol Conway\nDate: May 3, 1976\nSubject: Tractors\nEnclosure: list\n\nAgreed."
    )
    assert parsed(text).kind == "Email"


@pytest.mark.parametrize(
    ("above", "sent"),
    [
        (
            "88. Telegram 900953 From the Embassy in Romania to the Department, August 13, 1975, 1505Z.",
            "T15:05:00Z",
        ),
        (
            "Airgram A-900953 From the Embassy in Romania to the Department, Bucharest, August 13, 1975.",
            "",
        ),
        ("August 13, 1975, 1505Z.", "T15:05:00Z"),
    ],
)
def test_the_date_of_an_edition_serves_where_the_time_is_unreadable(above: str, sent: str) -> None:
    made = parsed(f"{above}\n\n{MESSAGE.replace('131505Z AUG 75', '13l5O52 AUG').replace('131554Z', '')}")
    assert made.header.sent is not None
    assert made.header.sent.value == f"1975-08-13{sent}"
    assert made.id == "1975BUCHAREST900953"


def test_what_the_editors_omit_is_no_paragraph_and_is_told() -> None:
    made = parsed(MESSAGE.replace("2. WE", "[Omitted here is discussion of ploughs.]\n\n2. WE"))
    assert [passage.number for passage in made.passages] == ["1", "2"]
    assert "ploughs" not in made.text[made.body.start : made.body.end]
    assert "the edition leaves out a part here" in [problem.why for problem in made.problems]
