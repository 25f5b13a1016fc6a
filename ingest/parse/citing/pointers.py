"""The telegrams that a stretch of text cites by words that depend on its correspondents, or by a post."""

from collections.abc import Iterator
from typing import Final

from ingest.document import Span
from ingest.parse.citing.behind import Place, behind
from ingest.parse.citing.correspondents import Correspondents
from ingest.parse.citing.heads import heads
from ingest.parse.citing.pointed import Head, Pointed, Said
from ingest.parse.citing.target import pointed
from ingest.parse.text.posts import Posts
from ingest.pattern import pattern

_OWN: Final = pattern(
    "citing-own-distribution",
    r"(?:^|[.\n]\s*|\bBT\s+)(?:(?:ACTION|Action)\s+)?(?:Sent|SENT|Repeated|REPEATED|Rptd|RPTD|Rpt|RPT|Repeat|Passed|PASSED"
    r"|Pouched|POUCHED|INFO)\b[^.\n]{0,300}",
    example="Sent Department 900001, repeated information Rome 33.",
)
_ANY: Final = pattern("citing-any", r"\d|(?i:tels?\b|cable\b|desp?\b|air\b|grams?\b)", example="see Embtel")
_BARE: Final = pattern(
    "citing-bare",
    r"\b(?i:reported|described|outlined|conveyed|transmitted|summarized|contained|(?:(?:last|first|final)\s+)?"
    r"(?:parts|portions?))\s+(?:(?i:in|by|of)\s+)?(?P<number>\d{3,5})\b",
    example="conversations reported 861",
)
_YEARS: Final = range(1900, 2060)


def pointers(
    text: str, span: Span, by: Correspondents, posts: Posts, *, begins: bool = True
) -> tuple[Pointed, ...]:
    """The telegrams that a stretch cites, in its order; a document never cites itself.

    *begins*: whether the document begins with it.

    >>> from ingest.parse.text.posts import posts_of
    >>> from ingest.tables import knowledge
    >>> text = "Embtel 900011 and Deptel 900012, also Amman's 900013; see Resolution 242."
    >>> by = Correspondents("CAIRO", ("STATE",), "1956-02-04")
    >>> found = pointers(text, Span(0, len(text)), by, posts_of(knowledge().posts))
    >>> [one.target for one in found]
    ['1956CAIRO900011', '1956STATE-CAIRO900012', '1956AMMAN900013']
    """
    if _ANY.search(text, span) is None:
        return ()
    place = Place(text, span.end, posts)
    aside = [one.span for one in _OWN.finditer(text, span)]
    found: list[Pointed] = []
    end = span.start
    for head in sorted((*heads(text, span, posts), *_bare(text, span)), key=_order):
        if head.span.start < end or any(one.start <= head.span.start < one.end for one in aside):
            continue
        if begins and head.who == "series" and not text[: head.span.start].strip():
            # "Secto 11." at the very beginning is the document's own number
            continue
        for said in _said(place, head):
            made = pointed(head, said, by, posts)
            end = max(end, made.span.end)
            if made.target is None or made.target != by.own:
                found.append(made)
    return tuple(found)


def _order(head: Head) -> tuple[int, int, str]:
    return head.span.start, -head.span.end, head.rule


def _said(place: Place, head: Head) -> tuple[Said, ...]:
    """What stands behind a head; a word that cites does so without a number too."""
    if head.kind == "military":
        return (Said(head.span),)
    found = behind(place, head)
    if found and head.weak and _is_year(head, found[0]):
        return ()
    if not found and head.bare:
        return (Said(head.span),)
    return found


def _is_year(head: Head, said: Said) -> bool:
    """Whether "Paris 1956" is a place and a year; with a month or an addressee behind it, it is a number."""
    if head.who not in ("post", "series", "unsaid") or head.rule == "citing-posts":
        return False
    return said.number in _YEARS and not said.month and said.to is None


def _bare(text: str, span: Span) -> Iterator[Head]:
    """A number after "reported" and the like is that of a telegram of the mission."""
    for found in _BARE.finditer(text, span):
        at = found.at("number")
        if at is not None and int(at.of(text)) not in _YEARS:
            yield Head(Span(found.span.start, at.start), "mission", "telegram", "citing-bare", weak=True)
