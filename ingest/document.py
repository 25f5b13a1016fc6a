"""What every later stage points back into: one immutable text and spans of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, NamedTuple, TypeAlias

Form: TypeAlias = Literal["text", "html", "csv", "tei", "pdf", "image", "email"]
"""What a file is, told by its content."""


class _Stretch(NamedTuple):
    start: int
    end: int


class Span(_Stretch):
    """A stretch of a document's text, in characters: ``text[start:end]`` is the quote.

    A tuple underneath, since a document makes thousands.

    >>> Span(4, 9).of("the words here")
    'words'
    >>> Span(9, 4)
    Traceback (most recent call last):
    ValueError: a span needs 0 <= start <= end, not [9, 4]
    """

    __slots__ = ()

    def __new__(cls, start: int, end: int) -> "Span":
        """A stretch from *start* up to *end*; ``ValueError`` where it would end before it begins."""
        if not 0 <= start <= end:
            raise ValueError(f"a span needs 0 <= start <= end, not [{start}, {end}]")
        return tuple.__new__(cls, (start, end))

    def of(self, text: str) -> str:
        """The words that the span covers.

        >>> Span(0, 3).of("the words")
        'the'
        """
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Whether *other* lies inside this span.

        >>> Span(0, 10).holds(Span(3, 5)), Span(0, 10).holds(Span(8, 12))
        (True, False)
        """
        return self.start <= other.start and other.end <= self.end

    def moved(self, offset: int) -> "Span":
        """The same stretch, *offset* characters further on.

        >>> Span(1, 2).moved(10)
        Span(start=11, end=12)
        """
        return Span(self.start + offset, self.end + offset)


@dataclass(frozen=True, slots=True)
class Role:
    """A stretch of the text of which the file's own structure tells what it is.

    ``role`` is "identifier", "date", "origin", "classification", "references", "header", "body", "head",
    "dateline", "source-note", "summary", "note", "subject", "participants", "from", "to", "closer", "page" or
    "title"; ``name`` is what the file calls it ("d6fn2", page "11"), ``value`` what it states in a form for
    programs (the ``when`` of a date: "1956-01-05T16:00:00"). "damage" is a stretch that the file wrote
    wrongly: ``name`` a code, ``value`` what is wrong; "pasted" names a telegram that stood below it (``name``
    its part of the file, ``value`` its date-time group).
    """

    role: str
    span: Span
    name: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Words that the file itself ties to another document: ``target`` as in "frus1955-57v15-d2".

    ``place`` is the part of the target that is meant ("n4", its fourth note), where one is.
    """

    span: Span
    target: str
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """The place in the text at which a note is called: behind the character before ``at``."""

    at: int
    note: str


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters of the text and those of the decoded source that they came from.

    ``span`` is of the text, ``source`` of the source; their lengths differ where one character stands for an
    entity or several blanks became one.
    """

    span: Span
    source: Span


@dataclass(frozen=True, slots=True)
class Dropped:
    """How many characters of the source are not in the text, and why: "markup", "script"."""

    reason: str
    characters: int


@dataclass(frozen=True, slots=True)
class Word:
    """A word read from an image: its box in pixels (left, top, right, bottom), and 0 to 100 how surely."""

    span: Span
    box: tuple[int, int, int, int]
    confidence: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a scanned document: the hash of its image, its size in pixels, dots per inch, its words."""

    number: int
    span: Span
    image: str
    size: tuple[int, int]
    dpi: int
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A text as it came, decoded and otherwise untouched; out of a container, unwrapped once.

    ``source`` names the file for messages and is never part of an identifier; ``sha256`` is that of the raw
    bytes (of a part: of its text in UTF-8); ``encodings`` lists those that the lines needed, in order of
    first use. A document that is one of several in a file has the hash of that file in ``container`` and its
    name there in ``part`` ("d434", "row 17").

    Nothing is lost in silence: ``characters`` of the decoded source (of the part) = those of ``origin`` +
    those of ``dropped``. Plain text is its own source and needs neither.
    """

    text: str
    source: str
    sha256: str
    encodings: tuple[str, ...] = ("utf-8",)
    form: Form = "text"
    container: str | None = None
    part: str | None = None
    roles: tuple[Role, ...] = ()
    links: tuple[Link, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    characters: int | None = None
    origin: tuple[Segment, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    sheets: tuple[Sheet, ...] = ()

    def role(self, name: str) -> Role | None:
        """The first stretch with that role.

        >>> made = Document("5. Letter", "v.xml", "", roles=(Role("head", Span(0, 9)),))
        >>> made.role("head").span, made.role("note")
        (Span(start=0, end=9), None)
        """
        return next((one for one in self.roles if one.role == name), None)


_SPACES: Final = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u200b\u200e\u200f\u202f\u205f\u2060\u3000\ufeff"
)
_DASHES: Final = "\u00ad\u2010\u2011\u2012\u2013\u2212"
_PLAIN: Final[Mapping[int, str]] = {
    ord(character): plain
    for characters, plain in (
        (_SPACES, " "),
        (_DASHES, "-"),
        ("\u2018\u2019\u201a\u201b\u2032\u00b4", "'"),
        ("\u201c\u201d\u201e\u201f\u2033", '"'),
        ("\u0085\u2028\u2029", "\n"),
    )
    for character in characters
}

_MARKUP: Final = ("<br>", "<br/>", "<br />", "<BR>", "<p>", "</p>", "<P>", "</P>", "&nbsp;")


@lru_cache(maxsize=32)
def folded(text: str) -> str:
    r"""*text* for matching: as long as it was, with plain spaces, quotation marks, hyphens and line ends.

    Markup that only parts lines is blank.
    A dash between words without spaces stays, so that it does not join them.

    >>> folded("Partners\u2019 \u201cview\u201d,\u00a026\u201327 April \u2014 at last")
    'Partners\' "view", 26-27 April - at last'
    """
    plain = text if text.isascii() else text.translate(_PLAIN)
    for markup in _MARKUP if "<" in plain or "&" in plain else ():
        plain = plain.replace(markup, " " * len(markup))
    for dash in () if plain.isascii() else ("\u2014", "\u2015"):
        plain = plain.replace(f" {dash} ", " - ").replace(f" {dash}\n", " -\n").replace(f"\n{dash} ", "\n- ")
    return plain


@lru_cache(maxsize=32)
def blanked(text: str, spans: tuple[Span, ...]) -> str:
    """*text*, as long as it was, with spaces in place of some stretches.

    >>> blanked("the words here", (Span(4, 9),))
    'the       here'
    """
    parts, last = [], 0
    for span in sorted(spans):
        parts += [text[last : span.start], " " * (span.end - max(last, span.start))]
        last = max(last, span.end)
    return "".join((*parts, text[last:]))
