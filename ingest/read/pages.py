"""Pages in their order, put together to one document in which nothing is lost."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ingest.document import Document, Dropped, Form, Role, Segment, Sheet, Span, Word
from ingest.read.given import Given


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a page: its text with the line ends after it, and where it stands in the page's source."""

    text: str
    source: Span


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its lines, how many characters its source has and why some are not in the lines.

    ``image`` is the hash of the image that it was read from; spans of ``words`` count from its beginning.

    >>> Page(1, (Row("FM ROME\\n", Span(0, 8)), Row("END\\n", Span(8, 12))), 12).text.split()
    ['FM', 'ROME', 'END']
    """

    number: int
    rows: tuple[Row, ...]
    characters: int
    dropped: tuple[Dropped, ...] = ()
    words: tuple[Word, ...] = ()
    image: str | None = None
    size: tuple[int, int] = (0, 0)
    dpi: int = 0

    @property
    def text(self) -> str:
        """The lines of the page."""
        return "".join(row.text for row in self.rows)


def bound(given: Given, form: Form, pages: Iterable[Page]) -> Document:
    r"""The pages as one document: each is a stretch of it called "page", scanned ones are sheets as well.

    >>> one = Page(1, (Row("STATE 900001\n", Span(0, 14)),), 14)
    >>> two = Page(2, (Row("END\n", Span(3, 7)),), 7, (Dropped("specks", 3),))
    >>> made = bound(Given("a.pdf", data=b""), "pdf", (one, two))
    >>> made.text, [(one.name, one.span) for one in made.roles]
    ('STATE 900001\nEND\n', [('1', Span(start=0, end=13)), ('2', Span(start=13, end=17))])
    >>> made.characters, [(one.span.start, one.source.start) for one in made.origin], made.dropped
    (21, [(0, 0), (13, 17)], (Dropped(reason='specks', characters=3),))
    """
    all_pages = tuple(pages)
    placed = tuple(_placed(all_pages))
    return Document(
        "".join(page.text for page in all_pages),
        given.name,
        given.sha256,
        form=form,
        roles=tuple(Role("page", span, str(page.number)) for page, span, _ in placed),
        characters=sum(page.characters for page in all_pages),
        origin=tuple(one for page, span, source in placed for one in _segments(page, span.start, source)),
        dropped=_dropped(all_pages),
        sheets=tuple(_sheet(page, span) for page, span, _ in placed if page.image is not None),
    )


def _placed(pages: Iterable[Page]) -> Iterator[tuple[Page, Span, int]]:
    """Each page, its stretch of the text, and where its source begins."""
    at = source = 0
    for page in pages:
        length = len(page.text)
        yield page, Span(at, at + length), source
        at, source = at + length, source + page.characters


def _segments(page: Page, at: int, source: int) -> Iterator[Segment]:
    for row in page.rows:
        yield Segment(Span(at, at + len(row.text)), row.source.moved(source))
        at += len(row.text)


def _sheet(page: Page, span: Span) -> Sheet:
    words = tuple(replace(word, span=word.span.moved(span.start)) for word in page.words)
    return Sheet(page.number, span, page.image or "", page.size, page.dpi, words)


def _dropped(pages: Iterable[Page]) -> tuple[Dropped, ...]:
    totals: dict[str, int] = {}
    for page in pages:
        for one in page.dropped:
            totals[one.reason] = totals.get(one.reason, 0) + one.characters
    return tuple(Dropped(reason, totals[reason]) for reason in sorted(totals))
