"""What a search gives: entries with the words that were found, and how many there are of each kind."""

from dataclasses import dataclass, field
from typing import Final

FIELDS: Final = ("kind", "year", "country", "marking", "regime")
"""By these what is found can be narrowed."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """Some words of a text around what was found.

    ``start`` is where they begin in the text; each of ``marks`` is a place in the snippet where a word that
    was sought begins, and where it ends.

    >>> one = Snippet("the 2003 plenary", 410, ((9, 16),))
    >>> one.marked("[", "]")
    'the 2003 [plenary]'
    """

    text: str
    start: int
    marks: tuple[tuple[int, int], ...]

    def parts(self) -> tuple[tuple[str, bool], ...]:
        """The snippet in pieces, each with whether it is a word that was sought.

        >>> Snippet("a plenary", 0, ((2, 9),)).parts()
        (('a ', False), ('plenary', True))
        """
        found: list[tuple[str, bool]] = []
        at = 0
        for start, end in self.marks:
            found += [(self.text[at:start], False), (self.text[start:end], True)]
            at = end
        found.append((self.text[at:], False))
        return tuple(one for one in found if one[0])

    def marked(self, opening: str, closing: str) -> str:
        """The snippet with signs around the words that were sought; for a terminal, never for HTML."""
        return "".join(f"{opening}{text}{closing}" if sought else text for text, sought in self.parts())


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage, or a document whose name or title was found.

    ``marking`` is the entry's own mark and empty where it has none; ``document_marking`` is the overall one.
    """

    iri: str
    kind: str
    label: str
    number: str
    marking: str
    marking_status: str
    heading: str
    document: str
    document_label: str
    document_title: str
    document_marking: str
    sent: str
    snippet: Snippet
    score: float


@dataclass(frozen=True, slots=True)
class Facet:
    """One value by which a search can be narrowed, and how many of the entries found have it."""

    field: str
    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the entries that fit, from ``offset`` on, out of ``total``; and the facets of all of them."""

    hits: tuple[Hit, ...]
    total: int
    offset: int = 0
    facets: tuple[Facet, ...] = field(default=())

    def of(self, name: str) -> tuple[Facet, ...]:
        """The values of one facet, the commonest first.

        >>> Page((), 3, 0, (Facet("year", "2008", "2008", 3),)).of("year")[0].count
        3
        """
        return tuple(one for one in self.facets if one.field == name)
