"""What a page tells of its document beside the text: cells and lines with a label, such as "Created"."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from ingest.pattern import pattern
from ingest.read.html.blocks import Block
from ingest.read.labels import TOLD, role_of

Told: TypeAlias = Mapping[int, tuple[str, str]]
"""For the index of a block its role and its label; a block that is a label has the role "label"."""

_LINE: Final = pattern(
    "html-labelled-line",
    r"(?s)^\s*(?P<label>[A-Za-z][A-Za-z /]{1,30}?)\s*:\s*(?P<value>\S.*)$",
    example="Date: 2008",
)
_ENOUGH: Final = 2
_OUTSIDE: Final = frozenset({"identifier", "date", "released", "classification", "origin"})
_OF_MESSAGES: Final = frozenset({"from", "sender", "sent"})
"""Labels that the header of a message has as well."""
_LONGEST: Final = 60
"""Words of a cell from which on it is a text and no statement about one."""


def told(blocks: Sequence[Block]) -> Told:
    """The blocks that speak of the document, where a page has at least two and one says which or when.

    >>> from ingest.read.html.blocks import layout
    >>> from ingest.read.html.tokens import tokens
    >>> page = "<table><tr><th>Reference ID<th>Created<tr><td>08STATE900001<td>2008-04-04</table>"
    >>> dict(sorted(told(layout(page, tokens(page)).blocks).items()))
    {0: ('label', ''), 1: ('label', ''), 2: ('identifier', 'Reference ID'), 3: ('date', 'Created')}
    """
    found: dict[int, tuple[str, str]] = {}
    for index, role, label, name in _pairs(blocks):
        if index not in found and (name is None or name not in found or found[name][0] == "label"):
            found[index] = (role, label)
            if name is not None:
                found[name] = ("label", "")
    for index, block in enumerate(blocks):
        beside = index - 1 in found or index + 1 in found
        for role, label in _labelled(block) if beside and index not in found else ():
            if label.lower() not in _OF_MESSAGES:
                found[index] = (role, label)
    roles = {role for role, _ in found.values()} - {"label"}
    return found if len(roles) >= _ENOUGH and roles & {"identifier", "date"} else {}


def _pairs(blocks: Sequence[Block]) -> Iterator[tuple[int, str, str, int | None]]:
    """The index of each block that a label tells of, its role, the label, and the block of the label."""
    tables: dict[int, dict[tuple[int, int], int]] = defaultdict(dict)
    for index, block in enumerate(blocks):
        if block.cell is not None:
            tables[block.cell[0]].setdefault(block.cell[1:], index)
    for cells in tables.values():
        yield from _columns(blocks, cells)
        yield from _rows(blocks, cells)
    for index, block in enumerate(blocks):
        yield from _line(blocks, index, block)


def _columns(
    blocks: Sequence[Block], cells: Mapping[tuple[int, int], int]
) -> Iterator[tuple[int, str, str, int]]:
    """Cells under a row of labels."""
    top = min(row for row, _ in cells)
    first = [place for place in cells if place[0] == top]
    named = {place: role_of(blocks[cells[place]].text) for place in first}
    if sum(role is not None for role in named.values()) < _ENOUGH:
        return
    for row, column in first:
        below, role = cells.get((row + 1, column)), named[row, column]
        if below is not None and role in TOLD and blocks[below].words <= _LONGEST:
            yield below, role, blocks[cells[row, column]].text.strip(), cells[row, column]


def _rows(
    blocks: Sequence[Block], cells: Mapping[tuple[int, int], int]
) -> Iterator[tuple[int, str, str, int]]:
    """Cells beside a label."""
    for (row, column), index in cells.items():
        beside, role = cells.get((row, column + 1)), role_of(blocks[index].text)
        if column % 2 and beside is not None and role in TOLD and blocks[beside].words <= _LONGEST:
            yield beside, role, blocks[index].text.strip(" :\n"), index


def _line(blocks: Sequence[Block], index: int, block: Block) -> Iterator[tuple[int, str, str, int | None]]:
    """Lines with a label before a colon, and what a list of terms defines."""
    if block.words > _LONGEST or block.preformatted:
        return
    if block.element == "dd" and index and blocks[index - 1].element == "dt":
        role = role_of(blocks[index - 1].text)
        if role in TOLD:
            yield index, role, blocks[index - 1].text.strip(" :\n"), index - 1
        return
    for role, label in _labelled(block):
        if role in _OUTSIDE and label.lower() not in _OF_MESSAGES:
            yield index, role, label, None


def _labelled(block: Block) -> Iterator[tuple[str, str]]:
    """The role and the label of a line that has its label before a colon."""
    found = None if block.preformatted or block.breaks else _LINE.match(block.text[:400])
    role = None if found is None else role_of(found.text("label"))
    if found is not None and role in TOLD and block.words <= _LONGEST:
        yield role, found.text("label")
