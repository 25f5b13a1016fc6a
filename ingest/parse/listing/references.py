"""The list of references of a telegram: each item with the document that it denotes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ingest.cable import Problem, Reference
from ingest.document import Span, blanked
from ingest.knowledge import Knowledge
from ingest.parse.citing import NOBODY, Correspondents
from ingest.parse.header.field import Field
from ingest.parse.listing.block import Piece, blocks, pieces
from ingest.parse.listing.cited import By
from ingest.parse.listing.item import Setting, item, parts
from ingest.parse.listing.unread import unread
from ingest.parse.text.lines import Line, is_page_line
from ingest.parse.text.posts import Named, posts_of

_LONGEST: Final = 1200
"""Characters of one item; what follows them is no reference but text run together with the list."""


@dataclass(frozen=True, slots=True)
class References:
    """The items in order, and what was left aside."""

    items: tuple[Reference, ...]
    problems: tuple[Problem, ...]
    end: int


def references(
    text: str,
    body: Sequence[Line],
    found: Sequence[Field],
    limit: int,
    knowledge: Knowledge,
    *,
    year: int | None,
    own: str | None,
    sent: str | None = None,
    between: Correspondents | None = None,
) -> References:
    r"""The references of all REF lists; *year* is that of the telegram, *own* its identifier, *sent* its day.

    *between* tells who writes to whom, for words such as "Embtel".

    >>> from ingest.parse.header.field import fields
    >>> from ingest.parse.text.lines import lines
    >>> from ingest.tables import knowledge
    >>> text = "REF: A. STATE 26726\n     B. 07 PARIS 4417"
    >>> found = fields(lines(text), 2)
    >>> made = references(text, lines(text), found, 2, knowledge(), year=2008, own=None)
    >>> [(one.label, one.target) for one in made.items]
    [('A', '2008STATE26726'), ('B', '2007PARIS4417')]
    """
    text = blanked(text, tuple(line.trimmed for line in body[:limit] if is_page_line(line.text)))
    setting = Setting(text, posts_of(knowledge.posts), knowledge, By(year, sent), between or NOBODY)
    items: list[Reference] = []
    problems: list[Problem] = []
    end = 0
    for block in blocks(body, found, limit):
        end = max(end, *(line.trimmed.end for line in block), 0)
        parts = pieces(text, block)
        made = tuple(_items(setting, [_clipped(part) for part in parts]))
        problems += [_long(text, part) for part in parts if len(part.span.of(text)) > _LONGEST]
        problems += unread(text, block, [one.span for one in made])
        items += made
    kept = [item for item in items if item.target is None or item.target != own]
    problems += [
        Problem(item.raw, item.span, "the item names the document itself")
        for item in items
        if item not in kept
    ]
    return References(tuple(_numbered(kept)), tuple(problems), end)


def _clipped(piece: Piece) -> Piece:
    return Piece(piece.label, Span(piece.span.start, min(piece.span.end, piece.span.start + _LONGEST)))


def _long(text: str, piece: Piece) -> Problem:
    span = Span(piece.span.start + _LONGEST, piece.span.end)
    why = f"only the first {_LONGEST} characters of an item of a REF list are read"
    return Problem(span.of(text)[:80], span, why)


def _numbered(items: Sequence[Reference]) -> Iterator[Reference]:
    """Items without a letter are called by their place in the list."""
    for place, one in enumerate(items, start=1):
        yield one if one.label else replace(one, label=str(place), rule=f"{one.rule}-unlabelled")


def _items(setting: Setting, found: Sequence[Piece]) -> Iterator[Reference]:
    last: Named | None = None
    for piece in found:
        for part in parts(setting.text, piece):
            made = item(setting, part, last)
            last = made.last or last
            yield from made.references
