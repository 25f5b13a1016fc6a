"""The labelled fields of a header (E.O., TAGS, SUBJECT, REF ...): where each begins and how far it goes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ingest.document import Span
from ingest.parse.lines import Line, is_page_line, is_rule
from ingest.pattern import Match, pattern

_ORDER: Final = r"E[.,:;]?\s?[O0][.,:;\s-]{0,4}(?P<order>[1Il][0-9OIl]{4})\s*[:;.>]?"
_REF: Final = r"REF(?:S|TELS?|\(S\)|ERENCES?)?\s?[:;.]"
_INSIDE_FIRST: Final = r"\(?A[.)]\s+REF(?:S|TELS?)?\s?:?\s+(?:\(?'?(?:19|20)?\d\d\)?\s)?[A-Z]{3,}[A-Z .]*\s\d"
"""A label behind the letter of the first item, with the beginning of that item."""
_RE: Final = r"RE\s?:?\s+(?:\(?'?(?:19|20)?\d\d\)?\s)?[A-Z]{3,}[A-Z'.-]*(?:\s[A-Z]{2,}){0,2}\s#?\d+\b"
"""A label that also begins sentences: only with a telegram behind it."""

_START: Final = pattern(
    "header-label",
    r"(?i)^[\s*#>_-]*(?:\((?:U|C|S|SBU)\)\s*)?(?:"
    rf"(?P<eo>{_ORDER})"
    r"|(?P<tags>TAGS?(?:\s*[:;.]|\s|$))"
    r"|(?P<subject>SUBJ(?:ECT)?\s*[:;.])"
    rf"|(?P<ref>{_INSIDE_FIRST}|(?:{_REF}\s*)+|REF(?:S|TELS?|ERENCES?)?\s+(?:\(?[A-Z0-9]\)|[A-Z]\.\s|(?:\d\d\s)?[A-Z]{{3,}}(?:\s[A-Z]+)?\s\d)|{_RE})"
    r"|(?P<classified>CLASSIFIED\s+BY\b\s*[:;.]?)"
    r"|(?P<reason>REASONS?\s*:|FOR\s+REASONS?\s)"
    r"|(?P<from>FROM\s*:)|(?P<to>TO\s*:)|(?P<info>(?:INFO|CC)\s*:)|(?P<date>(?:DATE|SENT)\s*:)"
    r")[*_]*\s*",
    example="TAGS: PARM MTCRE",
)
_INLINE: Final = pattern(
    "header-label-inline",
    rf"(?:\s(?:(?P<eo>{_ORDER})|(?P<tags>TAGS\s?:)|(?P<subject>SUBJ(?:ECT)?\s?:)"
    r"|(?P<classified>(?i:CLASSIFIED BY)\s?:?))"
    r"|(?P<ref>REF(?:S|TELS?)?\s?:))\s*",
    example="E.O. 12958: DECL: 10/19/2017 TAGS: MTCRE",
)
_WORDS: Final = pattern(
    "ref-label-words",
    r"(?i)(?:REF(?:TELS?|\(S\)|ERENCES?|S)?\s?[:;.]?\s*)+|^\s*RE\s?:?\s+",
    example="REF: REF: STATE 1",
)
"""The words of a label, which may be matched together with the beginning of the first item."""
_KINDS: Final = ("eo", "tags", "subject", "ref", "classified", "reason", "from", "to", "info", "date")
_INLINE_KINDS: Final = ("eo", "tags", "subject", "ref", "classified")


@dataclass(frozen=True, slots=True)
class Field:
    """One labelled field: the label, and the value as far as its paragraph goes."""

    kind: str
    label: Span
    value: Span
    order: Span | None = None


@dataclass(frozen=True, slots=True)
class _Label:
    kind: str
    line: int
    span: Span
    order: Span | None


def fields(body: Sequence[Line], end: int) -> tuple[Field, ...]:
    r"""The fields among the first *end* lines, in order.

    >>> from ingest.parse.lines import lines
    >>> text = "E.O. 12958: DECL: 10/19/2017 TAGS: MTCRE,\nPARM\nSUBJECT: MTCR"
    >>> [(f.kind, f.value.of(text)) for f in fields(lines(text), 3)]
    [('eo', 'DECL: 10/19/2017'), ('tags', 'MTCRE,\nPARM'), ('subject', 'MTCR')]
    """
    labels = [label for index in range(end) for label in _labels(index, body[index])]
    made = []
    for position, label in enumerate(labels):
        limit = labels[position + 1] if position + 1 < len(labels) else None
        made.append(Field(label.kind, label.span, _value(body, label, limit, end), label.order))
    return tuple(made)


def begins_field(line: Line) -> bool:
    """Whether a line begins with the label of a header field.

    >>> begins_field(Line(0, "TAGS: PARM")), begins_field(Line(0, "Tagging of goods"))
    (True, False)
    """
    return _START.match(line.text[:80]) is not None


def _labels(index: int, line: Line) -> Iterator[_Label]:
    head = line.text[:4000]
    if line.blank:
        return
    start = _START.match(head)
    seen = 0
    if start is not None:
        yield _label(index, line, start, _KINDS)
        seen = start.span.end
    if ":" not in head or not (start is not None or "TAGS" in head):
        return
    for found in _INLINE.finditer(head[seen:]):
        made = _label(index, Line(line.start + seen, head[seen:]), found, _INLINE_KINDS)
        if made.kind != "ref" or (start is not None and start["subject"] is not None) or "TAGS" in head:
            yield made


def _label(index: int, line: Line, found: Match, kinds: Sequence[str]) -> _Label:
    kind = next(name for name in kinds if found.at(name) is not None)
    order = found.at("order") if kind == "eo" else None
    at = found.at(kind) or found.span
    words = _WORDS.search(found.text("ref")) if kind == "ref" else None
    end = found.span.end if words is None else at.start + words.span.end
    return _Label(
        kind,
        index,
        Span(line.start + at.start, line.start + end),
        None if order is None else order.moved(line.start),
    )


def _value(body: Sequence[Line], label: _Label, following: _Label | None, end: int) -> Span:
    line = body[label.line]
    if following is not None and following.line == label.line:
        return _stripped(line, label.span.end, following.span.start)
    stop = following.line if following is not None else end
    last = _stripped(line, label.span.end, line.end)
    for index in range(label.line + 1, stop):
        one = body[index]
        if one.blank or is_rule(one.text) or (label.kind == "eo" and last.start < last.end):
            if last.start < last.end:
                break
            continue
        if is_page_line(one.text):
            continue
        start = last.start if last.start < last.end else one.trimmed.start
        last = Span(start, one.trimmed.end)
    return last


def _stripped(line: Line, start: int, end: int) -> Span:
    words = line.text[start - line.start : end - line.start]
    left = start + len(words) - len(words.lstrip())
    return Span(min(left, end), max(min(left, end), start + len(words.rstrip())))
