"""The sub-paragraphs and bullets of one paragraph."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ingest.cable import MarkingStatus, Passage
from ingest.document import Span
from ingest.parse.body.letter import Item, bullets, letter_at, letters
from ingest.parse.body.sequence import Chosen
from ingest.parse.body.start import Start, is_content, last_word
from ingest.parse.text.lines import Line

Kind = Literal["sub-paragraph", "bullet"]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Lines *first* to *end* inside *parent*; the words of *first* before ``floor`` belong to its parent."""

    first: int
    end: int
    parent: Passage
    floor: int


def subdivided(
    text: str, body: Sequence[Line], start: Start, end: int, parent: Passage, inner: Sequence[Chosen]
) -> tuple[Passage, ...]:
    r"""The passages inside a paragraph, in the order of the text.

    >>> from ingest.parse.text.lines import lines
    >>> text = "1. Posts should:\nA. reply;\nB. wait."
    >>> whole = Span(0, len(text))
    >>> one = Passage("1", "stated", None, "lost", None, whole, whole, "number")
    >>> start = Start("1", 0, 0, 3, "stated", "number")
    >>> [(part.number, part.body.of(text)) for part in subdivided(text, lines(text), start, 3, one, ())]
    [('1.A', 'reply;'), ('1.B', 'wait.')]
    """
    stretch = _Stretch(start.index, end, parent, start.after)
    first = bisect_right(inner, start.index, key=_line)
    numbered = tuple(inner[first : bisect_left(inner, end, key=_line)])
    taken = frozenset(one.candidate.line for one in numbered)
    lettered = letters(_letters(body, stretch, taken), text)
    items = _numbers(numbered) if len(numbered) > 1 and not lettered else lettered
    if not items:
        return tuple(_bulleted(text, body, stretch, frozenset()))
    made: list[Passage] = []
    head = _Stretch(stretch.first, items[0].index, parent, stretch.floor)
    made += _bulleted(text, body, head, frozenset())
    for position, item in enumerate(items):
        stop = items[position + 1].index if position + 1 < len(items) else end
        one = _part(text, body, item, stop, parent, "sub-paragraph")
        made += _with_parts(text, body, _Stretch(item.index, stop, one, item.after), numbered)
    return tuple(made)


def _line(one: Chosen) -> int:
    return one.candidate.line


def _letters(body: Sequence[Line], stretch: _Stretch, taken: frozenset[int]) -> Iterator[Item]:
    for index in range(stretch.first, stretch.end):
        line = body[index]
        if index in taken or line.end <= stretch.floor:
            continue
        if line.start < stretch.floor:
            # "3. (A) COMMITTEE I": the first letter stands behind the paragraph's own number.
            line = Line(stretch.floor, line.text[stretch.floor - line.start :])
        found = letter_at(index, line)
        if found is not None:
            yield found


def _numbers(numbered: Sequence[Chosen]) -> tuple[Item, ...]:
    return tuple(
        Item(
            one.candidate.line,
            str(one.value),
            one.candidate.start,
            one.candidate.after,
            "1",
            one.candidate.marking,
            one.candidate.marking_span,
        )
        for one in numbered
    )


def _with_parts(
    text: str, body: Sequence[Line], stretch: _Stretch, numbered: Sequence[Chosen]
) -> Iterator[Passage]:
    """A sub-paragraph with the items of its own lists."""
    inside = _numbers([one for one in numbered if stretch.first < one.candidate.line < stretch.end])
    if stretch.parent.number.split(".")[-1].isdigit() or len(inside) < 2:
        parts = tuple(_bulleted(text, body, stretch, frozenset()))
    else:
        stops = [*[item.index for item in inside[1:]], stretch.end]
        parts = tuple(
            _part(text, body, item, stop, stretch.parent, "sub-paragraph")
            for item, stop in zip(inside, stops, strict=True)
        )
    yield _without(text, stretch.parent, parts)
    yield from parts


def _bulleted(text: str, body: Sequence[Line], stretch: _Stretch, taken: frozenset[int]) -> Iterator[Passage]:
    rows = [
        (index, body[index])
        for index in range(stretch.first, stretch.end)
        if index not in taken and body[index].start >= stretch.floor and letter_at(index, body[index]) is None
    ]
    items = tuple(bullets(rows))
    if not items or (len(items) == 1 and not _introduced(body, stretch, items[0])):
        return
    for position, item in enumerate(items):
        stop = items[position + 1].index if position + 1 < len(items) else _list_end(body, item, stretch.end)
        yield _part(text, body, item, stop, stretch.parent, "bullet")


def _introduced(body: Sequence[Line], stretch: _Stretch, item: Item) -> bool:
    before = [line for line in body[stretch.first : item.index] if is_content(line)]
    return bool(before) and before[-1].text.rstrip().endswith(":")


def _list_end(body: Sequence[Line], item: Item, end: int) -> int:
    """Where the last bullet ends: before a new sentence that follows a blank line."""
    ended = False
    for index in range(item.index, end):
        line = body[index]
        if not is_content(line):
            continue
        if index > item.index and ended and body[index - 1].blank and line.text.lstrip()[:1].isupper():
            return index
        ended = line.text.rstrip()[-1:] in '.!?"”'
    return end


def _part(text: str, body: Sequence[Line], item: Item, stop: int, parent: Passage, kind: Kind) -> Passage:
    end = min(last_word(body, item.index, stop, default=item.after), max(parent.span.end, item.start))
    after = min(item.after, end)
    words = text[after:end]
    left = after + len(words) - len(words.lstrip())
    stated = item.marking is not None
    inherited: MarkingStatus = "lost" if parent.marking_status == "lost" else "inherited"
    return Passage(
        f"{parent.number}.{item.label}",
        "stated" if kind == "sub-paragraph" else "inferred",
        item.marking if stated else parent.marking,
        "stated" if stated else inherited,
        None,
        Span(item.start, end),
        Span(min(left, end), end),
        "sub-paragraph-letter" if kind == "sub-paragraph" else "bullet",
        parent.number,
        kind,
        marking_span=item.marking_span,
    )


def _without(text: str, passage: Passage, parts: Sequence[Passage]) -> Passage:
    if not parts:
        return passage
    end = max(passage.body.start, min(part.span.start for part in parts))
    words = text[passage.body.start : end]
    body = Span(passage.body.start, passage.body.start + len(words.rstrip()))
    return Passage(
        passage.number,
        passage.number_status,
        passage.marking,
        passage.marking_status,
        passage.heading,
        passage.span,
        body,
        passage.rule,
        passage.parent,
        passage.kind,
        passage.heading_span,
        passage.marking_span,
    )
