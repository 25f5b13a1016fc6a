"""An answer: what was understood, the rows, the passages that support them, and out of how much."""

from dataclasses import dataclass, field
from typing import Final

import pyoxigraph as ox

from queries.question import Question
from queries.term import Plain, Term, plain, short

WORDED: Final = frozenset({"decision", "proposal"})
"""Things that are called by a clause of a document's own words, which a sentence must set apart."""


@dataclass(frozen=True, slots=True)
class Binding:
    """One parameter and what fills it: the words that were said, the terms, and their labels."""

    parameter: str
    said: str
    terms: tuple[Term, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SupportingPassage:
    """A passage that supports an answer, with the words of it that do."""

    id: str
    number: str
    text: str
    document: str
    document_label: str
    marking: str | None = None
    marking_status: str | None = None
    number_status: str | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Denominator:
    """Out of how much an answer comes: documents held, documents only cited, what was left undecided."""

    documents: int
    ghosts: int
    unresolved: int
    earliest: str | None = None
    latest: str | None = None

    def __str__(self) -> str:
        """One sentence.

        >>> print(Denominator(1, 7, 2))
        Searched 1 document; 7 more are cited and not held; 2 mentions are unresolved.
        """
        dates = f" ({self.earliest} to {self.latest})" if self.earliest and self.latest else ""
        return (
            f"Searched {_count(self.documents, 'document')}{dates};"
            f" {self.ghosts} more {_are(self.ghosts)} cited and not held;"
            f" {_count(self.unresolved, 'mention')} {_are(self.unresolved)} unresolved."
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question. Where it has no rows, ``why_empty`` says why.

    ``alternatives`` are the nearest known things where one is unknown; ``sparql`` is the query as it ran.

    >>> from queries import ask, open_reader
    >>> found = ask(open_reader("tests/data/shape.trig"), "who follows 08 STATE 900002")
    >>> found.understood, found.dicts()[0]["number"], found.shown()[0][:2]
    ('Which guidance follows 08 STATE 900002?', '7.C', ('modality', 'act'))
    """

    question: Question
    bindings: tuple[Binding, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    passages: tuple[SupportingPassage, ...]
    denominator: Denominator
    why_empty: str | None = None
    alternatives: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    sparql: str = field(default="", repr=False)

    def __str__(self) -> str:
        """The answer as text: what was understood, the passages that say so, and out of how much."""
        said = [f"{one.document_label}, {one.number}: {' '.join(one.text.split())}" for one in self.passages]
        rows = ["; ".join(filter(None, row)) for row in self.shown()[1]] if not said else []
        empty = [f"Nothing found: {self.why_empty}."] if self.why_empty is not None else []
        return "\n".join((self.understood, *self.notes, *empty, *said, *rows, str(self.denominator)))

    @property
    def understood(self) -> str:
        """The question in English with its parameters filled in."""
        text = self.question.question
        for one in self.bindings:
            if "{" + one.parameter + "}" not in text and one.labels:
                text += f" ({one.parameter}: {either(one.labels, one.parameter, one.said)})"
        for parameter in self.question.parameters:
            filled = next((b for b in self.bindings if b.parameter == parameter.name), None)
            words = f"any {parameter.type}"
            if filled is not None and filled.labels:
                words = either(filled.labels, parameter.type, filled.said)
                if parameter.type in WORDED and len(filled.labels) == 1:
                    words = f"“{words}”"
            text = text.replace("{" + parameter.name + "}", words)
        return text

    def dicts(self) -> tuple[dict[str, Plain], ...]:
        """Each row as a mapping from column to plain value."""
        return tuple(dict(zip(self.columns, map(plain, row), strict=True)) for row in self.rows)

    def shown(self) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
        """Columns and rows for people: labels and not IRIs; no column that is empty or has only IRIs."""
        kept = [at for at, name in enumerate(self.columns) if f"{name}Label" not in self.columns]
        kept = [at for at in kept if any(isinstance(row[at], ox.Literal) for row in self.rows)]
        names = tuple(self.columns[at].removesuffix("Label") for at in kept)
        return names, tuple(tuple(_text(row[at]) for at in kept) for row in self.rows)


def either(labels: tuple[str, ...], kind: str, said: str = "") -> str:
    """Names as one phrase; of more than two their number, and what was said to mean them all.

    >>> either(("a", "b"), "decision"), either(("a", "b", "c"), "decision", "Buenos Aires 2003")
    ('a or b', 'any of the 3 decisions that “Buenos Aires 2003” names')
    """
    if len(labels) <= 2:
        return " or ".join(labels)
    many = kind.removesuffix("y") + "ies" if kind.endswith("y") else f"{kind}s"
    return f"any of the {len(labels)} {many}" + (f" that “{said}” names" if said else "")


def _text(term: Term | None) -> str:
    value = plain(term)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return " ".join(short(value).split()) if isinstance(value, str) else str(value)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"
