"""The body of a document as passages, each with its sub-paragraphs and bullets."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.cable import MarkingStatus, Passage, Problem
from ingest.document import Span
from ingest.parse.body.distinct import distinct
from ingest.parse.body.inner import subdivided
from ingest.parse.body.number import Candidate, candidates
from ingest.parse.body.opening import openings
from ingest.parse.body.plain import plain_starts
from ingest.parse.body.sequence import MOST_CANDIDATES, Chosen, weigh
from ingest.parse.body.start import Start, last_word
from ingest.parse.text.lines import Line


@dataclass(frozen=True, slots=True)
class Passages:
    """The passages in the order of the text, and what could not be decided."""

    passages: tuple[Passage, ...]
    problems: tuple[Problem, ...] = ()


def passages(text: str, body: Sequence[Line], *, later_part: bool = False) -> Passages:
    r"""The passages that some lines make; *later_part* as in :func:`ingest.parse.body.sequence.weigh`.

    >>> from ingest.parse.text.lines import lines
    >>> text = "1. (C) Per REF A, act.\n\n3. (C) Thank you."
    >>> read = passages(text, lines(text))
    >>> [(p.number, p.marking) for p in read.passages], [p.why for p in read.problems]
    ([('1', 'C'), ('3', 'C')], ['paragraph 2 is missing and nothing shows where it stood'])
    """
    body = tuple(body)
    found = tuple(candidates(body))
    chosen = weigh(found, later_part=later_part)
    taken = {one.candidate.line for one in chosen}
    skipped = frozenset(c.line for c in found if c.line not in taken and c.marking is not None)
    opened = openings(text, body, chosen, skipped, later_part=later_part)
    starts = opened.starts or plain_starts(text, body)
    marked = any(start.marking is not None for start in starts)
    inner = tuple(one for one in chosen if one.inner)
    made = [
        p for i, s in enumerate(starts) for p in _passage(text, body, s, _end(body, starts, i), inner, marked)
    ]
    return Passages(distinct(made), (*opened.problems, *_too_many(text, found)))


def _end(body: Sequence[Line], starts: Sequence[Start], position: int) -> int:
    return starts[position + 1].index if position + 1 < len(starts) else len(body)


def _passage(
    text: str, body: Sequence[Line], start: Start, end: int, inner: Sequence[Chosen], marked: bool
) -> list[Passage]:
    stop = last_word(body, start.index, end, default=max(start.start, start.after))
    stop = max(stop, start.heading.span.end) if start.heading is not None else stop
    outer = Passage(
        start.number,
        start.status,
        start.marking,
        _status(start.marking, marked=marked),
        None if start.heading is None else start.heading.words,
        Span(start.start, stop),
        _body(text, min(start.after, stop), stop),
        start.rule,
        kind=start.kind,
        heading_span=None if start.heading is None else start.heading.span,
        marking_span=start.marking_span,
    )
    parts = subdivided(text, body, start, end, outer, inner)
    if not parts:
        return [outer]
    first = min(part.span.start for part in parts)
    before = sum(line.start < first for line in body[start.index : end])
    own = min(first, last_word(body, start.index, start.index + before, default=outer.body.start))
    return [replace(outer, body=_body(text, outer.body.start, max(outer.body.start, own))), *parts]


def _status(marking: str | None, *, marked: bool) -> MarkingStatus:
    if marking is not None:
        return "stated"
    return "lost" if marked else "inherited"


def _body(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    left = start + len(words) - len(words.lstrip())
    return Span(min(left, end), max(min(left, end), start + len(words.rstrip())))


def _too_many(text: str, found: Sequence[Candidate]) -> tuple[Problem, ...]:
    if len(found) <= MOST_CANDIDATES:
        return ()
    start = found[MOST_CANDIDATES].start
    why = f"only the first {MOST_CANDIDATES} places that look like paragraph numbers were weighed"
    return (Problem(text[start : start + 40], Span(start, min(len(text), start + 40)), why),)
