"""The works that a document names, and the regime that it is about."""

from dataclasses import replace

import pytest

from ingest.annotate.names.regime import document_regime
from ingest.annotate.names.works import annotate_works
from ingest.cable import Read
from ingest.document import Span
from ingest.resolve.found import SoFar
from ingest.resolve.works import resolve_works
from ingest.tables import knowledge
from tests.make import cable


def works(body: str) -> list[str]:
    one = cable(body)
    found = resolve_works(one, tuple(annotate_works(one, knowledge())), knowledge(), SoFar())
    assert found.unresolved == ()
    return [claim.id for claim in found.claims]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("changes to the MTCR Annex", ["mtcr-annex"]),
        ("distribute the Compendium of\n Regime Decisions of the MTCR", ["mtcr-compendium-of-decisions"]),
        ("THE MTCR ANNEX AND THE MTCR GUIDELINES", ["mtcr-annex", "mtcr-guidelines"]),
        ("the French-funded ePOC system of the MTCR", ["mtcr-epoc"]),
        ("the Annex to this memorandum", []),
        ("an entry in the Annex Handbook of the MTCR", ["mtcr-annex-handbook"]),
        ("MTCR: THE GUIDELINES FOR SENSITIVE MISSILE-RELEVANT TRANSFERS", ["mtcr-guidelines"]),
        ("MTCR Partners read the Annex; the Handbook is new", ["mtcr-annex"]),
        ("an annex to the MTCR report", []),
    ],
)
def test_works(body: str, expected: list[str]) -> None:
    assert works(body) == expected


def test_a_work_that_is_named_twice_is_one_claim() -> None:
    one = cable("The MTCR Annex and the Annex changes of the MTCR")
    found = resolve_works(one, tuple(annotate_works(one, knowledge())), knowledge(), SoFar())
    assert [len(claim.evidence) for claim in found.claims] == [2]


def test_the_regime_of_a_document() -> None:
    def about(body: str, *tags: str) -> str | None:
        made = cable(body)
        tagged = tuple(Read(tag, Span(0, 0), "test") for tag in tags)
        profile = document_regime(replace(made, header=replace(made.header, tags=tagged)), knowledge())
        return None if profile is None else profile.id

    assert about("The Partners met.", "PARM", "MTCRE") == "mtcr"
    assert about("The NSG and the NSG and the MTCR") == "nsg"
    assert about("The NSG and the MTCR") is None
    assert about("the Reinforced meeting, RPOC") == "mtcr"
    assert about("A plenary of the conference") is None
    assert about("AG participants met") == "australia-group"
    assert about("the AG of the State of Ohio") is None
