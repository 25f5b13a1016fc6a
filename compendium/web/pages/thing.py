"""The page of one thing: what is stated of it, the words that say so, and the questions that it answers."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from compendium.web.pages.facts import Leading, Told, leading
from compendium.web.pages.reading import passages
from compendium.web.pages.table import Table, table
from compendium.web.pages.words import Passage, Quoted, speaking
from queries.error import Contained
from queries.question import Question, Type, catalogue
from queries.reach import text
from queries.store import Queryable
from queries.term import fill, iri
from viz.view import KINDS

ASKED: Final[dict[str, Type]] = {
    "Document": "document",
    "Country": "country",
    "Meeting": "meeting",
    "Decision": "decision",
    "Proposal": "proposal",
    "Topic": "topic",
    "Regime": "regime",
}
"""The classes that questions of the catalogue are about, and the type of their parameter."""
TOLD_ABOVE: Final = frozenset(
    {"classification-of-document", "date-of-document", "links-of-country", "links-of-regime"}
)
"""Questions whose answer stands among what is stated of a thing, or in its text."""
_FIRST: Final = (
    "guidance-depending-on-decision", "position-of-country", "trace-proposal", "decisions-of-meeting",
    "guidance-on-topic", "documents-citing",
)  # fmt: skip
"""What people look for first on the page of a thing of each kind."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page: its title, its table, the question that it answers, or the limit that stopped it."""

    title: str
    table: Table
    question: str = ""
    parameter: str = ""
    cap: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """All that the page of a thing shows."""

    told: Told
    sections: tuple[Section, ...] = ()
    passages: tuple[Passage, ...] = ()
    quoted: Quoted = field(default_factory=Quoted)
    leading: tuple[Leading, ...] = ()
    more: bool = False

    @property
    def is_document(self) -> bool:
        """Whether it is a text, held or cited.

        >>> Entity(Told("x:a", "Cable", "a", classes=frozenset({"Cable", "Document"}))).is_document
        True
        """
        return "Document" in self.told.classes

    @property
    def is_ghost(self) -> bool:
        """Whether it is a document that is cited and not held.

        >>> Entity(Told("x:a", "Cable", "a", classes=frozenset({"Document", "Ghost"}))).is_ghost
        True
        """
        return "Ghost" in self.told.classes

    @property
    def is_drawn(self) -> bool:
        """Whether a picture can show it.

        >>> Entity(Told("x:a", "Decision", "a", classes=frozenset({"Decision"}))).is_drawn
        True
        """
        return bool(self.told.classes & set(KINDS))


def entity(source: Queryable, found: Told) -> Entity:
    """All that the page of a thing shows; a document has its text there, anything else the words about it.

    >>> from ontology.names import document, thing
    >>> from compendium.web.pages.facts import told
    >>> from queries import open_reader
    >>> source = open_reader("tests/data/shape.trig")
    >>> decision = thing("decision", "mtcr-2003-buenos-aires-report-voluntary-1a2b3c4d")
    >>> page = entity(source, told(source, decision))
    >>> page.sections[0].question, page.quoted.passages[0].number
    ('guidance-depending-on-decision', '7.C')
    >>> [one.number for one in entity(source, told(source, document("2008STATE900001"))).passages]
    ['7', '7.C']
    """
    whole = "Document" in found.classes
    text_ = passages(source, document=found.iri) if whole else ()
    if "Passage" in found.classes:
        text_ = passages(source, one=found.iri)
    quoted = Quoted() if whole or "Passage" in found.classes else speaking(source, found.iri)
    things, more = leading(source, found.iri)
    return Entity(found, tuple(_sections(source, found)), text_, quoted, things, more)


def _sections(source: Queryable, found: Told) -> Iterator[Section]:
    for name, title, marks in (
        ("dependences", "Rests on", {"Directive"}),
        ("references-of", "List of references", {"Document"}),
    ):
        if marks & found.classes:
            result = source.query(fill(text(name), {"node": (iri(found.iri),)}), file=f"{name}.rq")
            hidden = {"node", "reference", "order"}
            kept = [at for at, column in enumerate(result.columns) if column not in hidden]
            columns = tuple(result.columns[at] for at in kept)
            rows = [tuple(row[at] for at in kept) for row in result.rows]
            if rows:
                yield Section(title, table(columns, rows, words="words", about=found.iri))
    for question, parameter in questions(found):
        title = titled(question, parameter, found.label)
        try:
            result = source.query(question.bound({parameter: (iri(found.iri),)}), file=f"{question.name}.rq")
        except Contained as error:  # a page tells all else, and what it could not tell
            yield Section(title, Table((), (), 0), question.name, parameter, error.cap)
            continue
        if result.rows:
            yield Section(
                title,
                table(result.columns, result.rows, words=question.words, about=found.iri),
                question.name,
                parameter,
            )


def questions(found: Told) -> list[tuple[Question, str]]:
    """The questions of the catalogue that need nothing but this thing, and the name of their parameter.

    >>> [one.name for one, _ in questions(Told("x:a", "Country", "a", classes=frozenset({"Country"})))]
    ['position-of-country', 'documents-naming-country', 'proposals-of-country']
    """
    kinds = {ASKED[one] for one in found.classes if one in ASKED}
    fitting = []
    for question in catalogue():
        needed = [one for one in question.parameters if one.required]
        if len(needed) == 1 and needed[0].type in kinds and question.name not in TOLD_ABOVE:
            fitting.append((question, needed[0].name))
    return sorted(fitting, key=lambda one: one[0].name not in _FIRST)


def titled(question: Question, parameter: str, label: str) -> str:
    """The question in English, about a thing of that name.

    >>> from queries import find_question
    >>> titled(find_question("position-of-country"), "country", "China")
    "What is China's position on any topic?"
    """
    words = question.question.replace("{" + parameter + "}", label)
    for one in question.parameters:
        words = words.replace("{" + one.name + "}", f"any {one.type}")
    return words
