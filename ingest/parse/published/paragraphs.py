"""The body of a published document as passages, and the editors' notes behind them."""

from collections.abc import Iterator, Sequence
from typing import Final

from ingest.cable import Passage
from ingest.document import Document, Span
from ingest.parse.body.marking import leading_mark
from ingest.parse.body.passages import Passages, passages
from ingest.parse.text.lines import Line, lines
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
_LABEL: Final = pattern(
    "memorandum-label",
    r"^\s*(?i:to|from|through|thru|via|info|also|cc|date|date and time|time and place|time|place|participants"
    r"|present|subject|subjects|ref|reference|references|copies to|drafted by|approved by)\s*:",
    example="SUBJECT: The Dam",
)
_LONGEST_LABEL: Final = 1000
_LETTERED: Final = pattern("lettered", r"^\(?[ABDEFab]\)\s", example="(B) Prime Minister")
MARKED_SINCE: Final = 1972
"""Before that year no telegram has portion marks: "(C)" is the third of a list."""
_EARLY: Final = 3
"""Numbers that begin later than this many paragraphs count only where most paragraphs have one."""
_MISSING: Final = 3
_FEWEST: Final = 2
_LONG: Final = 12
_SHORTEST: Final = 2
_ENDS: Final = '.?!:;”"’—…'


def blocks(document: Document) -> tuple[Span, ...]:
    """The paragraphs of a document's body, without head, dateline, lists above the text and signature.

    >>> from ingest.document import Role
    >>> roles = (Role("head", Span(0, 9)), Role("body", Span(0, 20)))
    >>> blocks(Document("1. Letter\\n\\nDear Ann.", "v.xml", "", roles=roles))
    (Span(start=11, end=20),)
    """
    return tuple(one for one in _parts(document) if not _is_label(one.of(document.text)))


def labelled(document: Document) -> tuple[Span, ...]:
    r"""The paragraphs that are lines of a memorandum's header: "SUBJECT: The Dam".

    >>> labelled(Document("SUBJECT: The Dam\n\nWe met.", "v.xml", ""))
    (Span(start=0, end=16),)
    """
    return tuple(one for one in _parts(document) if _is_label(one.of(document.text)))


def _parts(document: Document) -> Iterator[Span]:
    body = document.role("body")
    end = len(document.text) if body is None else body.span.end
    out = [one.span for one in document.roles if one.role in _ABOVE and one.span.start < one.span.end]
    start = 0
    while start < end:
        stop = document.text.find("\n\n", start, end)
        stop = end if stop < 0 else stop
        one = Span(start, stop)
        if stop > start and not any(one.holds(other) for other in out):
            yield one
        start = stop + 2


def read(text: str, found: Sequence[Span], begin: int, *, year: int | None = None) -> Passages:
    """The passages that paragraphs make: by their own numbers, or each one, counted.

    *begin* is where the words begin behind the number of the telegram, *year* that of the document.

    >>> text = "90. We met.\\n\\nHe agreed."
    >>> [(one.number, one.body.of(text)) for one in read(text, (Span(0, 11), Span(13, 23)), 4).passages]
    [('1', 'We met.'), ('2', 'He agreed.')]
    """
    kept = [Span(max(one.start, begin), one.end) for one in found if max(one.start, begin) < one.end]
    if _numbered(text, kept):
        return passages(text, tuple(_lines(text, kept)))
    lettered = any(_LETTERED.match(one.of(text)[:6]) is not None for one in kept)
    marked = not lettered and (year is None or year >= MARKED_SINCE)
    return Passages(tuple(_paragraphs(text, kept, marked=marked)))


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
    """Whether paragraphs have numbers of their own: 1, 2 ... from near the beginning, or most of them.

    A number or two may be missing, where the editors left a paragraph out.
    """
    last, count, first = 0, 0, None
    for place, one in enumerate(found):
        number = _OWN.match(text[one.start : one.start + 6])
        if number is not None and last < int(number.text("number")) <= (last + _MISSING if last else 1):
            first = place if first is None else first
            last, count = int(number.text("number")), count + 1
    if count < _FEWEST:
        return False
    return (first is not None and first < _EARLY) or count * 2 > len(found)


def _lines(text: str, found: Sequence[Span]) -> Iterator[Line]:
    for one in found:
        yield from (Line(line.start + one.start, line.text) for line in lines(one.of(text)))
        yield Line(one.end, "")


def _paragraphs(text: str, found: Sequence[Span], *, marked: bool) -> Iterator[Passage]:
    """Each paragraph as a passage, a title above it as its heading; letterhead and signature are none."""
    told = [one for one in found if _tells(one.of(text))]
    kept = told or list(found)
    place = 0
    above: Span | None = None
    for one in found:
        if one not in kept:
            above = one if place else None
            continue
        place += 1
        yield _paragraph(text, one, place, above, marked=marked)
        above = None


def _is_label(words: str) -> bool:
    return _LABEL.match(words[:40]) is not None and len(words) < _LONGEST_LABEL


def _tells(words: str) -> bool:
    """Whether a paragraph says something: a long one, or one that ends as a sentence does."""
    count = len(words.split())
    return count >= _LONG or (count >= _SHORTEST and words.rstrip("[]()*†‡ \n")[-1:] in _ENDS)


def _paragraph(text: str, span: Span, place: int, above: Span | None, *, marked: bool) -> Passage:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    mark = leading_mark(text[start : min(span.end, start + 80)]) if marked else None
    at = None if mark is None else mark[1].moved(start)
    behind = start if at is None else at.end
    after = behind + len(text[behind : span.end]) - len(text[behind : span.end].lstrip())
    return Passage(
        str(place),
        "inferred",
        None if mark is None else mark[0],
        "inherited" if mark is None else "stated",
        None if above is None else " ".join(above.of(text).split()),
        Span(start if above is None else above.start, span.end),
        Span(min(after, span.end), span.end),
        "paragraph",
        heading_span=above,
        marking_span=at,
    )
