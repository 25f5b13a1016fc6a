"""What a document's header says."""

from collections.abc import Iterator
from typing import Final

from ingest.cable import Header, Read
from ingest.state.evidence import header_evidence
from ingest.state.marks import Mark, listed, mark, stated
from ingest.state.page import Page, facts, named, raised
from ingest.state.parties import addressees, party, person, post_of
from ingest.state.published import printed, title
from ingest.state.written import Statement, Term, flag, line, literal, moment, node, text
from ontology import names
from ontology import terms as t
from ontology.names import REG

PIPELINE: Final = "1"
"""Changes whenever the same document would give other statements."""


def document_quads(page: Page) -> Iterator[Statement]:
    """The document, its header and whoever that names.

    >>> from ingest.claim import Extraction
    >>> from ingest.state.page import page
    >>> from ingest.tables import knowledge
    >>> from tests.brief import brief
    >>> from tests.make import cable
    >>> brief(document_quads(page(Extraction(cable("1. (C) Text.")), knowledge())), "held", "label")
    ['2008STATE900001 held true', '2008STATE900001 label 08 STATE 900001']
    """
    header, graph = page.cable.header, page.graph()
    yield from named(page.iri, graph, page.label, t.C_DOCUMENT, REG + page.cable.kind)
    yield from facts(
        page.iri,
        graph,
        (t.DCTERMS_IDENTIFIER, text(page.cable.id)),
        (t.DCTERMS_TITLE, text(_value(header.subject) or title(page.cable.document))),
        (t.SKOS_ALT_LABEL, [literal(one) for one in _spellings(page)]),
        (t.HELD, flag(True)),
        (t.SENT, moment(_value(header.sent))),
        (t.PRECEDENCE_ACTION, text(_value(header.precedence_action))),
        (t.PRECEDENCE_INFO, text(_value(header.precedence_info))),
        (t.ATTENTION, text(_value(header.attention))),
        (t.DECLASSIFICATION, text(_value(header.declassify))),
        (t.EXECUTIVE_ORDER, text(_value(header.eo))),
        (t.PLACE, text(_value(header.place))),
        (t.HANDLING, [literal(one.value) for one in header.captions]),
        (t.CLASSIFICATION_REASON, [literal(one.value) for one in header.reasons]),
        (t.SHA256, text(page.cable.document.sha256)),
        (t.PIPELINE, text(PIPELINE)),
        (t.EVIDENCE, sorted({page.evidence(one) for one in header_evidence(header)}, key=str)),
        *printed(page.cable.document),
    )
    yield from _marks(page, header, graph)
    yield from _parties(page, header, graph)
    yield from _tags(page, header, graph)


def marking_quads(
    page: Page, thing: Term, predicate: str, written: Mark | None, graph: Term
) -> Iterator[Statement]:
    """That a thing has a mark; one with controls is described, with the plain level above it.

    >>> from ingest.claim import Extraction
    >>> from ingest.state.page import page
    >>> from ingest.tables import knowledge
    >>> from tests.brief import brief
    >>> from tests.make import cable
    >>> made, written = page(Extraction(cable("1. (C/REL ZC) Text.")), knowledge()), Mark(2, ("REL ZC",))
    >>> brief(marking_quads(made, made.iri, t.MARKING, written, made.graph()), "marking", "broader")
    ['2008STATE900001 marking C-REL-ZC', 'C-REL-ZC broader C']
    """
    if written is None:
        return
    concept = node(names.thing("marking", written.suffix))
    yield line(thing, node(predicate), concept, graph)
    if written.controls and written not in listed().values():
        plain = node(names.thing("marking", Mark(written.level, word=written.word).suffix))
        yield from named(concept, graph, written.name, t.SKOS_CONCEPT, also=[(t.SKOS_BROADER, plain)])


def _marks(page: Page, header: Header, graph: Term) -> Iterator[Statement]:
    overall = stated(header, page.levels)
    copied = page.extraction.raised
    overall = mark(copied, page.levels) if overall is None else raised(overall, copied, page.levels)
    yield from marking_quads(page, page.iri, t.MARKING, overall, graph)
    subject = mark(_value(header.subject_marking), page.levels)
    yield from marking_quads(page, page.iri, t.SUBJECT_MARKING, subject, graph)


def _parties(page: Page, header: Header, graph: Term) -> Iterator[Statement]:
    if header.post is not None:
        post, described = post_of(page, header.post.value, graph)
        yield from facts(page.iri, graph, (t.POST, post), (t.SENDER, post))
        yield from described
    elif header.sender is not None:
        sender, described = party(page, header.sender.value, graph)
        yield from facts(page.iri, graph, (t.SENDER, sender))
        yield from described
    yield from addressees(page, tuple(one.value for one in header.to), t.ADDRESSEE, graph)
    yield from addressees(page, tuple(one.value for one in header.info), t.INFO_ADDRESSEE, graph)
    if header.classified_by is not None:
        officer, described = person(header.classified_by.value, graph)
        yield from facts(page.iri, graph, (t.CLASSIFIED_BY, officer))
        yield from described


def _tags(page: Page, header: Header, graph: Term) -> Iterator[Statement]:
    for one in header.tags:
        tag = node(names.thing("tag", one.value))
        yield line(page.iri, node(t.TAG), tag, graph)
        if one.value not in page.knowledge.tags:
            yield from named(tag, graph, one.value, t.C_TAG)


def _spellings(page: Page) -> tuple[str, ...]:
    """How the document spells its own post and number, where the two stand together, and its other names."""
    post, number = page.cable.header.post, page.cable.header.number
    if post is None or number is None or not 0 <= number.span.start - post.span.end <= 3:
        return page.cable.aliases
    spelt = " ".join(page.cable.document.text[post.span.start : number.span.end].split())
    return (spelt, *page.cable.aliases)


def _value(read: Read[str] | None) -> str | None:
    return None if read is None else read.value
