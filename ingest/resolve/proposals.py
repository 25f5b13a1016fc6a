"""Which proposals the mentions of a document denote: by regime, proponents and what they are about."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.annotate.language.word import cover, words
from ingest.annotate.names.regime import document_regime
from ingest.annotate.proposals.proposed import of_kind as words_of
from ingest.annotate.proposals.proposed import topic
from ingest.cable import Cable, Problem
from ingest.claim import ProposalClaim
from ingest.document import Span
from ingest.knowledge import Knowledge
from ingest.mention import Mention, ProposalMention
from ingest.resolve.adopted import adopted
from ingest.resolve.found import Found, SoFar, evidence, of_kind
from ingest.resolve.identity import content_words, made
from ingest.resolve.same import stems


def resolve_proposals(
    cable: Cable, mentions: Sequence[Mention], knowledge: Knowledge, sofar: SoFar
) -> Found[ProposalClaim]:
    r"""One claim for each proposal, with all the places that name it.

    "The German proposal" without a topic means the one proposal of Germany that the document describes; where
    there is none, or more than one, it is unresolved.

    >>> from ingest.annotate import annotate
    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "STATE 900001\nSUBJECT: MTCR\n1. Posts may support the German proposal on end use controls."
    >>> cable = parse(Document(text, "a.txt", ""), knowledge())
    >>> found = resolve_proposals(cable, annotate(cable, knowledge()), knowledge(), SoFar())
    >>> [(one.proponents, one.about) for one in found.claims]
    [(('DEU',), 'end use controls')]
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
            kept = _merged(claims.get(claim.id) or _same(claim, claims), claim)
            claims[kept.id] = kept
            names[one.span] = (kept.id,)
    for one in found:
        if (
            one.proponents
            and not one.about
            and not one.generic
            and not _of_proponents(claims, one.proponents)
        ):
            titled = _by_heading(cable, one, profile.id, sofar)
            if titled is not None:
                claims[titled.id] = titled
    bare = [one for one in found if not one.about and not one.generic and one.proponents]
    problems = _bare(cable, bare, claims, names)
    for one in found:
        if one.rule == "pointed-at":
            _point(cable, one, claims, names)
    for name, became in adopted(names, sofar.decisions.claims):
        claims[name] = replace(claims[name], became=became)
    return Found(tuple(_by_text(cable, one) for one in claims.values()), names, problems)


def _by_text(cable: Cable, claim: ProposalClaim) -> ProposalClaim:
    """The claim without the headings that name it, where the text below them does too."""
    headings = [one.heading_span for one in cable.passages if one.heading_span is not None]
    told = tuple(one for one in claim.evidence if not any(span.holds(one.span) for span in headings))
    return replace(claim, evidence=told) if told else claim


def _same(claim: ProposalClaim, others: Mapping[str, ProposalClaim]) -> ProposalClaim | None:
    """The proposal of the same proponents whose topic shares words with this one's."""
    if claim.generic:
        return None
    for one in others.values():
        if one.generic or one.proponents != claim.proponents:
            continue
        left, right = stems(one.about), stems(claim.about)
        if left <= right or right <= left or len(left & right) > 1:
            return one
    return None


def _merged(earlier: ProposalClaim | None, claim: ProposalClaim) -> ProposalClaim:
    if earlier is None:
        return claim
    return replace(
        earlier,
        evidence=tuple(sorted({*earlier.evidence, *claim.evidence})),
        outlined_in=earlier.outlined_in or claim.outlined_in,
        tabled_at=earlier.tabled_at or claim.tabled_at,
        became=earlier.became or claim.became,
        fate=claim.fate or earlier.fate,
    )


def _claim(cable: Cable, mention: ProposalMention, regime: str, sofar: SoFar) -> ProposalClaim:
    about = content_words(mention.about)
    outlined = _outlined(cable, mention, sofar)
    general = (outlined or "", cable.id) if mention.generic else ()
    tabled = sofar.meetings.over(mention.span)
    return ProposalClaim(
        (evidence(cable, mention.span, mention.rule),),
        made(
            head=(regime, *mention.proponents),
            about=about or ("proposals",),
            key=(regime, *sorted(mention.proponents), *about, *general),
        ),
        mention.span.of(cable.text) if mention.generic else mention.about,
        regime,
        mention.proponents,
        outlined,
        tabled[0] if tabled and not mention.generic else None,
        mention.generic,
        _became(mention, sofar) if mention.fate == "adopted" else None,
        mention.fate,
    )


def _became(mention: ProposalMention, sofar: SoFar) -> str | None:
    """The decision that the words tell of which say that the proposal was adopted, if it is only one."""
    made = sofar.decisions.over(mention.span)
    return made[0] if len(made) == 1 else None


def _by_heading(cable: Cable, mention: ProposalMention, regime: str, sofar: SoFar) -> ProposalClaim | None:
    """A proposal whose topic only the heading above it says: "Brokering. ... the Swedish proposal"."""
    above = [one for one in cable.passages if one.heading and one.span.start <= mention.span.start]
    heading = max(above, key=lambda one: one.span.start).heading if above else None
    if heading is None or not set(content_words(heading)) - words_of("furniture"):
        return None
    claim = _claim(cable, replace(mention, about=_headed(heading)), regime, sofar)
    return replace(claim, evidence=tuple(replace(one, grade="derived") for one in claim.evidence))


def _headed(heading: str) -> str:
    """What a heading says that a proposal is about: "brokers" in "Belgian paper on brokers"."""
    found = words(heading)
    nouns = words_of("noun") | words_of("draft-noun")
    behind = [topic(found, at + 1) for at, one in enumerate(found) if one.low in nouns]
    told = next((one for one in behind if one is not None), None)
    return heading.strip(" .:") if told is None else cover(found, *told).of(heading)


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
        joined = tuple(sorted({*claims[same[0]].evidence, shown}))
        claims[same[0]] = replace(claims[same[0]], evidence=joined, fate=one.fate or claims[same[0]].fate)
        names[one.span] = (same[0],)
    return tuple(problems)


def _point(
    cable: Cable,
    mention: ProposalMention,
    claims: dict[str, ProposalClaim],
    names: dict[Span, tuple[str, ...]],
) -> None:
    """Hold "the text" to the one proposal that was called a text in this paragraph or the one before."""
    here = _paragraph(cable, mention.span)
    called = mention.span.of(cable.text).split()[-1].lower()
    near = [
        name
        for name, one in claims.items()
        if any(here - _paragraph(cable, shown.span) in (0, 1) for shown in one.evidence)
        and (called == "proposal" or called in _named_with(cable, one))
    ]
    if here < 0 or len(near) != 1:
        return
    claim = claims[near[0]]
    shown = evidence(cable, mention.span, mention.rule, "derived")
    joined = tuple(sorted({*claim.evidence, shown}))
    claims[claim.id] = replace(claim, evidence=joined, fate=mention.fate or claim.fate)
    names[mention.span] = (claim.id,)


def _named_with(cable: Cable, claim: ProposalClaim) -> list[str]:
    return " ".join(shown.span.of(cable.text).lower() for shown in claim.evidence).split()


def _paragraph(cable: Cable, span: Span) -> int:
    """The place of the paragraph that holds a span among those of the document; -1 in none."""
    tops = [one for one in cable.passages if one.parent is None]
    return next((at for at, one in enumerate(tops) if one.span.holds(span)), -1)


def _of_proponents(claims: Mapping[str, ProposalClaim], proponents: Sequence[str]) -> list[str]:
    return [name for name, one in claims.items() if one.proponents == tuple(proponents) and not one.generic]
