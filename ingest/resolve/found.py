"""What one step of resolution hands on: its claims, and what each mention turned out to denote."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from ingest.cable import Cable, Problem
from ingest.claim import (
    CitationClaim,
    Claim,
    CountryClaim,
    DecisionClaim,
    DirectiveClaim,
    Evidence,
    Grade,
    ImplementationClaim,
    MeetingClaim,
    PositionClaim,
    ProposalClaim,
    ReferenceClaim,
    WorkClaim,
)
from ingest.document import Span
from ingest.mention import Mention

C = TypeVar("C", bound=Claim)
M = TypeVar("M", bound=Mention)


@dataclass(frozen=True, slots=True)
class Found(Generic[C]):
    """Claims of one kind. ``names`` gives the ids that the words at a span denote; nothing, where it is open.

    >>> names = {Span(4, 9): ("mtcr-plenary-2003-buenos-aires",)}
    >>> Found((), names).over(Span(0, 6))
    ('mtcr-plenary-2003-buenos-aires',)
    """

    claims: tuple[C, ...] = ()
    names: Mapping[Span, tuple[str, ...]] = field(default_factory=dict)
    unresolved: tuple[Problem, ...] = ()

    def over(self, span: Span) -> tuple[str, ...]:
        """The ids that words at *span*, or overlapping it, denote, in the order of the text."""
        if span in self.names:
            return self.names[span]
        touching = sorted(one for one in self.names if one.start < span.end and span.start < one.end)
        return tuple(dict.fromkeys(name for one in touching for name in self.names[one]))


@dataclass(frozen=True, slots=True)
class SoFar:
    """What the earlier steps of resolution found; a step reads those before it."""

    references: Found[ReferenceClaim] = Found()
    citations: Found[CitationClaim] = Found()
    meetings: Found[MeetingClaim] = Found()
    countries: Found[CountryClaim] = Found()
    works: Found[WorkClaim] = Found()
    decisions: Found[DecisionClaim] = Found()
    proposals: Found[ProposalClaim] = Found()
    directives: Found[DirectiveClaim] = Found()
    positions: Found[PositionClaim] = Found()
    implementations: Found[ImplementationClaim] = Found()


def of_kind(mentions: Iterable[Mention], kind: type[M]) -> tuple[M, ...]:
    """The mentions of one kind, in their order.

    >>> from ingest.mention import CountryMention, WorkMention
    >>> mixed = [WorkMention(Span(0, 4), "w", "Annex"), CountryMention(Span(5, 9), "c", "FRA")]
    >>> [one.iso3 for one in of_kind(mixed, CountryMention)]
    ['FRA']
    """
    return tuple(one for one in mentions if isinstance(one, kind))


def evidence(cable: Cable, span: Span, rule: str, grade: Grade = "verbatim") -> Evidence:
    r"""The evidence that the words at *span* are, with the number of the innermost passage around them.

    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> cable = parse(Document("STATE 900001\nSUBJECT: MTCR\n1. We met.", "a.txt", ""), knowledge())
    >>> evidence(cable, Span(30, 36), "rule").passage, evidence(cable, Span(0, 5), "rule").passage
    ('1', None)
    """
    passage = cable.passage_at(span.start)
    return Evidence(span, None if passage is None else passage.number, rule, grade)
