"""What is on a regime's table: decisions, proposals, positions towards them, and their implementation."""

from collections.abc import Iterator

from ingest.claim import DecisionClaim, DecisionLink, ImplementationClaim, PositionClaim, ProposalClaim
from ingest.state.label import meeting_label, regime_name, short
from ingest.state.meetings import regime_quads
from ingest.state.page import Page, facts, known_as, named
from ingest.state.references import denoted
from ingest.state.written import Statement, Term, flag, moment, node, text, year
from ontology import names
from ontology import terms as t


def agenda_quads(page: Page) -> Iterator[Statement]:
    """Decisions, proposals, positions and implementations.

    >>> from ingest.claim import Evidence, Extraction
    >>> from ingest.document import Span
    >>> from ingest.state.page import page
    >>> from ingest.tables import knowledge
    >>> from tests.brief import brief
    >>> from tests.make import cable
    >>> words = (Evidence(Span(7, 32), "1", "holder-verb"),)
    >>> stance = PositionClaim(words, "BRA-supports-1a2b", "1", "BRA", "supports", "the German proposal")
    >>> said = Extraction(cable("1. (C) Brazil backs the German proposal."), positions=(stance,))
    >>> for one in brief(agenda_quads(page(said, knowledge())), "holder", "stance", "label"):
    ...     print(one)
    BRA-supports-1a2b holder BRA
    BRA-supports-1a2b label Brazil supports the German proposal
    BRA-supports-1a2b stance supports
    """
    for decision in page.extraction.decisions:
        yield from _decision(page, decision)
    for proposal in page.extraction.proposals:
        yield from _proposal(page, proposal)
    for position in page.extraction.positions:
        yield from _position(page, position)
    for implementation in page.extraction.implementations:
        yield from _implementation(page, implementation)


def _country(iso3: str) -> Term:
    """The country of that code."""
    return node(names.thing("country", iso3))


def _country_name(page: Page, iso3: str) -> str:
    """The country as people call it."""
    known = page.knowledge.countries.get(iso3)
    return iso3 if known is None else known.label


def _decision(page: Page, claim: DecisionClaim) -> Iterator[Statement]:
    thing, graph = node(names.thing("decision", claim.id)), page.graph(claim.evidence)
    yield from known_as(
        thing, graph, f"{short(claim.about)} ({_taken(page, claim)})", t.C_DECISION, reworded=claim.reworded
    )
    meeting = None if claim.adopted_at is None else node(names.thing("meeting", claim.adopted_at))
    yield from facts(
        thing,
        graph,
        (t.ADOPTED_AT, meeting),
        (t.REGIME, node(names.thing("regime", claim.regime))),
        (t.YEAR, year(claim.year)),
        (t.ABOUT, None if claim.reworded else text(claim.about)),
        (t.DECISION_KIND, None if claim.reworded else text(claim.kind)),
        (t.GENERIC, flag(claim.generic)),
        (t.CONCERNS, [_country(one) for one in claim.concerns]),
        (t.EVIDENCE, [page.evidence(one) for one in claim.evidence]),
    )
    for link in claim.links:
        yield from _link(page, claim, link)
    yield from regime_quads(page, claim.regime, graph)


def _link(page: Page, claim: DecisionClaim, link: DecisionLink) -> Iterator[Statement]:
    """What a decision does to another, with the words that say so, at the marking of these words."""
    does = {"amends": t.AMENDS, "supersedes": t.SUPERSEDES, "implements": t.IMPLEMENTS}[link.relation]
    yield from facts(
        node(names.thing("decision", claim.id)),
        page.graph(link.evidence),
        (does, node(names.thing("decision", link.target))),
        (t.EVIDENCE, [page.evidence(one) for one in link.evidence]),
    )


def _taken(page: Page, claim: DecisionClaim) -> str:
    """Where and when a decision was taken, as far as the document says."""
    for meeting in page.extraction.meetings:
        if meeting.id == claim.adopted_at:
            return meeting_label(meeting.id, meeting.regime, meeting.series, page.knowledge)
    return regime_name(claim.regime, page.knowledge) + ("" if claim.year is None else f", {claim.year}")


def _proposal(page: Page, claim: ProposalClaim) -> Iterator[Statement]:
    thing, graph = node(names.thing("proposal", claim.id)), page.graph(claim.evidence)
    makers = ", ".join(_country_name(page, one) for one in claim.proponents)
    label = short(claim.about) + (f" ({makers})" if makers else "")
    yield from known_as(thing, graph, label, t.C_PROPOSAL, reworded=claim.reworded)
    outlined = None if claim.outlined_in is None else node(names.document(claim.outlined_in))
    tabled = None if claim.tabled_at is None else node(names.thing("meeting", claim.tabled_at))
    yield from facts(
        thing,
        graph,
        (t.ABOUT, None if claim.reworded else text(claim.about)),
        (t.GENERIC, flag(claim.generic)),
        (t.REGIME, node(names.thing("regime", claim.regime))),
        (t.PROPOSED_BY, [_country(one) for one in claim.proponents]),
        (t.OUTLINED_IN, outlined),
        (t.TABLED_AT, tabled),
        (t.FATE, None if claim.reworded else text(claim.fate)),
        (t.BECAME_DECISION, None if claim.became is None else node(names.thing("decision", claim.became))),
        (t.EVIDENCE, [page.evidence(one) for one in claim.evidence]),
    )
    yield from regime_quads(page, claim.regime, graph)
    if claim.outlined_in is not None:
        yield from denoted(page, claim.outlined_in, graph)


def _position(page: Page, claim: PositionClaim) -> Iterator[Statement]:
    thing, graph = page.own("s", claim.id), page.graph(claim.evidence)
    label = short(f"{_country_name(page, claim.holder)} {claim.stance} {claim.towards}")
    yield from named(thing, graph, label, t.C_POSITION)
    yield from facts(
        thing,
        graph,
        (t.IN_PASSAGE, page.passage(claim.passage)),
        (t.HOLDER, _country(claim.holder)),
        (t.STANCE, node(names.thing("stance", claim.stance))),
        (t.TOWARDS, _towards(page, claim.towards_id)),
        (t.TOWARDS_TEXT, text(claim.towards)),
        (t.CONDITION, text(claim.condition)),
        (t.HEDGE, text(claim.hedge)),
        (t.AS_OF, moment(claim.as_of)),
        (t.REPORTED_BY, page.iri),
        (t.EVIDENCE, [page.evidence(one) for one in claim.evidence]),
    )


def _implementation(page: Page, claim: ImplementationClaim) -> Iterator[Statement]:
    thing, graph = page.own("i", claim.id), page.graph(claim.evidence)
    about = {one.id: one.about for one in page.extraction.decisions}.get(claim.implements or "")
    who = None if claim.implementer is None else _country_name(page, claim.implementer)
    label = f"{who or 'Nobody by name'} implements {about or 'what was decided'}"
    yield from named(thing, graph, short(label), t.C_IMPLEMENTATION)
    decision = None if claim.implements is None else node(names.thing("decision", claim.implements))
    yield from facts(
        thing,
        graph,
        (t.IN_PASSAGE, page.passage(claim.passage)),
        (t.IMPLEMENTER, None if claim.implementer is None else _country(claim.implementer)),
        (t.IMPLEMENTS, decision),
        (t.DUE, text(claim.due)),
        (t.STATUS, text(claim.status)),
        (t.EVIDENCE, [page.evidence(one) for one in claim.evidence]),
    )


def _towards(page: Page, identifier: str | None) -> Term | None:
    """The thing of that identifier, whichever kind of it the document names."""
    if identifier is None:
        return None
    found = page.extraction
    kinds = {
        "decision": {one.id for one in found.decisions},
        "proposal": {one.id for one in found.proposals},
        "meeting": {one.id for one in found.meetings},
        "topic": {topic.id for profile in page.knowledge.profiles for topic in profile.topics},
    }
    for kind, identifiers in kinds.items():
        if identifier in identifiers:
            return node(names.thing(kind, identifier))
    return None
