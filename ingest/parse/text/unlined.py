"""Telegrams whose line ends were lost: the lines again, at what begins a line in every telegram."""

from collections.abc import Iterator, Sequence
from typing import Final

from ingest.document import Span
from ingest.parse.body.marking import MARK
from ingest.parse.text.lines import LEVEL_EXPRESSION, Line
from ingest.pattern import Match, pattern

_LONG: Final = 240
"""No line of a telegram is so long; a paragraph on one line is."""
_ENOUGH: Final = 3
"""So many labels on one line, and it was several lines."""

_IDENTITY: Final = (
    rf"(?:{LEVEL_EXPRESSION})(?:\s*//?\s*[A-Z]{{2,}}|\s+(?:NOFORN|SENSITIVE|EXDIS|NODIS|LIMDIS))*"
    r"(?:\s+(?:FINAL\s+)?SECTION\s+\d+\s+OF\s+\d+)?\s+[A-Z][A-Z. '-]{1,25}?\s+\d{2,8}\b"
)
_ROUTING: Final = pattern(
    "unlined-routing",
    r"(?:^|\s)(?P<at>VZCZC|[ZOPR]{2}\s+RU[A-Z]{4}|DE\s+RU[A-Z]{3,5}|ZN[YR]\s+[A-Z]{5}|(?:[ZOPR]\s+){1,3}\d{6}Z"
    r"|FM\s+[A-Z]{3}|TO\s+[A-Z]{3}|INFO\s+[A-Z]{3}|R[A-Z]{5,6}/[A-Z]|BT\s)",
    example="TO RUEHC/SECSTATE WASHDC",
)
_LABEL: Final = pattern(
    "unlined-label",
    r"(?:^|\s)(?P<at>E\.?\s?O\.?\s?:?\s?1\d{4}|TAGS\s?:|SUBJ(?:ECT)?\s?:|REF(?:S|TELS?|\(S\)|ERENCES?)?\s?:"
    r"|(?i:classified\s+by)\b)",
    example="TAGS: PARM",
)
_NAMED: Final = pattern(
    "unlined-identity", rf"(?:^|\s)(?P<at>{_IDENTITY})", example="C O N F I D E N T I A L ATHENS 900021"
)
_CAPTION: Final = pattern(
    "unlined-caption",
    r"\s(?P<at>(?:SIPDIS|STADIS|NODIS|EXDIS)(?:\s+(?:SIPDIS|NOFORN))*)\s",
    example=" SIPDIS ",
)
_BREAK: Final = pattern(
    "unlined-break",
    r"\s(?P<at>-{5,}|N\s?N\s?N\s?N$|[A-Z]{3,}(?:\s[A-Z]+)?\s+0\d{7}\s+\d{3}(?:\.\d)?\s+OF\s+\d{3})(?:\s|$)",
    example=" ATHENS 00900021  002 OF 003 ",
)
_NUMBER: Final = pattern(
    "unlined-number",
    rf"(?:^|\s)(?P<at>(?P<pilcrow>¶\s?)?(?:{MARK}\s*)?(?P<number>\d{{1,3}})[.)]\s*(?P<mark>{MARK})?\s*[A-Z\"'“(*_])",
    example="was agreed. 2. (C) Poloff",
)
_STOPS: Final = frozenset('.!?:;"”’)-*_')


def parted(body: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a telegram; where a long one has several labels, those that it was made of.

    >>> text = "FM AMEMBASSY ATHENS TO SECSTATE WASHDC BT SECRET ATHENS 900021 E.O. 12958: N/A TAGS: PARM "
    >>> text += "SUBJECT: A MEETING " + "OF PARTNERS " * 12 + "REF: STATE 900001 1. (C) We met. 2. (C) Yes."
    >>> [line.text[:6] for line in parted((Line(0, text),)) if not line.blank]
    ['FM AME', 'TO SEC', 'BT', 'SECRET', 'E.O. 1', 'TAGS: ', 'SUBJEC', 'REF: S', '1. (C)', '2. (C)']
    """
    if not any(_is_several(line) for line in body):
        return tuple(body)
    made: list[Line] = []
    last = 0
    for line in body:
        if len(line.text) < _LONG:
            made.append(line)
            continue
        cuts, last = _cuts(line, last)
        made += _cut(line, cuts)
    return tuple(made)


def _is_several(line: Line) -> bool:
    return (
        len(line.text) >= _LONG
        and len({found.text("at")[:2] for found in _LABEL.finditer(line.text)}) >= _ENOUGH
    )


def _cuts(line: Line, last: int) -> tuple[list[int], int]:
    """Where the line is cut, and the number of its last paragraph; *last* is that of those before."""
    labels = [_at(found) for found in _LABEL.finditer(line.text)]
    first = labels[0].start if labels else 0
    cuts = {0}
    named = [_at(found) for found in _NAMED.finditer(line.text, Span(0, first))]
    for span in named[-1:]:
        cuts |= {span.start, span.end}
    for found in _ROUTING.finditer(line.text, Span(0, named[-1].start if named else first)):
        cuts |= (
            {_at(found).start, _at(found).end} if found.text("at").startswith("BT") else {_at(found).start}
        )
    for found in _CAPTION.finditer(line.text, Span(0, first)):
        cuts |= {_at(found).start, _at(found).end}
    top = _top(line, labels)
    cuts |= {span.start for span in labels if span.start < top}
    numbers = list(_numbers(line, max(0, top - 1), last))
    cuts |= {span.start for _, span in numbers}
    for found in _BREAK.finditer(line.text, Span(top, len(line.text))):
        cuts |= {_at(found).start, _at(found).end}
    return sorted(cuts), numbers[-1][0] if numbers else last


def _top(line: Line, labels: Sequence[Span]) -> int:
    """Where the header of a line ends: at the first paragraph behind its last label near the beginning."""
    for span in reversed(labels):
        near = [one for one in labels if one.end <= span.start]
        if len(near) + 1 >= _ENOUGH or span is labels[0]:
            first = next((at for value, at in _numbers(line, span.end, 0) if value == 1), None)
            if first is not None:
                return first.start
    return len(line.text) if labels else 0


def _numbers(line: Line, start: int, last: int) -> Iterator[tuple[int, Span]]:
    """The numbers of paragraphs that follow one another: with a mark, or behind the end of a sentence."""
    for found in _NUMBER.finditer(line.text, Span(start, len(line.text))):
        value, at = int(found.text("number")), _at(found)
        before = line.text[max(0, at.start - 6) : at.start].rstrip()[-1:]
        sure = bool(found["mark"] or found["pilcrow"] or not before or before in _STOPS or value == 1)
        if value == last + 1 and sure:
            last = value
            yield value, at


def _cut(line: Line, cuts: Sequence[int]) -> Iterator[Line]:
    """The pieces of a line, a blank one before each that begins a field or a paragraph."""
    for start, end in zip(cuts, [*cuts[1:], len(line.text)], strict=True):
        piece = line.text[start:end].rstrip()
        if not piece.strip():
            continue
        inner = Line(line.start + start, piece)
        free = _NUMBER.match(piece) or _LABEL.match(piece) or _NAMED.match(piece) or piece.startswith("BT")
        if free and start:
            yield Line(inner.start, "")
        yield inner


def _at(found: Match) -> Span:
    return found.at("at") or found.span
