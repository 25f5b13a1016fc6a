"""The words that support statements: a node for each stretch and rule, with its place and its quote."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final

from ingest.cable import Header, Read
from ingest.claim import Claim, Evidence, Extraction
from ingest.confidence import Confidence, Confidences
from ingest.document import Span
from ingest.state.label import short
from ingest.state.page import Page
from ingest.state.unresolved import pointless, problem_evidence, undecided
from ingest.state.written import Statement, decimal, literal, node, number
from ontology import terms as t

CONTEXT: Final = 32

_A, _LABEL, _SOURCE, _IN_PASSAGE, _RULE, _GRADE, _MEAN, _LEAST, _SELECTOR = (
    f" {node(one)} "
    for one in (
        t.RDF_TYPE,
        t.RDFS_LABEL,
        t.OA_HAS_SOURCE,
        t.IN_PASSAGE,
        t.RULE,
        t.GRADE,
        t.CONFIDENCE,
        t.LEAST_CONFIDENCE,
        t.OA_HAS_SELECTOR,
    )
)
_START, _END, _EXACT, _PREFIX, _SUFFIX = (
    f" {node(one)} " for one in (t.OA_START, t.OA_END, t.OA_EXACT, t.OA_PREFIX, t.OA_SUFFIX)
)
_EVIDENCE, _SPECIFIC_RESOURCE = node(t.C_EVIDENCE), node(t.OA_SPECIFIC_RESOURCE)
_POSITION, _QUOTE = node(t.OA_TEXT_POSITION_SELECTOR), node(t.OA_TEXT_QUOTE_SELECTOR)

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
    """The node of a piece and those of its two selectors: most of what is said of a document."""
    place = f"{one.span.start}-{one.span.end}"
    words = page.quote(one.span)
    thing, end = page.evidence(one), f" {page.graph((one,))} ."
    position, quote = page.own("t", place, "position"), page.own("t", place, "quote")
    label = f"{_LABEL}{literal(short(words) or 'nothing')}{end}"
    yield f"{thing}{_A}{_EVIDENCE}{end}"
    yield f"{thing}{_A}{_SPECIFIC_RESOURCE}{end}"
    yield f"{thing}{label}"
    yield f"{thing}{_SOURCE}{page.iri}{end}"
    if one.passage is not None:
        yield f"{thing}{_IN_PASSAGE}{page.passage(one.passage)}{end}"
    yield f"{thing}{_RULE}{literal(one.rule)}{end}"
    yield f"{thing}{_GRADE}{literal(one.grade)}{end}"
    if sure is not None:
        yield f"{thing}{_MEAN}{decimal(sure.mean)}{end}"
        yield f"{thing}{_LEAST}{decimal(sure.least)}{end}"
    yield f"{thing}{_SELECTOR}{position}{end}"
    yield f"{thing}{_SELECTOR}{quote}{end}"
    yield f"{position}{_A}{_POSITION}{end}"
    yield f'{position}{_LABEL}"characters {place}"{end}'
    yield f"{position}{_START}{number(one.span.start)}{end}"
    yield f"{position}{_END}{number(one.span.end)}{end}"
    yield f"{quote}{_A}{_QUOTE}{end}"
    yield f"{quote}{label}"
    yield f"{quote}{_EXACT}{literal(words)}{end}"
    for predicate, around in zip((_PREFIX, _SUFFIX), _context(page, one.span), strict=True):
        if around.strip():
            yield f"{quote}{predicate}{literal(around)}{end}"


def _context(page: Page, span: Span) -> tuple[str, str]:
    """The words around, never beyond the passage: the next one may have a higher mark."""
    edges = page.edges
    begun, ended = bisect_right(edges, span.start), bisect_left(edges, span.end)
    first = edges[begun - 1] if begun else 0
    last = edges[ended] if ended < len(edges) else len(page.cable.document.text)
    before = Span(max(first, span.start - CONTEXT), span.start)
    after = Span(span.end, min(last, span.end + CONTEXT))
    return page.quote(before), page.quote(after)
