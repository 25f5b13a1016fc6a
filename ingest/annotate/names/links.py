"""What editors tell of the documents that are cited: links, and notes that only name a document."""

from collections.abc import Iterator
from dataclasses import replace

from ingest.annotate.names.citations import annotate_citations
from ingest.cable import Cable
from ingest.knowledge import Knowledge
from ingest.mention import CitationMention
from ingest.parse.published.noted import EDITOR_LINK, EDITOR_NOTE, noted


def annotate_links(cable: Cable, knowledge: Knowledge) -> Iterator[CitationMention]:
    """The editors' links to other documents, and the citations of which a note says only which they are.

    >>> from ingest.document import Link, Span
    >>> from tests.make import cable
    >>> made = cable("See Document 12.")
    >>> linked = replace(made.document, links=(Link(Span(4, 15), "frus1999v90-d12"),))
    >>> [(one.rule, one.target) for one in annotate_links(replace(made, document=linked), knowledge=None)]
    [('editor-link', 'frus1999v90-d12')]
    """
    document = cable.document
    for link in document.links:
        yield CitationMention(link.span, EDITOR_LINK, target=link.target, target_passage=link.place)
    if not document.anchors:
        return
    dates = {one.span: one.date for one in annotate_citations(cable, knowledge)}
    for span, target in noted(document, dates).items():
        yield CitationMention(span, EDITOR_NOTE, target=target, date=dates[span])


def own_words(cable: Cable) -> Cable:
    """The document without the passages that are notes of its editors.

    >>> from tests.make import cable
    >>> made = cable("1. (C) Text.")
    >>> own_words(made) is made
    True
    """
    kept = tuple(one for one in cable.passages if one.kind != "note")
    return cable if len(kept) == len(cable.passages) else replace(cable, passages=kept)
