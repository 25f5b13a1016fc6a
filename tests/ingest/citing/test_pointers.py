"""Telegrams cited relative to who writes to whom: forms, dates, and what must be left alone."""

import pytest

from ingest.document import Span
from ingest.parse.citing import Correspondents, Pointed, pointers
from ingest.parse.text.posts import posts_of
from ingest.tables import knowledge

CAIRO = Correspondents("CAIRO", ("STATE",), "1956-02-04T17:00:00")
TO_CAIRO = Correspondents("STATE", ("CAIRO",), "1956-02-04T17:00:00")
TO_MOSCOW = Correspondents("STATE", ("MOSCOW",), "1967-09-04")
MEMO = Correspondents(None, (), "1956-02-04")


def found(text: str, by: Correspondents = CAIRO) -> tuple[Pointed, ...]:
    return pointers(text, Span(0, len(text)), by, posts_of(knowledge().posts))


def targets(text: str, by: Correspondents = CAIRO) -> list[str | None]:
    return [one.target for one in found(text, by)]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("As reported Embtel 901450, he agreed.", "1956CAIRO901450"),
        ("reEmbtel 901450", "1956CAIRO901450"),
        ("EMBTEL NO. 901450 REFERS", "1956CAIRO901450"),
        ("In view Deptel 902714, we told him", "1956STATE-CAIRO902714"),
        ("Deptel Eyes Only 902714", "1956STATE-CAIRO902714"),
        ("Deptel to Damascus 900575", "1956STATE-DAMASCUS900575"),
        ("Deptel 902815 to Amman", "1956STATE-AMMAN902815"),
        ("Deptel July 9 sent Rome 52", "1955STATE-ROME52"),
        ("Department's 900731 to Bonn", "1956STATE-BONN900731"),
        ("Department telegram 902714.", "1956STATE-CAIRO902714"),
        ("Department's telegram No. 902714", "1956STATE-CAIRO902714"),
        ("the Embassy's telegram 900676", "1956CAIRO900676"),
        ("Circular telegram 900744", "1956STATE-CIRCULAR900744"),
        ("Depcirtel 900744", "1956STATE-CIRCULAR900744"),
        ("your telegram 900293", "1956STATE-CAIRO900293"),
        ("urtel 39", "1956STATE-CAIRO39"),
        ("Your niact 50.", "1956STATE-CAIRO50"),
        ("your 949, second paragraph", "1956STATE-CAIRO949"),
        ("as stated your 949 Rifai agrees", "1956STATE-CAIRO949"),
        ("our 328.", "1956CAIRO328"),
        ("mytel 34", "1956CAIRO34"),
        ("Amman's 901450", "1956AMMAN901450"),
        ("Amman's telegram 45, January 10", "1956AMMAN45"),
        ("Tel Aviv telegram 900667 to Department", "1956TELAVIV900667"),
        ("(Jerusalem 232)", "1956JERUSALEM232"),
        ("Jerusalem 232 to Department", "1956JERUSALEM232"),
        ("Amman's 2 to Damascus", "1956AMMAN-DAMASCUS2"),
        ("USUN 10, sent Department 671", "1956USUN671"),
        ("at Paris (Paris tel Secto 11)", "1956SECTO11"),
        ("see Tosec 69", "1956TOSEC69"),
        ("what POLTO 900123 covers this", "1956POLTO900123"),
        ("in SALT IV 12.", "1956SALTIV12"),
        ("Embassy despatch 900267", "1956CAIRO-DESPATCH900267"),
        ("Embdesp 900267", "1956CAIRO-DESPATCH900267"),
        ("your airgram A-577", "1956STATEA577"),
        ("CA-3400", "1956STATECA3400"),
        ("telegram 900293 from Cairo", "1956CAIRO900293"),
        ("telegram No. 52 to Cairo", "1956STATE-CAIRO52"),
        ("conversations reported 861.", "1956CAIRO861"),
        ("his remarks (Amman telegram 45 repeated London 356)", "1956AMMAN45"),
        ("his remarks (Amman telegram 45, rptd London 694 and 697), he said", "1956AMMAN45"),
    ],
)
def test_in_a_telegram_of_an_embassy(text: str, target: str) -> None:
    assert targets(text) == [target]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Embtel 900687", "1956CAIRO900687"),
        ("Deptel 900481", "1956STATE-CAIRO900481"),
        ("your telegram 900293", "1956CAIRO900293"),
        ("our 900328", "1956STATE-CAIRO900328"),
        ("Your despatch 900267.", "1956CAIRO-DESPATCH900267"),
        ("Embassy telegram 900554", "1956CAIRO900554"),
    ],
)
def test_in_a_telegram_of_the_department(text: str, target: str) -> None:
    assert targets(text, TO_CAIRO) == [target]


def test_the_department_has_one_series_since_1966() -> None:
    assert targets("State 930165 and Deptel 930166", TO_MOSCOW) == ["1967STATE930165", "1967STATE930166"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Embtels 901665 and 901666, January 23", ["1956CAIRO901665", "1956CAIRO901666"]),
        ("Deptels 735, 666 and Embtel 708", ["1956STATE-CAIRO735", "1956STATE-CAIRO666", "1956CAIRO708"]),
        ("Paris Tels 903402, 903432.", ["1956PARIS903402", "1956PARIS903432"]),
        ("Amman's 446 and 452 to Department", ["1956AMMAN446", "1956AMMAN452"]),
        ("Embtels 901665-67.", ["1956CAIRO901665", "1956CAIRO901666", "1956CAIRO901667"]),
        ("Embassy telegrams 211 and 214 many points are clear", ["1956CAIRO211", "1956CAIRO214"]),
        ("My telegrams 60 and 41.", ["1956CAIRO60", "1956CAIRO41"]),
        (
            "Deptel Rome 394, London 902 and Paris 747",
            ["1956STATE-ROME394", "1956STATE-LONDON902", "1956STATE-PARIS747"],
        ),
    ],
)
def test_several_numbers_behind_one_word(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize(
    ("words", "date", "target"),
    [
        ("Embtel 901424 January 28", "1956-01-28", "1956CAIRO901424"),
        ("Embtel 901424 Jan 30, 2 PM", "1956-01-30", "1956CAIRO901424"),
        ("Embtel 901424, March 8", "1955-03-08", "1955CAIRO901424"),
        ("Embtel 901424 of August 19, 1953", "1953-08-19", "1953CAIRO901424"),
        ("Embtel 901424 (12/29/55)", "1955-12-29", "1955CAIRO901424"),
        ("Embtel 12 July 2, 1955", "1955-07-02", "1955CAIRO12"),
        ("Deptel May 29 [23].", "1955-05-23", None),
        ("Deptel 24 May", "1955-05-24", None),
    ],
)
def test_dates_in_the_words(words: str, date: str, target: str | None) -> None:
    (one,) = found(words)
    assert (one.date, one.target) == (date, target)
    assert one.target is None or one.year_status == "stated"


def test_without_a_date_the_year_is_that_of_the_document() -> None:
    assert [one.year_status for one in found("Embtel 901424")] == ["assumed"]


@pytest.mark.parametrize(
    ("text", "by", "why"),
    [
        ("your Message No. 85", CAIRO, "no series is known"),
        ("CINCPAC 180030Z Aug", CAIRO, "military"),
        ("JCS 909876", CAIRO, "military"),
        ("British Embassy telegram 12", CAIRO, "another government"),
        ("Embtel 900012", MEMO, "between whom"),
        ("see telegram 900012.", CAIRO, "who sent"),
        ("as in Deptel, he said", CAIRO, "no number"),
        ("Embtel 900012", Correspondents("CAIRO", ("STATE",)), "year"),
    ],
)
def test_what_is_cited_and_cannot_be_told(text: str, by: Correspondents, why: str) -> None:
    (one,) = found(text, by)
    assert one.target is None and one.why is not None and why in one.why


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 242 was adopted.",
        "The talks in Cairo July 10 went well.",
        "in Geneva 1954 the parties agreed",
        "Public Law 480 wheat",
        "NSC 5428 and Document 12",
        "Section 402 of the Act, map 14",
        "Paris 300 tons, London 250 pounds",
        "our 20 divisions and your 3 points",
        "our 200 aircraft and your 12 Mysteres",
        "the Department's 10 percent cut",
        "He left Cairo.\n2. The second point",
        "Embassy 25 cars were burnt",
        "The Embassy employs 300 people",
        "Sent Department 900414, repeated information Amman 33, London 90.",
        "Repeated to Tel Aviv 12, Amman 66.",
        "Cairo 56.5 and Rome 12:30",
        "your second message of thanks",
        "the state 14 miles away",
        "I telephoned him; my 2 visits",
        "cable 3 inches thick",
        "Circular 12 inch saw",
        "Egypt 12, Israel 7",
        "arrive London 5 p.m.",
    ],
)
def test_what_is_no_telegram(text: str) -> None:
    assert targets(text) == []


def test_own_number_at_the_very_beginning_is_no_citation() -> None:
    assert targets("Secto 11. Subject: talks. See Secto 9.") == ["1956SECTO9"]


def test_a_document_does_not_cite_itself() -> None:
    assert (
        targets("Embtel 900001", Correspondents("CAIRO", ("STATE",), "1956-02-04", "1956CAIRO900001")) == []
    )
