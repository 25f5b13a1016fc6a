"""What positions are towards: a proposal, decision, meeting or topic of the graph."""

from collections.abc import Sequence

from ingest.annotate.names.regime import document_regime
from ingest.cable import Cable
from ingest.claim import PositionClaim
from ingest.document import Span
from ingest.knowledge import Knowledge, Profile
from ingest.mention import Mention, PositionMention
from ingest.resolve.found import Found, SoFar, evidence, of_kind
from ingest.resolve.identity import digest
from ingest.resolve.topics import topics


def resolve_positions(
    cable: Cable, mentions: Sequence[Mention], knowledge: Knowledge, sofar: SoFar
) -> Found[PositionClaim]:
    r"""One claim for each holder, stance and passage; ``as_of`` is the day on which the document was sent.

    >>> from ingest.annotate import annotate
    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "STATE 900001\nSUBJECT: MTCR\n1. Japan questioned the need for a new group."
    >>> cable = parse(Document(text, "a.txt", ""), knowledge())
    >>> found = resolve_positions(cable, annotate(cable, knowledge()), knowledge(), SoFar())
    >>> [(one.passage, one.holder, one.stance) for one in found.claims]
    [('1', 'JPN', 'questions')]
    """
    profile = document_regime(cable, knowledge)
    claims: dict[str, PositionClaim] = {}
    names: dict[Span, tuple[str, ...]] = {}
    for one in of_kind(mentions, PositionMention):
        claim = _claim(cable, one, _towards(cable, one, profile, knowledge, sofar))
        claims.setdefault(claim.id, claim)
        names[one.span] = (*names.get(one.span, ()), claim.id)
    return Found(tuple(claims.values()), names)


def _claim(cable: Cable, one: PositionMention, towards_id: str | None) -> PositionClaim:
    shown = evidence(cable, one.span, one.rule)
    passage = shown.passage or "0"
    sent = cable.header.sent
    return PositionClaim(
        (shown,),
        f"{one.holder}-{one.stance}-{digest(cable.id, passage, one.holder, one.stance, one.towards)}",
        passage,
        one.holder,
        one.stance,
        one.towards,
        towards_id,
        None if sent is None else sent.value[:10],
        one.condition,
        one.hedge,
    )


def _towards(
    cable: Cable, one: PositionMention, profile: Profile | None, knowledge: Knowledge, sofar: SoFar
) -> str | None:
    """What the words name, or else what the words that they point at name."""
    spans = [span for span in (one.towards_span, one.antecedent) if span is not None]
    for span in spans:
        for found in (sofar.proposals, sofar.decisions, sofar.meetings):
            near = found.over(span)
            if near:
                return near[0]
    named = topics(cable.text, tuple(spans), profile, knowledge)
    return named[0] if named else None
