"""What the tools answer: nothing of a document without its name, passage, marking and words."""

from dataclasses import dataclass
from typing import Final

from queries import SupportingPassage
from queries.search import Hit

LONGEST: Final = 2000
"""So many characters of a text come with an answer; the tool *passage* gives more."""


@dataclass(frozen=True)  # as all that a tool returns: the protocol's library takes slots for defaults
class Quoted:
    """A passage: where it stands, its marking, the words that support the answer, and its text.

    *text_complete* is false where the text goes on.
    """

    document: str
    passage: str
    marking: str
    words: tuple[str, ...]
    text: str
    iri: str
    text_complete: bool = True


@dataclass(frozen=True)
class Found:
    """Some of the passages and titles that have the words, out of *total*."""

    total: int
    offset: int
    hits: tuple[Quoted, ...]


@dataclass(frozen=True)
class Answered:
    """What was understood, the rows, the passages that support them, and out of how much."""

    understood: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]
    rows_in_all: int
    passages: tuple[Quoted, ...]
    passages_in_all: int
    why_empty: str | None
    notes: tuple[str, ...]
    searched: str


@dataclass(frozen=True)
class Selected:
    """The rows of a query; *sources* are the passages among them and those that its evidence stands in."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]
    rows_in_all: int
    sources: tuple[Quoted, ...]
    sources_in_all: int
    boolean: bool | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement about a thing: the property, the value, and its name where it is another thing."""

    property: str
    value: str
    name: str | None


@dataclass(frozen=True)
class Described:
    """A thing: its names and facts, and the passages whose words say so."""

    iri: str
    facts: tuple[Fact, ...]
    facts_in_all: int
    passages: tuple[Quoted, ...]
    passages_in_all: int


def quoted(one: SupportingPassage, *, most: int = LONGEST) -> Quoted:
    """A passage that supports an answer.

    >>> said = SupportingPassage("urn:p", "7.C", "It is so.", "urn:d", "08 STATE 900001", "C", words=("so",))
    >>> quoted(said, most=5)
    Quoted(document='08 STATE 900001', passage='7.C', marking='C', words=('so',), text='It is',
           iri='urn:p', text_complete=False)
    """
    words = tuple(word[:most] for word in one.words)
    mark = marking(one.marking, one.marking_status)
    return Quoted(one.document_label, one.number, mark, words, one.text[:most], one.id, len(one.text) <= most)


def marking(mark: str | None, status: str | None, overall: str | None = None) -> str:
    """A mark in words that leave no doubt.

    >>> marking("C", "inherited"), marking(None, "lost"), marking("", "", "S")
    ('C (inherited)', 'lost: treat it as its document', 'none of its own; the document: S')
    """
    if mark:
        return mark if status in (None, "", "stated") else f"{mark} ({status})"
    if status == "lost":
        return "lost: treat it as its document"
    return f"none of its own; the document: {overall}" if overall else "none"


def found(hit: Hit) -> Quoted:
    """An entry that a search found, with the words around what was sought.

    >>> from pathlib import Path
    >>> from queries.search import Index
    >>> one = found(Index.open(Path("tests/data/shape.trig")).search("urge").hits[0])
    >>> one.document, one.passage, one.marking, one.words
    ('08 STATE 900001', '7.C', 'C (inherited)', ('urge',))
    """
    words = tuple(text for text, sought in hit.snippet.parts() if sought)
    mark = marking(hit.marking, hit.marking_status, hit.document_marking)
    return Quoted(hit.document_label, hit.number, mark, words, hit.snippet.text, hit.iri, False)
