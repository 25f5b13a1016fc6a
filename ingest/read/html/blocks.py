"""The blocks of a page: the stretches of words that stand on lines of their own."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape
from typing import Final

from ingest.pattern import pattern
from ingest.read.html.elements import elements
from ingest.read.html.tokens import Token

_NAMED: Final = pattern(
    "html-class",
    r"(?i)\b(?:class|id|role)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))",
    example='class="nav"',
)
_MOST_TAG: Final = 2000
"""Characters of a tag in which its class and id are looked for."""


@dataclass(slots=True)
class Block:
    """Words on lines of their own: the innermost ``element``, and what else is known of them.

    ``apart`` is why they are no part of the document, where the markup says so; ``cell`` the number of the
    table, the row and the column; ``linked`` how many characters are a link.

    >>> Block("p", False, None, False, None, "Partners met.").words
    2
    """

    element: str
    preformatted: bool
    apart: str | None
    content: bool
    cell: tuple[int, int, int] | None
    text: str = ""
    linked: int = 0
    breaks: int = 0
    """How many ``<br>`` stand in it."""

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


@dataclass(slots=True)
class Layout:
    """A page as its tokens, and for each that has words of a block (or breaks its line) the block."""

    tokens: list[Token] = field(default_factory=list)
    of: list[Block | None] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """The elements that part lines and are open, and how many of them mean something to the words inside."""

    names: list[tuple[str, str | None]] = field(default_factory=list)
    count: Counter[str] = field(default_factory=Counter)
    apart: list[str] = field(default_factory=list)
    preformatted: int = 0
    content: int = 0
    linked: bool = False

    def begin(self, name: str, apart: str | None) -> None:
        self.names.append((name, apart))
        self.count[name] += 1
        self.preformatted += name in elements().preformatted
        self.content += name in elements().content
        if apart is not None:
            self.apart.append(apart)

    def finish(self, name: str) -> None:
        """Close the innermost element of that name, if any, and what is still open in it."""
        while self.count[name]:
            last, apart = self.names.pop()
            self.count[last] -= 1
            self.preformatted -= last in elements().preformatted
            self.content -= last in elements().content
            if apart is not None:
                self.apart.pop()
            if last == name:
                return


@dataclass(slots=True)
class _Tables:
    """Where in which table the page is."""

    open: list[list[int]] = field(default_factory=list)
    seen: int = 0

    def step(self, token: Token) -> None:
        if token.name == "table":
            if token.kind == "start":
                self.seen += 1
                self.open.append([self.seen, 0, 0])
            elif self.open:
                self.open.pop()
        elif self.open and token.kind == "start" and token.name == "tr":
            self.open[-1][1:] = [self.open[-1][1] + 1, 0]
        elif self.open and token.kind == "start" and token.name in elements().cells:
            self.open[-1][2] += 1

    @property
    def cell(self) -> tuple[int, int, int] | None:
        if not self.open or not self.open[-1][2]:
            return None
        table, row, column = self.open[-1]
        return table, row, column


def layout(source: str, tokens: Iterable[Token]) -> Layout:
    """The blocks of a page, in order.

    >>> from ingest.read.html.tokens import tokens
    >>> page = "<nav><a>Home</a></nav><h1>Plenary</h1><table><tr><th>Date<td>2003</table>"
    >>> made = layout(page, tokens(page))
    >>> [(one.element, one.text, one.apart, one.cell) for one in made.blocks[:2]]
    [('nav', 'Home', 'navigation', None), ('h1', 'Plenary', None, None)]
    >>> [(one.element, one.text, one.cell) for one in made.blocks[2:]]
    [('th', 'Date', (1, 1, 1)), ('td', '2003', (1, 1, 2))]
    """
    made, inside, tables = Layout(), _Open(), _Tables()
    block: Block | None = None
    parts: list[str] = []
    for token in tokens:
        made.tokens.append(token)
        mine = None
        if token.kind in {"start", "end"}:
            if elements().parts(token.name):
                _close(block, parts)
                block = None
            elif token.name == "br" and block is not None:
                mine = block
                block.breaks += 1
                parts.append("\n")
            _step(source, token, inside, tables)
        elif token.kind == "text" and (block is not None or not source[token.start : token.end].isspace()):
            if block is None:
                block = _begun(inside, tables)
                made.blocks.append(block)
            words = unescape(source[token.start : token.end])
            block.linked += len(words) if inside.linked else 0
            parts.append(words)
            mine = block
        made.of.append(mine)
    _close(block, parts)
    return made


def _close(block: Block | None, parts: list[str]) -> None:
    if block is not None:
        block.text = "".join(parts)
    parts.clear()


def _begun(inside: _Open, tables: _Tables) -> Block:
    element = inside.names[-1][0] if inside.names else "body"
    apart = inside.apart[-1] if inside.apart else None
    return Block(element, inside.preformatted > 0, apart, inside.content > 0, tables.cell)


def _step(source: str, token: Token, inside: _Open, tables: _Tables) -> None:
    tables.step(token)
    if token.name == "a":
        inside.linked = token.kind == "start"
    elif token.kind == "end":
        inside.finish(token.name)
    elif elements().parts(token.name) and token.name not in elements().empty:
        inside.begin(token.name, _apart(source, token))


def _apart(source: str, token: Token) -> str | None:
    if token.name in elements().apart:
        return elements().apart[token.name]
    if token.name in {"html", "body"}:
        return None
    tag = source[token.start : min(token.end, token.start + _MOST_TAG)]
    for found in _NAMED.finditer(tag):
        for word in (found.text(1) or found.text(2) or found.text(3)).lower().replace("_", "-").split():
            for part in (word, *word.split("-")):
                if part in elements().classes:
                    return elements().classes[part]
    return None
