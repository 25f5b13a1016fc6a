"""The items of the lists of references that stand anywhere in a text, whatever is around them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ingest.cable import Reference
from ingest.document import Span
from ingest.knowledge import Knowledge
from ingest.parse.header.field import Field
from ingest.parse.listing.block import Piece, blocks, pieces
from ingest.parse.listing.cited import By, Cited
from ingest.parse.listing.item import Setting, item, parts
from ingest.parse.listing.pointer import Pointer
from ingest.parse.text.lines import Line, lines
from ingest.parse.text.posts import Named, posts_of
from ingest.pattern import pattern

_LABEL: Final = pattern(
    "list-label",
    r"^(?i:REF(?:S|TELS?|\(S\)|ERENCES?)?)\s{0,12}:\s*(?:(?i:REFS?)\s?:\s*)?",
    example="REFS: A. STATE 900001",
)
_PARAGRAPH: Final = pattern("list-paragraph", r"^[\s#*_¶>]*\d{1,2}[.)]", example="1. (C) We met.")
_LINE: Final = frozenset("#*>_¶ \t-")
"""Signs that may stand before a label at the beginning of its line."""
_REACH: Final = 3000
"""Characters in which a list of references ends."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One list of references: where it stands, and its items."""

    span: Span
    items: tuple[Pointer, ...]


def listed(text: str, low: str, span: Span, knowledge: Knowledge) -> Iterator[Listed]:
    r"""The lists of a stretch; *low* is the text in small letters.

    >>> from ingest.tables import knowledge
    >>> text = "SUBJECT: SALT\nREF: A. 07 LIMA 4\n     B. QUITO 5 (NOTAL)\n\n1. We met."
    >>> [made] = listed(text, text.lower(), Span(0, len(text)), knowledge())
    >>> [(one.labels, one.post and one.post.glued, one.number, one.year) for one in made.items]
    [(('A',), 'LIMA', 4, 2007), (('B',), 'QUITO', 5, None)]
    """
    at = low.find("ref", span.start, span.end)
    while at >= 0:
        made = _list(text, at, span, knowledge) if ":" in low[at + 3 : at + 14] else None
        if made is not None:
            yield made
        at = low.find("ref", at + 3 if made is None else max(at + 3, made.span.end), span.end)


def _list(text: str, at: int, span: Span, knowledge: Knowledge) -> Listed | None:
    window = text[at : min(at + _REACH, span.end)]
    label = _LABEL.match(window[:40])
    if label is None or not _begins_line(text, at, span.start):
        return None
    body = lines(window)
    value = Span(label.span.end, len(window))
    first = next((line for line in body if line.end > value.start and not line.blank), None)
    if first is None:
        return None
    field = Field("ref", Span(0, label.span.end), Span(value.start, max(value.start, first.end)))
    found = [
        pointer
        for block in blocks(body, [field], _limit(body))
        for pointer in _items(
            Setting(window, posts_of(knowledge.posts), knowledge, By()), pieces(window, block)
        )
    ]
    if not any(one.post is not None or one.target is not None for one in found):
        return None
    moved = tuple(replace(one, span=one.span.moved(at)) for one in found)
    return Listed(Span(at, moved[-1].span.end), moved)


def _limit(body: Sequence[Line]) -> int:
    """The line with the number of a paragraph: below a blank line no item of a list has one."""
    for index in range(1, len(body)):
        begins = body[index].text.lstrip(" \t#*_¶>")[:1]
        if begins.isdigit() and body[index - 1].blank and _PARAGRAPH.match(body[index].text[:16]) is not None:
            return index
    return len(body)


def _begins_line(text: str, at: int, start: int) -> bool:
    """Whether nothing but signs stands before a label on its line, or the end of a subject run into it."""
    line = text[max(start, at - 120) : at].rpartition("\n")[2]
    return _LINE.issuperset(line) or "SUBJ" in line.upper()


def _items(setting: Setting, found: tuple[Piece, ...]) -> Iterator[Pointer]:
    last: Named | None = None
    for piece in found:
        for part in parts(setting.text, piece):
            made = item(setting, part, last)
            last = made.last or last
            for one, telegram in zip(made.references, made.telegrams, strict=True):
                yield _pointer(one, telegram)


def _pointer(one: Reference, telegram: Cited | None) -> Pointer:
    labels = (one.label,) if one.label else ()
    shared = Pointer(one.span, "reference", one.rule, labels, passage=one.target_passage, date=one.date)
    if telegram is None:
        return replace(shared, target=one.target)
    post = None if telegram.post is None else telegram.post.post
    return replace(shared, post=post, number=telegram.number, year=telegram.year)
