"""The list of references, the pointers to it in the passages, and the documents that both denote."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from ingest.claim import CitationClaim, ReferenceClaim
from ingest.state.label import document_label, slug
from ingest.state.page import Page, facts, named
from ingest.state.unresolved import pointless
from ingest.state.written import Statement, Term, flag, line, moment, node, number, text
from ontology import names
from ontology import terms as t

CLASSES: Final = {
    "cable": t.C_CABLE,
    "airgram": t.C_CABLE,
    "email": t.C_EMAIL,
    "memo": t.C_MEMORANDUM,
    "telcon": t.C_MEMORANDUM,
    "report": t.C_PAPER,
    "regime-document": t.C_PAPER,
    "press": t.C_PRESS_STATEMENT,
}


def _reference_names(page: Page) -> tuple[tuple[str, ReferenceClaim], ...]:
    """Each reference with the part of its name that tells it from the others: its letter, or its place."""
    seen: Counter[str] = Counter()
    made = []
    for order, claim in enumerate(page.extraction.references, 1):
        label = claim.label or str(order)
        seen[label] += 1
        made.append((label if seen[label] == 1 else f"{label}-{seen[label]}", claim))
    return tuple(made)


def reference_quads(page: Page) -> Iterator[Statement]:
    """Every item of the list, and what it denotes.

    >>> from ingest.claim import Evidence, Extraction
    >>> from ingest.document import Span
    >>> from ingest.state.page import page
    >>> from ingest.tables import knowledge
    >>> from tests.brief import brief
    >>> from tests.make import cable
    >>> words = (Evidence(Span(5, 23), None, "ref-item"),)
    >>> item = ReferenceClaim(words, "A", "cable", "A. 08 STATE 900002", "2008STATE900002")
    >>> made = page(Extraction(cable("REF: A. 08 STATE 900002"), references=(item,)), knowledge())
    >>> brief(reference_quads(made), "cites", "hasReference", "target")
    ['2008STATE900001 cites 2008STATE900002', '2008STATE900001 hasReference A', 'A target 2008STATE900002']
    """
    for order, (name, claim) in enumerate(_reference_names(page), 1):
        thing, graph = page.own("ref", name), page.graph(claim.evidence)
        yield line(page.iri, node(t.HAS_REFERENCE), thing, graph)
        yield from named(thing, graph, f"{page.label}, REF {name}", t.C_REFERENCE)
        yield from facts(
            thing,
            graph,
            (t.LABEL, text(claim.label or name)),
            (t.CAPTION, text(claim.caption)),
            (t.RAW_TEXT, text(claim.raw)),
            (t.REFERENCE_TYPE, text(claim.type)),
            (t.ORDER, number(order)),
            (t.DATE, moment(claim.date)),
            (t.DATE_STATUS, text(claim.date_status)),
            (t.YEAR_STATUS, text(claim.year_status)),
            (t.TARGET_PASSAGE, text(claim.target_passage)),
            (t.AND_PREVIOUS, flag(True) if claim.and_previous else None),
            (t.NOTAL, flag(True) if claim.notal else None),
            (t.EVIDENCE, [page.evidence(one) for one in claim.evidence]),
        )
        yield from _parties(thing, graph, claim)
        if claim.target is not None:
            yield line(thing, node(t.TARGET), node(names.document(claim.target)), graph)
            yield from _cited(page, claim.target, graph, type_=claim.type, spelling=_spelling(claim))


def citation_quads(page: Page) -> Iterator[Statement]:
    """Every pointer in a passage, one node for each item that it points to.

    >>> from ingest.claim import Evidence, Extraction
    >>> from ingest.document import Span
    >>> from ingest.state.page import page
    >>> from ingest.tables import knowledge
    >>> from tests.brief import brief
    >>> from tests.make import cable
    >>> pointer = CitationClaim((Evidence(Span(11, 26), "1", "serial"),), "1", None, "2008STATE900002")
    >>> said = Extraction(cable("1. (C) Per 08 STATE 900002."), citations=(pointer,))
    >>> brief(citation_quads(page(said, knowledge())), "target", "inPassage", "cites")
    ['11-26 inPassage 1', '11-26 target 2008STATE900002', '2008STATE900001 cites 2008STATE900002']
    """
    places = Counter(claim.evidence[0].span for claim in page.extraction.citations)
    items: dict[str | None, str] = {}
    for name, reference in _reference_names(page):
        items.setdefault(reference.label, name)
    apart = pointless(page.extraction)
    for claim in page.extraction.citations:
        if claim in apart:
            continue
        yield from _citation(page, claim, items.get(claim.label), alone=places[claim.evidence[0].span] == 1)


def _cited(
    page: Page, identifier: str, graph: Term, *, type_: str | None = None, spelling: str | None = None
) -> Iterator[Statement]:
    """That this document cites that one, and what the citation tells of it."""
    if identifier != page.cable.id:
        yield line(page.iri, node(t.CITES), node(names.document(identifier)), graph)
    yield from denoted(page, identifier, graph, type_=type_, spelling=spelling)


def denoted(
    page: Page, identifier: str, graph: Term, *, type_: str | None = None, spelling: str | None = None
) -> Iterator[Statement]:
    """What a document is that some words denote.

    >>> from ingest.claim import Extraction
    >>> from ingest.state.page import page
    >>> from ingest.tables import knowledge
    >>> from tests.brief import brief
    >>> from tests.make import cable
    >>> made = page(Extraction(cable("1. (C) Text.")), knowledge())
    >>> brief(denoted(made, "email-2008-02-21-durham", made.graph(), type_="email"), "label", "type")[0]
    'email-2008-02-21-durham label e-mail Durham, 2008-02-21'
    """
    thing = node(names.document(identifier))
    kind = CLASSES.get(type_ or "")
    label = document_label(identifier, page.posts, page.knowledge)
    yield from named(thing, graph, label, t.C_DOCUMENT, *([] if kind is None else [kind]))
    yield from facts(
        thing, graph, (t.DCTERMS_IDENTIFIER, text(identifier)), (t.SKOS_ALT_LABEL, text(spelling))
    )


def _citation(page: Page, claim: CitationClaim, item: str | None, *, alone: bool) -> Iterator[Statement]:
    graph, span = page.graph(claim.evidence), claim.evidence[0].span
    place = f"{span.start}-{span.end}"
    thing = page.own("c", place if alone else f"{place}-{claim.label or claim.target or 'unknown'}")
    pointer = f"REF {claim.label}" if claim.label else " ".join(page.quote(span).split())
    yield from named(thing, graph, f"{pointer} in {page.label}, {claim.passage}", t.C_CITATION)
    yield from facts(
        thing,
        graph,
        (t.IN_PASSAGE, page.passage(claim.passage)),
        (t.VIA_REFERENCE, None if item is None else page.own("ref", item)),
        (t.TARGET, None if claim.target is None else node(names.document(claim.target))),
        (t.TARGET_PASSAGE, text(claim.target_passage)),
        (t.YEAR_STATUS, text(claim.year_status)),
        (t.DATE, moment(claim.date)),
        (t.EVIDENCE, [page.evidence(one) for one in claim.evidence]),
    )
    if claim.target is not None:
        listed = {one.target: one.type for one in page.extraction.references}
        yield from _cited(page, claim.target, graph, type_=listed.get(claim.target))


def _parties(thing: Term, graph: Term, claim: ReferenceClaim) -> Iterator[Statement]:
    for name in claim.parties:
        person = node(names.thing("person", slug(name)))
        yield line(thing, node(t.PARTY), person, graph)
        yield from named(person, graph, " ".join(name.split()).title(), t.C_PERSON)


def _spelling(claim: ReferenceClaim) -> str:
    """The item without its caption: how the document spells the other's name."""
    line = " ".join(claim.raw.split())
    if claim.caption and line.endswith(")") and line.rfind("(") > 0:
        return line[: line.rfind("(")].strip()
    return line
