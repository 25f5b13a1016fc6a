"""The words of a sentence, each with its place in the text."""

import re
from collections.abc import Callable, Iterable, Sequence, Set
from functools import lru_cache, partial
from itertools import accumulate, compress, count, repeat
from typing import Any, Final, NamedTuple

from ingest.document import Span
from ingest.pattern import pattern

# Asked for every word of every sentence: the standard library's engine hands over matches twenty times faster
# than RE2. No two parts of it can take the same character, so that it cannot backtrack (see its test).
WORD: Final = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|[^\W_]+(?:[-/'’.](?:[^\S\n]*\n\s*)?[^\W_]+)*['’]?"  # UAV/CM, decision-\nmaking, 1.4
    r"|--+|[^\w\s]|_"
)
_PARTED: Final = re.compile(f"({WORD.pattern})")
FOLDED = pattern("white-space", r"\s+", example=" \n ")
BROKEN = pattern("broken-word", r"([-/])\s*\n\s*", example="decision-\nmaking")
OPENING, CLOSING, QUOTES = "([", ")]", '"“”'
_BRACKETS: Final = frozenset(OPENING + CLOSING + QUOTES)


class Word(NamedTuple):
    """A word or a mark of punctuation, in lower case; ``depth`` is how many parentheses are around it.

    >>> Word("--", 0, 2).is_mark, Word("u.s", 0, 3).is_mark, Word("u.s", 0, 3).span
    (True, False, Span(start=0, end=3))
    """

    low: str
    start: int
    end: int
    depth: int = 0

    @property
    def span(self) -> Span:
        """Where it stands; few are asked."""
        return Span(self.start, self.end)

    @property
    def is_mark(self) -> bool:
        """Whether it is a mark of punctuation: no word begins with one."""
        return not self.low[:1].isalnum()


# A long document has a hundred thousand words: they are made without a step of Python for each.
_of_parts: Final = partial(tuple.__new__, Word)


class Words(tuple[Word, ...]):
    """The words of a stretch, and which there are: most rules begin at words that most sentences lack.

    ``said`` are those in lower case in their order; ``answers`` is for those who ask the same of a sentence
    several times.

    >>> found = words("We met in Bonn, in May.")
    >>> found.said, len(found.lows)
    (('we', 'met', 'in', 'bonn', ',', 'in', 'may', '.'), 7)
    """

    said: tuple[str, ...]
    lows: frozenset[str]
    answers: dict[str, Any]

    def __new__(cls, found: Iterable[Word], said: Iterable[str]) -> "Words":
        """The words with what they say in lower case."""
        made = super().__new__(cls, found)
        made.said = tuple(said)
        made.lows, made.answers = frozenset(made.said), {}
        return made


def places(found: Sequence[Word], wanted: Set[str]) -> Sequence[int]:
    """Where in a sentence one of those words stands.

    >>> list(places(words("We met in Bonn, in May."), {"in", "at"}))
    [2, 5]
    """
    if not isinstance(found, Words):
        return [at for at, one in enumerate(found) if one.low in wanted]
    # what is no set is gone through to its end by isdisjoint, and the keys of a dictionary may be many
    here = found.lows & wanted
    return list(compress(count(), map(here.__contains__, found.said))) if here else ()


ALONE: Final[frozenset[str]] = frozenset()
"""No word has to stand beside one that tells."""


class Telling:
    """Words at which a rule begins, told by a test that each word of documents is put to once.

    The test gives the words of which one has to stand in the same sentence, :data:`ALONE` where none has to;
    ``None`` for a word at which the rule does not begin.

    >>> test = {"has": frozenset({"force", "effect"}), "reporting": ALONE}.get
    >>> rule = Telling(test)
    >>> rule.places(words("Posts are reporting.")), rule.places(words("It has no merit."))
    ([2], ())
    >>> rule.among(frozenset({"it", "has", "effect"})), rule.among(frozenset({"it", "has", "merit"}))
    (True, False)
    """

    _MANY: Final = 50_000

    def __init__(self, test: Callable[[str], Set[str] | None]) -> None:
        self._test = test
        self._yes: dict[str, Set[str]] = {}
        self._no: set[str] = set()

    def places(self, found: Sequence[Word]) -> Sequence[int]:
        """Where in a sentence the rule may begin."""
        lows = found.lows if isinstance(found, Words) else frozenset(one.low for one in found)
        return places(found, {low for low in lows - self._no if self._tells(low, lows)})

    def among(self, lows: frozenset[str]) -> bool:
        """Whether the rule may begin in a sentence of those words."""
        return any(self._tells(low, lows) for low in lows - self._no)

    def _tells(self, low: str, lows: frozenset[str]) -> bool:
        """Whether the rule begins at a word, which has beside it what it needs."""
        beside = self._yes[low] if low in self._yes else self._asked(low)
        return beside is not None and (not beside or not lows.isdisjoint(beside))

    def _asked(self, low: str) -> Set[str] | None:
        if len(self._no) + len(self._yes) > self._MANY:
            self._no, self._yes = set(), {}
        beside = self._test(low)
        if beside is None:
            self._no.add(low)
        else:
            self._yes[low] = beside
        return beside


def lows_of(quote: str) -> tuple[str, ...]:
    r"""The words and marks of a text in lower case, without their places.

    >>> lows_of("Posts in the decision-\nmaking U.S. should:")
    ('posts', 'in', 'the', 'decision-making', 'u.s.', 'should', ':')
    """
    return _lowered(quote, WORD.findall(quote))


def _lowered(quote: str, marks: list[str]) -> tuple[str, ...]:
    if "\n" in quote:
        marks = [_joined(mark) if "\n" in mark else mark for mark in marks]
    lows = tuple(map(str.lower, marks))
    return lows if quote.isascii() else tuple(low.replace("’", "'") for low in lows)


# several annotators and resolvers ask for the same sentences of the same document
@lru_cache(maxsize=1024)
def words(text: str, span: Span | None = None) -> Words:
    """The words of a stretch of text; one that is in parentheses as a whole counts as standing outside.

    >>> [(one.low, one.depth) for one in words("Del (or Embassy) may agree.")]
    [('del', 0), ('(', 1), ('or', 1), ('embassy', 1), (')', 1), ('may', 0), ('agree', 0), ('.', 0)]
    """
    quote, offset = (text, 0) if span is None else (span.of(text), span.start)
    parts = _PARTED.split(quote)
    edges = tuple(accumulate(map(len, parts), initial=offset))
    marks = parts[1::2]
    lows = _lowered(quote, marks)
    depths = repeat(0) if _BRACKETS.isdisjoint(lows) else _depths(marks)
    found = zip(lows, edges[1::2], edges[2::2], depths, strict=False)
    return Words(map(_of_parts, found), lows)


def _joined(mark: str) -> str:
    return mark if BROKEN.search(mark) is None else "".join(mark.split())


def _depths(marks: Sequence[str]) -> list[int]:
    """In how many parentheses and quotations each word stands, those around all of them not counted."""
    found: list[int] = []
    depth = 0
    quoted = False
    for mark in marks:
        if mark in OPENING:
            depth += 1
        elif mark in QUOTES:
            quoted = not quoted
        found.append(depth + quoted)
        if mark in CLOSING:
            depth = max(0, depth - 1)
    least = min((one for one, mark in zip(found, marks, strict=True) if mark[0].isalnum()), default=0)
    return [max(0, one - least) for one in found]


def folded(text: str) -> str:
    r"""The words with single spaces between them, and those joined that the end of a line had broken.

    >>> folded("the  decision-\nmaking   process ")
    'the decision-making process'
    """
    return " ".join(_rejoined(text).split())


def _rejoined(text: str) -> str:
    parts, at = [], 0
    for match in BROKEN.finditer(text):
        parts.append(text[at : match.span.start] + match.text(1))
        at = match.span.end
    return "".join([*parts, text[at:]])


def cover(found: Sequence[Word], start: int, end: int) -> Span:
    """The stretch of text from word *start* to the word before *end*, without a mark that ends it.

    >>> one = words("to agree, and")
    >>> cover(one, 0, 3)
    Span(start=0, end=8)
    """
    while end > start + 1 and found[end - 1].low in (",", ";", ":", ".", "--", "!", "?"):
        end -= 1
    return Span(found[start].start, found[end - 1].end)
