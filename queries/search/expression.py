"""What people type into a search box, as an expression of the full-text engine that cannot be a wrong one.

Words stand together, ``OR`` between two gives either, ``NOT`` or a minus leaves out, quotes keep words in
their order, a star ends a beginning, and brackets hold parts together. Each word reaches the engine in
quotes: nothing of its own language can be said.
"""

import re
from collections.abc import Iterable
from typing import Final

from queries.error import BadParameter
from queries.wording import frame, stopwords, words

LONGEST: Final = 1000
MOST: Final = 64
DEPTH: Final = 16

_PIECE: Final = re.compile(
    r'(?P<minus>-(?=["\w(]))|"(?P<phrase>[^"]*)"?(?P<cut>\*?)|(?P<bracket>[()])|(?P<word>[^\s"()]+)'
)


def expression(text: str) -> str:
    """The expression for a text; BadParameter where it has no words, or too many.

    >>> print(expression('missile "end use" -tanks'))
    ("missile" AND "end use") NOT "tanks"
    >>> print(expression("plenar* AND (Paris OR Bonn)"))
    ("plenar"* AND ("Paris" OR "Bonn"))
    >>> print(expression('heading : x* NEAR(') )
    ("heading" AND "x"* AND "NEAR")
    >>> expression("?!")
    Traceback (most recent call last):
    queries.error.BadParameter: there are no words to search for
    """
    if len(text) > LONGEST:
        raise BadParameter(f"a search has at most {LONGEST} characters; this one has {len(text)}")
    parsed = _Pieces(text).either(0)
    if not parsed:
        raise BadParameter("there are no words to search for")
    return parsed


def any_of(text: str) -> str:
    """The expression for entries that have any of the words of a question which say what it is about.

    >>> any_of("is there tungsten in the Annex")
    '"tungsten" OR "annex"'
    >>> any_of("what is it about")
    ''
    """
    said = dict.fromkeys(word.norm for word in words(text[:LONGEST]))
    silent = stopwords() | frame()
    return " OR ".join(_quoted(one) for one in [one for one in said if one not in silent][:MOST])


def _quoted(words: str) -> str:
    return '"' + words.replace('"', " ").replace("\0", " ") + '"'


class _Pieces:
    """The pieces of a text, taken from left to right; what is not closed ends with the text."""

    def __init__(self, text: str) -> None:
        self.pieces = list(_PIECE.finditer(text))
        self.at = self.words = 0

    def either(self, depth: int) -> str:
        """Parts with OR between them, up to a closing bracket."""
        if depth > DEPTH:
            raise BadParameter(f"a search has at most {DEPTH} brackets in each other")
        parts = [self.together(depth)]
        while self._next("OR"):
            self.at += 1
            parts.append(self.together(depth))
        return _joined(" OR ", [one for one in parts if one])

    def together(self, depth: int) -> str:
        """Parts that must all be there, less those that must not."""
        wanted: list[str] = []
        unwanted: list[str] = []
        while self.at < len(self.pieces) and not self._next("OR") and self._bracket() != ")":
            kept = wanted
            while self._next("AND") or self._next("NOT") or self.pieces[self.at]["minus"]:
                kept = wanted if self._next("AND") else unwanted
                self.at += 1
                if self.at == len(self.pieces):
                    break
            else:
                if self._bracket() != ")" and (one := self.one(depth)):
                    kept.append(one)
        if unwanted and not wanted:
            raise BadParameter("say also what is to be found: NOT and minus only leave out")
        return " NOT ".join([_joined(" AND ", wanted), *unwanted])

    def one(self, depth: int) -> str:
        """One word, phrase, or part in brackets."""
        piece = self.pieces[self.at]
        self.at += 1
        if piece["bracket"] == "(":
            inner = self.either(depth + 1)
            self.at += self._bracket() == ")"
            return f"({inner})" if " NOT " in inner else inner
        said = piece["word"] if piece["phrase"] is None else piece["phrase"]
        if not any(letter.isalnum() for letter in said):
            return ""
        self.words += 1
        if self.words > MOST:
            raise BadParameter(f"a search has at most {MOST} words")
        cut = piece["cut"] or (piece["word"] or "").endswith("*")
        return _quoted(said.rstrip("*")) + ("*" if cut else "")

    def _next(self, keyword: str) -> bool:
        return self.at < len(self.pieces) and self.pieces[self.at]["word"] == keyword

    def _bracket(self) -> str | None:
        return self.pieces[self.at]["bracket"] if self.at < len(self.pieces) else None


def _joined(between: str, parts: Iterable[str]) -> str:
    told = list(parts)
    return told[0] if len(told) == 1 else f"({between.join(told)})" if told else ""
