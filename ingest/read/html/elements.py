"""The elements of ``elements.toml``: which part lines, which keep them, which hold no document."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Final

_TABLES: Final = ("apart", "classes")


@dataclass(frozen=True, slots=True)
class Elements:
    """Each field is a list or table of the file, under its own name.

    >>> elements().parts("td"), elements().parts("em")
    (True, False)
    """

    paragraphs: frozenset[str]
    lines: frozenset[str]
    cells: frozenset[str]
    headings: frozenset[str]
    preformatted: frozenset[str]
    content: frozenset[str]
    empty: frozenset[str]
    apart: Mapping[str, str]
    classes: Mapping[str, str]

    def parts(self, name: str) -> bool:
        """Whether an element stands on lines of its own, or in a cell."""
        return name in self.paragraphs or name in self.lines or name in self.cells


@cache
def elements() -> Elements:
    """The elements, read once.

    >>> made = elements()
    >>> made.parts("p"), made.parts("em"), made.apart["nav"], made.classes["sidebar"]
    (True, False, 'navigation', 'navigation')
    """
    table = tomllib.loads(files("ingest.read.html").joinpath("elements.toml").read_text("utf-8"))
    lists = {one.name: frozenset(table[one.name]) for one in fields(Elements) if one.name not in _TABLES}
    classes = {word: reason for reason, words in table["classes"].items() for word in words}
    return Elements(**lists, apart=table["apart"], classes=classes)
