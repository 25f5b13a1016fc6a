"""Words put together to a text, white space folded as TEI means it, with the place of each in the file."""

from dataclasses import dataclass, field
from typing import Final

from ingest.document import Segment, Span
from ingest.pattern import pattern
from ingest.read.tei.node import Words

_RUN: Final = pattern("tei-run", r"[^ \t\r\n]+(?: [^ \t\r\n]+)*|[ \t\r\n]+", example="two words")
_BLANK: Final = " \t\r\n"


@dataclass(slots=True)
class Writer:
    r"""A text that grows. Indentation is no text, and what stands between two blocks is a break of its own.

    ``flat``: a break is a space, as inside of a note.

    >>> made = Writer()
    >>> made.write(Words("\n   at  last ", 10, 23)); made.line(2); made.write(Words("Act", 30, 33))
    >>> made.text, made.blanks, made.origin[0]
    ('at last\n\nAct', 5, Segment(span=Span(start=0, end=2), source=Span(start=14, end=16)))
    >>> made.cell(); made.insert("2"); made.space(); made.next, made.close(), made.next
    (15, None, 14)
    >>> made.text
    'at last\n\nAct\t2'
    """

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    origin: list[Segment] = field(default_factory=list)
    blanks: int = 0
    flat: bool = False
    _between: str = ""
    _space: Span | None = None

    @property
    def text(self) -> str:
        """What was written so far."""
        return "".join(self.pieces)

    @property
    def next(self) -> int:
        """Where the next word will stand."""
        return self.length + (len(self._between) if self.length else 0)

    def write(self, words: Words) -> None:
        """Characters of the file."""
        if not words.exact:
            self._entity(words)
            return
        for found in _RUN.finditer(words.text):
            run, source = found.text(), found.span.moved(words.start)
            if run[0] in _BLANK:
                self._blank(source)
            else:
                self._put(run, source)

    def line(self, breaks: int = 1) -> None:
        """The next word begins a line; with two breaks, a paragraph."""
        wanted = " " if self.flat else "\n" * breaks
        self._drop_space()
        if len(wanted) > len(self._between) or self._between == "\t" or wanted > self._between == " ":
            self._between = wanted

    def space(self) -> None:
        """The next word is another one."""
        if not self._between:
            self._between = " "

    def cell(self) -> None:
        """The next word begins a cell of a table."""
        self._drop_space()
        if self._between in ("", " "):
            self._between = " " if self.flat else "\t"

    def insert(self, words: str) -> None:
        """Words that are not of the file."""
        self._flush()
        self.pieces.append(words)
        self.length += len(words)

    def close(self) -> None:
        """Nothing follows."""
        self._drop_space()
        self._between = ""

    def _entity(self, words: Words) -> None:
        source = Span(words.start, words.end)
        if words.text.strip(_BLANK):
            self._put(words.text, source)
        else:
            self._blank(source)

    def _blank(self, source: Span) -> None:
        if self._between or not self.length:
            self.blanks += source.end - source.start
        else:
            self._between, self._space = " ", source

    def _put(self, run: str, source: Span) -> None:
        self._flush()
        self.pieces.append(run)
        self.origin.append(Segment(Span(self.length, self.length + len(run)), source))
        self.length += len(run)

    def _flush(self) -> None:
        if self.length and self._between:
            self.pieces.append(self._between)
            if self._space is not None:
                self.origin.append(Segment(Span(self.length, self.length + 1), self._space))
            self.length += len(self._between)
            self._between, self._space = "", None
        self._drop_space()
        self._between = ""

    def _drop_space(self) -> None:
        if self._space is not None:
            self.blanks += self._space.end - self._space.start
            self._between, self._space = "", None
