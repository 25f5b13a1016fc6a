"""The documents that one item of a REF list names: "STATE 77 AND 78" are two, "MEMO, MAY 3, 2007" is one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ingest.document import Span
from ingest.knowledge import Profile
from ingest.parse.listing.cited import By, Cited, cited
from ingest.parse.listing.otherwise import other
from ingest.parse.listing.yearless import date_spans
from ingest.parse.text.posts import Named, Posts
from ingest.pattern import Match, pattern

_SEPARATOR: Final = pattern(
    "reference-part", r"(?i)\s*(?:[;,&/]|\band\b)[\s;,&]*(?:\band\s+)?", example=" AND "
)
_SHIELD: Final = pattern(
    "reference-whole", r"\([^()]*\)|\[[^\[\]]*\]|\"[^\"]*\"|“[^”]*”", example="(SMALL GROUP, MAY)"
)
_BARE: Final = pattern(
    "reference-bare-number",
    r"(?i)^#?\d{1,8}\s*(?:\.?\s*$|[;,&/(\[]|\b(?:AND|ET|NOTAL|DTD|DATED|OF)\b)",
    example="99106 (NOTAL)",
)
_COPIED: Final = pattern(
    "reference-copied", r"(?i)\b(?:RPTD?|REPEATED|SENT|PASSED|INFO)\b", example=" RPTD INFO ROME 3"
)
"""The numbers that follow are those under which others received the same message."""


@dataclass(frozen=True, slots=True)
class Known:
    """What tells one document from the next: posts, regimes, and who cites."""

    posts: Posts
    profiles: Sequence[Profile]
    by: By

    def telegram(self, words: str, last: Named | None = None) -> Cited | None:
        """The telegram that *words* begin with, unless they name a document of another kind.

        >>> from ingest.parse.text.posts import posts_of
        >>> from ingest.tables import knowledge
        >>> known = Known(posts_of(knowledge().posts), knowledge().profiles, By(2008))
        >>> [one and one.number for one in map(known.telegram, ("LIMA 4 REPORT", "MEMO OF 03/04/08"))]
        [4, None]
        """
        made = cited(words, self.posts, last=last, by=self.by)
        if made is None or is_sure(made, words):
            return made
        return None if other(words, self.profiles, self.posts, self.by) is not None else made


def is_sure(made: Cited, words: str) -> bool:
    """Whether post and number are so plain that words of other documents behind them change nothing.

    >>> from ingest.parse.text.posts import posts_of
    >>> from ingest.tables import knowledge
    >>> posts = posts_of(knowledge().posts)
    >>> texts = ("LIMA 412 REPORT", "LIMA 2007 REPORT", "XYZZY 4 REPORT")
    >>> [is_sure(one, text) for text in texts if (one := cited(text, posts))]
    [True, False, False]
    """
    plain = made.post is not None and made.post.rule != "post-misspelt" and bool(made.words)
    year_like = (
        1940 <= made.number <= 2060 and made.year is None and any(c.isalpha() for c in words[made.end :])
    )
    return plain and not year_like


def segments(words: str, known: Known, last: Named | None) -> Iterator[Span]:
    """The stretches of an item, each with one document and what is said of it.

    *last* is the post of the item before.

    >>> from ingest.parse.text.posts import posts_of
    >>> from ingest.tables import knowledge
    >>> known = Known(posts_of(knowledge().posts), knowledge().profiles, By(2008))
    >>> text = "LIMA 4 AND 5 (TUNA, SALT), 07 QUITO 6"
    >>> [span.of(text) for span in segments(text, known, None)]
    ['LIMA 4', '5 (TUNA, SALT)', '07 QUITO 6']
    """
    start = 0
    if not any(sign in words for sign in ";,&/") and "AND" not in words.upper():
        yield Span(0, len(words))
        return
    whole = [one.span for one in _SHIELD.finditer(words)]
    whole += date_spans(words)
    for found in _SEPARATOR.finditer(words):
        at = found.span
        if at.start < start or any(one.start < at.end and at.start < one.end for one in whole):
            continue
        post = _parts(words, start, found, known, last)
        if post is not None:
            yield Span(start, at.start)
            start, last = at.end, post.post or last
    yield Span(start, len(words))


@dataclass(frozen=True, slots=True)
class _Parted:
    post: Named | None


def _parts(words: str, start: int, found: Match, known: Known, last: Named | None) -> _Parted | None:
    """The post of what ends at a separator, if something else begins behind it."""
    left, right = words[start : found.span.start], words[found.span.end :]
    sign = found.text().strip()[:1]
    before = known.telegram(left, last)
    if before is None:
        named = other(left, known.profiles, known.posts, known.by)
        whole = named is not None and is_whole(left) and sign != "/"
        return _Parted(None) if whole and _begins(right, known) else None
    on = cited(words[start:], known.posts, last=last, by=known.by) if sign == "/" else None
    if on is not None and on.end > len(left):
        return None
    if _BARE.match(right) is not None:
        return _Parted(before.post) if before.post is not None else None
    if (sign == ";" and is_whole(right)) or (_COPIED.search(left) is None and _begins(right, known)):
        return _Parted(before.post)
    return None


def _begins(right: str, known: Known) -> bool:
    """Whether another document is named at the beginning of these words."""
    made = known.telegram(right)
    if made is not None:
        return made.post is not None
    stop = next(
        (one.span.start for one in _SEPARATOR.finditer(right) if one.text().strip() != "/"), len(right)
    )
    return is_whole(right) and other(right[:stop], known.profiles, known.posts, known.by) is not None


def is_whole(words: str) -> bool:
    """Whether words could be a reference: they have letters and digits, or are a number alone.

    >>> is_whole("LIMA 4"), is_whole("94133"), is_whole("BUENOS")
    (True, True, False)
    """
    return (any(c.isdigit() for c in words) and any(c.isalpha() for c in words)) or words.strip().isdigit()
