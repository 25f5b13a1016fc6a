import pytest

from ingest.read import Refused
from tests.ingest.telegram import parsed

TITLE = """Plenary Meeting of the Missile Technology Control Regime
Buenos Aires, Argentina, 19-26 September 2003

"""
BODY = """The Regime held its Plenary in Buenos Aires this week, as its members had agreed.

It was a good one.
"""


def test_a_statement_is_called_by_its_plenary() -> None:
    made = parsed(TITLE + BODY)
    assert (made.kind, made.id) == ("PressStatement", "statement-mtcr-plenary-2003-buenos-aires")
    assert made.header.sent is not None
    assert made.header.sent.value == "2003-09-26"
    assert made.header.place is not None
    assert made.header.place.value == "Buenos Aires"
    assert [(p.number, p.number_status) for p in made.passages] == [("1", "inferred"), ("2", "inferred")]


def test_headings_of_a_markdown_statement() -> None:
    text = f"# {TITLE}{BODY}\n## Outreach\n\nPartners welcomed the statement that India made.\n"
    assert [p.heading for p in parsed(text).passages] == [None, None, "Outreach"]


@pytest.mark.parametrize("closing", ["Buenos Aires, 26 September 2003", "**Warsaw, September 27, 2002**"])
def test_the_place_and_day_below_a_statement_are_no_paragraph(closing: str) -> None:
    made = parsed(f"{TITLE}{BODY}\n{closing}\n")
    assert [p.number for p in made.passages] == ["1", "2"]


WRAPPED = """The members of the Regime met in Buenos Aires for their yearly
meeting, and they agreed to meet again in Seoul.

They thanked their hosts for the rooms, and the band for the
music.

It was a good meeting.
"""


def test_a_wrapped_statement_keeps_its_first_paragraph() -> None:
    """The lines of a wrapped text are as short as those of a title."""
    made = parsed(TITLE + WRAPPED)
    assert [p.number for p in made.passages] == ["1", "2", "3"]
    first, second, _ = (" ".join(p.body.of(made.text).split()) for p in made.passages)
    assert first.startswith("The members of the Regime")
    assert second.endswith("the band for the music.")


def test_prose_right_below_the_title_is_no_title() -> None:
    made = parsed(TITLE.rstrip() + "\n" + WRAPPED.replace("\n\n", "\n"))
    assert made.passages[0].body.of(made.text).startswith("The members of the Regime")


def test_long_lines_are_paragraphs_without_blank_lines() -> None:
    rows = [
        "The members of the Regime met in Buenos Aires for their yearly meeting, and agreed that they would "
        "meet again in Seoul.",
        "They thanked their hosts for the rooms in which they had been received, and also the band of the "
        "navy for the music.",
        "It was a good meeting.",
    ]
    assert [p.number for p in parsed(TITLE + "\n".join(rows)).passages] == ["1", "2", "3"]


def test_a_notice_of_copyright_is_no_paragraph() -> None:
    made = parsed(f"{TITLE}{BODY}\nCopyright 2024 MTCR. All rights reserved.\n")
    assert [p.number for p in made.passages] == ["1", "2"]


def test_a_statement_with_numbers() -> None:
    made = parsed(
        f"CHAIRMAN'S STATEMENT\n{TITLE}1. The Plenary met.\n\n2. It decided:\n- to act;\n- to speak.\n"
    )
    assert [p.number for p in made.passages] == ["1", "2", "2.1", "2.2"]


def test_an_e_mail_is_called_as_a_telegram_cites_it() -> None:
    head = "From: Durham, Pamela\nTo: Sean Conway\nSent: February 21, 2008 4:12 PM\nSubject: MTCR"
    text = f"{head}\n\nWe can support it.\n"
    made = parsed(text)
    assert (made.kind, made.id) == ("Email", "email-2008-02-21-durham-conway")
    assert [p.number for p in made.passages] == ["1"]


def test_an_unknown_meeting_gives_no_plenary() -> None:
    made = parsed(f"Plenary of the Missile Technology Control Regime\nAtlantis, 3 May 2051\n\n{BODY}")
    assert made.id.startswith("statement-plenary-of-the-missile-technology-control-regime-")


@pytest.mark.parametrize(
    "text", ["A letter to my aunt.\n", "1. Buy milk.\n2. Buy bread.\n", "Plenary of the chess club\n"]
)
def test_what_is_neither_telegram_nor_statement_is_refused(text: str) -> None:
    with pytest.raises(Refused) as caught:
        parsed(text)
    assert caught.value.code == "no-cable"


ELSEWHERE = {
    "a dateline": "Lisbon, Portugal, 26 September 2003\n\nThe Regime held its Plenary this week.\n",
    "a dateline of two words": "Port Nowhere, 26 September 2003\n\nThe Regime held its Plenary this week.\n",
    "the first sentence": "26 September 2003\n\nThe Regime held its Plenary in Lisbon, as agreed.\n",
}


@pytest.mark.parametrize("below", ELSEWHERE.values(), ids=ELSEWHERE)
def test_a_place_that_the_list_contradicts_names_no_plenary(below: str) -> None:
    made = parsed(f"Plenary Meeting of the Missile Technology Control Regime\n{below}\nIt was good.\n")
    assert "2003-buenos-aires" not in made.id
    assert made.header.place is not None and made.header.place.value in ("Lisbon", "Port Nowhere")
    assert any("in Buenos Aires" in one.why for one in made.problems)


@pytest.mark.parametrize(
    "below",
    [
        "26 September 2003\n\nThe Regime held its Plenary this week. It will meet next in Seoul.\n",
        "Paris, 29 September 2003\n\nThe Regime held its Plenary in Buenos Aires last week.\n",
        "Argentina, 26 September 2003\n\nThe Regime held its Plenary this week.\n",
        "Press Office, September 26, 2003\n\nThe Regime held its Plenary this week.\n",
    ],
)
def test_a_place_that_agrees_or_is_not_stated_leaves_the_plenary_of_the_list(below: str) -> None:
    made = parsed(f"Plenary Meeting of the Missile Technology Control Regime\n{below}\nIt was good.\n")
    assert made.id == "statement-mtcr-plenary-2003-buenos-aires"
    assert not made.problems
