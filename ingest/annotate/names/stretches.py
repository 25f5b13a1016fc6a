"""Where to look: the stretches of a document in which mentions stand, and the words around a span."""

from typing import Final

from ingest.cable import Cable
from ingest.document import Span
from ingest.pattern import pattern

_WORD: Final = pattern("word", r"[A-Za-z][A-Za-z'’.]*[A-Za-z]|[A-Za-z]", example="word")
_REACH: Final = 40


def stretches(cable: Cable) -> tuple[Span, ...]:
    r"""The outermost passages of a document: its body without header and list of references.

    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "STATE 900001\nSUBJECT: MTCR\n\n1. Posts should:\nA. reply;\nB. wait.\n\n2. Thanks."
    >>> [one.of(text)[:2] for one in stretches(parse(Document(text, "a.txt", ""), knowledge()))]
    ['1.', '2.']
    """
    return tuple(one.span for one in cable.passages if one.parent is None)


def with_subject(cable: Cable) -> tuple[Span, ...]:
    r"""The subject line, where there is one, and the outermost passages.

    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "STATE 900001\nSUBJECT: MTCR\n\n1. Thanks."
    >>> [one.of(text) for one in with_subject(parse(Document(text, "a.txt", ""), knowledge()))]
    ['MTCR', '1. Thanks.']
    """
    subject = cable.header.subject
    return stretches(cable) if subject is None else (subject.span, *stretches(cable))


def markings(cable: Cable) -> tuple[Span, ...]:
    r"""The classification marks of passages: "(C/REL RUSSIA)" names nobody.

    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "STATE 900001\nSUBJECT: MTCR\n\n1. (C/REL RUSSIA) Thanks."
    >>> [one.of(text) for one in markings(parse(Document(text, "a.txt", ""), knowledge()))]
    ['(C/REL RUSSIA)']
    """
    return tuple(one.marking_span for one in cable.passages if one.marking_span is not None)


def in_capitals(text: str, span: Span) -> bool:
    """Whether a stretch is written in capitals throughout, as telegrams were before about 1990.

    >>> text = "THE US WILL HOST. (as above)"
    >>> in_capitals(text, Span(0, 17)), in_capitals(text, Span(17, 28))
    (True, False)
    """
    words = span.of(text)
    small = sum(map(str.islower, words))
    return small * 8 < sum(map(str.isupper, words))


def word_before(text: str, at: int) -> str:
    r"""The word that ends just before *at* with nothing but blanks between, in lower case; else ``""``.

    >>> word_before("met in\n Paris", 8), word_before("met, Paris", 5)
    ('in', '')
    """
    head = text[max(0, at - _REACH) : at].rstrip()
    found = head[len(head.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.'’/")) :]
    return found.strip(".'’").casefold()


def word_after(text: str, at: int) -> str:
    r"""The word that begins at or after *at* with nothing but blanks or a hyphen between, in lower case.

    >>> word_after("Paris\n agreed", 5), word_after("French-speaking", 6), word_after("Paris, we", 5)
    ('agreed', 'speaking', '')
    """
    tail = text[at : at + _REACH].lstrip(" \t\r\n-")
    found = _WORD.match(tail)
    return "" if found is None else found.text().casefold()
