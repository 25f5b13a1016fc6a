"""What is written: spans of a document that name or say something, before it is decided what they denote.

An annotator is a pure function ``(cable, knowledge) -> Iterable[Mention]``; none sees another's result.
Every mention has the span of the words, and the name of the rule that found it. Fields hold what the words
say; a field that the words do not fill is ``None`` or empty.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from ingest.cable import YearStatus
from ingest.document import Span

Modality: TypeAlias = Literal["shall", "should", "may", "shall-not", "should-not", "may-not"]
Effect: TypeAlias = Literal["amends", "supersedes", "implements"]
Fate: TypeAlias = Literal["adopted", "deferred", "referred", "rejected", "withdrawn"]
Stance: TypeAlias = Literal["supports", "opposes", "seeks", "questions", "undecided"]


@dataclass(frozen=True, slots=True)
class CitationMention:
    """A pointer to other documents: "REF A", "REFS D-J", "reftel", "08 STATE 1234 para 3".

    ``labels`` are those of the REF list (already expanded), ``target`` the identifier of a document that is
    cited by its own name.
    """

    span: Span
    rule: str
    labels: tuple[str, ...] = ()
    target: str | None = None
    target_passage: str | None = None
    year_status: YearStatus | None = None
    date: str | None = None
    """ISO 8601, where the words date the document that they cite."""
    why: str | None = None
    """Why no document could be told, where the words name one in part only."""


@dataclass(frozen=True, slots=True)
class CountryMention:
    """A country, by its name, an adjective, or a capital that stands for its government."""

    span: Span
    rule: str
    iso3: str


@dataclass(frozen=True, slots=True)
class MeetingMention:
    """A meeting or a series of meetings, as far as the words tell. Dates are ISO 8601."""

    span: Span
    rule: str
    regime: str | None = None
    series: str | None = None
    year: int | None = None
    ordinal: int | None = None
    place: str | None = None
    country: str | None = None
    host: str | None = None
    start: str | None = None
    end: str | None = None
    participants: tuple[str, ...] = ()
    intersessional: bool = False
    host_open: bool = False
    """The words say that host or place are still to be found."""
    chairs: tuple[str, ...] = ()
    """The persons who chair it, without titles; ``chaired_by`` are codes of countries."""
    chaired_by: tuple[str, ...] = ()
    chair_span: Span | None = None
    """The words that say who chairs, where any do."""


@dataclass(frozen=True, slots=True)
class DecisionMention:
    """A decision of a regime. ``meeting_span`` covers the words that name the meeting that took it.

    ``applied`` are the words of what is done in line with it, where no words say what was decided;
    ``body_span`` covers the subject of the sentence, where that is a meeting ("the Plenary agreed").
    """

    span: Span
    rule: str
    about: str
    year: int | None = None
    meeting_span: Span | None = None
    concerns: tuple[str, ...] = ()
    kind: str | None = None
    generic: bool = False
    applied: str = ""
    body_span: Span | None = None


@dataclass(frozen=True, slots=True)
class RelationMention:
    """What one decision does to another; ``subject`` and ``target`` are the spans that name the two."""

    span: Span
    rule: str
    relation: Effect
    subject: Span
    target: Span


@dataclass(frozen=True, slots=True)
class ProposalMention:
    """Something that someone put to a regime. ``outlined_in`` is the label of a reference.

    ``fate`` is what became of it, as far as the words around tell.
    """

    span: Span
    rule: str
    about: str
    proponents: tuple[str, ...] = ()
    outlined_in: str | None = None
    generic: bool = False
    fate: Fate | None = None


@dataclass(frozen=True, slots=True)
class DirectiveMention:
    """One act that guidance asks for, allows or forbids.

    ``span`` covers the clause from its modal (or imperative verb) to its end; ``sentence`` the whole sentence
    or bullet, which is where what the directive rests on stands. ``act`` is the lemma of the act.
    """

    span: Span
    rule: str
    sentence: Span
    modality: Modality
    act: str
    content: str
    condition: str | None = None
    addressee: str | None = None


@dataclass(frozen=True, slots=True)
class PositionMention:
    """A country's stance. ``holder`` is an ISO alpha-3 code, ``towards`` the words of what it is towards."""

    span: Span
    rule: str
    holder: str
    stance: Stance
    towards: str
    towards_span: Span | None = None
    condition: str | None = None
    hedge: str | None = None
    antecedent: Span | None = None
    """What "it" or "the text" means, where it was named before."""


@dataclass(frozen=True, slots=True)
class ImplementationMention:
    """A country gives effect to a decision; ``due`` is an ISO 8601 date, month or year."""

    span: Span
    rule: str
    implementer: str | None
    implements_span: Span | None = None
    due: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class WorkMention:
    """A standing work of a regime: the Annex, the Guidelines, the Compendium of Regime Decisions."""

    span: Span
    rule: str
    name: str


Mention: TypeAlias = (
    CitationMention
    | CountryMention
    | MeetingMention
    | DecisionMention
    | RelationMention
    | ProposalMention
    | DirectiveMention
    | PositionMention
    | ImplementationMention
    | WorkMention
)
