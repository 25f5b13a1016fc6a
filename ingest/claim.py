"""What is meant: what the graph will say of one document, each claim with its evidence.

Identifiers come from content. A claim without evidence cannot be made.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from ingest.cable import Cable, Problem, ReferenceType, YearStatus
from ingest.document import Span
from ingest.mention import Effect, Fate, Modality, Stance

Grade: TypeAlias = Literal["verbatim", "repaired", "derived"]
Relation: TypeAlias = Literal["restsOnDecision", "followsDocument", "concernsProposal"]


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The words that support a claim, their passage (``None``: the header), the rule that read them, a grade.

    "verbatim": the words say it; "repaired": they say it after a repair of damage; "derived": they say it
    together with something else (a table of plenaries, another passage).
    """

    span: Span
    passage: str | None
    rule: str
    grade: Grade = "verbatim"


@dataclass(frozen=True, slots=True)
class Claim:
    """What every claim has: its evidence, at least one piece of it.

    >>> Claim((Evidence(Span(40, 52), "4", "year-place"), Evidence(Span(9, 15), "2", "place"))).passages
    ('2', '4')
    >>> Claim(())
    Traceback (most recent call last):
    ValueError: Claim has no evidence
    """

    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"{type(self).__name__} has no evidence")

    @property
    def passages(self) -> tuple[str, ...]:
        """The passages of the evidence, in the order of the text."""
        ordered = sorted(self.evidence, key=lambda one: one.span)
        return tuple(dict.fromkeys(one.passage for one in ordered if one.passage is not None))


@dataclass(frozen=True, slots=True)
class ReferenceClaim(Claim):
    """One item of a REF list; ``target`` is the identifier of the document that it denotes."""

    label: str
    type: ReferenceType
    raw: str
    target: str | None = None
    caption: str | None = None
    date: str | None = None
    date_status: str | None = None
    parties: tuple[str, ...] = ()
    target_passage: str | None = None
    and_previous: bool = False
    notal: bool = False
    year_status: YearStatus | None = None


@dataclass(frozen=True, slots=True)
class CitationClaim(Claim):
    """A pointer in a passage, one for each label."""

    passage: str
    label: str | None
    target: str | None
    target_passage: str | None = None
    year_status: YearStatus | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class MeetingClaim(Claim):
    """A meeting that the document names; ``id`` as in "mtcr-plenary-2003-buenos-aires"."""

    id: str
    regime: str
    series: str
    ordinal: int | None = None
    year: int | None = None
    place: str | None = None
    country: str | None = None
    host: str | None = None
    start: str | None = None
    end: str | None = None
    participants: tuple[str, ...] = ()
    intersessional: bool = False
    same_as: str | None = None
    """The identifier of the meeting of the authority tables that this one turned out to be."""
    formerly: str | None = None
    """The identifier that the document alone gives it, where the corpus gives another."""
    chairs: tuple[str, ...] = ()
    """The persons who chair it; ``chaired_by`` are the codes of the countries that do."""
    chaired_by: tuple[str, ...] = ()
    week: tuple[str, str] | None = None
    """First and last day of the week of meetings around it, where the words give that beside its own days."""
    part_of: str | None = None
    """The meeting in whose week it was held."""


@dataclass(frozen=True, slots=True)
class DecisionLink(Claim):
    """What a decision does to another; ``target`` is the id of that one."""

    relation: Effect
    target: str


@dataclass(frozen=True, slots=True)
class DecisionClaim(Claim):
    """A decision that the document names; ``unsaid``: its words do not say what was decided.

    ``reworded`` (of proposals too): it goes by the words of another document.
    """

    id: str
    about: str
    regime: str
    adopted_at: str | None = None
    year: int | None = None
    concerns: tuple[str, ...] = ()
    kind: str | None = None
    generic: bool = False
    unsaid: bool = False
    reworded: bool = False
    links: tuple[DecisionLink, ...] = ()

    def to(self, relation: Effect) -> tuple[str, ...]:
        """The decisions to which it does that.

        >>> words = (Evidence(Span(0, 9), "1", "decision-amends"),)
        >>> link = DecisionLink(words, "amends", "mtcr-2003-visits")
        >>> one = DecisionClaim(words, "mtcr-2008-visits", "visits", "mtcr", links=(link,))
        >>> one.to("amends"), one.to("supersedes")
        (('mtcr-2003-visits',), ())
        """
        return tuple(dict.fromkeys(one.target for one in self.links if one.relation == relation))


@dataclass(frozen=True, slots=True)
class ProposalClaim(Claim):
    """A proposal that the document names; ``outlined_in`` is a document's, ``became`` a decision's id."""

    id: str
    about: str
    regime: str
    proponents: tuple[str, ...] = ()
    outlined_in: str | None = None
    tabled_at: str | None = None
    generic: bool = False
    became: str | None = None
    fate: Fate | None = None
    reworded: bool = False


@dataclass(frozen=True, slots=True)
class Dependence(Claim):
    """That a directive rests on something: ``target`` is the id of a decision, document or proposal."""

    relation: Relation
    target: str


@dataclass(frozen=True, slots=True)
class DirectiveClaim(Claim):
    """One act that guidance asks for, allows or forbids. The first evidence is its own clause."""

    id: str
    passage: str
    modality: Modality
    act: str
    content: str
    condition: str | None = None
    addressee: str | None = None
    about: tuple[str, ...] = ()
    depends_on: tuple[Dependence, ...] = ()


@dataclass(frozen=True, slots=True)
class PositionClaim(Claim):
    """A country's stance; ``towards`` the words, ``towards_id`` the decision, proposal, meeting or topic."""

    id: str
    passage: str
    holder: str
    stance: Stance
    towards: str
    towards_id: str | None = None
    as_of: str | None = None
    condition: str | None = None
    hedge: str | None = None
    """What keeps it from being a plain stance: "prepared", "likely", "would", "in principle"."""


@dataclass(frozen=True, slots=True)
class ImplementationClaim(Claim):
    """A country gives effect to a decision (``implements`` is its id)."""

    id: str
    passage: str
    implementer: str | None
    implements: str | None = None
    due: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class CountryClaim(Claim):
    """A country that the body names."""

    iso3: str


@dataclass(frozen=True, slots=True)
class WorkClaim(Claim):
    """A standing work of a regime that the body names."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything that one document says.

    Topics of directives (``about``) are ids of the profile's topics. ``unresolved`` lists what was seen and
    not decided, each with its reason. ``raised`` is the mark that copies of the document together have,
    where that is higher than its own.
    """

    cable: Cable
    references: tuple[ReferenceClaim, ...] = ()
    citations: tuple[CitationClaim, ...] = ()
    meetings: tuple[MeetingClaim, ...] = ()
    decisions: tuple[DecisionClaim, ...] = ()
    proposals: tuple[ProposalClaim, ...] = ()
    positions: tuple[PositionClaim, ...] = ()
    implementations: tuple[ImplementationClaim, ...] = ()
    directives: tuple[DirectiveClaim, ...] = ()
    countries: tuple[CountryClaim, ...] = ()
    works: tuple[WorkClaim, ...] = ()
    unresolved: tuple[Problem, ...] = ()
    raised: str | None = None
