"""Meetings told by the plenary beside them, by a session of their own, or by a place of long ago."""

import pytest

from ingest.extract import extract
from tests.make import document

TOLD = [
    ("MTCR MATTERS", "The issue goes back to the Oslo plenary.", "mtcr-plenary-1992-oslo"),
    ("MTCR MATTERS", "At the Oslo meeting of June 1992 Partners agreed.", "mtcr-plenary-1992-oslo"),
    (
        "MTCR MATTERS",
        "The LEEM in the margins of the Rio Plenary was well attended.",
        "mtcr-leem-2009-rio-de-janeiro mtcr-plenary-2009-rio-de-janeiro",
    ),
    (
        "MTCR MATTERS",
        "The TEM that preceded the Athens Plenary ended well.",
        "mtcr-plenary-2007-athens mtcr-tem-2007-athens",
    ),
    ("MTCR MATTERS", "A like motion was withdrawn in 2005 in Madrid.", "mtcr-plenary-2005-madrid"),
    (
        "WASSENAAR ARRANGEMENT",
        "The Experts Group will hold its spring session from April 12 to 23.",
        "wassenaar-experts-group-2010-04-12",
    ),
    (
        "WASSENAAR ARRANGEMENT",
        "The GWG endorsed it at its March session.",
        "wassenaar-general-working-group-2010-03",
    ),
    ("MTCR MATTERS", "A bank will hold its spring session from April 12 to 23.", ""),
    ("AUSTRALIA GROUP", "The GWG of others held its spring session in March.", ""),
    ("MTCR MATTERS", "The EU Council discussed sanctions at its March session.", ""),
    ("MTCR MATTERS", "The firm sold a plant in 2006 in Madrid.", ""),
]


@pytest.mark.parametrize(("subject", "text", "expected"), TOLD)
def test_which_meetings_are_told_of(subject: str, text: str, expected: str) -> None:
    header = f"CONFIDENTIAL OSLO 900007\n040045Z JUL 10\nSUBJECT: {subject}\n\n1. (C) "
    assert {one.id for one in extract(document(header + text + "\n")).meetings} == set(expected.split())
