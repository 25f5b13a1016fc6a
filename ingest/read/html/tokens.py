"""The markup of a page, tag by tag, in one pass over its characters.

Nothing is lost and nothing is read twice, whatever stands there: lxml drops what is nested some 250 deep,
and the parser of the standard library takes quadratic time over signs that only look like comments.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

RAW: Final = frozenset({"script", "style"})
"""Elements whose content is no text."""

_LOWER: Final = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
# One class of characters cannot backtrack.
_NAME: Final = re.compile(r"[a-z0-9:-]*")
_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyz")
_SPACES: Final = " \t\r\n\f"
_FAR: Final = 20
"""An equals sign stands no further before the quotation mark that opens a value."""


class Token(NamedTuple):
    """A stretch of a page: text, the tag that begins or ends an element, a comment, or what a script says.

    A tuple, since a page makes many thousands.
    """

    kind: Literal["text", "start", "end", "comment", "raw"]
    start: int
    end: int
    name: str = ""


@dataclass(slots=True)
class _Next:
    """Where a sign stands next. Asked for places that never go back, it reads the text once."""

    text: str
    sign: str
    _place: int = -1

    def after(self, start: int) -> int | None:
        if self._place < start:
            found = self.text.find(self.sign, start)
            self._place = found if found >= 0 else len(self.text)
        return self._place if self._place < len(self.text) else None


@dataclass(slots=True)
class _Signs:
    """What may end a piece of markup."""

    text: str
    lower: str = field(init=False)
    comment: _Next = field(init=False)
    simple: _Next = field(init=False)
    close: _Next = field(init=False)
    quotes: tuple[_Next, _Next] = field(init=False)
    raw: dict[str, _Next] = field(init=False)
    quoting: bool = True

    def __post_init__(self) -> None:
        self.lower = self.text.translate(_LOWER)
        self.comment, self.simple, self.close = (_Next(self.text, sign) for sign in ("-->", ">", ">"))
        self.quotes = (_Next(self.text, '"'), _Next(self.text, "'"))
        self.raw = {name: _Next(self.lower, f"</{name}") for name in RAW}

    def _quotes(self, start: int, end: int) -> bool:
        """Whether a quotation mark stands between two places."""
        return self.text.find('"', start, end) >= 0 or self.text.find("'", start, end) >= 0

    def tag_end(self, start: int) -> int | None:
        """The offset after the tag that begins at *start*; a ``>`` inside a quoted value does not end it.

        Where a quotation mark is never closed, they count no more, from there to the end.
        """
        if self.quoting:
            close = self.close.after(start)
            if close is not None and not self._quotes(start, close):
                return close + 1
        at = start
        while self.quoting:
            close = self.close.after(at)
            if close is None:
                break
            double, single = self.quotes[0].after(at), self.quotes[1].after(at)
            quote = close if double is None else double
            if single is not None and single < quote:
                quote = single
            if quote >= close:
                return close + 1
            at = quote + 1
            if self.text[max(start, quote - _FAR) : quote].rstrip(_SPACES)[-1:] == "=":
                ending = self.quotes[0 if self.text[quote] == '"' else 1].after(at)
                if ending is None:
                    break
                at = ending + 1
        self.quoting = False
        end = self.simple.after(start)
        return None if end is None else end + 1


def tokens(source: str) -> Iterator[Token]:
    """The tokens of a page; they cover it from its first character to its last.

    >>> [(one.kind, one.name) for one in tokens("<P title='a>b'>1 < 2<!-- no --></p>")]
    [('start', 'p'), ('text', ''), ('comment', ''), ('end', 'p')]
    >>> [(one.kind, one.end) for one in tokens("<script>if (a<b) c()</script>")]
    [('start', 8), ('raw', 20), ('end', 29)]
    """
    signs = _Signs(source)
    at = since = 0
    while (at := source.find("<", at)) >= 0:
        found = _markup(signs, at)
        if found is None:
            at += 1
            continue
        if at > since:
            yield Token("text", since, at)
        yield found
        at = since = found.end
        ending = signs.raw[found.name].after(at) if found.kind == "start" and found.name in RAW else None
        if ending is not None and ending > at:
            yield Token("raw", at, ending, found.name)
            at = since = ending
    if len(source) > since:
        yield Token("text", since, len(source))


def _markup(signs: _Signs, at: int) -> Token | None:
    """The piece of markup at a ``<``; ``None`` where the sign is one of the text."""
    text = signs.lower
    if text.startswith("<!--", at):
        ending = signs.comment.after(at + 2)
        return None if ending is None else Token("comment", at, ending + 3)
    closing = text.startswith("/", at + 1)
    first = at + 2 if closing else at + 1
    if text[first : first + 1] in _LETTERS:
        end = signs.tag_end(first)
        return None if end is None else Token("end" if closing else "start", at, end, _name(text, first))
    if text[at + 1 : at + 2] in {"!", "?"}:
        close = signs.simple.after(at)
        return None if close is None else Token("comment", at, close + 1)
    return None


def _name(text: str, first: int) -> str:
    found = _NAME.match(text, first)
    return "" if found is None else found[0]
