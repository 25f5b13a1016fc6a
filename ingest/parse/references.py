"""The list of references of a telegram: each item with the document that it denotes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ingest.cable import Problem, Reference, YearStatus
from ingest.document import Span
from ingest.knowledge import Knowledge
from ingest.parse.block import Piece, blocks, pieces
from ingest.parse.cited import Cited, cited
from ingest.parse.field import Field
from ingest.parse.lines import Line
from ingest.parse.marking import leading_mark
from ingest.parse.otherwise import other
from ingest.parse.posts import Named, Posts, posts_of
from ingest.parse.qualifier import Qualifiers, qualifiers
from ingest.parse.when import undamaged
from ingest.pattern import pattern

_NEXT: Final = pattern(
    "ref-next-cable", r"^\s*(?:;|,|&|\n|\bAND\b(?:\s+PREVIOUS)?|/)\s*(?P<rest>[\s\S]*)$", example=" AND 78"
)
_SEPARATED: Final = pattern("ref-separator", r"\s*[;\n]\s*", example="; ")


_LONGEST: Final = 1200
"""Characters of one item; what follows them is no reference but text run together with the list."""


@dataclass(frozen=True, slots=True)
class References:
    """The items in order, and what was left aside."""

    items: tuple[Reference, ...]
    problems: tuple[Problem, ...]
    end: int


@dataclass(frozen=True, slots=True)
class _Setting:
    text: str
    posts: Posts
    knowledge: Knowledge
    year: int | None
    own: str | None


def references(
    text: str,
    body: Sequence[Line],
    found: Sequence[Field],
    limit: int,
    knowledge: Knowledge,
    *,
    year: int | None,
    own: str | None,
) -> References:
    r"""The references of all REF lists; *year* is that of the telegram and *own* its identifier.

    >>> from ingest.parse.field import fields
    >>> from ingest.parse.lines import lines
    >>> from ingest.tables import knowledge
    >>> text = "REF: A. STATE 26726\n     B. 07 PARIS 4417"
    >>> found = fields(lines(text), 2)
    >>> made = references(text, lines(text), found, 2, knowledge(), year=2008, own=None)
    >>> [(one.label, one.target) for one in made.items]
    [('A', '2008STATE26726'), ('B', '2007PARIS4417')]
    """
    setting = _Setting(text, posts_of(knowledge.posts), knowledge, year, own)
    items: list[Reference] = []
    problems: list[Problem] = []
    end = 0
    for block in blocks(body, found, limit):
        end = max(end, *(line.trimmed.end for line in block), 0)
        parts = pieces(text, block)
        problems += [_long(text, part) for part in parts if len(part.span.of(text)) > _LONGEST]
        items += _items(setting, [_clipped(part) for part in parts])
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
    for place, item in enumerate(items, start=1):
        yield item if item.label else replace(item, label=str(place), rule=f"{item.rule}-unlabelled")


def _items(setting: _Setting, found: Sequence[Piece]) -> Iterator[Reference]:
    last: Named | None = None
    for piece in found:
        for part in _parts(setting.text, piece):
            for item, post in _item(setting, part, last):
                last = post or last
                yield item


def _parts(text: str, piece: Piece) -> Iterator[Piece]:
    """An item without a letter may be several: semicolons and line ends part them."""
    if piece.label or (";" not in piece.span.of(text) and "\n" not in piece.span.of(text)):
        yield piece
        return
    words = piece.span.of(text)
    start = 0
    for found in _SEPARATED.finditer(words):
        if _whole(words[start : found.span.start]) and _whole(words[found.span.end :]):
            yield Piece("", Span(piece.span.start + start, piece.span.start + found.span.start))
            start = found.span.end
    if start < len(words):
        yield Piece("", Span(piece.span.start + start, piece.span.end))


def _whole(words: str) -> bool:
    return (any(c.isdigit() for c in words) and any(c.isalpha() for c in words)) or words.strip().isdigit()


def _item(setting: _Setting, piece: Piece, last: Named | None) -> Iterator[tuple[Reference, Named | None]]:
    span = _without_mark(setting.text, piece.span)
    words = span.of(setting.text)
    flat = undamaged(words.replace("\n", " ").replace("\r", " "))
    elsewhere = other(flat, setting.knowledge.profiles, setting.posts, setting.year)
    if elsewhere is not None:
        said = qualifiers(flat)
        dated = elsewhere.dated
        yield (
            Reference(
                piece.label,
                elsewhere.type,
                piece.span,
                _folded(piece.span.of(setting.text)),
                f"ref-{elsewhere.type}",
                elsewhere.target,
                said.caption,
                None if dated is None else dated.value,
                None if dated is None else dated.status,
                elsewhere.parties,
                notal=said.notal,
                and_previous=said.and_previous,
                why=elsewhere.why,
            ),
            None,
        )
        return
    yield from _cables(setting, piece, span, flat, last)


def _cables(
    setting: _Setting, piece: Piece, span: Span, flat: str, last: Named | None
) -> Iterator[tuple[Reference, Named | None]]:
    """The telegrams of one item: "STATE 77 AND 78" are two."""
    start = 0
    made = False
    while start < len(flat):
        one = cited(flat[start:], setting.posts, last=last, by=setting.year)
        if one is None:
            break
        rest = flat[start + one.end :]
        own, following = _tail(rest, setting.posts, one.post)
        end = len(flat) - len(following)
        yield (
            _cable(setting, piece, Span(span.start + start, span.start + end), one, qualifiers(own)),
            one.post,
        )
        made, last, start = True, one.post or last, end
        start += len(following) - len(following.lstrip(" ;,&/"))
        skipped = _NEXT.match(flat[end:])
        if skipped is not None:
            start = len(flat) - len(skipped.text("rest"))
    if not made:
        yield _unread(setting, piece, flat), None


def _tail(rest: str, posts: Posts, post: Named | None) -> tuple[str, str]:
    """What follows a number, parted where another telegram begins."""
    depth = 0
    for place, sign in enumerate(rest):
        depth += (sign == "(") - (sign == ")")
        if depth > 0:
            continue
        found = _NEXT.match(rest[place:]) if sign in ";,&/ " else None
        following = "" if found is None else found.text("rest")
        if following and following[0].isalnum() and cited(following, posts, last=post) is not None:
            previous = "PREVIOUS" in rest[place : len(rest) - len(following)].upper()
            return (rest if previous else rest[:place]), rest[place:]
    return rest, ""


def _cable(setting: _Setting, piece: Piece, span: Span, one: Cited, said: Qualifiers) -> Reference:
    year = one.year if one.year is not None else setting.year
    status: YearStatus | None = None if year is None else "assumed" if one.year is None else "stated"
    why = None
    if one.post is None:
        why = f"no post is called {one.words}"
    elif year is None:
        why = "neither the item nor the telegram gives a year"
    target = None if one.post is None or year is None else f"{year}{one.post.post.series(year)}{one.number}"
    words = span.of(setting.text).rstrip(" \n\r\t;,\\")
    return Reference(
        piece.label,
        "cable",
        Span(span.start, span.start + len(words)),
        _folded(words),
        f"ref-{one.post.rule}" if one.post is not None else "ref-cable",
        target,
        said.caption,
        one.date,
        None if one.date is None else "interpreted",
        and_previous=said.and_previous,
        notal=said.notal,
        target_passage=said.passage,
        why=why,
        year_status=status if target is not None else None,
    )


def _unread(setting: _Setting, piece: Piece, flat: str) -> Reference:
    said = qualifiers(flat)
    return Reference(
        piece.label,
        "other",
        piece.span,
        _folded(piece.span.of(setting.text)),
        "ref-other",
        None,
        said.caption,
        notal=said.notal,
        and_previous=said.and_previous,
        why="the item names no document that could be identified",
    )


def _without_mark(text: str, span: Span) -> Span:
    mark = leading_mark(span.of(text))
    if mark is None:
        return span
    words = span.of(text)[mark[1].end :]
    return Span(span.start + mark[1].end + len(words) - len(words.lstrip()), span.end)


def _folded(words: str) -> str:
    return " ".join(words.split())
