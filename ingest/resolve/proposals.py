"""Which proposals the mentions of a document denote: by regime, proponents and what they are about."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.annotate.regime import document_regime
from ingest.cable import Cable, Problem
from ingest.claim import ProposalClaim
from ingest.document import Span
from ingest.knowledge import Knowledge
from ingest.mention import Mention, ProposalMention
from ingest.resolve.found import Found, SoFar, evidence, of_kind
from ingest.resolve.identity import content_words, made


def resolve_proposals(
    cable: Cable, mentions: Sequence[Mention], knowledge: Knowledge, sofar: SoFar
) -> Found[ProposalClaim]:
    """One claim for each proposal, with all the places that name it.

    "The German proposal" without a topic means the one proposal of Germany that the document describes; where
    there is none, or more than one, it is unresolved.
    """
    profile = document_regime(cable, knowledge)
    found = of_kind(mentions, ProposalMention)
    if profile is None:
        why = "a proposal to a regime that the document does not name"
        return Found(unresolved=tuple(Problem(one.span.of(cable.text), one.span, why) for one in found))
    claims: dict[str, ProposalClaim] = {}
    names: dict[Span, tuple[str, ...]] = {}
    for one in found:
        if one.about or one.generic:
            claim = _claim(cable, one, profile.id, sofar)
            claims[claim.id] = _merged(claims.get(claim.id), claim)
            names[one.span] = (claim.id,)
    problems = _bare(cable, [one for one in found if not one.about and not one.generic], claims, names)
    return Found(tuple(claims.values()), names, problems)


def _merged(earlier: ProposalClaim | None, claim: ProposalClaim) -> ProposalClaim:
    if earlier is None:
        return claim
    return replace(
        earlier,
        evidence=tuple(sorted({*earlier.evidence, *claim.evidence})),
        outlined_in=earlier.outlined_in or claim.outlined_in,
        tabled_at=earlier.tabled_at or claim.tabled_at,
    )


def _claim(cable: Cable, mention: ProposalMention, regime: str, sofar: SoFar) -> ProposalClaim:
    about = content_words(mention.about)
    outlined = _outlined(cable, mention, sofar)
    general = (outlined or "",) if mention.generic else ()
    tabled = sofar.meetings.over(mention.span)
    return ProposalClaim(
        (evidence(cable, mention.span, mention.rule),),
        made(
            head=(regime, *mention.proponents),
            about=about or ("proposals",),
            key=(regime, *sorted(mention.proponents), *about, *general),
        ),
        mention.about or mention.span.of(cable.text),
        regime,
        mention.proponents,
        outlined,
        tabled[0] if tabled and not mention.generic else None,
        mention.generic,
    )


def _outlined(cable: Cable, mention: ProposalMention, sofar: SoFar) -> str | None:
    if mention.outlined_in is None:
        return None
    cited = sofar.citations.over(mention.span)
    items = (one.target for one in cable.references if one.label.upper() == mention.outlined_in)
    return cited[0] if cited else next(items, None)


def _bare(
    cable: Cable,
    found: Sequence[ProposalMention],
    claims: dict[str, ProposalClaim],
    names: dict[Span, tuple[str, ...]],
) -> tuple[Problem, ...]:
    """Mentions without a topic are held to the one proposal of their proponents."""
    problems: list[Problem] = []
    for one in found:
        same = _of_proponents(claims, one.proponents)
        if len(same) != 1:
            why = f"{len(same)} proposals of {', '.join(one.proponents)} are described that this may mean"
            problems.append(Problem(one.span.of(cable.text), one.span, why))
            continue
        shown = evidence(cable, one.span, one.rule, "derived")
        claims[same[0]] = replace(claims[same[0]], evidence=(*claims[same[0]].evidence, shown))
        names[one.span] = (same[0],)
    return tuple(problems)


def _of_proponents(claims: Mapping[str, ProposalClaim], proponents: Sequence[str]) -> list[str]:
    return [name for name, one in claims.items() if one.proponents == tuple(proponents) and not one.generic]
