"""The labelled fields of a header (E.O., TAGS, SUBJECT, REF ...): where each begins and how far it goes."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ingest.document import Span
from ingest.parse.text.lines import Line, is_page_line, is_rule
from ingest.parse.text.vocabulary import vocabulary
from ingest.parse.text.when import GROUP
from ingest.pattern import Match, pattern

_ORDER: Final = r"E[.,:;]?\s?[O0][.,:;\s-]{0,4}(?P<order>[1Il][0-9OIl]{4})\s*[:;.>]?"
_REF: Final = r"REF(?:S|TELS?|\(S\)|ERENCES?)?\s{0,12}[:;.]"
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
_BEFORE: Final = " \t\r\n\f*#>_-"
_FIRST: Final = (
    *("E.", "E,", "E:", "E;", "EO", "E0", "E ", "E\t", "TAG", "SUBJ", "REF", "RE", "A.", "A)", "("),
    *("CLAS", "REAS", "FOR", "FROM", "TO", "INFO", "CC", "DATE", "SENT"),
)
"""How the labels begin, to ask for them only where one may stand."""
_INLINE: Final = pattern(
    "header-label-inline",
    rf"(?:\s(?:(?P<eo>{_ORDER})|(?P<tags>TAGS\s?:)|(?P<subject>SUBJ(?:ECT)?\s?:)"
    r"|(?P<classified>(?i:CLASSIFIED BY)\s?:?))"
    r"|(?P<ref>REF(?:S|TELS?)?\s{0,12}:))\s*",
    example="E.O. 12958: DECL: 10/19/2017 TAGS: MTCRE",
)
_WORDS: Final = pattern(
    "ref-label-words",
    r"(?i)(?:REF(?:TELS?|\(S\)|ERENCES?|S)?\s{0,12}[:;.]?\s*)+|^\s*RE\s?:?\s+",
    example="REF: REF: STATE 1",
)
"""The words of a label, which may be matched together with the beginning of the first item."""
_FORM: Final = pattern(
    "header-label-in-form",
    rf"(?:\s(?:(?P<eo>{_ORDER})|(?P<tags>TAGS\s?:)|(?P<subject>SUBJ(?:ECT)?\s?:)|(?P<from>FROM\s?:)|(?P<to>TO\s?:)"
    r"|(?P<info>INFO\s?:)|(?P<date>DATE\s?:))|(?P<ref>\sREF(?:S|TELS?)?\s{0,12}:))\s*",
    example=" FROM: BERLIN DATE: 10 OCT 73",
)
"""Labels that stand behind one another in the form at the head of an airgram."""
_UNLABELLED: Final = pattern(
    "references-unlabelled",
    r"^\s*(?:\(A\)|A[.)])\s+(?:\(?'?(?:19|20)?\d\d\)?\s)?[A-Z]{3,}(?:\s[A-Z]{2,}){0,3}\s(?:A-)?\d{2,7}\b",
    example="(A) USUN 900683 (B) USUN 900722",
)
_KINDS: Final = ("eo", "tags", "subject", "ref", "classified", "reason", "from", "to", "info", "date")
_INLINE_KINDS: Final = ("eo", "tags", "subject", "ref", "classified")
_FORM_KINDS: Final = ("eo", "tags", "subject", "ref", "from", "to", "info", "date")


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

    >>> from ingest.parse.text.lines import lines
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


def unlabelled(body: Sequence[Line], found: Sequence[Field], end: int) -> tuple[Field, ...]:
    r"""The list of references that stands below the subject without the word REF, where no other is there.

    >>> from ingest.parse.text.lines import lines
    >>> text = "SUBJECT: DATES\n\n(A) BONN 900001 (B) ROME 900002"
    >>> [one.value.of(text) for one in unlabelled(lines(text), fields(lines(text), 3), 3)]
    ['(A) BONN 900001 (B) ROME 900002']
    """
    below = max((one.value.end for one in found), default=-1)
    if below < 0 or any(one.kind == "ref" for one in found):
        return ()
    for line in body[:end]:
        if line.start > below and _UNLABELLED.match(line.text[:80]) is not None:
            return (Field("ref", Span(line.trimmed.start, line.trimmed.start), line.trimmed),)
    return ()


def begins_field(line: Line) -> bool:
    """Whether a line begins with the label of a header field.

    >>> begins_field(Line(0, "TAGS: PARM")), begins_field(Line(0, "Tagging of goods"))
    (True, False)
    """
    return _may_begin(line.text) and _begins(line.text[:80])


@lru_cache(maxsize=256)
def _begins(head: str) -> bool:
    # A line of a header is asked four times.
    return _START.match(head) is not None


def _may_begin(text: str) -> bool:
    """Whether a line begins as one of the labels does."""
    return text[:80].lstrip(_BEFORE)[:4].upper().startswith(_FIRST)


def _labels(index: int, line: Line) -> Iterator[_Label]:
    head = line.text[:4000]
    if line.blank:
        return
    start = _START.match(head) if _may_begin(head) else None
    seen = 0
    if start is not None:
        yield _label(index, line, start, _KINDS)
        seen = start.span.end
    if ":" not in head or not (start is not None or "TAGS" in head):
        return
    in_form = start is not None and any(start[kind] is not None for kind in ("from", "to", "info", "date"))
    shape, kinds = (_FORM, _FORM_KINDS) if in_form else (_INLINE, _INLINE_KINDS)
    for found in shape.finditer(head[seen:]):
        made = _label(index, Line(line.start + seen, head[seen:]), found, kinds)
        if (
            made.kind != "ref"
            or in_form
            or (start is not None and start["subject"] is not None)
            or "TAGS" in head
        ):
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
            if last.start < last.end and not _goes_on(body, last):
                break
            continue
        if is_page_line(one.text):
            if _is_above(body[label.line + 1 : end]):
                break
            continue
        if last.start < last.end and _opens_text(one):
            break
        start = last.start if last.start < last.end else one.trimmed.start
        last = Span(start, one.trimmed.end)
    return last


def _is_above(below: Sequence[Line]) -> bool:
    """Whether a field stands above the addresses of its own telegram: its page line ends it."""
    return any("Z" in one.text and GROUP.search(one.text[:200]) is not None for one in below)


def _goes_on(body: Sequence[Line], value: Span) -> bool:
    """Whether the words of a value so far end inside a word or a list, so that a blank line ends nothing."""
    line = body[bisect_left(body, value.end, key=lambda one: one.start) - 1]
    words = line.text[: value.end - line.start].rstrip()
    return words[-1:] == "," or (words[-1:] == "-" and words[-2:-1].isalpha())


def _opens_text(line: Line) -> bool:
    """Whether a line is the first of a summary that stands right below a field."""
    first = line.text.lstrip(" *_").lower()
    if ":" not in first and "." not in first:
        return False
    return any(
        first.startswith(name) and first[len(name) :][:1] in {":", "."} and len(first.split()) > 2
        for name in vocabulary().headings
    )


def _stripped(line: Line, start: int, end: int) -> Span:
    words = line.text[start - line.start : end - line.start]
    left = start + len(words) - len(words.lstrip())
    return Span(min(left, end), max(min(left, end), start + len(words.rstrip())))
