"""Documents of published volumes, parsed: what head, dateline and source note tell, and their paragraphs."""

import pytest

from ingest.parse import parse
from ingest.tables import knowledge
from tests.ingest.tei.make import DEPARTMENT, document, one_document


@pytest.mark.parametrize(
    ("head", "first", "when", "expected"),
    [
        (
            f"Telegram From the Embassy in Portugal to the {DEPARTMENT}",
            "900404. We met.",
            "1956",
            "1956LISBON900404",
        ),
        (
            f"Telegram From the {DEPARTMENT} to the Embassy in Peru",
            "900405. Act.",
            "1958-02",
            "1958STATE-LIMA900405",
        ),
        (
            f"Telegram From the {DEPARTMENT} to the Embassy in Peru",
            "900405. Act.",
            "1968-02",
            "1968STATE900405",
        ),
        (
            f"Circular Telegram From the {DEPARTMENT} to Certain Diplomatic Missions",
            "900555. Inform.",
            "1957-02",
            "1957STATE-CIRCULAR900555",
        ),
        (
            f"Telegram From Secretary of State Conway to the {DEPARTMENT}",
            "Secto 900018. Met.",
            "1979",
            "1979SECTO900018",
        ),
        (
            "Telegram From the Embassy in Peru to the Embassy in Chile",
            "900003. Tell.",
            "1959",
            "1959LISBON-SANTIAGO900003",
        ),
        (
            f"Telegram 900883 From the {DEPARTMENT} to the Embassies in Peru and Chile, May 1, 1974, 1200Z",
            "Act.",
            "1974-05-01",
            "1974STATE900883",
        ),
        (
            f"Airgram A–900577 From the Embassy in Peru to the {DEPARTMENT}",
            "Enclosed.",
            "1964",
            "1964LISBONA900577",
        ),
        (
            f"Telegram From the Consulate General at Jerusalem to the {DEPARTMENT}",
            "900025. Met.",
            "1956",
            "1956LISBON900025",
        ),
        (
            f"Letter From the Ambassador in Peru (Conway) to the {DEPARTMENT}",
            "1. We met.",
            "1956",
            "frus1999v90-d7",
        ),
        (f"Telegram From the Embassy in Peru to the {DEPARTMENT}", "No number.", "1956", "frus1999v90-d7"),
        (
            f"Telegram From the {DEPARTMENT} to the Embassies in Peru and Chile",
            "900001. Act.",
            "1957",
            "frus1999v90-d7",
        ),
    ],
)
def test_a_telegram_is_named_by_its_series_and_number(
    head: str, first: str, when: str, expected: str
) -> None:
    made = document(head, first, when=when)
    assert made.id == expected
    assert "frus1999v90-d7" in made.aliases
    assert (expected == "frus1999v90-d7") == (made.kind != "Cable" or bool(made.problems))


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("Memorandum of Conversation", "Memorandum"),
        ("Minutes of a Meeting of the Committee", "Memorandum"),
        ("National Security Decision Memorandum 900", "Memorandum"),
        ("Editorial Note", "Document"),
        ("Letter From President Durham to Prime Minister Conway", "Document"),
        ("Despatch From the Embassy in Peru to the Department of State", "Document"),
        ("Paper Prepared in the Bureau of Dams", "Paper"),
        ("Special National Intelligence Estimate", "Paper"),
        ("Statement by the President", "PressStatement"),
    ],
)
def test_the_head_tells_the_kind(head: str, kind: str) -> None:
    assert document(head, "Text.").kind == kind


def test_source_note_and_dateline_make_the_header() -> None:
    note = (
        "Source: Department of State, Central Files, 999.00/1–199. Top Secret; Niact; Limit Distribution."
        " Drafted by Durham. Repeated to Rome, London by pouch, and USUN. Also sent to Tel Aviv."
    )
    made = document(f"Telegram From the Embassy in Portugal to the {DEPARTMENT}", "900404. Met.", source=note)
    header = made.header
    assert header.classification is not None
    assert header.precedence_action is not None
    assert header.sent is not None
    assert (header.classification.value, header.precedence_action.value) == ("TOP SECRET", "NIACT")
    assert [one.value for one in header.captions] == ["LIMIT DISTRIBUTION"]
    assert [one.value for one in header.to] == ["STATE", "TEL AVIV"]
    assert [one.value for one in header.info] == ["ROME", "LONDON", "USUN NEW YORK"]
    assert header.sent.value == "1956-03-05T16:00:00"
    for one in (header.classification, *header.info):
        assert one.span.of(made.document.text).upper().startswith(one.value[:4])


@pytest.mark.parametrize(
    ("head", "to"),
    [
        ("Telegram From the Mission to the United Nations to the Embassy in Peru", ["LIMA"]),
        ("Telegram From the Embassy in Peru to the Mission to the United Nations", ["USUN NEW YORK"]),
        (
            "Telegram 9 From the Embassy in Peru to the Embassies in Turkey, Greece, and Cyprus",
            ["ANKARA", "ATHENS", "NICOSIA"],
        ),
        ("Telegram 9 From the Department of State to All Diplomatic Posts", ["All Diplomatic Posts"]),
        (
            "Memorandum From A to the Secretary for Near Eastern, South Asian, and African Affairs (Conway)",
            ["Secretary for Near Eastern, South Asian, and African Affairs (Conway)"],
        ),
    ],
)
def test_addressees_are_offices_or_as_written(head: str, to: list[str]) -> None:
    assert [one.value for one in document(head, "Act.").header.to] == to


@pytest.mark.parametrize(
    ("note", "level", "captions"),
    [
        (
            "Source: Library, Box 27. Top Secret, Restricted Data. Sent by hand.",
            "TOP SECRET",
            ["RESTRICTED DATA"],
        ),
        (
            "Source: Library. Secret; Eyes Only; [text not declassified].",
            "SECRET",
            ["EYES ONLY", "[TEXT NOT DECLASSIFIED]"],
        ),
        ("Source: Library. No classification marking. Secret talks were held.", None, []),
    ],
)
def test_the_source_note_says_how_a_document_was_marked(
    note: str, level: str | None, captions: list[str]
) -> None:
    header = document("Letter From Durham to Conway", "Talks end.", source=note).header
    assert (None if header.classification is None else header.classification.value) == level
    assert [one.value for one in header.captions] == captions


def test_paragraphs_without_numbers_are_counted_and_notes_are_passages() -> None:
    called = 'He came. <note n="2" xml:id="d7fn2">The Minister.</note>'
    made = document(
        f"Telegram From the Embassy in Peru to the {DEPARTMENT}", "900404. We met.", called, "Talks end."
    )
    text = made.document.text
    assert [(one.number, one.kind, one.body.of(text)) for one in made.passages] == [
        ("1", "paragraph", "We met."),
        ("2", "paragraph", "He came."),
        ("3", "paragraph", "Talks end."),
        ("n1", "note", "Source: Files."),
        ("n2", "note", "The Minister."),
    ]
    assert made.passages[0].number_status == "inferred"


def test_paragraphs_with_numbers_keep_them() -> None:
    made = document(
        f"Telegram From the Embassy in Peru to the {DEPARTMENT}",
        "900404. This repeats what the Minister told me yesterday.",
        "1. We met.",
        "He was glad.",
        "2. We parted.",
    )
    assert [one.number for one in made.passages if one.kind != "note"] == ["0", "1", "2"]


@pytest.mark.parametrize(
    ("first", "subject"),
    [
        ("900012. Subject: Talks on the Dam. Ref: Lima 900010.", "Talks on the Dam"),
        ("900012. (C) Subject: (S) The Dam.", "The Dam"),
    ],
)
def test_a_subject_that_is_run_in_is_no_passage(first: str, subject: str) -> None:
    made = document(
        f"Telegram From the Embassy in Peru to the {DEPARTMENT}", first, "1. We met.", "2. End.", when="1979"
    )
    assert made.header.subject is not None
    assert made.header.subject.value == subject
    assert [one.number for one in made.passages if one.kind != "note"] == ["1", "2"]


def test_references_are_read_from_lists_and_from_the_first_words() -> None:
    head = f"Telegram From the Embassy in Peru to the {DEPARTMENT}"
    run_in = document(head, "900012. Ref: State 900010. Minister came.", when="1979")
    assert [one.target for one in run_in.references] == ["1979STATE900010"]
    items = "<item>(A) State 900011</item><item>(B) Lima 900012</item>"
    listed = f'<list type="references"><head>REFS</head>{items}</list>'
    made = document(head, "900013. Text.", when="1979", more=listed)
    assert [one.target for one in made.references] == ["1979STATE900011", "1979LIMA900012"]


def test_a_telegram_printed_with_its_own_header_is_read_by_it() -> None:
    made = document(
        f"Telegram 900250 From the {DEPARTMENT} to All Diplomatic Posts",
        "R 262137Z DEC 73",
        "FM SECSTATE WASHDC<lb/>TO ALL DIPLOMATIC POSTS<lb/>AMEMBASSY LIMA",
        "STATE 900250",
        "E.O. 11652: GDS<lb/>TAGS: PFOR, UNGA",
        "SUBJECT: THE DAM<lb/>REF: (A) STATE 900163; (B) LIMA 900572",
        "1. TALKS GO ON.",
        "2. ACT.",
        when="1973-12-26T21:37:00",
    )
    assert made.id == "1973STATE900250"
    assert [one.value for one in made.header.tags] == ["PFOR", "UNGA"]
    assert [one.target for one in made.references] == ["1973STATE900163", "1973LIMA900572"]
    assert [one.number for one in made.passages] == ["1", "2", "n1"]


@pytest.mark.parametrize(
    ("head", "place", "identifier"),
    [
        ("The Ambassador in Peru (Conway) to the Secretary of State", "Lima", "1949LIMA900404"),
        ("The Acting Secretary of State to the Embassy in Peru", "Washington", "1949STATE-LIMA900404"),
        ("The Chargé in South Africa (Conway) to the Secretary of State", "Cape Town", "1949CAPETOWN900404"),
    ],
)
def test_an_older_head_without_a_kind_is_told_by_the_source_note(
    head: str, place: str, identifier: str
) -> None:
    note = '<note rend="inline" type="source">999.00/3–149: Telegram</note>'
    opener = (
        f"<opener><dateline><placeName>{place}</placeName>, <date>March 1, 1949</date></dateline></opener>"
    )
    made = parse(
        one_document(
            f"{note}<head>{head}</head>{opener}<p>900404. Met.</p>",
            part="d7",
            **{"frus:doc-dateTime-min": "1949-03-01T00:00:00-05:00"},
        ),
        knowledge(),
    )
    assert (made.kind, made.id) == ("Cable", identifier)
    assert [one.number for one in made.passages if one.kind != "note"] == ["1"]


@pytest.mark.parametrize(
    "first",
    [
        "900481. Eyes only for Ambassador. Re Embtel 900687. Minister spoke.",
        "900481. Reference Embtel 900687 (repeated other posts). Minister spoke.",
        "900481 From Durham. Reference: Embtel 900687.",
        "900481… . Ref Embtel 900687.",
    ],
)
def test_references_stand_behind_short_instructions(first: str) -> None:
    made = document(f"Telegram From the {DEPARTMENT} to the Embassy in Peru", first)
    assert made.id == "1956STATE-LIMA900481"
    assert [one.target for one in made.references] == ["1956LIMA900687"]


def test_a_title_is_the_heading_of_what_follows_and_a_letterhead_is_none() -> None:
    made = document(
        "Memorandum From Durham to Conway",
        "THE WHITE HOUSE",
        "SUBJECT: The Dam",
        "We met the Minister.",
        "Next Steps",
        "We meet again.",
        "Ann Durham",
        when="1975-01-02",
    )
    assert made.header.subject is not None
    assert made.header.subject.value == "The Dam"
    assert [(one.number, one.heading) for one in made.passages if one.kind != "note"] == [
        ("1", None),
        ("2", "Next Steps"),
    ]


@pytest.mark.parametrize(
    ("paragraphs", "when", "marks"),
    [
        (("(C) We met.", "(U) Talks end."), "1979", ["C", "U"]),
        (("(B) We met.", "(C) Talks end."), "1979", [None, None]),
        (("(C) We met.", "(S) Talks end."), "1958", [None, None]),
    ],
)
def test_a_letter_of_a_list_is_no_mark(
    paragraphs: tuple[str, ...], when: str, marks: list[str | None]
) -> None:
    made = document("Letter From Durham to Conway", *paragraphs, when=when)
    assert [one.marking for one in made.passages if one.kind != "note"] == marks
