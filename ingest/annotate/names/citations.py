"""Pointers to other documents in running text: "REF A", "REFS D-J", "reftel", "septel", "08 STATE 1234"."""

from bisect import bisect_right
from collections.abc import Iterator

from ingest.annotate.names.relative import preferred, relative_mentions
from ingest.annotate.names.stretches import stretches
from ingest.cable import Cable, YearStatus
from ingest.document import Span
from ingest.knowledge import Knowledge
from ingest.mention import CitationMention
from ingest.parse.listing.cites import pointers
from ingest.parse.listing.pointer import Pointer
from ingest.serial import sooner


def annotate_citations(cable: Cable, knowledge: Knowledge) -> Iterator[CitationMention]:
    r"""The pointers to other documents that stand in passages; never those of the REF list itself.

    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "STATE 900001\nREF: A. STATE 26726\n\n1. See ref A, paras 3 and 4."
    >>> cable = parse(Document(text, "a.txt", ""), knowledge())
    >>> [(one.labels, one.span.of(text)) for one in annotate_citations(cable, knowledge())]
    [(('A',), 'ref A')]
    """
    places = sorted(stretches(cable))
    if not places:
        return
    listed = [reference.span for reference in cable.references]
    starts = [place.start for place in places]
    for one in _mentions(cable, knowledge, Span(starts[0], max(place.end for place in places))):
        at = bisect_right(starts, one.span.start) - 1
        if one.span.end <= places[at].end and not any(span.holds(one.span) for span in listed):
            yield one


def _mentions(cable: Cable, knowledge: Knowledge, span: Span) -> Iterator[CitationMention]:
    known = frozenset(reference.label.upper() for reference in cable.references)
    # What depends on the correspondents is read below, with them at hand.
    cited = (one for one in pointers(cable.text, knowledge, span, known) if one.kind != "relative")
    found = [_mention(cable, one) for one in cited]
    made = [one for one in found if one is not None]
    yield from (one for one in made if one.target is None)
    serials = tuple(one for one in made if one.target is not None)
    yield from preferred(serials, tuple(relative_mentions(cable, span, knowledge)))


def _mention(cable: Cable, one: Pointer) -> CitationMention | None:
    target = one.identifier(cable.year)
    if one.number is not None and (target is None or target == cable.id):
        return None
    before = sooner(target, cable.id) if one.year is None else None
    status: YearStatus | None = None
    if one.number is not None:
        status = "stated" if one.year is not None else "assumed" if before is None else "settled"
    return CitationMention(
        one.span,
        one.rule,
        labels=one.labels,
        target=before or target,
        target_passage=one.passage,
        year_status=status,
        date=one.date,
    )
