"""Telegrams cited relative to who writes to whom: "Embtel 667", "your 949", "Cairo's telegram 45"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.cable import Cable
from ingest.document import Span
from ingest.knowledge import Knowledge
from ingest.mention import CitationMention
from ingest.parse.citing import Correspondents, Pointed, correspondents, pointers
from ingest.parse.listing.cited import By
from ingest.parse.listing.numbering import on_page_line
from ingest.parse.listing.otherwise import other
from ingest.parse.listing.paragraph import target_passage
from ingest.parse.text.posts import posts_of


def relative_mentions(cable: Cable, stretch: Span, knowledge: Knowledge) -> Iterator[CitationMention]:
    r"""The telegrams that a stretch cites so.

    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "R 040045Z FEB 56\nFM AMEMBASSY CAIRO\nTO SECSTATE\n\nCAIRO 900001\n\n1. See Embtel 900011."
    >>> cable = parse(Document(text, "a.txt", ""), knowledge())
    >>> [one.target for one in relative_mentions(cable, cable.body, knowledge())]
    ['1956CAIRO900011']
    """
    posts = posts_of(knowledge.posts)
    by = correspondents(cable.header, posts, cable.id)
    # the stretch is searched as a text of its own: what finds patterns walks over all of a text each time
    words = stretch.of(cable.text)
    begins = not cable.text[cable.body.start : stretch.start].strip()
    for found in pointers(words, Span(0, len(words)), by, posts, begins=begins):
        one = replace(found, span=found.span.moved(stretch.start))
        if on_page_line(cable.text, one.span.start):
            continue
        target, why = one.target, one.why
        if one.kind == "military":
            target, why = _military(one, cable, by, knowledge)
        yield CitationMention(
            one.span,
            one.rule,
            target=target,
            target_passage=target_passage(cable.text, one.span),
            year_status=one.year_status if one.target is not None else None,
            date=one.date,
            why=why,
        )


def _military(
    one: Pointed, cable: Cable, by: Correspondents, knowledge: Knowledge
) -> tuple[str | None, str | None]:
    """A message of a military office, as lists of references name it: by the time of its sending."""
    words = " ".join(one.span.of(cable.text).split())
    found = other(words, knowledge.profiles, posts_of(knowledge.posts), By(by.year, by.sent))
    if found is None or found.target is None:
        return None, one.why
    return found.target, None


def preferred(
    serials: Sequence[CitationMention], relatives: Sequence[CitationMention]
) -> Iterator[CitationMention]:
    """Both without the lesser of two that lie over one another.

    What is read as post and number ("08 STATE 900001") gives way to words that tell more: a date behind it,
    or the addressee to whom the Department numbered its telegrams apart.

    >>> one = CitationMention(Span(4, 16), "cable-number", target="1956STATE900001", year_status="assumed")
    >>> other = CitationMention(Span(4, 20), "citing-post", target="1956STATE-CAIRO900001")
    >>> [mention.rule for mention in preferred((one,), (other,))]
    ['citing-post']
    """
    beaten: set[Span] = set()
    for one in relatives:
        under = [other for other in serials if _overlap(one.span, other.span)]
        if not under:
            yield one
        elif all(other.year_status != "stated" for other in under) and _tells_more(one):
            beaten.update(other.span for other in under)
            yield one
    yield from (one for one in serials if one.span not in beaten)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _tells_more(one: CitationMention) -> bool:
    return one.date is not None or (one.target is not None and "-" in one.target)
