"""The body of a published document as passages, and the editors' notes behind them."""

from collections.abc import Iterator, Sequence
from typing import Final

from ingest.cable import Passage
from ingest.document import Document, Span
from ingest.parse.lines import Line, lines
from ingest.parse.marking import leading_mark
from ingest.parse.passages import Passages, passages
from ingest.pattern import pattern

NOTES: Final = ("source-note", "summary", "note")
_ABOVE: Final = (
    "dateline",
    "subject",
    "participants",
    "references",
    "from",
    "to",
    "closer",
    "header",
    "head",
)
_OWN: Final = pattern("own-number", r"^(?P<number>\d{1,2})\.\s", example="2. We met.")
_EARLY: Final = 3
"""Numbers that begin later than this many paragraphs count only where most paragraphs have one."""


def blocks(document: Document) -> tuple[Span, ...]:
    """The paragraphs of a document's body, without head, dateline, lists above the text and signature.

    >>> from ingest.document import Role
    >>> roles = (Role("head", Span(0, 9)), Role("body", Span(0, 20)))
    >>> blocks(Document("1. Letter\\n\\nDear Ann.", "v.xml", "", roles=roles))
    (Span(start=11, end=20),)
    """
    body = document.role("body")
    end = len(document.text) if body is None else body.span.end
    out = [one.span for one in document.roles if one.role in _ABOVE and one.span.start < one.span.end]
    made, start = [], 0
    while start < end:
        stop = document.text.find("\n\n", start, end)
        stop = end if stop < 0 else stop
        one = Span(start, stop)
        if stop > start and not any(one.holds(other) for other in out):
            made.append(one)
        start = stop + 2
    return tuple(made)


def read(text: str, found: Sequence[Span], begin: int) -> Passages:
    """The passages that paragraphs make: by their own numbers, or each one, counted.

    *begin* is where the words begin behind the number of the telegram.

    >>> text = "90. We met.\\n\\nHe agreed."
    >>> [(one.number, one.body.of(text)) for one in read(text, (Span(0, 11), Span(13, 23)), 4).passages]
    [('1', 'We met.'), ('2', 'He agreed.')]
    """
    kept = [Span(max(one.start, begin), one.end) for one in found if max(one.start, begin) < one.end]
    if _numbered(text, kept):
        return passages(text, tuple(_lines(text, kept)))
    return Passages(tuple(_paragraph(text, one, place) for place, one in enumerate(kept, start=1)))


def notes(document: Document) -> Iterator[Passage]:
    """The editors' notes, each a passage of its own.

    >>> from ingest.document import Role
    >>> made = Document("Act.\\n\\n[n1] Now.", "v.xml", "", roles=(Role("note", Span(11, 15), None, "n1"),))
    >>> [(one.number, one.span.of(made.text)) for one in notes(made)]
    [('n1', '[n1] Now.')]
    """
    for role in document.roles:
        if role.role in NOTES and role.value is not None and role.span.start < role.span.end:
            span = Span(role.span.start - len(role.value) - 3, role.span.end)
            yield Passage(
                role.value, "stated", None, "inherited", None, span, role.span, "editors-note", kind="note"
            )


def _numbered(text: str, found: Sequence[Span]) -> bool:
    """Whether paragraphs have numbers of their own: 1, 2 ... from near the beginning, or most of them."""
    wanted, first = 1, None
    for place, one in enumerate(found):
        number = _OWN.match(text[one.start : one.start + 6])
        if number is not None and int(number.text("number")) == wanted:
            first = place if first is None else first
            wanted += 1
    if wanted <= 2:
        return False
    return (first is not None and first < _EARLY) or (wanted - 1) * 2 > len(found)


def _lines(text: str, found: Sequence[Span]) -> Iterator[Line]:
    for one in found:
        yield from (Line(line.start + one.start, line.text) for line in lines(one.of(text)))
        yield Line(one.end, "")


def _paragraph(text: str, span: Span, place: int) -> Passage:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    mark = leading_mark(text[start : min(span.end, start + 80)])
    if mark is None:
        whole = Span(start, span.end)
        return Passage(str(place), "inferred", None, "inherited", None, whole, whole, "paragraph")
    at = mark[1].moved(start)
    after = at.end + len(text[at.end : span.end]) - len(text[at.end : span.end].lstrip())
    return Passage(
        str(place),
        "inferred",
        mark[0],
        "stated",
        None,
        Span(start, span.end),
        Span(min(after, span.end), span.end),
        "paragraph",
        marking_span=at,
    )
