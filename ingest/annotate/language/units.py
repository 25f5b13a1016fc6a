"""The sentences and list items of a document, passage by passage, and what is written for others to say."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Final

from ingest.annotate.language.sentences import LETTER_MARK, LIST_MARK, sentences
from ingest.annotate.language.vocabulary import table
from ingest.annotate.language.word import Words, lows_of, words
from ingest.cable import Cable, Passage
from ingest.document import Span
from ingest.pattern import Pattern, pattern

ITEM_MARK = pattern(
    "item-mark",
    r"\s*(?:(?:and|or|AND|OR)\s+(?:\(\w+\)|--+)[ \t]*|" + LIST_MARK + r"[ \t]*|" + LETTER_MARK + r")",
    example="--encourage",
)
MARKING = pattern("leading-marking", r"\s*\((?:U|SBU|C|S|TS|C/NF|S/NF|S//NF|LOU)\)\s*", example="(C) Deliver")


@dataclass(frozen=True)
class Unit:
    """A sentence or list item; ``words`` are those after its list mark, ``heading`` that of its passage.

    Most sentences have no word that any rule begins at: what they say is in ``lows``, and their words are not
    made unless somebody asks.

    >>> text = "--Posts should reply."
    >>> one = Unit(Span(0, 21), text, Span(2, 21), True, "1", None, spoken=False)
    >>> one.said, one.first, len(one.words), "should" in one.lows
    (('posts', 'should', 'reply', '.'), 'posts', 4, True)
    """

    span: Span
    text: str = field(repr=False, compare=False)
    inner: Span
    is_item: bool
    passage: str
    parent: str | None
    spoken: bool
    heading: str | None = None

    @cached_property
    def said(self) -> tuple[str, ...]:
        """The words and marks in lower case, in their order."""
        return lows_of(self.inner.of(self.text))

    @cached_property
    def lows(self) -> frozenset[str]:
        """The words in lower case, without regard to how often or where."""
        return frozenset(self.said)

    @property
    def first(self) -> str:
        """The first word in lower case."""
        return self.said[0] if self.said else ""

    @cached_property
    def words(self) -> Words:
        """The words, each with its place."""
        return words(self.text, self.inner)


_MARKS: Final = frozenset("-•*·–—().")
_AND_OR: Final = ("and", "or", "AND", "OR")


def _may_be_item(quote: str) -> bool:
    """Whether a sentence may begin with a list mark: the pattern takes longer to say that most do not."""
    begins = quote.lstrip()
    return not _MARKS.isdisjoint(begins[:5]) or begins.startswith(_AND_OR)


_KEPT: Final = 4
_READ: Final[list[tuple[Cable, tuple["Unit", ...]]]] = []


def units(cable: Cable) -> tuple[Unit, ...]:
    r"""All sentences and list items of the body, in the order of the text.

    >>> from tests.make import cable
    >>> [(one.is_item, len(one.words)) for one in units(cable("Posts should:\n--reply."))]
    [(False, 3), (True, 2)]
    """
    # Five annotators and two resolvers ask in turn, of the same object; comparing cables would cost more.
    for known, found in _READ:
        if known is cable:
            return found
    found = tuple(_units(cable))
    _READ.append((cable, found))
    del _READ[:-_KEPT]
    return found


def titles(cable: Cable) -> tuple[Unit, ...]:
    r"""The headings of passages, which may name what the passages treat.

    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "STATE 900001\nSUBJECT: MTCR\n\n1. (C) Danish Paper on Gyros\n\nPosts should reply."
    >>> [one.inner.of(text) for one in titles(parse(Document(text, "a.txt", ""), knowledge()))]
    ['Danish Paper on Gyros']
    """
    return tuple(
        Unit(one.heading_span, cable.text, one.heading_span, False, one.number, one.parent, spoken=False)
        for one in cable.passages
        if one.heading_span is not None
    )


def _units(cable: Cable) -> Iterator[Unit]:
    spoken = spoken_regions(cable)
    stretches = [
        (body, passage) for passage in cable.passages for body in (passage.body, *_tails(cable, passage))
    ]
    for body, passage in sorted(stretches, key=lambda one: (one[0].start, len(one[1].number))):
        for position, span in enumerate(sentences(cable.text, body)):
            yield _unit(cable, passage, span, position == 0 and body == passage.body, spoken)


def _tails(cable: Cable, passage: Passage) -> Iterator[Span]:
    """What a passage goes on to say behind and between the items that it holds."""
    at = passage.body.end
    inner = [
        one.span for one in cable.passages if one.parent == passage.number and passage.span.holds(one.span)
    ]
    for start, end in [
        *((one.start, one.end) for one in sorted(inner)),
        (passage.span.end, passage.span.end),
    ]:
        if at < start and cable.text[at:start].strip():
            yield Span(at, start)
        at = max(at, end)


def _unit(cable: Cable, passage: Passage, span: Span, first: bool, spoken: tuple[Span, ...]) -> Unit:
    quote = span.of(cable.text)
    mark = ITEM_MARK.match(quote) if _may_be_item(quote) else None
    start = span.start + (mark.span.end if mark is not None else 0)
    rest = cable.text[start : span.end]
    marking = MARKING.match(rest) if rest.lstrip()[:1] == "(" else None
    if marking is not None:
        start += marking.span.end
    return Unit(
        span,
        cable.text,
        Span(start, span.end),
        mark is not None or (first and passage.kind == "bullet"),
        passage.number,
        passage.parent,
        bool(spoken) and any(_is_spoken(cable.text, span, one) for one in spoken),
        passage.heading,
    )


def _is_spoken(text: str, span: Span, region: Span) -> bool:
    """Whether a sentence stands in a region, or opens it ("BEGIN POINTS: You should act.")."""
    opening = text[span.start : region.start].lower().startswith(("begin", "start"))
    return region.holds(span) or (opening and span.start < region.start < span.end)


@cache
def _boundaries() -> Pattern:
    names = "|".join(row["words"].replace(" ", r"\s+") for row in table("spoken_regions"))
    return pattern(
        "spoken-region",
        r"(?i)\b(?P<edge>begin|end|start(?: of)?)\s+(?:of\s+)?(?:\w+\s+){0,3}?(?:" + names + r")\b",
        example="BEGIN TALKING POINTS",
    )


def spoken_regions(cable: Cable) -> tuple[Span, ...]:
    """The stretches between "begin" and "end" of talking points, papers and statements.

    >>> from tests.make import cable
    >>> [span.of("BEGIN POINTS: You should act. END POINTS.") for span in
    ...  spoken_regions(cable("BEGIN POINTS: You should act. END POINTS."))]
    [': You should act. ']
    """
    found: list[Span] = []
    opened: int | None = None
    for match in _boundaries().finditer(cable.text):
        if match.text("edge").lower() != "end":
            opened = match.span.end if opened is None else opened
        elif opened is not None:
            found.append(Span(opened, match.span.start))
            opened = None
    return tuple(found)
