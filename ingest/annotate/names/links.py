"""What editors tell of the documents that are cited: links, and notes that only name a document."""

from collections.abc import Iterator
from typing import Final

from ingest.annotate.names.citations import annotate_citations
from ingest.cable import Cable
from ingest.document import Anchor, Document
from ingest.knowledge import Knowledge
from ingest.mention import CitationMention
from ingest.pattern import pattern

EDITOR_NOTE: Final = "editor-note"
_ONLY: Final = pattern(
    "note-of-one-document",
    r"^\s*(?i:(?:printed(?:\s+as)?|see|published\s+as|telegram\s+[\w-]+\s+is)\s+)?(?:Document|document)\s+\d+\s*\.?\s*$",
    example="Document 365.",
)
_BESIDE: Final = pattern(
    "note-beside", r"^\s*(?:(?i:see)\s+)?(?P<word>(?i:supra|infra))\s*\.?\s*$", example="Supra."
)
_CLOSE: Final = 3
"""Characters between a citation and the sign of its note: a bracket, a full stop, a space."""


def annotate_links(cable: Cable, knowledge: Knowledge) -> Iterator[CitationMention]:
    """The editors' links to other documents, and the citations of which a note says only which they are.

    >>> from ingest.document import Link, Span
    >>> from tests.make import cable
    >>> from dataclasses import replace
    >>> made = cable("See Document 12.")
    >>> linked = replace(made.document, links=(Link(Span(4, 15), "frus1999v90-d12"),))
    >>> [(one.rule, one.target) for one in annotate_links(replace(made, document=linked), knowledge=None)]
    [('editor-link', 'frus1999v90-d12')]
    """
    document = cable.document
    for link in document.links:
        yield CitationMention(link.span, "editor-link", target=link.target, target_passage=link.place)
    told = {one.note: target for one in document.anchors if (target := _told(document, one)) is not None}
    if not told:
        return
    cited = tuple(annotate_citations(cable, knowledge))
    for anchor in document.anchors:
        near = [one for one in cited if 0 <= anchor.at - one.span.end <= _CLOSE]
        if anchor.note in told and near:
            last = max(near, key=lambda one: (one.span.end, -one.span.start))
            yield CitationMention(last.span, EDITOR_NOTE, target=told[anchor.note], date=last.date)


def _told(document: Document, anchor: Anchor) -> str | None:
    """The document that a note names, where that is all it says."""
    note = next((one for one in document.roles if one.role == "note" and one.value == anchor.note), None)
    if note is None:
        return None
    words = note.span.of(document.text)
    if _ONLY.match(words) is not None:
        inside = [one for one in document.links if note.span.holds(one.span)]
        return inside[0].target if len(inside) == 1 else None
    beside = _BESIDE.match(words)
    return (
        None if beside is None else _neighbour(document, -1 if beside.text("word").lower() == "supra" else 1)
    )


def _neighbour(document: Document, step: int) -> str | None:
    """The document printed before or behind this one."""
    own = document.role("identifier")
    volume, _, part = ("" if own is None or own.value is None else own.value).rpartition("-d")
    if not part.isdigit() or int(part) + step < 1:
        return None
    return f"{volume}-d{int(part) + step}"
