"""Which decisions implementations give effect to."""

from collections.abc import Sequence

from ingest.annotate.language.word import words
from ingest.cable import Cable, Problem
from ingest.claim import ImplementationClaim
from ingest.knowledge import Knowledge
from ingest.mention import ImplementationMention, Mention
from ingest.resolve.found import Found, SoFar, evidence, of_kind
from ingest.resolve.identity import digest

POINTING = frozenset(("decision", "it", "them", "this", "changes"))


def _implemented(cable: Cable, one: ImplementationMention, sofar: SoFar) -> tuple[str, ...]:
    """The decision that the words name; "the decision" and "it" mean the one that the passage named last."""
    if one.implements_span is None:
        return ()
    near = sofar.decisions.over(one.implements_span)
    passage = cable.passage_at(one.span.start)
    said = [word.low for word in words(cable.text, one.implements_span)]
    if near or passage is None or not POINTING & set(said[:3]):
        return near
    before = [at for at in sofar.decisions.names if passage.span.start <= at.start < one.span.start]
    return sofar.decisions.names[max(before)] if before else ()


def resolve_implementations(
    cable: Cable, mentions: Sequence[Mention], knowledge: Knowledge, sofar: SoFar
) -> Found[ImplementationClaim]:
    r"""One claim for each implementation; one whose decision the words do not name is kept and told.

    >>> from ingest.annotate import annotate
    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "STATE 900001\nSUBJECT: MTCR\n1. Turkey will implement the decision by March 2009."
    >>> cable = parse(Document(text, "a.txt", ""), knowledge())
    >>> found = resolve_implementations(cable, annotate(cable, knowledge()), knowledge(), SoFar())
    >>> [(one.implementer, one.due, one.implements) for one in found.claims], len(found.unresolved)
    ([('TUR', '2009-03', None)], 1)
    """
    claims: dict[str, ImplementationClaim] = {}
    problems: list[Problem] = []
    for one in of_kind(mentions, ImplementationMention):
        near = _implemented(cable, one, sofar)
        shown = evidence(cable, one.span, one.rule)
        passage = shown.passage or "0"
        key = digest(cable.id, passage, one.implementer or "", one.span.of(cable.text))
        claim = ImplementationClaim(
            (shown,),
            f"{one.implementer or 'all'}-{key}",
            passage,
            one.implementer,
            near[0] if near else None,
            one.due,
            one.status,
        )
        claims.setdefault(claim.id, claim)
        if not near:
            why = "an implementation of a decision that the words do not name"
            problems.append(Problem(one.span.of(cable.text), one.span, why))
    return Found(tuple(claims.values()), unresolved=tuple(problems))
