"""Rows of an answer as a table for people: names that lead to their things, and the words that say so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from compendium.web.pages.address import address
from ontology.names import REG
from queries.term import Plain, Term, local, plain, short

SILENT: Final = frozenset({"rule", "grade", "numberStatus"})
"""Columns that say how something was read: they stand beside the words and not in a column of their own."""
_SPOKEN: Final = {
    "sent": "sent on", "dateStatus": "date is", "altLabel": "also called", "notation": "code",
    "alpha2": "ISO 3166 in two letters", "numericCode": "ISO 3166 in digits", "m49": "UN M49",
    "exactMatch": "the same elsewhere", "closeMatch": "nearly the same elsewhere", "seeAlso": "see also",
    "towardsText": "towards, in words", "number": "passage",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, where it leads, and whether it is quoted from a document."""

    text: str
    href: str | None = None
    quoted: bool = False
    title: str = ""

    @property
    def is_day(self) -> bool:
        """Whether it is a date, which is not broken over lines.

        >>> Cell("2008-04-04").is_day, Cell("a decision").is_day
        (True, False)
        """
        return len(self.text) <= len("2008-04-04") and self.text[:4].isdigit() and self.text[4:5] in ("", "-")


@dataclass(frozen=True, slots=True)
class Table:
    """Names of columns and rows of cells; ``total`` is the number of rows before any were left out."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: int


def table(
    columns: Sequence[str],
    rows: Sequence[Sequence[Term | None]],
    *,
    words: str | None = None,
    about: str = "",
    most: int = 200,
) -> Table:
    """A table of the rows that differ to the eye; columns without a value in any row are left out.

    A column and the one that has its names (``decision``, ``decisionLabel``) become one, so do a passage and
    its number. *words* is the column with the words of the evidence. A column that in each row only leads to
    what the page is *about* is left out.

    >>> row = (ox.NamedNode("https://example.org/a"), ox.Literal("A"), None, ox.Literal("as agreed"))
    >>> shown = table(("thing", "thingLabel", "empty", "words"), [row], words="words")
    >>> shown.columns, [(cell.text, cell.quoted) for cell in shown.rows[0]]
    (('thing', 'words'), [('A', False), ('as agreed', True)])
    """
    kept, here = list(_kept(columns, rows)), address(about) if about else None
    whole = [[_cell(columns, row, at, words) for row in rows] for at in kept]
    shown = [(at, cells) for at, cells in zip(kept, whole, strict=True) if not _only(cells, here)]
    cells = dict.fromkeys(zip(*(cells for _, cells in shown), strict=True))
    names = tuple(spoken(columns[at].removesuffix("Label")) for at, _ in shown)
    return Table(names, tuple(cells)[:most], len(cells))


def _only(cells: Sequence["Cell"], here: str | None) -> bool:
    return here is not None and all(cell.href == here for cell in cells)


def _kept(columns: Sequence[str], rows: Sequence[Sequence[Term | None]]) -> Iterator[int]:
    for at, name in enumerate(columns):
        paired = f"{name}Label" in columns or (name == "passage" and "number" in columns)
        if paired or name in SILENT or (name == "directive" and "content" in columns):
            continue
        if any(row[at] is not None for row in rows):
            yield at


def _cell(columns: Sequence[str], row: Sequence[Term | None], at: int, words: str | None) -> Cell:
    name = columns[at]
    leads = {"number": "passage", "content": "directive"}.get(name, name.removesuffix("Label"))
    term = row[columns.index(leads)] if leads in columns else None
    text = written(row[at])
    href = address(term.value) if isinstance(term, ox.NamedNode) else None
    rule = written(row[columns.index("rule")]) if "rule" in columns else ""
    quoted = name == words
    return Cell(text, href, quoted, f"read by the rule {rule}" if quoted and rule else "")


def spoken(name: str) -> str:
    """The name of a column or property as words.

    >>> spoken("proposedBy"), spoken("asOf"), spoken("notHeld")
    ('proposed by', 'as of', 'not held')
    """
    words = "".join(f" {char.lower()}" if char.isupper() else char for char in name)
    return _SPOKEN.get(name, words.strip())


def written(term: Term | None) -> str:
    """A term as people read it: yes and no, a day without its hours, a code without its namespace.

    >>> written(ox.Literal(True)), written(ox.Literal("2008-04-04T00:45:00Z")), written(None)
    ('yes', '2008-04-04', '')
    """
    value: Plain = plain(term)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(term, ox.NamedNode) and value == f"{REG}{local(str(value))}":
        return spoken(local(value))
    if isinstance(value, str) and len(value) == len("2008-04-04T00:45:00Z") and value[10] == "T":
        return value[:10]
    return " ".join(short(value).split()) if isinstance(value, str) else str(value)
