"""What every later stage points back into: one immutable text and spans of it."""

from dataclasses import dataclass


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
