"""Standing works of a regime that no profile describes."""

from collections.abc import Iterator

from ingest.state.page import Page, named
from ingest.state.written import Statement, node
from ontology import names
from ontology import terms as t


def work_quads(page: Page) -> Iterator[Statement]:
    """What a work is, where the tables do not say it; that it is mentioned, the passages say.

    >>> from ingest.claim import Evidence, Extraction, WorkClaim
    >>> from ingest.document import Span
    >>> from ingest.state.page import page
    >>> from ingest.tables import knowledge
    >>> from tests.brief import brief
    >>> from tests.make import cable
    >>> claim = WorkClaim((Evidence(Span(11, 21), "1", "work"),), "zangger-memoranda", "Memoranda")
    >>> said = Extraction(cable("1. (C) The Memoranda."), works=(claim,))
    >>> brief(work_quads(page(said, knowledge())), "label")
    ['zangger-memoranda label Memoranda']
    """
    known = {work.id for profile in page.knowledge.profiles for work in profile.works}
    for claim in page.extraction.works:
        if claim.id not in known:
            thing = node(names.thing("work", claim.id))
            yield from named(thing, page.graph(claim.evidence), claim.name, t.C_INSTRUMENT, t.C_DOCUMENT)
