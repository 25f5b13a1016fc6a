"""The time of a published document is as precise as its words."""

import pytest

from ingest.parse import parse
from ingest.tables import knowledge
from tests.ingest.tei.make import one_document
from tests.ingest.telegram import parsed

MIDNIGHT = "1951-06-02T00:00:00-05:00"


@pytest.mark.parametrize(
    ("head", "dateline", "told", "sent"),
    [
        ("Memorandum of Conversation", "June 2, 1951", MIDNIGHT, "1951-06-02"),
        ("Memorandum of Conversation", "June 2, 1951, 5 p.m.", MIDNIGHT, "1951-06-02T17:00:00"),
        ("Memorandum of Conversation", "June 2, 1951—11:40 a.m.", MIDNIGHT, "1951-06-02T11:40:00"),
        ("Memorandum of Conversation", "June 2, 1951, noon", MIDNIGHT, "1951-06-02T12:00:00"),
        ("Editorial Note, June 2, 1951", None, MIDNIGHT, "1951-06-02"),
        ("Paper, June 2, 1951, 3:15 p.m.", None, MIDNIGHT, "1951-06-02T15:15:00"),
        ("Paper", None, "1951-06-02T15:15:00-04:00", "1951-06-02T15:15:00-04:00"),
    ],
)
def test_a_day_without_an_hour_is_a_date(head: str, dateline: str | None, told: str, sent: str) -> None:
    opener = f"<opener><dateline>Washington, <date>{dateline}</date></dateline></opener>" if dateline else ""
    words = f"<head>{head}</head>{opener}<p>The Minister spoke of barley for an hour.</p>"
    made = parse(one_document(words, part="d9", **{"frus:doc-dateTime-min": told}), knowledge())
    assert made.header.sent is not None and made.header.sent.value == sent


@pytest.mark.parametrize(
    ("when", "sent"), [("1951-06-02", "1951-06-02T17:00:00"), ("1951-06-02T17:00:00", "1951-06-02T17:00:00")]
)
def test_the_words_give_the_hour_that_the_attribute_lacks(when: str, sent: str) -> None:
    dateline = f'<opener><dateline><date when="{when}">June 2, 1951, 5 p.m.</date></dateline></opener>'
    words = f"<head>Memorandum</head>{dateline}<p>The Minister spoke of barley.</p>"
    made = parse(one_document(words, part="d9"), knowledge())
    assert made.header.sent is not None and made.header.sent.value == sent


def test_an_edition_gives_the_hour_of_a_telegram_in_words() -> None:
    head = "9. Telegram 900953 From the Embassy in Romania to the Department, August 13, 1975, 4:05 p.m."
    text = f"{head}\n\nFM AMEMBASSY BUCHAREST\nTO SECSTATE WASHDC\n\nSECRET BUCHAREST 900953\n\n1. HE CAME."
    made = parsed(text)
    assert made.header.sent is not None and made.header.sent.value == "1975-08-13T16:05:00"
