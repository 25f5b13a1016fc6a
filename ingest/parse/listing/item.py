"""One item of a REF list as references: what it says, and the documents that it denotes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from ingest.cable import Reference, YearStatus
from ingest.document import Span, blanked
from ingest.knowledge import Knowledge
from ingest.parse.body.marking import leading_mark
from ingest.parse.citing import NOBODY, Correspondents
from ingest.parse.citing import items as relative_items
from ingest.parse.citing.words import stems
from ingest.parse.listing.block import Piece
from ingest.parse.listing.cited import By, Cited
from ingest.parse.listing.numbered import labelled
from ingest.parse.listing.otherwise import Other, other
from ingest.parse.listing.qualifier import qualifiers
from ingest.parse.listing.segment import Known, is_whole, segments
from ingest.parse.text.posts import Named, Posts
from ingest.parse.text.when import find_date, undamaged
from ingest.pattern import pattern

_LINES: Final = pattern("ref-separator", r"\s*[;\n]\s*", example="; ")
_OPEN: Final = "([{"
_NOTE: Final = pattern("ref-note-call", r"\[(?:fn|\d{1,3}|\*)\]", example="[fn]")
"""The call of an editor's note."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the items of a document share."""

    text: str
    posts: Posts
    knowledge: Knowledge
    by: By
    between: Correspondents = NOBODY
    """Who writes to whom, for words such as "Embtel"."""

    @property
    def known(self) -> Known:
        """What tells the documents of an item from one another.

        >>> from ingest.tables import knowledge
        >>> Setting("", Posts(()), knowledge(), By(2008)).known.by.year
        2008
        """
        return Known(self.posts, self.knowledge.profiles, self.by)


@dataclass(frozen=True, slots=True)
class Made:
    """The references of an item, the telegrams that they are, and the post of the last one."""

    references: tuple[Reference, ...]
    telegrams: tuple[Cited | None, ...]
    last: Named | None


def item(setting: Setting, piece: Piece, last: Named | None) -> Made:
    """What one item names; *last* is the post of the item before it.

    >>> from ingest.parse.text.posts import posts_of
    >>> from ingest.tables import knowledge
    >>> text = "07 LIMA 4 AND 5"
    >>> setting = Setting(text, posts_of(knowledge().posts), knowledge(), By(2008))
    >>> [one.target for one in item(setting, Piece("A", Span(0, 15)), None).references]
    ['2007LIMA4', '2007LIMA5']
    """
    span = _without_mark(setting.text, piece.span)
    words = span.of(setting.text)
    relative = _relative(setting, piece.label, span, words)
    if relative:
        return Made(relative, (None,) * len(relative), None)
    calls = tuple(one.span for one in _NOTE.finditer(words)) if "[" in words else ()
    flat = undamaged(blanked(words, calls).replace("\n", " ").replace("\r", " "))
    made: list[Reference] = []
    telegrams: list[Cited | None] = []
    year: int | None = None
    said: Named | None = None
    for part in segments(flat, setting.known, last):
        one = _trimmed(flat, part)
        if one.start == one.end:
            continue
        telegram = setting.known.telegram(one.of(flat), said or last)
        telegrams.append(telegram)
        if telegram is None:
            made.append(_other(setting, piece.label, one.moved(span.start), one.of(flat)))
            continue
        if not telegram.words and telegram.year is None and said is not None:
            telegram = telegrams[-1] = replace(telegram, year=year)
        year, said = telegram.year, telegram.post or said
        made.append(_cable(setting, piece.label, one.moved(span.start), one.of(flat), telegram))
    return Made(tuple(made), tuple(telegrams), said)


def _relative(setting: Setting, label: str, span: Span, words: str) -> tuple[Reference, ...]:
    """What an item cites relative to the correspondents, read in its own words alone."""
    if not _may_be_relative(words.upper()):
        return ()
    if words[:1].isdigit() and labelled(words, setting.posts, setting.by) is not None:
        return ()
    # What stands at the very beginning of a text may be the number of the document itself.
    listed = f"REF {words}"
    made = relative_items(listed, Span(4, len(listed)), label, setting.between, setting.posts)
    return tuple(
        replace(one, span=Span(one.span.start - 4, one.span.end - 4).moved(span.start)) for one in made
    )


def _may_be_relative(upper: str) -> bool:
    return any(map(upper.__contains__, stems()))


def parts(text: str, piece: Piece) -> Iterator[Piece]:
    """An item without a letter may be several: line ends and semicolons part them.

    >>> text = "LIMA 4; QUITO 5"
    >>> [one.span.of(text) for one in parts(text, Piece("", Span(0, 15)))]
    ['LIMA 4', 'QUITO 5']
    """
    words = piece.span.of(text)
    if piece.label or (";" not in words and "\n" not in words):
        yield piece
        return
    dated = find_date(words)
    start = 0
    for found in _LINES.finditer(words):
        inside = dated is not None and dated.span.start < found.span.start < dated.span.end
        if not inside and is_whole(words[start : found.span.start]) and is_whole(words[found.span.end :]):
            yield Piece("", Span(piece.span.start + start, piece.span.start + found.span.start))
            start = found.span.end
    if start < len(words):
        yield Piece("", Span(piece.span.start + start, piece.span.end))


def _trimmed(flat: str, part: Span) -> Span:
    words = part.of(flat)
    start = part.start + len(words) - len(words.lstrip(" \t,;&"))
    return Span(start, max(start, part.start + len(words.rstrip(" \t\n\r;,\\&"))))


def _other(setting: Setting, label: str, span: Span, flat: str) -> Reference:
    named = other(flat, setting.knowledge.profiles, setting.posts, setting.by) or Other(
        "other", why="the item names no document that could be identified"
    )
    said = qualifiers(flat, setting.by.sent)
    status: YearStatus | None = named.year_status if named.target is not None else None
    return Reference(
        label,
        named.type,
        span,
        _folded(span.of(setting.text)),
        f"ref-{named.type}",
        named.target,
        said.caption,
        None if named.dated is None else named.dated.value,
        None if named.dated is None else named.dated.status,
        named.parties,
        notal=said.notal,
        and_previous=said.and_previous,
        why=named.why,
        year_status=status,
    )


def _cable(setting: Setting, label: str, span: Span, flat: str, one: Cited) -> Reference:
    year = one.year if one.year is not None else setting.by.year
    status: YearStatus | None = None if year is None else "assumed" if one.year is None else "stated"
    why = None
    if one.post is None:
        why = f"no post is called {one.words}"
    elif year is None:
        why = "neither the item nor the telegram gives a year"
    target = None if one.post is None or year is None else f"{year}{one.post.post.series(year)}{one.number}"
    said = qualifiers(flat[one.end :], setting.by.sent)
    numbered = one.post is None and one.words.upper().split()[-1:] in (["NO"], ["NOS"])
    return Reference(
        label,
        "other" if numbered else "cable",
        span,
        _folded(span.of(setting.text)),
        f"ref-{one.post.rule}" if one.post is not None else "ref-other" if numbered else "ref-cable",
        target,
        said.caption,
        None if one.date is None else one.date.value,
        None if one.date is None else one.date.status,
        and_previous=said.and_previous,
        notal=said.notal,
        target_passage=said.passage,
        why=why,
        year_status=status if target is not None else None,
    )


def _without_mark(text: str, span: Span) -> Span:
    mark = leading_mark(span.of(text)) if text[span.start : span.start + 1] in _OPEN else None
    if mark is None:
        return span
    words = span.of(text)[mark[1].end :]
    return Span(span.start + mark[1].end + len(words) - len(words.lstrip()), span.end)


def _folded(words: str) -> str:
    return " ".join(words.split())
