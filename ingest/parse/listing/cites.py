"""All places of a text that cite other documents, found in a few passes however long it is."""

from collections.abc import Iterator
from typing import Final

from ingest.document import Span
from ingest.knowledge import Knowledge
from ingest.parse.listing.beside import named_documents
from ingest.parse.listing.listed import listed
from ingest.parse.listing.numbering import Numbering
from ingest.parse.listing.pointer import Pointer
from ingest.parse.listing.reftel import reftels
from ingest.parse.text.posts import posts_of

_KEPT: Final = 4
_LOWER: Final = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
_MADE: Final[list[tuple[Knowledge, Numbering]]] = []


def pointers(
    text: str, knowledge: Knowledge, span: Span | None = None, known: frozenset[str] = frozenset()
) -> Iterator[Pointer]:
    """The pointers to other documents in running text, in the order of the text.

    *known* are the labels of its list of references, which tell "ref A" from other words.

    >>> from ingest.tables import knowledge
    >>> text = "See ref B, para 3, 07 Paris 4417 and septel."
    >>> [one.span.of(text) for one in pointers(text, knowledge())]
    ['ref B', '07 Paris 4417', 'septel']
    """
    span = Span(0, len(text)) if span is None else span
    low = _small(text)
    yield from _pointers(text, low, span, knowledge, known)


def _pointers(
    text: str, low: str, span: Span, knowledge: Knowledge, known: frozenset[str]
) -> Iterator[Pointer]:
    found = [
        *reftels(text, low, span, known),
        *named_documents(text, low, span, knowledge.profiles),
        *_numbering(knowledge).find(text, span),
    ]
    found.sort(key=lambda one: (one.span.start, -one.span.end))
    end = -1
    for one in found:
        if one.span.start >= end:
            end = one.span.end
            yield one


def find_citations(text: str, knowledge: Knowledge) -> Iterator[Pointer]:
    r"""All places of a raw text that cite: the items of its lists of references, and pointers elsewhere.

    >>> from ingest.tables import knowledge
    >>> text = "REF: A. 07 LIMA 900001\n\n1. Per ref A and STATE 900002."
    >>> [(one.kind, one.identifier(2008)) for one in find_citations(text, knowledge())]
    [('reference', '2007LIMA900001'), ('letters', None), ('serial', '2008STATE900002')]
    """
    low = _small(text)
    at = 0
    for one in listed(text, low, Span(0, len(text)), knowledge):
        yield from _pointers(text, low, Span(at, one.span.start), knowledge, frozenset())
        yield from one.items
        at = one.span.end
    yield from _pointers(text, low, Span(at, len(text)), knowledge, frozenset())


def _small(text: str) -> str:
    """*text* in small letters, as long as it was."""
    low = text.lower()
    return low if len(low) == len(text) else text.translate(_LOWER)


def _numbering(knowledge: Knowledge) -> Numbering:
    for known, made in _MADE:
        if known is knowledge:
            return made
    made = Numbering(knowledge.posts, posts_of(knowledge.posts))
    _MADE.append((knowledge, made))
    del _MADE[:-_KEPT]
    return made
