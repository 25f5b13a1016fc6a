"""Cables that are cited by their own number in running text: "08 STATE 1234", "Paris 4321 (NOTAL)"."""

from collections.abc import Iterator
from typing import Final

from ingest.annotate.names.names import Names, names, per_knowledge
from ingest.annotate.names.paragraphs import target_passage
from ingest.cable import Cable
from ingest.document import Span
from ingest.knowledge import Knowledge, Post
from ingest.mention import CitationMention
from ingest.pattern import pattern

_YEAR: Final = pattern("serial-year", r"(?:\(?((?:19|20)?\d\d)\)?|['’](\d\d))[\s-]*$", example="as in 08 ")
_NO_COUNT: Final = 4
"""Longer numbers without a comma count nothing: after a post they are serials."""
_NUMBER: Final = pattern(
    "serial-number",
    r"^(?:['’][sS])?[\s,-]*(?:\(([A-Z/]{1,5})\)\s*)?"
    r"(?P<mark>(?:(?i:cable|telegram|message|airgram|tel)\s+)?(?:#\s?|(?i:number|no\.|nr\.)\s?)?)"
    r"(?P<number>\d{1,8}|A-?\d{1,5})\b",
    example=" 034976",
)
_NOT_SERIAL: Final = pattern(
    "not-a-serial",
    r"^\s*(?:[./:,]\d|(?i:of|pages?|percent|per\s+cent|million|hours|days|officials|delegates|people|participants"
    r"|members|plenary|meeting|tons|tonnes|kilograms|kg|km|miles|meters|dollars|euros|troops|workers|residents"
    r"|inhabitants|students|employees|firms|companies|units|copies|words|st|nd|rd|th|jan\w*|feb\w*|mar|march"
    r"|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)\b|%|\.\d\s+OF\b)",
    example=" OF 002",
)
_NEXT: Final = pattern(
    "serial-next", r"^(?:\s*(?:,|/|&|,?\s*(?i:and|or)\b)\s*)(?P<number>\d{5,8})\b", example=" and 112244"
)
_GLUED: Final = pattern(
    "serial-glued",
    r"\b(?P<year>(?:19|20)?\d\d)(?P<post>[A-Z]{3,})(?P<number>\d{1,8})\b",
    example="see 08STATE34976",
)
_PAGE: Final = pattern(
    "page-break",
    r"(?m)^\s*(?:PAGE\s+\d+\s+)?[A-Z' ]+\d+\s+\d+(?:\.\d)?\s+OF\s+\d+",
    example="OSLO 00000077  001.2 OF 002",
)
_PAGE_HEAD: Final = pattern("page-head", r"(?m)^\s*PAGE\s+\d+\s.*$", example="PAGE 02  STATE 900101")


@per_knowledge
def _post_names(knowledge: Knowledge) -> Names[Post]:
    return names((name, post) for post in knowledge.posts for name in _spellings(post))


def _spellings(post: Post) -> Iterator[str]:
    for name in dict.fromkeys((post.name, post.glued, *post.aliases)):
        yield name
        if post.city is not None and name == post.name:
            yield name.title()


def serial_mentions(cable: Cable, stretch: Span, knowledge: Knowledge) -> Iterator[CitationMention]:
    r"""The cables that a stretch cites by post and number, the year of the document where none is given.

    A post in small letters and a number that may be a year ("Paris 2008") are no citation.

    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "R 040045Z APR 08\nFM SECSTATE WASHDC\n\nSTATE 900001\n\n1. See 07 PARIS 4417."
    >>> cable = parse(Document(text, "a.txt", ""), knowledge())
    >>> [one.target for one in serial_mentions(cable, cable.body, knowledge())]
    ['2007PARIS4417']
    """
    text = cable.text
    noise = page_lines(text, stretch)
    for at, posts in _post_names(knowledge).find(text, stretch):
        after = _NUMBER.match(text[at.end : at.end + 40])
        if after is None or any(span.start <= at.start < span.end for span in noise):
            continue
        number_end = at.end + after.span.end
        if _NOT_SERIAL.match(text[number_end : number_end + 16]) is not None:
            continue
        head = _YEAR.search(text[max(0, at.start - 8) : at.start])
        year = None if head is None else head[1] or head[2]
        if not _is_serial(at.of(text), after.text("number"), year=year, marked=bool(after.text("mark"))):
            continue
        start = at.start if head is None else at.start - len(head.text())
        yield from _mention(cable, Span(start, number_end), posts[0], year, after.text("number"))
        yield from _others(cable, number_end, posts[0], year, after.text("number"))
    for match in _GLUED.finditer(text, stretch):
        post = _by_glued(knowledge).get(match.text("post"))
        if post is not None:
            yield from _mention(cable, match.span, post, match.text("year"), match.text("number"))


def page_lines(text: str, stretch: Span) -> tuple[Span, ...]:
    """The lines at the head of a page, whose post and number are the document's own.

    >>> page_lines("PAGE 02  STATE 900101", Span(0, 21))
    (Span(start=0, end=21),)
    """
    return tuple(m.span for words in (_PAGE, _PAGE_HEAD) for m in words.finditer(text, stretch))


@per_knowledge
def _by_glued(knowledge: Knowledge) -> dict[str, Post]:
    return {name: post for post in knowledge.posts for name in (post.glued, post.earlier) if name is not None}


def _others(cable: Cable, end: int, post: Post, year: str | None, first: str) -> Iterator[CitationMention]:
    """The cables of "State 112233 and 112244": long numbers of one length that follow the first."""
    following = _NEXT.match(cable.text[end : end + 24])
    while following is not None and len(following.text("number")) == len(first):
        number = following.text("number")
        end += following.span.end
        yield from _mention(cable, Span(end - len(number), end), post, year, number)
        following = _NEXT.match(cable.text[end : end + 24])


def _mention(
    cable: Cable, span: Span, post: Post, year: str | None, number: str
) -> Iterator[CitationMention]:
    sent = _full_year(year) if year is not None else cable.year
    serial = number.lstrip("A-").lstrip("0")
    if sent is None or not serial:
        return
    target = f"{sent}{post.series(sent)}{'A' if number.startswith('A') else ''}{serial}"
    if target != cable.id:
        yield CitationMention(
            span,
            "cable-number",
            target=target,
            target_passage=target_passage(cable.text, span),
            year_status="assumed" if year is None else "stated",
        )


def _is_serial(post: str, number: str, *, year: str | None, marked: bool) -> bool:
    if year is not None or marked or number.startswith("A") or (number.startswith("0") and len(number) > 3):
        return True
    if len(number) > _NO_COUNT:
        return True
    year_like = len(number) == 4 and 1940 <= int(number) <= 2060
    return post.isupper() and len(number) >= 2 and not year_like


def _full_year(year: str) -> int:
    number = int(year)
    if number >= 100:
        return number
    return 1900 + number if number >= 45 else 2000 + number
