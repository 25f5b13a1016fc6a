"""The passages of a document, and the words in them that name shared things."""

from collections.abc import Iterator

from ingest.cable import Passage
from ingest.claim import Claim, Evidence, Extraction
from ingest.state.document import marking_quads
from ingest.state.label import short
from ingest.state.marks import mark
from ingest.state.page import Page, facts, named
from ingest.state.written import Statement, line, node, number, text
from ontology import names
from ontology import terms as t


def passage_quads(page: Page) -> Iterator[Statement]:
    """Every passage, each in the graph of its own mark.

    >>> from ingest.claim import CountryClaim
    >>> from ingest.document import Span
    >>> from ingest.state.page import page
    >>> from ingest.tables import knowledge
    >>> from tests.brief import brief
    >>> from tests.make import cable
    >>> named_in = CountryClaim((Evidence(Span(7, 13), "1", "country-name"),), "BRA")
    >>> said = Extraction(cable("1. (C) Brazil agreed."), countries=(named_in,))
    >>> brief(passage_quads(page(said, knowledge())), "hasPassage", "marking", "mentions", "number")
    ['1 marking C', '1 mentions BRA', '1 number 1', '2008STATE900001 hasPassage 1']
    """
    for order, passage in enumerate(page.cable.passages, 1):
        yield from _passage(page, passage, order)
    yield from _mentions(page)


def _shared_things(extraction: Extraction) -> Iterator[tuple[str, Claim]]:
    """The countries, meetings, decisions, proposals and works that a document names, by their IRI."""
    for country in extraction.countries:
        yield names.thing("country", country.iso3), country
    for meeting in extraction.meetings:
        yield names.thing("meeting", meeting.id), meeting
    for decision in extraction.decisions:
        yield names.thing("decision", decision.id), decision
    for proposal in extraction.proposals:
        yield names.thing("proposal", proposal.id), proposal
    for work in extraction.works:
        yield names.thing("work", work.id), work


def _passage(page: Page, passage: Passage, order: int) -> Iterator[Statement]:
    thing, graph = page.passage(passage.number), page.graph_of(page.marks[passage.number])
    yield line(page.iri, node(t.HAS_PASSAGE), thing, graph)
    yield from named(thing, graph, f"{page.label}, {passage.number}", t.C_PASSAGE)
    yield from facts(
        thing,
        graph,
        (t.NUMBER, text(passage.number)),
        (t.NUMBER_STATUS, text(passage.number_status)),
        (t.ORDER, number(order)),
        (t.MARKING_STATUS, text(passage.marking_status)),
        (t.HEADING, text(passage.heading)),
        (t.TEXT, text(page.quote(passage.body).strip())),
        (t.START, number(passage.span.start)),
        (t.END, number(passage.span.end)),
        (t.PART_OF, page.iri if passage.parent is None else page.passage(passage.parent)),
    )
    if passage.marking_status != "lost":
        yield from marking_quads(page, thing, t.MARKING, mark(passage.marking, page.levels), graph)


def _mentions(page: Page) -> Iterator[Statement]:
    for iri, claim in _shared_things(page.extraction):
        for evidence in claim.evidence:
            if evidence.passage is not None:
                yield from _mention(page, iri, evidence, evidence.passage)


def _mention(page: Page, iri: str, evidence: Evidence, passage: str) -> Iterator[Statement]:
    graph = page.graph([evidence])
    thing = page.own("m", f"{evidence.span.start}-{evidence.span.end}")
    yield line(page.passage(passage), node(t.MENTIONS), node(iri), graph)
    yield from named(thing, graph, short(page.quote(evidence.span)), t.C_MENTION)
    yield from facts(
        thing,
        graph,
        (t.IN_PASSAGE, page.passage(passage)),
        (t.NAMES, node(iri)),
        (t.EVIDENCE, page.evidence(evidence)),
    )
