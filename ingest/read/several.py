"""Several telegrams one after the other in one text: each begins with a whole header of its own.

What archives say of a telegram above or below it is no header of another: only its routing and name are.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from ingest.document import Document, Segment, Sheet, Span
from ingest.pattern import Pattern, pattern

_LEVEL: Final = (
    r"(?:(?:T\s?O\s?P\s+)?S\s?E\s?C\s?R\s?E\s?T|C\s?O\s?N\s?F\s?I\s?D\s?E\s?N\s?T\s?I\s?A\s?L|SBU"
    r"|U\s?N\s?C\s?L\s?A\s?S(?:\s?S\s?I\s?F\s?I\s?E\s?D)?|LIMITED\s+OFFICIAL\s+USE)"
)
_NAME: Final = r"(?P<name>[A-Z][A-Z .'-]{2,24}?\s+[0-9]{3,8})"
_SIGNS: Final[dict[str, Pattern]] = {
    "name": pattern(
        "several-name",
        rf"^\s*{_LEVEL}\b[A-Z/ ]*?(?:SECTION\s+\d+\s+OF\s+\d+\s+)?{_NAME}\b",
        example="C O N F I D E N T I A L STATE 900001",
    ),
    "group": pattern(
        "several-time",
        r"^\s*(?:[ZOPR]{1,2}\s+)*(?P<name>[0-9]{6}Z\s+[A-Z]{3}\s+[0-9]{2,4})\b",
        example="R 040045Z APR 08",
    ),
    "routing": pattern("several-routing", r"^\s*(?:VZCZC|DE\s+RU|ZN[YR]\s)", example="DE RUEHC #0001/01"),
    "page": pattern("several-page", r"^\s*PAGE\s+0?1\s+[A-Z]", example="PAGE 01  STATE 900101"),
    "from": pattern("several-from", r"^\s*FM\s+[A-Z]", example="FM SECSTATE WASHDC"),
    "to": pattern("several-to", r"^\s*TO\s+[A-Z]{3}", example="TO AMEMBASSY PARIS"),
    "subject": pattern("several-subject", r"^\s*SUBJ(?:ECT)?\s*:", example="SUBJECT: MATTERS"),
    "tags": pattern("several-tags", r"^\s*TAGS?\s*:", example="TAGS: PARM"),
    "order": pattern("several-order", r"^\s*E\.?\s?O\.?\s*1\d{4}", example="E.O. 12958: N/A"),
}
_BEGINS: Final = frozenset({"routing", "page", "group", "from", "name"})
_ONCE: Final = frozenset({"name", "group", "from"})
_EMBEDS: Final = pattern(
    "several-embeds",
    r"(?i)(?:\b(?:quote|qte|begin text|text of|following|follows|repeat\w*|rptd|retransmit\w*|forward\w*"
    r"|original message|passed|reads)\b.*|[:,;-])\s*$",
    example="FOLLOWING TELEGRAM IS REPEATED:",
)
_RULE: Final = frozenset("-=_*#~ \t")
_WITHIN: Final = 40
_ENOUGH: Final = 4
_FEWEST: Final = 2


def beginnings(text: str) -> tuple[int, ...]:
    r"""Where the telegrams of a text begin; empty where it has one or none.

    >>> one = "R 040045Z APR 08\nFM POST\nTO DEPT\nSECRET POST 90000{0}\nSUBJECT: A\n\n1. Text.\nNNNN\n\n"
    >>> text = one.format(1) + one.format(2).replace("0045Z", "0046Z")
    >>> [text[at : at + 11] for at in beginnings(text)], beginnings(one)
    (['R 040045Z A', 'R 040046Z A'], ())
    """
    lines = text.splitlines(keepends=True)
    places = _places(lines)
    kinds = [_kinds(line) for line in lines]
    found: list[int] = []
    names: set[str] = set()
    times: set[str] = set()
    at = 0
    while at < len(lines):
        header = _header(kinds, at) if kinds[at].keys() & _BEGINS else None
        if header is None or (found and _is_embedded(lines, at)):
            at += 1
            continue
        name, time, end = header
        # what repeats a name is a page of the same telegram, or a section of it
        if name not in names and time not in times:
            found.append(at)
            names.add(name)
            times.add(time)
            at = end
        at += 1
    return tuple(places[line] for line in found) if len(found) >= _FEWEST else ()


def _places(lines: Sequence[str]) -> list[int]:
    places, at = [], 0
    for line in lines:
        places.append(at)
        at += len(line)
    return places


def _kinds(line: str) -> dict[str, str]:
    """What of a header a line has, with the words that tell one telegram from another."""
    words = line[:200].strip()
    if not words or not (words[0].isupper() or words[0].isdigit()):
        return {}
    made = {}
    for kind, shape in _SIGNS.items():
        found = shape.match(words)
        if found is not None:
            own = found["name"] if kind in ("name", "group") else None
            made[kind] = " ".join((own or "").upper().split())
    return made


def _header(kinds: Sequence[dict[str, str]], first: int) -> tuple[str, str, int] | None:
    """The name and time of the whole header that begins on a line, and the last line of it."""
    seen: dict[str, str] = {}
    end = first
    for index, line in enumerate(kinds[first : first + _WITHIN], start=first):
        if seen.keys() & line.keys() & _ONCE and seen.keys() >= {"name", "group"}:
            break
        end = index if line.keys() - seen.keys() else end
        seen = {**line, **seen}
    if len(seen) < _ENOUGH or not {"name", "group"} <= seen.keys():
        return None
    return seen["name"], seen["group"], end


def _is_embedded(lines: Sequence[str], at: int) -> bool:
    """Whether the words before a header announce it as something that the telegram before repeats."""
    before = [line for line in lines[max(0, at - _WITHIN) : at] if line.strip() and set(line.strip()) - _RULE]
    return bool(before) and _EMBEDS.search(before[-1][-200:]) is not None


def parted(document: Document, starts: Sequence[int]) -> Iterator[Document]:
    """The telegrams of a document that begin at these places, as parts of its file.

    What stands above the first is of the first; their characters add up to those of the document.

    >>> made = list(parted(Document("one, two", "a.txt", "00"), (0, 5)))
    >>> [(one.part, one.text, one.container, one.characters) for one in made]
    [('telegram-1', 'one, ', '00', 5), ('telegram-2', 'two', '00', 3)]
    """
    ends = [*starts[1:], len(document.text)]
    origin = document.origin or (Segment(Span(0, len(document.text)), Span(0, len(document.text))),)
    for number, (start, end) in enumerate(zip((0, *starts[1:]), ends, strict=True), start=1):
        whole = Span(start, end)
        own = tuple(_cut(origin, whole))
        dropped = document.dropped if number == 1 else ()
        kept = sum(one.source.end - one.source.start for one in own)
        yield replace(
            document,
            text=whole.of(document.text),
            sha256=hashlib.sha256(whole.of(document.text).encode("utf-8", "surrogatepass")).hexdigest(),
            container=document.sha256,
            part=f"telegram-{number}",
            roles=tuple(
                replace(one, span=inside)
                for one in document.roles
                if (inside := _inside(one.span, whole)) is not None
            ),
            characters=kept + sum(one.characters for one in dropped),
            origin=own,
            dropped=dropped,
            sheets=tuple(_sheet(one, whole) for one in document.sheets if _inside(one.span, whole)),
        )


def _cut(origin: Sequence[Segment], whole: Span) -> Iterator[Segment]:
    """The segments of a stretch; one that reaches over its edge is cut in proportion."""
    for one in origin:
        inside = _inside(one.span, whole)
        if inside is not None:
            size, length = one.source.end - one.source.start, one.span.end - one.span.start
            first = one.source.start + size * (inside.start + whole.start - one.span.start) // length
            last = one.source.start + size * (inside.end + whole.start - one.span.start) // length
            yield Segment(inside, Span(first, last))


def _inside(span: Span, whole: Span) -> Span | None:
    start, end = max(span.start, whole.start), min(span.end, whole.end)
    return Span(start - whole.start, end - whole.start) if start < end else None


def _sheet(sheet: Sheet, whole: Span) -> Sheet:
    inside = _inside(sheet.span, whole) or Span(0, 0)
    words = (replace(one, span=at) for one in sheet.words if (at := _inside(one.span, whole)) is not None)
    return replace(sheet, span=inside, words=tuple(words))
