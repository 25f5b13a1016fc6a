"""The words that support statements: a node for each stretch and rule, with its place and its quote."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final

from ingest.cable import Header, Read
from ingest.claim import Claim, Evidence, Extraction
from ingest.confidence import Confidence, Confidences
from ingest.document import Span
from ingest.state.label import short
from ingest.state.page import Page, facts, named
from ingest.state.unresolved import pointless, problem_evidence, undecided
from ingest.state.written import Statement, decimal, literal, number, text
from ontology import terms as t

CONTEXT: Final = 32
WEAKEST_FIRST: Final = ("derived", "repaired", "verbatim")


def header_evidence(header: Header) -> Iterator[Evidence]:
    """The words of the header, field by field; fields without words of their own give none.

    >>> [one.rule for one in header_evidence(Header(subject=Read("DATES", Span(40, 45), "subject-line")))]
    ['subject-line']
    """
    for name in header.__slots__:
        value = getattr(header, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Read) and one.span.end > one.span.start:
                yield Evidence(one.span, None, one.rule)


def _claims(extraction: Extraction) -> Iterator[Claim]:
    """Every claim, those inside others included."""
    for name in extraction.__slots__:
        value = getattr(extraction, name)
        if isinstance(value, tuple):
            yield from (one for one in value if isinstance(one, Claim))
    for directive in extraction.directives:
        yield from directive.depends_on


def evidence_quads(page: Page) -> Iterator[Statement]:
    """Every piece of evidence once; where two claims grade the same words differently, the weaker grade.

    >>> from ingest.claim import CountryClaim
    >>> from ingest.state.page import page
    >>> from ingest.tables import knowledge
    >>> from tests.brief import brief
    >>> from tests.make import cable
    >>> named_in = CountryClaim((Evidence(Span(7, 13), "1", "country-name"),), "BRA")
    >>> said = Extraction(cable("1. (C) Brazil agreed."), countries=(named_in,))
    >>> brief(evidence_quads(page(said, knowledge())), "exact", "start", "end", "rule")
    ['country-name rule country-name', 'position end 13', 'position start 7', 'quote exact Brazil']
    """
    chosen: dict[tuple[Span, str], Evidence] = {}
    for one in _all(page):
        key = (one.span, one.rule)
        other = chosen.get(key)
        if other is None or _rank(one) < _rank(other):
            chosen[key] = one
    sure = Confidences(page.cable.document.sheets)
    for key in sorted(chosen):
        yield from _piece(page, chosen[key], sure.of(key[0]))


def _all(page: Page) -> Iterator[Evidence]:
    yield from header_evidence(page.cable.header)
    apart = pointless(page.extraction)
    for claim in _claims(page.extraction):
        if claim not in apart:
            yield from claim.evidence
    for problem in undecided(page.extraction):
        yield problem_evidence(page, problem)


def _rank(one: Evidence) -> tuple[int, str]:
    return WEAKEST_FIRST.index(one.grade), one.passage or ""


def _piece(page: Page, one: Evidence, sure: Confidence | None) -> Iterator[Statement]:
    graph = page.graph([one])
    place = f"{one.span.start}-{one.span.end}"
    position, quote = page.own("t", place, "position"), page.own("t", place, "quote")
    words = page.quote(one.span)
    label = short(words) or "nothing"
    thing = page.evidence(one)
    yield from named(thing, graph, label, t.C_EVIDENCE, t.OA_SPECIFIC_RESOURCE)
    yield from facts(
        thing,
        graph,
        (t.OA_HAS_SOURCE, page.iri),
        (t.IN_PASSAGE, None if one.passage is None else page.passage(one.passage)),
        (t.RULE, text(one.rule)),
        (t.GRADE, text(one.grade)),
        (t.CONFIDENCE, None if sure is None else decimal(sure.mean)),
        (t.LEAST_CONFIDENCE, None if sure is None else decimal(sure.least)),
        (t.OA_HAS_SELECTOR, (position, quote)),
    )
    yield from named(position, graph, f"characters {place}", t.OA_TEXT_POSITION_SELECTOR)
    yield from facts(position, graph, (t.OA_START, number(one.span.start)), (t.OA_END, number(one.span.end)))
    before, after = _context(page, one.span)
    yield from named(quote, graph, label, t.OA_TEXT_QUOTE_SELECTOR)
    exact = literal(words)
    yield from facts(
        quote, graph, (t.OA_EXACT, exact), (t.OA_PREFIX, text(before)), (t.OA_SUFFIX, text(after))
    )


def _context(page: Page, span: Span) -> tuple[str, str]:
    """The words around, never beyond the passage: the next one may have a higher mark."""
    edges = page.edges
    begun, ended = bisect_right(edges, span.start), bisect_left(edges, span.end)
    first = edges[begun - 1] if begun else 0
    last = edges[ended] if ended < len(edges) else len(page.cable.document.text)
    before = Span(max(first, span.start - CONTEXT), span.start)
    after = Span(span.end, min(last, span.end + CONTEXT))
    return page.quote(before), page.quote(after)
