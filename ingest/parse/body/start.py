"""Where passages begin, and where the words of a stretch of lines end."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final, Literal

from ingest.cable import NumberStatus
from ingest.document import Span
from ingest.parse.body.heading import Heading, alone, readable, title_words
from ingest.parse.body.letter import letter_at
from ingest.parse.body.marking import mark_of_line
from ingest.parse.body.run_in import after_number
from ingest.parse.body.sequence import Chosen
from ingest.parse.text.lines import Line, is_page_line, is_remnant, is_rule

_FULL: Final = 45


@dataclass(frozen=True, slots=True)
class Start:
    """The beginning of a passage: ``index`` its first line, ``after`` where its words begin."""

    number: str
    index: int
    start: int
    after: int
    status: NumberStatus
    rule: str
    kind: Literal["paragraph", "unnumbered"] = "paragraph"
    marking: str | None = None
    marking_span: Span | None = None
    heading: Heading | None = None
    value: int | None = None


def is_content(line: Line) -> bool:
    """Whether a line has words of the message.

    >>> [is_content(Line(0, text)) for text in ("Thank you.", "--------", "STATE 00034976  001.2 OF 002", "")]
    [True, False, False, False]
    """
    text = line.text
    return not (line.blank or is_rule(text) or is_remnant(text) or is_page_line(text))


def next_line(body: Sequence[Line], index: int) -> tuple[Line | None, bool]:
    """The next line with anything on it after *index*, and whether blank lines stand between.

    >>> body = [Line(0, "Membership"), Line(11, ""), Line(12, "We met.")]
    >>> next_line(body, 0), next_line(body, 1)
    ((Line(start=12, text='We met.'), True), (Line(start=12, text='We met.'), False))
    """
    blank = False
    for line in body[index + 1 : index + 8]:
        if not line.blank:
            return line, blank
        blank = True
    return None, True


def content_before(body: Sequence[Line], index: int, floor: int) -> Line | None:
    """The last line with words before line *index* and after line *floor*.

    >>> body = [Line(0, "We met."), Line(8, "-------"), Line(16, "Next")]
    >>> content_before(body, 2, -1), content_before(body, 2, 0)
    (Line(start=0, text='We met.'), None)
    """
    return next(
        (body[at] for at in range(index - 1, max(floor, index - 12, -1), -1) if is_content(body[at])), None
    )


def above(body: Sequence[Line], index: int, floor: int) -> tuple[int, Heading | None]:
    """The line at which the heading above line *index* begins, and the heading; never before *floor*.

    >>> body = [Line(0, "MEMBERSHIP"), Line(11, "----------"), Line(22, ""), Line(23, "2. (C) We met.")]
    >>> index, heading = above(body, 3, -1)
    >>> index, heading and heading.words
    (0, 'MEMBERSHIP')
    """
    first = index
    crossed = False
    for at in range(index - 1, max(floor, index - 7), -1):
        line = body[at]
        if line.blank:
            continue
        if is_rule(line.text) or is_remnant(line.text):
            first, crossed = at, True
            continue
        if is_page_line(line.text):
            break
        broken = at - 1 > floor and body[at - 1].text.rstrip()[-1:] == "-" and not is_rule(body[at - 1].text)
        free = at == 0 or body[at - 1].blank or is_rule(body[at - 1].text) or broken
        before = None if broken else content_before(body, at, floor)
        found = alone(line, after=body[at + 1] if crossed else None, before_blank=free, before=before)
        if found is None:
            break
        if broken:
            return at - 1, _joined(body[at - 1], found)
        if at - 1 > floor and is_rule(body[at - 1].text):
            return at - 1, found
        return at, found
    return first, None


def _joined(first: Line, rest: Heading) -> Heading:
    """A heading that a hyphen parts over two lines."""
    start = title_words(first).start
    words = first.text[start - first.start :].rstrip().rstrip("-")
    return Heading(readable(words + rest.words), Span(start, rest.span.end))


def of_chosen(
    text: str, body: Sequence[Line], one: Chosen, floor: int, end: int, *, name: str, usual: bool
) -> Start:
    r"""The beginning that a chosen number is, with the heading above or behind it.

    The lines of the paragraph end before *end*; *usual* as in :func:`ingest.parse.body.run_in.run_in`.

    >>> from ingest.parse.body.number import candidates
    >>> from ingest.parse.body.sequence import weigh
    >>> body = (Line(0, "MEMBERSHIP"), Line(11, ""), Line(12, "1. (C) We met."))
    >>> text = "\n".join(line.text for line in body)
    >>> [one] = weigh(tuple(candidates(body)))
    >>> made = of_chosen(text, body, one, -1, 3, name="1", usual=False)
    >>> made.heading and made.heading.words, text[made.after :]
    ('MEMBERSHIP', 'We met.')
    """
    candidate = one.candidate
    line = body[candidate.line]
    index, heading = above(body, candidate.line, floor)
    after = candidate.after
    if heading is None:
        following, gap = next_line(body, candidate.line)
        behind = next((one for one in body[candidate.line + 1 : candidate.line + 8] if is_content(one)), None)
        # A line that goes on behind a page break is no heading.
        small = behind is not None and behind.text.lstrip()[:1].islower() and letter_at(0, behind) is None
        goes_on = small or (
            _is_full(line) and (candidate.marking is None or _page_turns(body, candidate.line))
        )
        gap = gap and not goes_on
        gap = gap or (following is not None and letter_at(0, following) is not None)
        rest = Line(after, text[after : line.end])
        more = any(is_content(one) for one in body[candidate.line + 1 : end])
        heading = after_number(text, rest, following, gap=gap, more=more, usual=usual)
        after = after if heading is None else past(text, heading.span.end, line.end)
    return Start(
        name,
        index,
        candidate.start if index == candidate.line else _left(body[index]),
        after,
        one.status,
        one.rule,
        marking=candidate.marking,
        marking_span=candidate.marking_span,
        heading=heading,
        value=one.value,
    )


def _is_full(line: Line) -> bool:
    """Whether a line in capitals was filled, so that the sentence on it may go on."""
    return line.text.isupper() and len(line.text.rstrip()) >= _FULL


def _page_turns(body: Sequence[Line], index: int) -> bool:
    """Whether a page ends between a line and the next one with words."""
    rest = takewhile(lambda one: not is_content(one), body[index + 1 : index + 8])
    return any(is_page_line(one.text) for one in rest)


def past(text: str, offset: int, end: int) -> int:
    """The offset after the sign that closes a heading, and after markup and white space.

    >>> past("MEMBERSHIP. -- We met.", 10, 22), past("POINTS --reply", 6, 14)
    (15, 7)
    """
    while offset < end and text[offset] in ":. \t*_/\\=~#|-–":
        if text.startswith("--", offset) and text[offset + 2 : offset + 3].isalnum():
            break
        offset += 1
    return offset


def unnumbered(
    body: Sequence[Line], index: int, *, name: str, rule: str, heading: Heading | None = None
) -> Start:
    """The beginning of a passage that has no number: at a heading, a remnant of one, or plain words.

    >>> made = unnumbered([Line(0, "(C) Thank you.")], 0, name="0", rule="unnumbered-before-1")
    >>> made.marking, made.after, made.status
    ('C', 3, 'inferred')
    """
    at = index
    if heading is not None or not is_content(body[index]):
        at = next((i for i in range(index + 1, len(body)) if is_content(body[i])), index)
    line = body[at]
    left = _left(line)
    mark = mark_of_line(line.text)
    after, place = left, None
    if mark is not None:
        place = mark[1].moved(line.start)
        after = place.end
    return Start(
        name,
        index,
        _left(body[index]),
        after,
        "inferred",
        rule,
        marking=None if mark is None else mark[0],
        marking_span=place,
        heading=heading,
    )


def _left(line: Line) -> int:
    return line.trimmed.start


def last_word(body: Sequence[Line], first: int, end: int, *, default: int) -> int:
    """The offset after the last word of the lines from *first* up to *end*.

    >>> last_word([Line(0, "Thank you. "), Line(12, "----------")], 0, 2, default=0)
    10
    """
    for line in reversed(body[first:end]):
        if is_content(line):
            return max(default, line.trimmed.end)
    return default
