"""Telegrams that running text cites by their own number: "08 STATE 1234", "Paris 4321 (NOTAL)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ingest.document import Span
from ingest.knowledge import Post
from ingest.parse.citing.words import citing_words, delegation_series, offices
from ingest.parse.listing.paragraph import target_passage
from ingest.parse.listing.pointer import Pointer
from ingest.parse.text.posts import Posts
from ingest.parse.text.when import full_year
from ingest.pattern import pattern

# One character class repeated cannot backtrack; handing over each of many small matches, the engine of the
# standard library is far faster than RE2.
_DIGITS: Final = re.compile(r"[0-9]+")
_WORDS: Final = re.compile(r"[^\W\d_]+")

_NO_COUNT: Final = 4
"""Longer numbers without a comma count nothing: after a post they are serials."""
_REACH: Final = 56
"""Characters before a number that a post and its year may take."""
_FUZZY: Final = 7
"""Letters of a post from which on a misspelt name counts in running text."""
_BETWEEN: Final = " \t\r\n#,-'’"
_FILLERS: Final = frozenset(
    ("NO.", "NO", "NR.", "NR", "NUMBER", "CABLE", "TELEGRAM", "MESSAGE", "AIRGRAM", "TEL")
)
_SMALL: Final = frozenset(("de", "of", "la", "au", "es", "e", "du", "del", "the"))
_JOINS: Final = frozenset(" .-'’\n\r\t")
_LONGEST: Final = 8
_ABBREVIATION: Final = 4
"""Letters below which a name is an abbreviation, in capitals: "HK"."""

_MARK: Final = pattern("serial-mark", r"\(([A-Z/]{1,5})\)$", example="STATE (C)")
_GLUED: Final = pattern(
    "serial-glued", r"(?:^|[^A-Za-z0-9])(?P<year>(?:19|20)?\d\d)(?P<post>[A-Z]{3,})$", example="see 08STATE"
)
_A: Final = pattern("serial-airgram", r"\bA\s?-\s?$|\bA$", example="Tokyo A-")
_YEAR: Final = pattern(
    "serial-year",
    r"(?:^|[^\d.,/-])(?P<open>['’(])?(?P<year>(?:19|20)\d\d|\d\d)\)?[\s-]*(?:(?:AMEMBASSY|EMBASSY|USMISSION|AMCONSUL)\s+)?$",
    example="as in 08 ",
)
_BEHIND: Final = pattern(
    "serial-year-behind",
    r"^\s*(?:\((?P<a>(?:19|20)\d\d|\d\d)\)|(?i:of)\s+(?P<b>(?:19|20)\d\d)\b)",
    example=" (2005)",
)
_YEAR_BEGINS: Final = frozenset("(oO")
_YEAR_REACH: Final = 24
_NEXT_BEGINS: Final = frozenset(",/&aAoO")
_NOT_SERIAL: Final = pattern(
    "not-a-serial",
    r"^\s*(?:[./:,]\d|(?i:of|pages?|percent|per\s+cent|million|hours|days|officials|delegates|people|participants"
    r"|members|plenary|meeting|tons|tonnes|kilograms|kg|km|miles|meters|dollars|euros|troops|workers|residents"
    r"|inhabitants|students|employees|firms|companies|units|copies|words|st|nd|rd|th|jan\w*|feb\w*|mar|march"
    r"|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)\b|%|\d{3}(?:\.\d)?\s+OF\s|\.\d\s+OF\b)",
    example=" OF 002",
)
_PAGE: Final = pattern(
    "page-break", r"[A-Z]\s+\d+\s+\d{2,3}(?:\.\d)?\s+OF\s+\d+", example="OSLO 0077  001.2 OF 002"
)
_LINE: Final = 100
_NEXT: Final = pattern(
    "serial-next", r"^(?:\s*(?:,|/|&|,?\s*(?i:and|or)\b)\s*)(?P<number>\d{5,8})\b", example=" and 112244"
)


class Numbering:
    """Finds the telegrams that a text cites by the number of one of some posts.

    >>> from ingest.parse.text.posts import posts_of
    >>> from ingest.tables import knowledge
    >>> known = knowledge().posts
    >>> found = Numbering(known, posts_of(known)).find("see 07 Paris 4417 and STATE 112233", Span(0, 34))
    >>> [(one.post and one.post.glued, one.number, one.year) for one in found]
    [('PARIS', 4417, 2007), ('STATE', 112233, None)]
    """

    def __init__(self, posts: tuple[Post, ...], known: Posts) -> None:
        self._known = known
        self._by_key: dict[str, Post] = {}
        self._last: dict[str, int] = {}
        for post in posts:
            for name in (post.name, post.glued, post.earlier or "", *post.aliases):
                words = [word.upper() for word in _WORDS.findall(name)]
                if words:
                    self._by_key.setdefault("".join(words), post)
                    self._last[words[-1]] = max(len(words), self._last.get(words[-1], 0))

    def find(self, text: str, span: Span) -> Iterator[Pointer]:
        """The telegrams, from left to right.

        >>> from ingest.parse.text.posts import posts_of
        >>> list(Numbering((), posts_of(())).find("Paris 2008", Span(0, 10)))
        []
        """
        done = span.start
        for digits in _DIGITS.finditer(text, span.start, span.end):
            at, end = digits.span()
            if at < done or end - at > _LONGEST:
                continue
            head = text[max(done, at - _REACH) : at]
            if not self._may_cite(head, end - at):
                continue
            for made in self._cited(text, head, Span(at, end)):
                done = made.span.end
                yield made

    def _may_cite(self, head: str, length: int) -> bool:
        """Whether the word before a number can be part of a citation: few are."""
        parts = head.rstrip(_BETWEEN).rsplit(None, 1)
        if not parts:
            return False
        said = parts[-1]
        word = said.upper().strip("(['\"‘“0123456789-")
        if word in self._last or word in _FILLERS or _is_relative(word):
            return True
        if word.isalpha():
            glued = len(said) > len(word) and head[-1:].isalpha() and said.lstrip("(['\"")[:2].isdigit()
            return glued or (length > _NO_COUNT and len(word) >= _FUZZY and said.isupper())
        if said[-1:] == ")" or said[-2:].lower() in ("'s", "’s"):
            return True
        found = _WORDS.findall(word)
        return bool(found) and (found[-1] in self._last or (found[-1] == "A" and head[-1:] == "-"))

    def _cited(self, text: str, head: str, at: Span) -> Iterator[Pointer]:
        """The telegrams that the number *at* and those behind it are of."""
        number = at.of(text)
        rest = text[at.end : at.end + 20]
        begins = rest.lstrip()[:2]
        behind = _BEHIND.match(rest) if begins[:1] in _YEAR_BEGINS else None
        counts = begins[:1].isalnum() or begins[:1] == "%" or begins[1:].isdigit()
        if counts and behind is None and _NOT_SERIAL.match(rest) is not None:
            return
        if text[at.end : at.end + 1].isalpha():
            return
        glued = _GLUED.search(head) if head[-1:].isalpha() else None
        if glued is not None:
            post, year = self._by_key.get(glued.text("post")), glued.at("year")
            if post is not None and year is not None:
                span = Span(at.start - len(head) + year.start, at.end)
                yield _pointer(text, span, post, number, full_year(year.of(head)))
            return
        said = _said(head)
        relative = None if said is None else _relative(said)
        if relative is not None:
            span = Span(at.start - len(head) + relative, at.end)
            yield Pointer(
                span, "relative", "citing-word", number=int(number), passage=target_passage(text, span)
            )
            return
        named = None if said is None else self._post(said, long=len(number) > _NO_COUNT)
        if said is None or named is None or on_page_line(text, at.start):
            return
        start, year_said = _year_before(head, named.start)
        end = at.end
        if year_said is None and behind is not None:
            year_said, end = full_year(behind.text("a") or behind.text("b")), at.end + behind.span.end
        airgram = said.airgram or named.airgram
        if _is_serial(named.words, number, year=year_said, marked=said.marked or airgram):
            span = Span(at.start - len(head) + start, end)
            yield _pointer(text, span, named.post, number, year_said, airgram=airgram, rule=named.rule)
            if not airgram:
                yield from _others(text, end, named.post, year_said, number)

    def _post(self, said: "_Said", *, long: bool) -> "_Named | None":
        """The post whose name ends the words before a number; a misspelt one only before a *long* number."""
        words = list(_WORDS.finditer(said.words))
        if not words or said.words[words[-1].end() :].strip(". \n\r\t"):
            return None
        longest = self._last.get(words[-1].group().upper(), 0)
        for count in range(min(longest, len(words)), 0, -1):
            chosen = words[-count:]
            name = said.words[chosen[0].start() : chosen[-1].end()]
            post = self._by_key.get("".join(word.group().upper() for word in chosen))
            if post is not None and _is_name(name) and _JOINS.issuperset(_WORDS.sub("", name)):
                return _Named(post, chosen[0].start(), name, "cable-number")
        name = words[-1].group()
        stuck = self._by_key.get(name[:-1]) if name.endswith("A") else None
        if stuck is not None and name.isupper():
            # the A of an airgram, run into the name: "THEHAGUEA 96041"
            return _Named(stuck, words[-1].start(), name[:-1], "cable-number", airgram=True)
        if long and len(name) >= _FUZZY and name.isupper():
            close = self._known.find(name)
            if close is not None and close.rule == "post-misspelt":
                return _Named(close.post, words[-1].start(), name, "cable-number-misspelt")
        return None


@dataclass(frozen=True, slots=True)
class _Said:
    """The words before a number without what only says that a number follows."""

    words: str
    marked: bool
    airgram: bool


@dataclass(frozen=True, slots=True)
class _Named:
    post: Post
    start: int
    words: str
    rule: str
    airgram: bool = False


def _is_relative(word: str) -> bool:
    """Whether a word in capitals cites by itself relative to the correspondents: "REEMBTELS", "SECTO"."""
    bare = word.removeprefix("RE").removesuffix("S")
    return any(one.lower() in citing_words() or one in delegation_series() for one in (word, bare))


def _relative(said: "_Said") -> int | None:
    """Where the words begin that cite relative to the correspondents, if they do: "Embassy telegram"."""
    words = _WORDS.findall(said.words)
    if not words:
        return None
    office = said.marked and words[-1].lower() in offices()
    return said.words.rindex(words[-1]) if office or _is_relative(words[-1].upper()) else None


def _said(head: str) -> _Said | None:
    """The words before a number; ``None`` where the number is part of a word."""
    if head[-1:].isalpha():
        return None
    found = _A.search(head) if "A" in head[-4:] else None
    airgram = found is not None
    words = head if found is None else head[: found.span.start]
    marked = words.rstrip().endswith("#")
    words = words.rstrip(_BETWEEN)
    while True:
        mark = _MARK.search(words) if words.endswith(")") else None
        last = words.rsplit(None, 1)
        if mark is not None:
            words = words[: mark.span.start].rstrip(_BETWEEN)
        elif len(last) == 2 and last[1].upper() in _FILLERS:
            words, marked = last[0].rstrip(_BETWEEN), True
        elif words[-2:].lower() in ("'s", "’s"):
            return _Said(words[:-2], marked, airgram)
        else:
            return _Said(words, marked, airgram)


def _year_before(head: str, start: int) -> tuple[int, int | None]:
    """Where a citation begins, and the year that it begins with."""
    near = head[max(0, start - _YEAR_REACH) : start]
    found = _YEAR.search(head[:start]) if any(c.isdigit() for c in near) else None
    year = None if found is None else found.at("open") or found.at("year")
    if found is None or year is None:
        return start, None
    return year.start, full_year(found.text("year"))


def _is_name(said: str) -> bool:
    """Whether words are written as a name is: "Port au Prince", "STATE", never "state"."""
    words = _WORDS.findall(said)
    if len(said) < _ABBREVIATION:
        return said.isupper()
    return words[0][0].isupper() and all(word[0].isupper() or word in _SMALL for word in words)


def _is_serial(post: str, number: str, *, year: int | None, marked: bool) -> bool:
    """Whether a number behind a post is one that it gave a telegram."""
    if year is not None or marked or (number.startswith("0") and len(number) > 3) or len(number) > _NO_COUNT:
        return True
    year_like = len(number) == 4 and 1940 <= int(number) <= 2060
    return post.isupper() and len(number) >= 2 and not year_like


def on_page_line(text: str, at: int) -> bool:
    """Whether a place is in the line of a page break, whose post and number are the document's own.

    >>> [on_page_line(text, 8) for text in ("PAGE 02  STATE 77", "OSLO 0077  001.2 OF 002", "OSLO 77 IS")]
    [True, True, False]
    """
    start = text.rfind("\n", max(0, at - _LINE), at) + 1 or max(0, at - _LINE)
    line = text[start : at + _LINE].partition("\n")[0]
    if line.lstrip()[:5].upper() == "PAGE ":
        return True
    return " OF " in line and _PAGE.search(line) is not None


def _others(text: str, end: int, post: Post, year: int | None, first: str) -> Iterator[Pointer]:
    """The telegrams of "State 112233 and 112244": long numbers of one length that follow the first."""
    if text[end : end + 6].lstrip()[:1] not in _NEXT_BEGINS:
        return
    following = _NEXT.match(text[end : end + 24])
    while following is not None and len(following.text("number")) == len(first):
        number = following.text("number")
        end += following.span.end
        yield _pointer(text, Span(end - len(number), end), post, number, year)
        following = _NEXT.match(text[end : end + 24])


def _pointer(
    text: str,
    span: Span,
    post: Post,
    number: str,
    year: int | None,
    *,
    airgram: bool = False,
    rule: str = "cable-number",
) -> Pointer:
    return Pointer(
        span,
        "airgram" if airgram else "serial",
        rule,
        post=post,
        number=int(number),
        year=year,
        passage=target_passage(text, span),
    )
