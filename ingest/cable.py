"""A document that has been parsed: its header, its references and its passages, each with its span."""

from dataclasses import dataclass, field
from typing import Generic, Literal, TypeAlias, TypeVar

from ingest.document import Document, Span, blanked, folded

T = TypeVar("T")

NumberStatus: TypeAlias = Literal["stated", "repaired", "inferred"]
YearStatus: TypeAlias = Literal["stated", "assumed", "settled"]
"""Of the year in a target: the words give it; it is that of the citing document; the corpus shows it."""
MarkingStatus: TypeAlias = Literal["stated", "inherited", "lost"]
ReferenceType: TypeAlias = Literal[
    "cable", "email", "telcon", "memo", "airgram", "report", "regime-document", "press", "other"
]


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """A value that was read from the text, the words that say it and the rule that read them."""

    value: T
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above the body of a document; ``None`` or empty where the text says nothing.

    ``post`` is the post's glued form ("STATE", "ABUDHABI"), ``number`` its serial number, ``sent`` an ISO
    8601 date or date-time, ``declassify`` and ``reasons`` as written.
    """

    classification: Read[str] | None = None
    post: Read[str] | None = None
    number: Read[int] | None = None
    sent: Read[str] | None = None
    precedence_action: Read[str] | None = None
    precedence_info: Read[str] | None = None
    sender: Read[str] | None = None
    to: tuple[Read[str], ...] = ()
    info: tuple[Read[str], ...] = ()
    attention: Read[str] | None = None
    captions: tuple[Read[str], ...] = ()
    eo: Read[str] | None = None
    declassify: Read[str] | None = None
    tags: tuple[Read[str], ...] = ()
    subject: Read[str] | None = None
    subject_marking: Read[str] | None = None
    classified_by: Read[str] | None = None
    reasons: tuple[Read[str], ...] = ()
    place: Read[str] | None = None
    """Where a statement was issued; cables name it in their post."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One item of a REF list: what it says (``raw``), and the document that it denotes.

    ``target`` is the identifier of that document ("2008STATE26726", "email-2008-02-21-durham-conway"), or
    ``None`` where the item does not determine one; ``why`` then says what is missing. ``date`` is ISO 8601;
    ``date_status`` is "interpreted" where the order of day and month is not certain.
    """

    label: str
    type: ReferenceType
    span: Span
    raw: str
    rule: str
    target: str | None = None
    caption: str | None = None
    date: str | None = None
    date_status: Literal["stated", "interpreted"] | None = None
    parties: tuple[str, ...] = ()
    target_passage: str | None = None
    and_previous: bool = False
    notal: bool = False
    why: str | None = None
    year_status: YearStatus | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A numbered paragraph ("4"), sub-paragraph ("4.B"), bullet ("9.1") or unnumbered stretch ("2-3", "0").

    ``span`` covers the passage with its number, marking and sub-passages; ``body`` is the text after number,
    marking and heading, without sub-passages. An unnumbered passage between 2 and 3 is called "2-3"; one
    before 1 (a summary) is called "0". ``parent`` is the number of the enclosing passage.
    """

    number: str
    number_status: NumberStatus
    marking: str | None
    marking_status: MarkingStatus
    heading: str | None
    span: Span
    body: Span
    rule: str
    parent: str | None = None
    kind: Literal["paragraph", "sub-paragraph", "bullet", "unnumbered", "note"] = "paragraph"
    heading_span: Span | None = None
    marking_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that the text holds and that could not be read, or a place where reading abstained."""

    text: str
    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class Cable:
    """A parsed document of any kind: a telegram, an airgram, a statement.

    ``kind`` is the local name of its class in the ontology ("Cable", "PressStatement"); ``id`` its identifier
    ("2008STATE34976"). Passages are in the order of the text.

    >>> from tests.make import cable
    >>> one = cable("1. (C) Partners agreed.")
    >>> one.year, one.passage_at(9).number, one.text[7:15]
    (2008, '1', 'Partners')
    """

    document: Document
    id: str
    kind: str
    header: Header
    references: tuple[Reference, ...] = ()
    passages: tuple[Passage, ...] = ()
    problems: tuple[Problem, ...] = ()
    body: Span = field(default=Span(0, 0))
    breaks: tuple[Span, ...] = ()
    """Page breaks inside the body, which are no words of the message."""
    aliases: tuple[str, ...] = ()
    """Other identifiers of the same document: its place in a published volume ("frus1955-57v15-d434")."""

    @property
    def text(self) -> str:
        """The text for matching: folded, its page breaks blank. All spans point into it.

        The words as they came stand at the same place of ``document.text``.
        """
        return blanked(folded(self.document.text), self.breaks)

    def passage_at(self, offset: int) -> Passage | None:
        """The innermost passage that holds the character at *offset*; ``None`` in the header."""
        inner: Passage | None = None
        for passage in self.passages:
            if passage.span.start <= offset < passage.span.end and (
                inner is None or inner.span.holds(passage.span)
            ):
                inner = passage
        return inner

    @property
    def year(self) -> int | None:
        """The year in which the document was sent."""
        sent = self.header.sent
        return int(sent.value[:4]) if sent is not None and sent.value[:4].isdigit() else None
