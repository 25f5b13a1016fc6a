"""All beginnings of passages of a body: the numbered ones, those that a gap demands, and unnumbered ones."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from ingest.cable import Problem
from ingest.document import Span
from ingest.parse.body.letter import letter_at
from ingest.parse.body.marking import leading_mark
from ingest.parse.body.place import MARKED, Place, places
from ingest.parse.body.run_in import is_run_in
from ingest.parse.body.sequence import Chosen
from ingest.parse.body.start import Start, above, is_content, of_chosen, unnumbered
from ingest.parse.text.lines import Line
from ingest.parse.text.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Openings:
    """The beginnings in the order of the text, and what could not be decided."""

    starts: tuple[Start, ...]
    problems: tuple[Problem, ...] = ()


def openings(
    text: str,
    body: Sequence[Line],
    chosen: Sequence[Chosen],
    skipped: frozenset[int],
    *,
    later_part: bool = False,
) -> Openings:
    r"""The beginnings of all passages of *body*; ``starts`` is empty where no paragraph has a number.

    >>> from ingest.parse.text.lines import lines
    >>> from ingest.parse.body.number import candidates
    >>> from ingest.parse.body.sequence import weigh
    >>> text = "SUMMARY: WE MET IN PARIS AND AGREED ON ALL.\n\n1. (C) We met.\n\n2. (C) We agreed."
    >>> chosen = weigh(tuple(candidates(lines(text))))
    >>> [(one.number, one.rule) for one in openings(text, lines(text), chosen, frozenset()).starts]
    [('0', 'unnumbered-before-1'), ('1', 'number'), ('2', 'number')]
    """
    outer = [one for one in chosen if not one.inner]
    starts: list[Start] = []
    problems: list[Problem] = []
    floor, last, names = -1, 0, dict[str, int]()
    usual = _usual(text, body, outer)
    ends = [
        *(above(body, two.candidate.line, one.candidate.line)[0] for one, two in pairwise(outer)),
        len(body),
    ]
    for one, end in zip(outer, ends[-len(outer) :], strict=False):
        begun = of_chosen(text, body, one, floor, end, name=_name(one, names), usual=usual)
        missing = () if one.repeated or (later_part and last == 0) else tuple(range(last + 1, one.value))
        found = _between(body, floor + 1, begun.index, missing, skipped, after=last, value=one.value)
        starts += [*found.starts, begun]
        problems += found.problems
        problems += _doubt(text, one, begun)
        floor, last = one.candidate.line, one.value
    if outer:
        lost = _lost_behind(body, floor + 1, skipped) if _marked(outer) else 0
        missing = tuple(range(last + 1, last + 1 + lost))
        value = last + 1 + lost
        starts += _between(body, floor + 1, len(body), missing, skipped, after=last, value=value).starts
    return Openings(tuple(starts), tuple(problems))


def _usual(text: str, body: Sequence[Line], outer: Sequence[Chosen]) -> bool:
    """Whether headings run into the words of their paragraphs in this document: two sure ones show it."""
    lines = [(one.candidate.after, body[one.candidate.line].end) for one in outer]
    return sum(is_run_in(Line(after, text[after:end])) for after, end in lines) > 1


def _marked(outer: Sequence[Chosen]) -> bool:
    """Whether the numbered paragraphs have portion marks."""
    return sum(one.candidate.marking is not None for one in outer) * 2 > len(outer)


def _lost_behind(body: Sequence[Line], first: int, skipped: frozenset[int]) -> int:
    """How many paragraphs behind the last number have lost theirs: their marks or headings show it."""
    found = places(body, first, len(body), skipped) if first < len(body) else ()
    return sum(one.score >= MARKED for one in found)


def _name(one: Chosen, names: dict[str, int]) -> str:
    name = str(one.value)
    names[name] = names.get(name, 0) + 1
    return name if names[name] == 1 else f"{name}~{names[name]}"


def _doubt(text: str, one: Chosen, begun: Start) -> Iterator[Problem]:
    span = Span(one.candidate.start, max(one.candidate.start, one.candidate.after))
    if one.repeated:
        why = f"the number {one.value} stands twice; this passage is called {begun.number}"
        yield Problem(span.of(text), span, why)
    if one.rule == "number-misread":
        yield Problem(span.of(text), span, f"another number stands where the sequence demands {one.value}")


def _between(
    body: Sequence[Line],
    first: int,
    end: int,
    missing: Sequence[int],
    skipped: frozenset[int],
    *,
    after: int,
    value: int,
) -> Openings:
    """Beginnings strictly between two numbered paragraphs."""
    found = list(places(body, first, end, skipped)) if first < end else []
    placed = _placed(found, missing, before_first=after == 0)
    starts = [_inferred(body, place, number) for place, number in placed]
    used = {place.index for place, _ in placed}
    order = sorted(starts, key=lambda one: one.index)
    if after > 0:
        order = list(
            _with_stretches(body, order, [one for one in found if one.index not in used], end, after, value)
        )
    if after == 0 and not any(one.number == "1" for one in order):
        order += _prelude(body, first, _next_index(order, first - 1, end))
    lost = missing[len(placed) :] if len(placed) < len(missing) else ()
    problems = [_gap(body, first, number) for number in lost]
    return Openings(tuple(sorted(order, key=lambda one: one.index)), tuple(problems))


def _placed(found: Sequence[Place], missing: Sequence[int], *, before_first: bool) -> list[tuple[Place, int]]:
    """The best places for the missing numbers, in order; plain paragraphs only where all are needed."""
    signs = [place for place in found if place.score > 1.0]
    plain = [place for place in found if place.score <= 1.0]
    wanted = len(missing)
    if len(signs) < wanted and (len(plain) == wanted - len(signs) or (before_first and wanted == 1)):
        signs = [*signs, *plain[: wanted - len(signs)]]
    best = sorted(signs, key=lambda one: (-one.score, one.index))[:wanted]
    return list(zip(sorted(best, key=lambda one: one.index), missing, strict=False))


def _inferred(body: Sequence[Line], place: Place, number: int) -> Start:
    made = unnumbered(body, place.index, name=str(number), rule=place.rule, heading=place.heading)
    if place.rule == "inferred-letters-restart":
        made = replace(made, after=made.start, marking=None, marking_span=None)
    return replace(made, value=number)


def _with_stretches(
    body: Sequence[Line], starts: Sequence[Start], found: Sequence[Place], end: int, after: int, value: int
) -> Iterator[Start]:
    """The inferred paragraphs with the unnumbered stretches between them, each of these under its heading."""
    for position, limit in enumerate((*[one.index for one in starts], end)):
        last = after if position == 0 else (starts[position - 1].value or after)
        following = starts[position].value if position < len(starts) else value
        first = -1 if position == 0 else starts[position - 1].index
        if position > 0:
            yield starts[position - 1]
        inside = [one for one in found if first < one.index < limit and one.rule == "inferred-heading"]
        for place, stop in zip(inside, [*[one.index for one in inside[1:]], limit], strict=False):
            if _has_words(body, place.index + 1, stop):
                made = unnumbered(
                    body,
                    place.index,
                    name=f"{last}-{following}",
                    rule="unnumbered-under-heading",
                    heading=place.heading,
                )
                yield replace(made, kind="unnumbered")


def _next_index(order: Sequence[Start], index: int, end: int) -> int:
    return min((one.index for one in order if one.index > index), default=end)


def _has_words(body: Sequence[Line], first: int, end: int) -> bool:
    """Whether words follow a heading that are no lettered list of the paragraph above."""
    for index in range(first, end):
        if is_content(body[index]):
            return letter_at(index, body[index]) is None
    return False


def _prelude(body: Sequence[Line], first: int, end: int) -> Iterator[Start]:
    """The unnumbered words before paragraph 1: a summary."""
    for index in range(first, end):
        if is_content(body[index]) and is_sentence(carried_on(body, index)):
            at, heading = above(body, index, first - 1)
            made = unnumbered(body, at, name="0", rule="unnumbered-before-1", heading=heading)
            yield replace(made, kind="unnumbered")
            return


def carried_on(body: Sequence[Line], index: int) -> Line:
    """A line with those that carry it on, to tell prose: the first line of a wrapped text may be short.

    >>> carried_on([Line(0, "We met in "), Line(11, "Paris."), Line(18, "")], 0)
    Line(start=0, text='We met in Paris.')
    """
    rest = takewhile(is_content, body[index : index + 3])
    return Line(body[index].start, " ".join(one.text.strip() for one in rest))


def is_sentence(line: Line) -> bool:
    """Whether a line is prose, not an instruction to the communications centre.

    >>> is_sentence(Line(0, "FOR AMBASSADOR AND CHARGE ONLY"))
    False
    >>> is_sentence(Line(0, "SUMMARY. PRESIDENT NIXON AND THE SECRETARY HELD TALKS"))
    True
    """
    words = line.text.split()
    if leading_mark(line.text) is not None or len(words) >= 12:
        return True
    first = line.text.lstrip(" #*_").lower()
    if any(
        first.startswith(name) and first[len(name) :][:1] in {".", ":", " ", "-"}
        for name in vocabulary().headings
    ):
        return len(words) > 2
    return len(words) >= 6 and line.text.rstrip()[-1:] in ".:;"


def _gap(body: Sequence[Line], first: int, number: int) -> Problem:
    line = body[min(first, len(body) - 1)]
    return Problem("", line.trimmed, f"paragraph {number} is missing and nothing shows where it stood")
