"""Pages: mirrors of telegrams and statements as HTML."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import Final

from ingest.document import Document
from ingest.pattern import pattern
from ingest.read.decode import decode
from ingest.read.given import Given
from ingest.read.html.blocks import Block, layout
from ingest.read.html.choose import choose, keep_lines
from ingest.read.html.elements import elements
from ingest.read.html.tokens import Token, tokens
from ingest.read.html.told import told
from ingest.read.limit import check_bytes, check_size
from ingest.read.refusal import Refused
from ingest.read.unwrap import Unwrapping

_PIECE: Final = pattern(
    "html-piece",
    r"(?P<entity>&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,7};?|[A-Za-z][A-Za-z0-9]{1,31};?))"
    r"|(?P<line>\r\n|[\r\n])|(?P<space>[ \t\f]+)",
    example="&nbsp;",
)
_ROOT: Final = pattern(
    "html-root",
    r"(?i)^[\s\x{feff}]*(?:<\?xml[^>]*>\s*)?(?:<!--(?:[^-]|-[^-])*-->\s*)*"
    r"<(?:!doctype\s+html|(?:html|head|body|title|meta|link|style|script|base|table|pre|div|center|h[1-6]|p|code|font|span"
    r"|ul|ol|dl|article|section|main|header|nav|a|b|br|hr|img)[\s/>])",
    example="<!DOCTYPE html>",
)
_DOUBLED: Final = 3
"""So many breaks by tags in a block that keeps its lines: the line ends beside them are layout."""
_LONGEST_ENTITY: Final = 34


def is_html(head: bytes) -> bool:
    """Whether the first element of a file is one of HTML.

    >>> is_html(b"<!DOCTYPE html><html>"), is_html(b"<TEI xmlns='x'>"), is_html(b"R 040045Z APR 08<br>")
    (True, False, False)
    """
    return b"<" in head and _ROOT.match(decode(head)[0][:8000]) is not None


def html_documents(given: Given) -> Iterator[Document]:
    """The one document that a page holds; what is only of the site is dropped.

    >>> data = b"<html><nav>Home</nav><h1>Plenary</h1><p>Partners &amp; others met.</p></html>"
    >>> [one] = html_documents(Given("2003.html", data=data))
    >>> one.text, [(drop.reason, drop.characters) for drop in one.dropped]
    ('Plenary\\n\\nPartners & others met.', [('markup', 37), ('navigation', 4)])
    """
    check_size(given.size, given.name)
    data = given.all()
    check_bytes(data, given.name, lines=False)
    source, encodings = decode(data)
    made = unwrapped(source)
    if not made.text.strip():
        raise Refused(given.name, "empty", "the page has no words")
    yield Document(
        made.text,
        given.name,
        given.sha256,
        encodings,
        "html",
        roles=made.roles,
        characters=len(source),
        origin=made.origin,
        dropped=made.dropped,
    )


def unwrapped(source: str) -> Unwrapping:
    """The document of a page, with what the page tells of it.

    >>> unwrapped("<p>One</p><p>Two<br>lines</p>").text
    'One\\n\\nTwo\\nlines'
    """
    page = layout(source, tokens(source))
    spoken = told(page.blocks)
    keep_lines(page.blocks)
    reasons = choose(page.blocks, spoken)
    writer = _Writer(Unwrapping(source))
    places = {id(block): index for index, block in enumerate(page.blocks)}
    for token, block in zip(page.tokens, page.of, strict=True):
        if block is None:
            writer.markup(token, "layout" if token.kind == "text" else _reason(token))
        else:
            index = places[id(block)]
            writer.words(token, block, reasons[index], spoken.get(index))
    writer.finish()
    return writer.made


def _reason(token: Token) -> str:
    return {"comment": "comment", "raw": token.name}.get(token.kind, "markup")


@dataclass(slots=True)
class _Gap:
    """Characters that wait: they part what is kept before and behind, or are dropped."""

    start: int
    end: int
    reason: str
    text: str = ""


@dataclass(slots=True)
class _Writer:
    """Writes the kept words, with as much space between as the page shows."""

    made: Unwrapping
    gaps: list[_Gap] = field(default_factory=list)
    last: Block | None = None
    begun: int = 0
    telling: tuple[str, str] | None = None

    def markup(self, token: Token, reason: str) -> None:
        """A tag, a comment or space between blocks."""
        self.gaps.append(_Gap(token.start, token.end, reason))

    def words(self, token: Token, block: Block, reason: str | None, spoken: tuple[str, str] | None) -> None:
        """A stretch of a block's words, or a line break in it."""
        if reason is not None:
            self.gaps.append(_Gap(token.start, token.end, "markup" if token.kind != "text" else reason))
        elif token.kind != "text":
            self.gaps.append(_Gap(token.start, token.end, "markup", "\n"))
        elif block.preformatted and not block.text.isspace():
            self._lines(token, block, spoken)
        else:
            self._flowing(token, block, spoken)

    def finish(self) -> None:
        """What waits is dropped."""
        self._told()
        self._drop(self.gaps)
        self.gaps = []

    def _pieces(self, token: Token) -> Iterator[tuple[str, int, int]]:
        """The entities, line ends and blanks of a text, and what stands between."""
        words = self.made.source[token.start : token.end]
        last = 0
        for found in _PIECE.finditer(words):
            if found.span.start > last:
                yield "words", token.start + last, token.start + found.span.start
            kind = next(name for name in ("entity", "line", "space") if found.at(name) is not None)
            yield kind, token.start + found.span.start, token.start + found.span.end
            last = found.span.end
        if last < len(words):
            yield "words", token.start + last, token.end

    def _flowing(self, token: Token, block: Block, spoken: tuple[str, str] | None) -> None:
        for kind, start, end in self._pieces(token):
            if kind in {"line", "space"}:
                self.gaps.append(_Gap(start, end, "layout", " "))
            else:
                self._write(start, end, block, spoken)

    def _lines(self, token: Token, block: Block, spoken: tuple[str, str] | None) -> None:
        if block.breaks < _DOUBLED:
            self._part(block, spoken)
            self._verbatim(token.start, token.end)
            return
        for kind, start, end in self._pieces(token):
            after_break = self.gaps and self.gaps[-1].text == "\n"
            if kind == "line" and after_break and self.gaps[-1].end == start:
                self.gaps.append(_Gap(start, end, "layout"))
            else:
                self._write(start, end, block, spoken)

    def _verbatim(self, start: int, end: int) -> None:
        """Characters as they stand, but for entities."""
        source, at = self.made.source, start
        while (sign := source.find("&", at, end)) >= 0:
            self.made.keep(at, sign)
            found = _PIECE.match(source[sign : min(end, sign + _LONGEST_ENTITY)])
            at = sign + (found.span.end if found is not None else 1)
            self.made.put(unescape(source[sign:at]), sign, at)
        self.made.keep(at, end)

    def _write(self, start: int, end: int, block: Block, spoken: tuple[str, str] | None) -> None:
        self._part(block, spoken)
        piece = self.made.source[start:end]
        if piece.startswith("&"):
            self.made.put(unescape(piece), start, end)
        else:
            self.made.keep(start, end)

    def _part(self, block: Block, spoken: tuple[str, str] | None) -> None:
        """Write what parts the words before from those that come now."""
        gaps, self.gaps = self.gaps, []
        if block is self.last:
            self._inside(gaps)
            return
        self._told()
        between = _between(self.last, block)
        tag = next((i for i in range(len(gaps) - 1, -1, -1) if gaps[i].reason == "markup"), None)
        if self.last is None or tag is None:
            self._drop(gaps)
        else:
            self._drop(gaps[:tag])
            self.made.put(between, gaps[tag].start, gaps[tag].end)
            self._drop(gaps[tag + 1 :])
        self.last, self.begun, self.telling = block, self.made.at, spoken

    def _inside(self, gaps: Sequence[_Gap]) -> None:
        """Line breaks inside a block, or one blank."""
        lines = any(gap.text == "\n" for gap in gaps)
        blank = False
        for gap in gaps:
            if gap.text == "\n" or (gap.text == " " and not lines and not blank):
                self.made.put(gap.text, gap.start, gap.end)
                blank = True
            else:
                self.made.drop(gap.reason, gap.start, gap.end)

    def _told(self) -> None:
        if self.telling is not None:
            label = self.telling[1]
            words = self.made.since(self.begun) if label else ""
            # A line that begins with its label: what it says stands behind the colon.
            skipped = words.index(":") + 1 if words.lstrip().startswith(label) and ":" in words else 0
            blank = len(words[skipped:]) - len(words[skipped:].lstrip())
            if skipped:
                self.made.role("label", self.begun)
            self.made.role(self.telling[0], self.begun + skipped + blank, name=label or None)
        elif self.last is not None and self.last.element in elements().headings:
            self.made.role("head", self.begun, name=self.last.element)

    def _drop(self, gaps: Sequence[_Gap]) -> None:
        for gap in gaps:
            self.made.drop(gap.reason, gap.start, gap.end)


def _between(before: Block | None, block: Block) -> str:
    """What parts two blocks: cells of a row a tabulator, lines a line end, paragraphs a blank line."""
    if before is None:
        return ""
    if before.cell is not None and block.cell is not None and before.cell[:2] == block.cell[:2]:
        return "\t"
    names = {before.element, block.element}
    if before.cell is not None and block.cell is not None and before.cell[0] == block.cell[0]:
        return "\n"
    long = max(before.words, block.words) >= 12
    return "\n\n" if long or names & elements().paragraphs or len(names) > 1 else "\n"
