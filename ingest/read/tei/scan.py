"""A TEI file, read in one pass: each of its documents as elements, and what stands outside of them counted.

The parser is expat: it opens no other file and no address, and tells where in the file each word stands. Only
the document that is being read is kept in memory.
"""

import codecs
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from ingest.document import Dropped
from ingest.read.given import Given
from ingest.read.refusal import Refused
from ingest.read.tei.kind import DOCTYPE, encoding
from ingest.read.tei.node import Element, Words

DEEPEST: Final = 100
_PARTS: Final = ("teiHeader", "front", "back")
BLOCK: Final = 64 * 1024


@dataclass(slots=True)
class Division:
    """One document of the file as it stands there.

    ``characters`` are those of the decoded file from the end of the document before to its own end,
    ``before`` those of them that stand outside of it, by the part of the file in which they stand; ``volume``
    is the file's own name for itself, ``page`` the last one that began before the document.
    """

    root: Element
    characters: int
    markup: int
    before: tuple[Dropped, ...]
    volume: str | None
    page: str | None = None


@dataclass(slots=True)
class _Cursor:
    """Turns places in bytes into places in characters; forgets the blocks that it has passed."""

    window: bytes = b""
    first: int = 0
    byte: int = 0
    character: int = 0

    def given(self, block: bytes) -> None:
        """The next bytes of the file."""
        self.window = self.window[self.byte - self.first :] + block
        self.first = self.byte

    def to(self, byte: int) -> int:
        """The number of characters before a byte."""
        if byte > self.byte:
            self.character += len(self.window[self.byte - self.first : byte - self.first].decode("utf-8"))
            self.byte = byte
        return self.character

    @property
    def coded(self) -> bool:
        """Whether an entity or a carriage return stands here."""
        return self.window[self.byte - self.first : self.byte - self.first + 1] in (b"&", b"\r")

    def end(self) -> int:
        """The number of characters that were given."""
        return self.to(self.first + len(self.window))


@dataclass(slots=True)
class _Scan:
    """What the parser has seen so far."""

    source: str
    done: list[Division] = field(default_factory=list)
    stack: list[Element] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    before: Counter[str] = field(default_factory=Counter)
    volume: str | None = None
    page: str | None = None
    first_page: str | None = None
    last: int = 0
    begun: int = 0
    markup: int = 0
    text: Words | None = None
    ended: Element | None = None

    def passed(self, at: int) -> None:
        """Counts what stands between the last event and this one."""
        if self.text is not None:
            self.text.end = at
            self.text = None
        elif self.stack or self.ended is not None:
            self.markup += at - self.last
        elif at > self.last:
            self.before[self.outside[-1] if self.outside else "file"] += at - self.last
        self.last = at
        if self.ended is not None:
            self._finish(self.ended, at)
            self.ended = None

    def opened(self, name: str, attributes: dict[str, str], at: int) -> None:
        """A start tag."""
        self.passed(at)
        made = Element(_local(name), {_local(key): value for key, value in attributes.items()})
        if len(self.stack) + len(self.outside) >= DEEPEST:
            raise Refused(self.source, "too-deep", f"more than {DEEPEST} elements stand inside each other")
        if made.name == "pb":
            self.page = made.get("n") or self.page
        if self.stack:
            self.stack[-1].children.append(made)
            self.stack.append(made)
        elif made.name == "div" and made.get("type") == "document":
            self.stack.append(made)
            self.begun, self.first_page, self.markup = at, self.page, 0
        else:
            self.volume = self.volume if self.outside else made.get("id")
            self.outside.append(_part(made, self.outside))

    def closed(self, at: int) -> None:
        """An end tag. That of a document is over where the next event begins."""
        self.passed(at)
        if not self.stack:
            self.outside.pop()
            return
        root = self.stack.pop()
        self.ended = None if self.stack else root

    def written(self, words: str, at: int, *, coded: bool) -> None:
        """Characters; those that the file writes otherwise (as an entity, a line end as two) stand alone."""
        text = self.text
        if text is not None and not coded and text.start + len(text.text) == at:
            text.text += words
            self.last = at
            return
        self.passed(at)
        if self.stack:
            self.text = Words(words, at, at)
            self.stack[-1].children.append(self.text)

    def _finish(self, root: Element, at: int) -> None:
        before = _counted(self.before)
        characters = sum(self.before.values()) + at - self.begun
        self.done.append(Division(root, characters, self.markup, before, self.volume, self.first_page))
        self.before.clear()


def _counted(characters: Counter[str]) -> tuple[Dropped, ...]:
    return tuple(Dropped(reason, number) for reason, number in characters.items())


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _part(element: Element, outside: list[str]) -> str:
    """What the part of the file in which an element stands is called: "persons", "index", "ch2"."""
    if element.name in _PARTS or (element.name == "div" and element.get("id") is not None):
        return element.get("id") or element.name
    return outside[-1] if len(outside) > 1 else element.name


def divisions(given: Given) -> Iterator[Division | tuple[Dropped, ...]]:
    """The documents of a file in order; last, what stands behind them.

    Raises :class:`Refused` where the file is not well formed, or has a DOCTYPE, behind the documents before
    that place.

    >>> file = b'<TEI xml:id="v"><text><div type="document" xml:id="d1"><p>Act.</p></div></text></TEI>'
    >>> found = list(divisions(Given("v.xml", data=file)))
    >>> found[0].root.get("id"), found[0].characters, found[-1]
    ('d1', 72, (Dropped(reason='TEI', characters=7), Dropped(reason='file', characters=6)))
    """
    _check(given)
    scan, cursor = _Scan(given.name), _Cursor()
    parser = _parser(scan, cursor)
    for block, last in _blocks(given):
        cursor.given(block)
        try:
            parser.Parse(block, last)
        except expat.ExpatError as error:
            scan.passed(cursor.end())
            yield from scan.done
            raise Refused(given.name, "malformed", f"the file is not well formed: {error}") from error
        yield from scan.done
        scan.done.clear()
    scan.passed(cursor.end())
    yield _counted(scan.before)


def _blocks(given: Given) -> Iterator[tuple[bytes, bool]]:
    """The file in UTF-8, piece by piece, and whether a piece is the last."""
    decoder = codecs.getincrementaldecoder(encoding(given.head, given.name))()
    with given.open() as stream:
        while True:
            raw = stream.read(BLOCK)
            try:
                yield decoder.decode(raw, not raw).encode("utf-8"), not raw
            except UnicodeError as error:
                raise Refused(given.name, "malformed", f"the file is not well formed: {error}") from error
            if not raw:
                return


def _check(given: Given) -> None:
    head = given.head.replace(b"\x00", b"").decode("latin-1")
    if DOCTYPE.search(head) is not None:
        raise _entities(given.name)


def _entities(source: str) -> Refused:
    message = "the file has a DOCTYPE, which can make a parser open other files or grow without end"
    return Refused(source, "entities", message)


def _parser(scan: _Scan, cursor: _Cursor) -> expat.XMLParserType:
    parser = expat.ParserCreate(encoding="utf-8")

    def here() -> int:
        return cursor.to(parser.CurrentByteIndex)

    def refuse(*_: object) -> None:
        raise _entities(scan.source)

    parser.buffer_text = False
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = lambda name, attributes: scan.opened(name, attributes, here())
    parser.EndElementHandler = lambda _: scan.closed(here())
    parser.CharacterDataHandler = lambda words: scan.written(words, here(), coded=cursor.coded)
    # Only to know where the words before them end.
    parser.CommentHandler = lambda _: scan.passed(here())
    parser.ProcessingInstructionHandler = lambda *_: scan.passed(here())
    parser.StartCdataSectionHandler = lambda: scan.passed(here())
    parser.EndCdataSectionHandler = lambda: scan.passed(here())
    return parser
