"""Dependence: what ties a directive to decisions, documents and proposals, and what only cites them."""

import pytest

from ingest.annotate import annotate
from ingest.cable import Cable, Reference
from ingest.claim import DirectiveClaim, MeetingClaim
from ingest.document import Span
from ingest.mention import DecisionMention
from ingest.resolve.citations import resolve_citations
from ingest.resolve.decisions import resolve_decisions
from ingest.resolve.directives import resolve_directives
from ingest.resolve.found import Found, SoFar, evidence
from ingest.resolve.proposals import resolve_proposals
from tests.knowledge import KNOWLEDGE
from tests.make import cable

REFS = tuple(
    Reference(label, "cable", Span(0, 0), f"STATE 90000{n}", "test", target=f"2008STATE90000{n}")
    for n, label in enumerate("ABC", start=1)
)


def with_references(text: str) -> Cable:
    plain = cable(text)
    return Cable(plain.document, plain.id, plain.kind, plain.header, REFS, plain.passages, (), plain.body)


def resolved(text: str) -> tuple[DirectiveClaim, ...]:
    """The directives of a text in which each decision's meeting is known by its words."""
    made = with_references("MTCR: " + text)
    mentions = annotate(made, KNOWLEDGE)
    spans = [one.meeting_span for one in mentions if isinstance(one, DecisionMention) and one.meeting_span]
    meetings = Found(
        tuple(
            MeetingClaim(
                (evidence(made, span, "test"),),
                "mtcr-plenary-2003-buenos-aires",
                "mtcr",
                "Plenary",
                year=2003,
            )
            for span in spans[:1]
        ),
        dict.fromkeys(spans, ("mtcr-plenary-2003-buenos-aires",)),
    )
    sofar = SoFar(citations=resolve_citations(made, mentions, KNOWLEDGE, SoFar()), meetings=meetings)
    sofar = SoFar(
        citations=sofar.citations,
        meetings=meetings,
        decisions=resolve_decisions(made, mentions, KNOWLEDGE, sofar),
        proposals=resolve_proposals(made, mentions, KNOWLEDGE, sofar),
    )
    return resolve_directives(made, mentions, KNOWLEDGE, sofar).claims


DOCUMENTS = [
    ("Per REF A, the delegation should support the text.", "per-reference", "2008STATE900001"),
    ("Pursuant to REF B, posts should report.", "per-reference", "2008STATE900002"),
    ("Delegation should foreshadow U.S. papers, as outlined in REF B.", "outlined-in", "2008STATE900002"),
    ("Embassy should convey the views set forth in REF A.", "outlined-in", "2008STATE900001"),
    (
        "The delegation may agree, consistent with the views conveyed in REF C.",
        "outlined-in",
        "2008STATE900003",
    ),
    ("DELEGATION SHOULD ACT IN ACCORDANCE WITH REF A.", "consistent-with-reference", "2008STATE900001"),
    ("Delegation should use the paper in REF B as a guide.", "as-guide", "2008STATE900002"),
    ("Posts should draw on REF C in their discussions.", "as-guide", "2008STATE900003"),
    ("Posts should follow REF A guidance.", "per-reference", "2008STATE900001"),
]


@pytest.mark.parametrize(("text", "rule", "target"), DOCUMENTS)
def test_a_directive_follows_a_document(text: str, rule: str, target: str) -> None:
    (directive,) = resolved(text)
    (one,) = directive.depends_on
    assert (one.relation, one.target, one.evidence[0].rule) == ("followsDocument", target, rule)


CITED_ONLY = [
    "REF A reports a visit. The delegation should support the text.",
    "The delegation should note that the U.S. has circulated new papers (REF B).",
    "France replied (REF C), and the delegation should thank France.",
]


@pytest.mark.parametrize("text", CITED_ONLY)
def test_a_citation_alone_is_no_dependence(text: str) -> None:
    assert [one.depends_on for one in resolved(text)] == [()]


DECISIONS = [
    ("Posts should urge reports, as agreed at the 2003 Buenos Aires Plenary.", "as-agreed-at"),
    (
        "The delegation should support the decision taken at the 2003 Plenary on catch-all controls.",
        "decision-named",
    ),
    ("THE DELEGATION SHOULD CONTINUE TO SUPPORT THE MTCR'S 1994 DECISION TO ADMIT CHINA.", "decision-named"),
    ("The delegation should support outreach mandated by previous MTCR decisions.", "decision-named"),
    ("As decided at the 2003 Plenary, the delegation should report.", "as-agreed-at"),
]


@pytest.mark.parametrize(("text", "rule"), DECISIONS)
def test_a_directive_rests_on_a_decision(text: str, rule: str) -> None:
    (directive,) = resolved(text)
    (one,) = directive.depends_on
    assert (one.relation, one.evidence[0].rule) == ("restsOnDecision", rule)


PROPOSALS = [
    ("The delegation may support the German Proposal on end use controls.", "supports-proposal"),
    ("Delegation should ask questions about the Japanese proposal to amend item 4.", "about-proposal"),
    ("The delegation should oppose Russia's proposal to review the Annex.", "supports-proposal"),
]


@pytest.mark.parametrize(("text", "rule"), PROPOSALS)
def test_a_directive_concerns_a_proposal(text: str, rule: str) -> None:
    (directive,) = resolved(text)
    (one,) = directive.depends_on
    assert (one.relation, one.evidence[0].rule) == ("concernsProposal", rule)


def test_the_proposal_is_the_one_that_the_passage_named_last() -> None:
    first, second = resolved(
        "The delegation should support the Canadian proposal on brokering. It is new. "
        "The delegation should note that the goal of the proposal is clarity."
    )
    assert [one.target for one in second.depends_on] == [one.target for one in first.depends_on]


def test_the_decision_of_a_meeting_is_the_one_that_the_document_describes() -> None:
    (directive,) = resolved(
        "At the 2003 Plenary in Buenos Aires, Partners decided to submit annual reports. "
        "The delegation should press for reports, in keeping with the Buenos Aires decision."
    )
    (one,) = directive.depends_on
    assert "submit-annual-reports" in one.target


def test_each_clause_of_a_sentence_has_what_stands_in_it() -> None:
    first, second = resolved(
        "Del should thank the host, and may support the Turkish proposal on transit outlined in REF B."
    )
    assert first.depends_on == ()
    assert {one.relation for one in second.depends_on} == {"concernsProposal", "followsDocument"}


def test_the_same_words_in_two_documents_are_one_decision() -> None:
    text = "Posts should urge reports on denials, as agreed at the 2003 Buenos Aires Plenary."
    (one,), (other,) = resolved(text), resolved("Indeed. " + text)
    assert one.depends_on[0].target == other.depends_on[0].target


def test_topics_of_a_directive_are_those_of_its_sentence() -> None:
    (directive,) = resolved("The delegation should support outreach to non-members.")
    assert directive.about == ("mtcr-outreach",)


CONSENTS = [
    ("Italy has proposed a register of brokers. The delegation should seek agreement in principle.", True),
    ("Italy has proposed a register of brokers. USDel may join consensus if others do.", True),
    ("Italy has proposed a register of brokers. The delegation should seek agreement on dates.", False),
    ("Italy has proposed a register of brokers. The delegation should agree to meet in May.", False),
]


@pytest.mark.parametrize(("text", "expected"), CONSENTS)
def test_consent_to_nothing_named_is_to_the_proposal_before(text: str, expected: bool) -> None:
    found = [one for claim in resolved(text) for one in claim.depends_on]
    assert [one.relation for one in found] == (["concernsProposal"] if expected else [])
    assert all(one.evidence[0].grade == "derived" for one in found)


def test_what_was_instructed_before_is_followed() -> None:
    [claim] = resolved("As previously instructed (REF C), USDel must not discuss candidacies.")
    assert [(one.relation, one.target) for one in claim.depends_on] == [
        ("followsDocument", "2008STATE900003")
    ]


def test_a_pronoun_takes_up_what_its_own_sentence_named() -> None:
    claims = resolved(
        "The delegation should welcome the Norwegian proposal on brokering, and may co-sponsor it."
    )
    assert [[one.relation for one in claim.depends_on] for claim in claims] == [["concernsProposal"]] * 2
