"""The elements of one document of a volume, with the places of their words in the file."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(slots=True)
class Words:
    """Characters between two tags, and where they stand in the decoded file.

    ``exact``: as many characters as there, not one for an entity.
    """

    text: str
    start: int
    end: int

    @property
    def exact(self) -> bool:
        """Whether each character is one of the file.

        >>> Words("at last", 3, 10).exact, Words("&", 10, 15).exact
        (True, False)
        """
        return len(self.text) == self.end - self.start


@dataclass(slots=True)
class Element:
    """One element: its name without prefix, its attributes ("id" stands for "xml:id"), what is in it."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[Element | Words]" = field(default_factory=list)

    def get(self, attribute: str) -> str | None:
        """The value of an attribute.

        >>> Element("pb", {"n": "12"}).get("n")
        '12'
        """
        return self.attributes.get(attribute)

    def elements(self) -> "Iterator[Element]":
        """The elements directly in it.

        >>> [one.name for one in Element("p", {}, [Words("See ", 0, 4), Element("ref")]).elements()]
        ['ref']
        """
        return (one for one in self.children if isinstance(one, Element))

    def words(self) -> str:
        """All words in it, white space folded, without those of notes.

        >>> Element("head", {}, [Words(" REF", 0, 4), Element("hi", {}, [Words("S\\n", 9, 11)])]).words()
        'REFS'
        """
        return " ".join("".join(_texts(self)).split())


def _texts(element: Element) -> Iterator[str]:
    for one in element.children:
        if isinstance(one, Words):
            yield one.text
        elif one.name != "note":
            yield from _texts(one)


Child: TypeAlias = Element | Words
