"""The blocks of a header that list references, and the items of each."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ingest.document import Span
from ingest.parse.body.marking import leading_mark
from ingest.parse.header.field import Field, begins_field
from ingest.parse.text.lines import Line, is_page_line, is_rule
from ingest.pattern import Match, pattern

_LEAD: Final = r"[\s>#*_¶-]*"
_LETTER: Final = (
    r"(?:[(\[]\s?(?P<a>[A-Za-z]|[1-9]\d?)\s?[)\]]|(?P<b>[A-Za-z])(?:\s?[.):]\)?|\s-\s)"
    r"|(?P<c>[1-9]\d?)[.)]|(?P<d>[A-Z])\s)"
)
_ITEM: Final = pattern("reference-letter", rf"^{_LEAD}{_LETTER}\s*", example="- C) STATE 633 (POC GUIDANCE)")
_INSIDE: Final = (
    (
        "abd",
        pattern(
            "reference-letter-inside",
            r"[\s;,]¶?(?:[(\[]\s?(?P<a>[A-Za-z])\s?[)\]]|(?P<b>[A-Za-z])(?:\s?[.):]\)?|\s-\s)|(?P<d>[A-Z])\s)\s*",
            example=" F) 07 STATE 151182",
        ),
    ),
    (
        "ac",
        pattern(
            "reference-digit-inside",
            r"[\s;,]¶?(?:[(\[]\s?(?P<a>[1-9]\d?)\s?[)\]]|(?P<c>[1-9]\d?)[.)])\s*",
            example=" 2) LIMA 900001",
        ),
    ),
)
"""Apart, because "9. B." may be the end of a number and a letter: neither takes the blank from the other."""
_REPEATED: Final = pattern("reference-label-again", r"(?i)^\s*(?:REF\.?)?\s*[(\[]?\s*$", example=" REF ")
_INNER: Final = pattern(
    "reference-letter-again",
    r"^(?:REF\s+)?(?:\(?(?P<a>[A-Z])\)\.?|(?P<b>[A-Z])[.:])\s*|^REF\s+(?:(?P<c>[A-Z])[:\s]\s*)?",
    example="A) STATE 1",
)

_UNFINISHED: Final = pattern("references-unfinished", r"(?:[,;]|\([A-Z]\))\s*$", example="STATE 1; (C)")
"""The end of a line behind which a list goes on, also over a blank line."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The words of one item, on one line or more, and its label ("" where it has none)."""

    label: str
    span: Span


def blocks(body: Sequence[Line], found: Sequence[Field], limit: int) -> Iterator[tuple[Line, ...]]:
    r"""The lines of each list of references, without the lines of page breaks.

    >>> from ingest.parse.header.field import fields
    >>> from ingest.parse.text.lines import lines
    >>> text = lines("REF: A) STATE 1\nOSLO 00000077  001.2 OF 002\n\n- B) STATE 2\n\nText.")
    >>> [[line.text for line in block] for block in blocks(text, fields(text, 6), 6)]
    [['A) STATE 1', '- B) STATE 2']]
    """
    for field in found:
        if field.kind == "ref" and field.value.start < field.value.end:
            yield tuple(_block(body, field, limit))


def _block(body: Sequence[Line], field: Field, limit: int) -> Iterator[Line]:
    index = bisect_right(body, field.value.start, key=lambda line: line.start) - 1
    first = body[index]
    words = _within(first, field)
    labelled = _ITEM.match(words[:40])
    if (labelled is not None and labelled.at("d") is None) or not is_page_line(words):
        yield Line(field.value.start, words)
    if field.value.end < first.end and first.text[field.value.end - first.start :].strip():
        return
    free = parted = False
    last = first
    for line in body[index + 1 : limit]:
        labelled = _ITEM.match(line.text[:40])
        sure = labelled is not None and labelled.at("d") is None
        if line.blank or (not sure and is_page_line(line.text)):
            free, parted = free or line.blank, parted or not line.blank
            continue
        goes_on = (parted and _goes_on(last, line)) or _UNFINISHED.search(last.text[-12:]) is not None
        if begins_field(line) or is_rule(line.text):
            return
        if free and not goes_on and labelled is None:
            return
        free = parted = False
        last = line
        yield line


def _goes_on(last: Line, line: Line) -> bool:
    """Whether a page break parts an item: no number stands yet before it, and one behind it."""
    return last.text.rstrip()[-1:].isalpha() and any(c.isdigit() for c in line.text[:40])


def _within(line: Line, field: Field) -> str:
    start = field.value.start - line.start
    stop = min(line.end, field.value.end) if field.value.end > field.value.start else line.end
    return line.text[start : stop - line.start]


@dataclass(frozen=True, slots=True)
class _Mark:
    """A letter that may begin an item."""

    label: str
    start: int
    after: int
    at_line: bool
    sure: bool


def pieces(text: str, block: Sequence[Line]) -> tuple[Piece, ...]:
    r"""The items of a block; one without a label where no letter begins it, and "A" before the item "B".

    >>> from ingest.parse.text.lines import lines
    >>> text = "A) STATE 26726 (SMALL GROUP)\nB) PORT A. 77 C) 07 STATE 151182"
    >>> [(p.label, p.span.of(text)) for p in pieces(text, lines(text))]
    [('A', 'STATE 26726 (SMALL GROUP)'), ('B', 'PORT A. 77'), ('C', '07 STATE 151182')]
    """
    if not block:
        return ()
    marks = _chain(text, [mark for line in block for mark in _marks(line)])
    end = block[-1].trimmed.end
    first = block[0].trimmed.start
    made = []
    if not marks or text[first : marks[0].start].strip(" -;,.\n\r\t¶"):
        stop = marks[0].start if marks else end
        label = "A" if len(marks) > 0 and marks[0].label == "B" else ""
        made.append(Piece(label, _trim(text, first, stop)))
    for position, mark in enumerate(marks):
        stop = marks[position + 1].start if position + 1 < len(marks) else end
        made.append(_labelled(text, mark, stop))
    return tuple(piece for piece in made if piece.span.start < piece.span.end)


def _marks(line: Line) -> Iterator[_Mark]:
    found = _ITEM.match(line.text[:60])
    last = 0
    if found is not None and found.span.end > 0:
        yield _mark(found, "abcd", line.start, at_line=True)
        last = max(0, found.span.end - 1)
    rest = line.text[last:2000]
    inside = [
        _mark(one, groups, line.start + last, at_line=False)
        for groups, form in _INSIDE
        for one in form.finditer(rest)
    ]
    yield from sorted(inside, key=lambda mark: mark.start)


def _mark(found: Match, groups: str, offset: int, *, at_line: bool) -> _Mark:
    group = next(name for name in groups if found.at(name) is not None)
    label, sure = found.text(group), group != "d"
    return _Mark(label.upper(), offset + found.span.start, offset + found.span.end, at_line, sure)


def _chain(text: str, marks: Sequence[_Mark]) -> list[_Mark]:
    """The letters that follow one another: inside a line only the next counts, at its start any later one."""
    kept: list[_Mark] = []
    for mark in marks:
        last = _rank(kept[-1].label) if kept else 0
        rank = _rank(mark.label)
        same_kind = not kept or kept[-1].label.isdigit() == mark.label.isdigit()
        ahead = rank - last
        if not same_kind or mark.start < (kept[-1].after if kept else 0):
            continue
        if not kept and (mark.label.isdigit() or not mark.sure) and rank != 1:
            continue
        again = ahead == 0 and bool(kept) and mark.sure
        if again and _REPEATED.match(text[kept[-1].after : mark.start]) is not None:
            # "A. REF A: STATE 1" has its label twice
            continue
        if ahead == 1 or again or (mark.at_line and mark.sure and (0 <= ahead <= 8 if kept else rank >= 1)):
            kept.append(mark)
    return kept if len(kept) > 1 or all(mark.sure for mark in kept) else []


def _rank(label: str) -> int:
    return int(label) if label.isdigit() else ord(label) - ord("A") + 1


def _labelled(text: str, mark: _Mark, stop: int) -> Piece:
    """The piece of a letter; where a second letter stands inside ("A. A) STATE 1"), that one is the label."""
    span = _trim(text, mark.after, stop)
    words = text[span.start : min(span.end, span.start + 40)]
    if words[:1] != "(" and words[1:2] not in ").:" and words[:3].upper() != "REF":
        return Piece(mark.label, span)
    inner = _INNER.match(words)
    marked = leading_mark(words) is not None and not words.startswith(f"({mark.label})")
    if inner is None or inner.span.end == 0 or marked:
        return Piece(mark.label, span)
    label = inner.text("a") or inner.text("b") or inner.text("c") or mark.label
    return Piece(label, _trim(text, span.start + inner.span.end, stop))


def _trim(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    left = start + len(words) - len(words.lstrip(" \t\r\n-¶*_;,"))
    right = start + len(words.rstrip(" \t\r\n;,\\*_¶-"))
    return Span(min(left, end), max(min(left, end), right))
