"""What guidance asks for, and what each directive rests on."""

import hashlib
from collections.abc import Iterator
from typing import Final

from ingest.claim import Dependence, DirectiveClaim, Relation
from ingest.state.label import short, slug
from ingest.state.page import Page, facts, named
from ingest.state.references import denoted
from ingest.state.written import Statement, Term, line, node, text
from ontology import names
from ontology import terms as t

KINDS: Final[dict[Relation, str]] = {
    "restsOnDecision": "decision",
    "followsDocument": "document",
    "concernsProposal": "proposal",
}
PROPERTIES: Final[dict[Relation, str]] = {
    "restsOnDecision": t.RESTS_ON_DECISION,
    "followsDocument": t.FOLLOWS_DOCUMENT,
    "concernsProposal": t.CONCERNS_PROPOSAL,
}


def directive_quads(page: Page) -> Iterator[Statement]:
    """Every directive with its modality, act, topic and arrows of dependence.

    >>> from ingest.claim import Evidence, Extraction
    >>> from ingest.document import Span
    >>> from ingest.state.page import page
    >>> from ingest.tables import knowledge
    >>> from tests.brief import brief
    >>> from tests.make import cable
    >>> act, pointer = (Evidence(Span(*at), "1", "modal") for at in ((22, 44), (34, 43)))
    >>> follows = Dependence((pointer,), "followsDocument", "2008STATE900002")
    >>> claim = DirectiveClaim((act,), "x", "1", "should", "draw", "draw on ref A", depends_on=(follows,))
    >>> said = Extraction(cable("1. (C) The delegation should draw on ref A."), directives=(claim,))
    >>> for one in brief(directive_quads(page(said, knowledge())), "act", "modality", "followsDocument"):
    ...     print(one)
    x act draw
    x followsDocument 2008STATE900002
    x modality should
    """
    for claim in page.extraction.directives:
        thing, graph = page.own("d", claim.id), page.graph(claim.evidence)
        modal = claim.modality.replace("-", " ")
        yield from named(thing, graph, short(f"{modal} {claim.content}"), t.C_DIRECTIVE)
        yield from facts(
            thing,
            graph,
            (t.IN_PASSAGE, page.passage(claim.passage)),
            (t.MODALITY, node(names.thing("modality", claim.modality))),
            (t.ACT, text(claim.act)),
            (t.CONTENT, text(claim.content)),
            (t.CONDITION, text(claim.condition)),
            (t.ABOUT, [node(names.thing("topic", one)) for one in claim.about]),
            (t.EVIDENCE, [page.evidence(one) for one in claim.evidence]),
        )
        if claim.addressee is not None:
            body = node(names.thing("organization", slug(claim.addressee)))
            yield line(thing, node(t.ADDRESSEE), body, graph)
            yield from named(body, graph, " ".join(claim.addressee.split()), t.C_ORGANIZATION)
        for dependence in claim.depends_on:
            yield from _dependence(page, thing, claim, dependence)


def _dependence(
    page: Page, directive: Term, claim: DirectiveClaim, dependence: Dependence
) -> Iterator[Statement]:
    """The arrow as a property, and again as a node that has its evidence."""
    graph = page.graph((*claim.evidence, *dependence.evidence))
    target = node(names.thing(KINDS[dependence.relation], dependence.target))
    kind = PROPERTIES[dependence.relation]
    yield from facts(directive, graph, (kind, target), (t.DEPENDS_ON, target))
    thing = page.own("dep", claim.id, _short_hash(dependence))
    label = short(f"{claim.act}: {_words(dependence.relation)} {page.quote(dependence.evidence[0].span)}")
    yield from named(thing, graph, label, t.C_DEPENDENCE)
    yield from facts(
        thing,
        graph,
        (t.DEPENDENT, directive),
        (t.BASIS, target),
        (t.RELATION, node(kind)),
        (t.RULE, text(dependence.evidence[0].rule)),
        (t.EVIDENCE, [page.evidence(one) for one in dependence.evidence]),
    )
    if dependence.relation == "followsDocument":
        yield from denoted(page, dependence.target, graph)


def _short_hash(dependence: Dependence) -> str:
    places = " ".join(f"{one.span.start}-{one.span.end}" for one in dependence.evidence)
    key = f"{dependence.relation} {dependence.target} {places}"
    return hashlib.sha256(key.encode()).hexdigest()[:8]


def _words(relation: Relation) -> str:
    return {
        "restsOnDecision": "rests on",
        "followsDocument": "follows",
        "concernsProposal": "concerns",
    }[relation]
