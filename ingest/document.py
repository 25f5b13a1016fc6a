"""What every later stage points back into: one immutable text and spans of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text, in characters: ``text[start:end]`` is the quote.

    >>> Span(4, 9).of("the words here")
    'words'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end, not [{self.start}, {self.end}]")

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
class Document:
    """A text as it came, decoded and otherwise untouched.

    ``source`` names the file for messages and is never part of an identifier; ``sha256`` is that of the raw
    bytes; ``encodings`` lists those that the lines needed, in order of first use.
    """

    text: str
    source: str
    sha256: str
    encodings: tuple[str, ...] = ("utf-8",)


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
    for markup in _MARKUP:
        plain = plain.replace(markup, " " * len(markup))
    for dash in ("\u2014", "\u2015"):
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
