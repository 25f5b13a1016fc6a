"""What a document says of things that others name too, taken from its claims."""

from collections.abc import Iterator
from typing import Any

from ingest.cable import Cable
from ingest.claim import DecisionClaim, Extraction, MeetingClaim, ProposalClaim
from ingest.document import Span
from ingest.join.named import Named
from ingest.join.words import telling
from ingest.knowledge import Knowledge
from ingest.resolve.same import is_bare
from ingest.resolve.topics import topics


def named_in(extraction: Extraction, knowledge: Knowledge) -> Iterator[Named]:
    r"""What a document says of decisions, proposals and meetings, each once.

    >>> from ingest.extract import extract
    >>> from ingest.read import read_bytes
    >>> from ingest.tables import knowledge
    >>> head = b"CONFIDENTIAL STATE 900001\n040045Z APR 08\nSUBJECT: MTCR\n\n"
    >>> written = head + b"1. (C) France proposed catch-all controls.\n"
    >>> found = list(named_in(extract(read_bytes(written, "a.txt")), knowledge()))
    >>> [(one.kind, one.countries, one.topics) for one in found]
    [('proposal', ('FRA',), ('mtcr-catch-all',))]
    """
    sent = extraction.cable.header.sent
    common: dict[str, Any] = {
        "document": extraction.cable.id,
        "sent": None if sent is None else sent.value[:10],
    }
    listed = {plenary.id for profile in knowledge.profiles for plenary in profile.plenaries}
    cited = tuple(sorted({one.target for one in extraction.cable.references if one.target is not None}))
    for decision in extraction.decisions:
        yield Named(**common, **_decision(decision, knowledge), around=_around(extraction.cable, decision))
    for proposal in extraction.proposals:
        yield Named(**common, **_proposal(proposal, knowledge), cites=cited)
    for meeting in extraction.meetings:
        yield Named(**common, **_meeting(meeting), listed=meeting.id in listed)


def _decision(claim: DecisionClaim, knowledge: Knowledge) -> dict[str, Any]:
    return {
        "kind": "decision",
        "id": claim.id,
        "regime": claim.regime,
        "about": claim.about,
        "meeting": claim.adopted_at,
        "year": claim.year,
        "sort": claim.kind,
        "countries": tuple(sorted(claim.concerns)),
        "topics": _topics(claim.about, claim.regime, knowledge),
        "generic": claim.generic,
        "unsaid": claim.unsaid,
    }


def _around(cable: Cable, claim: DecisionClaim) -> tuple[str, ...]:
    """The telling words of the first passage that speaks of a decision without saying what was decided."""
    number = claim.evidence[0].passage if claim.evidence else None
    here = next((one for one in cable.passages if one.number == number), None)
    if here is None or claim.generic or not is_bare(claim):
        return ()
    return tuple(sorted(telling(f"{here.heading or ''} {here.body.of(cable.text)}")))


def _proposal(claim: ProposalClaim, knowledge: Knowledge) -> dict[str, Any]:
    return {
        "kind": "proposal",
        "id": claim.id,
        "regime": claim.regime,
        "about": claim.about,
        "meeting": claim.tabled_at,
        "countries": tuple(sorted(claim.proponents)),
        "topics": _topics(claim.about, claim.regime, knowledge),
        "outlined": claim.outlined_in,
        "became": claim.became,
        "generic": claim.generic,
    }


def _meeting(claim: MeetingClaim) -> dict[str, Any]:
    return {
        "kind": "meeting",
        "id": claim.id,
        "regime": claim.regime,
        "sort": claim.series,
        "year": claim.year if claim.year is not None or claim.start is None else int(claim.start[:4]),
        "ordinal": claim.ordinal,
        "place": claim.place,
        "start": claim.start,
        "end": claim.end,
        "intersessional": claim.intersessional,
    }


def _topics(about: str, regime: str, knowledge: Knowledge) -> tuple[str, ...]:
    profile = next((one for one in knowledge.profiles if one.id == regime), None)
    return topics(about, (Span(0, len(about)),), profile, knowledge)
