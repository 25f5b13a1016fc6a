"""A synthetic guidance telegram with hand-made claims, for tests of what comes after extraction."""

import hashlib
import re

from ingest.cable import Cable, Header, Passage, Problem, Read, Reference
from ingest.claim import (
    CitationClaim,
    CountryClaim,
    DecisionClaim,
    Dependence,
    DirectiveClaim,
    Evidence,
    Extraction,
    ImplementationClaim,
    MeetingClaim,
    PositionClaim,
    ProposalClaim,
    ReferenceClaim,
    WorkClaim,
)
from ingest.document import Document, Span
from ingest.knowledge import Knowledge
from ingest.read import Refused
from ingest.settle import NOTHING, Settled

TEXT = """CONFIDENTIAL STATE 900001
REF: A) STATE 900002 (SMALL GROUP)
     B) NIACT TALKS

7. (C) Export Control Issues
(C) Per REF A the delegation should urge Partners to report, as agreed at the 2003 Buenos Aires Plenary.
China seeks membership. The U.S. expects the Annex changes by May 2008. See the Group.
8. (SBU) Dates
The delegation may note the 2003 Buenos Aires Plenary.
"""
PLENARY = "mtcr-plenary-2003-buenos-aires"
DECISION = "mtcr-2003-buenos-aires-report-1a2b3c4d"
PROPOSAL = "mtcr-deu-end-use-controls-9f8e7d6c"


def span(text: str, words: str, *, after: str = "") -> Span:
    """Where the words stand in the text, behind other words where those are given."""
    start = text.index(words, text.index(after) if after else 0)
    return Span(start, start + len(words))


def header(text: str, identifier: str, *, classification: str | None, sent: str) -> Header:
    number = str(int(identifier.partition("STATE")[2]))
    post = span(text, "STATE " + number)
    return Header(
        classification=None
        if classification is None
        else Read(classification, span(text, classification), "header-line"),
        post=Read("STATE", Span(post.start, post.start + 5), "header-line"),
        number=Read(int(number), Span(post.start + 6, post.end), "header-line"),
        sent=Read(sent, Span(0, 0), "test"),
    )


def document(text: str, source: str = "test.txt") -> Document:
    return Document(text, source, hashlib.sha256(text.encode()).hexdigest())


def guidance(
    text: str = TEXT,
    *,
    identifier: str = "2008STATE900001",
    cited: str = "2008STATE900002",
    classification: str | None = "CONFIDENTIAL",
    sent: str = "2008-04-04T00:45:00Z",
    found: Document | None = None,
) -> Extraction:
    """What the telegram says, read by hand."""
    seven, eight = text.index("7. (C)"), text.index("8. (SBU)")
    sub = text.index("(C) Per REF")
    passages = (
        Passage(
            "7",
            "repaired",
            "C",
            "stated",
            "Export Control Issues",
            Span(seven, eight),
            Span(seven + 7, sub),
            "t",
        ),
        Passage(
            "7.C", "stated", "C", "inherited", None, Span(sub, eight), Span(sub + 4, eight), "t", parent="7"
        ),
        Passage(
            "8", "stated", "SBU", "stated", "Dates", Span(eight, len(text)), Span(eight + 14, len(text)), "t"
        ),
    )

    def at(words: str, rule: str, passage: str | None = "7.C", *, after: str = "") -> tuple[Evidence, ...]:
        return (Evidence(span(text, words, after=after), passage, rule),)

    raw_a, item_b = f"STATE {int(cited.partition('STATE')[2])} (SMALL GROUP)", "B) NIACT TALKS"
    item_a = "A) " + raw_a
    cable = Cable(
        found or document(text),
        identifier,
        "Cable",
        header(text, identifier, classification=classification, sent=sent),
        (
            Reference("A", "cable", span(text, item_a), raw_a, "ref-item", cited),
            Reference(
                "B", "other", span(text, item_b), "NIACT TALKS", "ref-item", why="no date and no number"
            ),
        ),
        passages,
    )
    rests = at("as agreed at the 2003 Buenos Aires Plenary", "as-agreed-at")
    urge = at("should urge Partners to report, as agreed at the 2003 Buenos Aires Plenary", "modal")
    plenary = at("the 2003 Buenos Aires Plenary", "series-year-place")
    later = at("the 2003 Buenos Aires Plenary", "series-year-place", "8", after="8. (SBU)")
    return Extraction(
        cable,
        references=(
            ReferenceClaim(
                at(item_a, "ref-item", None),
                "A",
                "cable",
                raw_a,
                cited,
                caption="SMALL GROUP",
            ),
            ReferenceClaim(at(item_b, "ref-item", None), "B", "other", "NIACT TALKS"),
        ),
        citations=(CitationClaim(at("REF A", "ref-letter", after="Per"), "7.C", "A", cited),),
        meetings=(
            MeetingClaim(
                plenary + later,
                PLENARY,
                "mtcr",
                "Plenary",
                year=2003,
                place="Buenos Aires",
                country="ARG",
                start="1999-01-01",
            ),
        ),
        decisions=(DecisionClaim(rests, DECISION, "report voluntarily", "mtcr", PLENARY, 2003, ("CHN",)),),
        proposals=(
            ProposalClaim(
                at("Annex changes", "proposal"), PROPOSAL, "end use controls", "mtcr", ("DEU",), cited
            ),
        ),
        positions=(
            PositionClaim(
                at("China seeks membership", "holder-verb"),
                "CHN-seeks-aa11bb22",
                "7.C",
                "CHN",
                "seeks",
                "MTCR membership",
                DECISION,
                sent[:10],
            ),
        ),
        implementations=(
            ImplementationClaim(
                at("The U.S. expects the Annex changes", "expects"),
                "USA-cc33dd44",
                "7.C",
                "USA",
                DECISION,
                "2008-05",
                "expected",
            ),
        ),
        directives=(
            DirectiveClaim(
                urge,
                "7.C-urge-5e6f7a8b",
                "7.C",
                "should",
                "urge",
                "urge Partners to report",
                addressee="the delegation",
                about=("mtcr-membership",),
                depends_on=(
                    Dependence(rests, "restsOnDecision", DECISION),
                    Dependence(at("Per REF A", "per-reference"), "followsDocument", cited),
                ),
            ),
        ),
        countries=(CountryClaim(at("China", "name"), "CHN"),),
        works=(WorkClaim(at("the Annex", "work"), "mtcr-annex", "Annex"),),
        unresolved=(Problem("the Group", span(text, "the Group"), "no meeting of that name"),),
    )


def telegram(number: int, *, cites: int) -> str:
    """The text of the telegram under another number, citing another."""
    return TEXT.replace("900001", str(number)).replace("900002", str(cites))


def read_by_hand(found: Document, *, settled: Settled = NOTHING) -> Extraction:
    """Stands for extraction in tests of the store: reads any text that :func:`telegram` makes."""
    cited = re.search(r"A\) STATE (\d+)", found.text)
    number = re.search(r"STATE (\d+)", found.text)
    if number is None or cited is None:
        raise Refused(found.source, "no-cable", "no telegram of the tests")
    identifier, target = f"2008STATE{number[1]}", f"2008STATE{cited[1]}"
    return guidance(found.text, identifier=identifier, cited=target, found=found)


def extract_by_hand(
    found: Document, knowledge: Knowledge | None = None, *, settled: Settled = NOTHING
) -> Extraction:
    """Stands for ``ingest.extract.extract``, in other processes too."""
    return read_by_hand(found, settled=settled)
