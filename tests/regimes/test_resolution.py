"""Which meeting words mean that name none in full: relative, by a month, by a place, or "the Plenary"."""

import pytest

from ingest.extract import extract
from ingest.present import present
from ingest.read import read_bytes
from ingest.tables import knowledge


def said(body: str, subject: str, sent: str) -> tuple[dict[str, list[str]], list[str]]:
    """The passages of each meeting, and why others are open."""
    written = f"CONFIDENTIAL STATE 900122\n040045Z {sent}\nSUBJECT: {subject}\n\n{body}\n".encode()
    made = present(extract(read_bytes(written, "a.txt"), knowledge()))
    return {one["id"]: one["passages"] for one in made["meetings"]}, [
        one["why"] for one in made["unresolved"]
    ]


@pytest.mark.parametrize(
    ("body", "subject", "sent", "ids"),
    [
        ("At last month's RPOC, drones came up.", "MTCR: PARIS", "APR 08", "mtcr-rpoc-2008-03"),
        ("Last autumn's plenary adopted rules.", "MTCR: RULES", "APR 08", "mtcr-plenary-2007-athens"),
        ("Next year's Plenary is open.", "MTCR: DATES", "APR 08", "mtcr-plenary-2009-rio-de-janeiro"),
        ("The November CG will be long.", "NSG: VIENNA", "OCT 08", "nsg-consultative-group-2008-11"),
        ("In 2007 the Plenary amended it.", "WASSENAAR: ELEMENTS", "MAY 09", "wassenaar-plenary-2007"),
        (
            "The Experts Group of the Wassenaar Arrangement (WA) met in Vienna on May 12-14.",
            "WASSENAAR: EXPERTS",
            "JUN 08",
            "wassenaar-experts-group-2008-vienna",
        ),
        (
            "The GWG will resume on October 20-21.",
            "WASSENAAR: GWG",
            "MAY 09",
            "wassenaar-general-working-group-2009-10-20",
        ),
        ("It was the first Plenary since a long pause.", "MTCR: REPORT", "APR 11", ""),
        (
            "The Consultative Group met in Paris on April 19.",
            "COCOM: PARIS",
            "MAY 55",
            "cocom-consultative-group-1955-paris",
        ),
        ("Guidance follows.", "NSG: GUIDANCE FOR THE BERLIN PLENARY", "APR 08", "nsg-plenary-berlin"),
    ],
)
def test_meetings_by_what_is_said_of_them(body: str, subject: str, sent: str, ids: str) -> None:
    found, _ = said(f"1. (C) {body}", subject, sent)
    assert " ".join(found) == ids


def test_bare_words_are_places_of_the_only_meeting_that_they_can_mean() -> None:
    body = "1. (C) The 2008 Plenary is near.\n\n2. (C) The Plenary should decide.\n\n3. (C) No news."
    found, _ = said(body, "MTCR: CANBERRA", "APR 08")
    assert found == {"mtcr-plenary-2008-canberra": ["1", "2"]}


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("The Plenary should decide.", "the words do not say when, and nothing else in the document does"),
        (
            "The 2006 and 2007 Plenaries met. The Plenary should decide.",
            "the document names 2 plenaries, and the words do not say which",
        ),
        ("The next POC meeting is long.", "the words do not say when, and nothing else in the document does"),
    ],
)
def test_words_that_may_mean_several_or_none_are_listed_as_open(body: str, why: str) -> None:
    _, reasons = said(f"1. (C) {body}", "MTCR: NEWS", "APR 08")
    assert why in reasons


def test_a_host_is_in_the_country_of_the_plenary() -> None:
    found, reasons = said("1. (C) Germany will host the plenary.", "NSG: NEWS", "APR 08")
    assert (found, len(reasons)) == ({}, 1)
