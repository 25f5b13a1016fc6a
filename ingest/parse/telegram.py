"""A telegram or airgram as a ``Cable``."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ingest.cable import Cable, Header, Problem, Reference
from ingest.document import Document, Span, folded
from ingest.knowledge import Knowledge
from ingest.parse.body.ending import ending, without_name
from ingest.parse.body.length import MOST_LINES, too_long
from ingest.parse.body.merged import single_spaced, unmerged
from ingest.parse.body.passages import passages
from ingest.parse.body.sections import missing_sections
from ingest.parse.citing import correspondents
from ingest.parse.header.header import Head
from ingest.parse.header.identity import LATER_PART, SECTION
from ingest.parse.listing.references import references
from ingest.parse.listing.sooner import settled
from ingest.parse.text.breaks import breaks, omissions
from ingest.parse.text.lines import Line
from ingest.parse.text.posts import posts_of
from ingest.parse.text.when import find_date, full_year
from ingest.pattern import pattern

_YEAR: Final = pattern("subject-year", r"\b(?:19[7-9]|20[0-4])\d\b", example="NO MTCR PLENARY IN 2010")


@dataclass(frozen=True, slots=True)
class Dating:
    """The year of a telegram and how it is known."""

    year: int | None
    problem: Problem | None = None


def telegram(document: Document, body: Sequence[Line], top: Head, knowledge: Knowledge) -> Cable:
    r"""The cable that a document with a telegram's header is.

    >>> from ingest.parse.header.header import head
    >>> from ingest.parse.text.lines import lines
    >>> from ingest.tables import knowledge
    >>> text = "R 040045Z APR 08\nFM SECSTATE WASHDC\n\nCONFIDENTIAL STATE 900001\n\n1. (C) Thanks."
    >>> body = lines(text)
    >>> made = telegram(Document(text, "a.txt", ""), body, head(text, body, knowledge()), knowledge())
    >>> made.id, [one.number for one in made.passages]
    ('2008STATE900001', ['1'])
    """
    text = folded(document.text)
    dating = _year(top)
    top = replace(top, header=_in_its_year(top.header, dating.year, knowledge))
    identifier = _identifier(document, top, dating.year)
    cited = references(
        text,
        body,
        top.fields,
        top.limit,
        knowledge,
        year=dating.year,
        own=identifier,
        sent=_sent(top),
        between=correspondents(top.header, posts_of(knowledge.posts), identifier),
    )
    first = max(top.end, cited.end)
    behind = [_after(line, first) for line in body[_line_of(body, first) :] if line.end > first]
    later = _later_part(body)
    parted = unmerged(single_spaced(behind[:MOST_LINES]))
    rest = parted[:MOST_LINES]
    kept = rest[: ending(rest)]
    kept = (*kept[:-1], *map(without_name, kept[-1:]))
    found = passages(text, kept, later_part=later)
    dated = (*(() if dating.problem is None else (dating.problem,)), *missing_sections(body))
    doubts = (
        *top.problems,
        *cited.problems,
        *found.problems,
        *dated,
        *omissions(kept),
        *too_long(behind if len(behind) > MOST_LINES else parted),
    )
    span = Span(kept[0].trimmed.start, kept[-1].trimmed.end) if kept else Span(first, first)
    return Cable(
        document,
        _of_section(identifier, text) if later else identifier,
        "Cable",
        top.header,
        _once(_verbatim(item, document) for item in settled(cited.items, identifier)),
        found.passages,
        tuple(sorted(doubts, key=lambda one: (one.span, one.why))),
        Span(span.start, max(span.start, span.end)),
        breaks(kept),
    )


def _verbatim(item: Reference, document: Document) -> Reference:
    raw = " ".join(item.span.of(document.text).split())
    return item if raw == item.raw else replace(item, raw=raw)


def _once(items: Iterable[Reference]) -> tuple[Reference, ...]:
    """The items, once each where a header is printed twice."""
    made: dict[tuple[str, str, str | None], Reference] = {}
    for item in items:
        made.setdefault((item.label, item.raw, item.target), item)
    return tuple(made.values())


def _after(line: Line, first: int) -> Line:
    """What of a line stands after the header."""
    return line if line.start >= first else Line(first, line.text[first - line.start :])


def _line_of(body: Sequence[Line], offset: int) -> int:
    """The last line that begins at or before *offset*."""
    return max(0, bisect_right(body, offset, key=lambda line: line.start) - 1)


def _of_section(identifier: str, text: str) -> str:
    r"""The identifier of a telegram, or of a later section of it that came without the first.

    >>> alone, whole = "SECTION 02 OF 03\n5. Text.", "SECTION 01 OF 02\n1. Text.\nSECTION 02 OF 02\n2. Text."
    >>> [_of_section("1975ROME12", text) for text in (alone, whole)]
    ['1975ROME12-section-2', '1975ROME12']
    """
    number = min(int(found.text("number")) for found in SECTION.finditer(text))
    return identifier if number < 2 else f"{identifier}-section-{number}"


def _later_part(body: Sequence[Line]) -> bool:
    """Whether the text begins with a later section of a message."""
    return any(
        "SECTION" in line.text and LATER_PART.search(line.text[:200]) is not None for line in body[:40]
    )


def _year(top: Head) -> Dating:
    header = top.header
    if header.sent is not None:
        return Dating(int(header.sent.value[:4]))
    if top.identity.year is not None:
        return Dating(full_year(str(top.identity.year).zfill(2)))
    return _estimated(header)


def _estimated(header: Header) -> Dating:
    """The year from a date in the subject; never from that of the declassification, nor from the order."""
    subject = header.subject
    named = None if subject is None else _year_in(subject.value)
    if subject is not None and named is not None:
        why = "the telegram gives no date; its year is the one that its subject names"
        return Dating(named, Problem(subject.value, subject.span, why))
    release = header.declassify
    dated = None if release is None else find_date(release.value)
    if release is not None and dated is not None:
        why = "the telegram gives no date, and that of its declassification does not tell when it was sent"
        return Dating(None, Problem(release.value, release.span, why))
    return Dating(None)


def _year_in(words: str) -> int | None:
    dated = find_date(words)
    if dated is not None:
        return int(dated.value[:4])
    found = _YEAR.search(words)
    return None if found is None else int(found.text())


def _in_its_year(header: Header, year: int | None, knowledge: Knowledge) -> Header:
    """The header with the name under which the post numbered its telegrams in that year."""
    post = header.post
    named = None if post is None else posts_of(knowledge.posts).called(post.value)
    if post is None or named is None:
        return header
    return replace(header, post=replace(post, value=named.series(year)))


def _identifier(document: Document, top: Head, year: int | None) -> str:
    header = top.header
    if header.post is None or header.number is None or year is None:
        return f"cable-{document.sha256[:8]}"
    return f"{year}{header.post.value}{top.identity.series}{header.number.value}"


def _sent(top: Head) -> str | None:
    sent = top.header.sent
    return None if sent is None else sent.value
