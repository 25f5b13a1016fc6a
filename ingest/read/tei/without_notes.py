"""A document of a volume as it was before the editors added their notes."""

from dataclasses import replace

from ingest.document import Document

_NOTES = ("source-note", "summary", "note")


def without_notes(document: Document) -> Document:
    """The same text without notes, anchors and links: what the document itself says.

    >>> from ingest.read.given import Given
    >>> from ingest.read.tei.documents import tei_documents
    >>> words = '<p>Act.<note n="1">Now. <ref target="#d2">Document 2</ref>.</note></p>'
    >>> file = f'<TEI xml:id="v"><div type="document" xml:id="d1">{words}</div></TEI>'.encode()
    >>> made = next(tei_documents(Given("v.xml", data=file)))
    >>> made.text, without_notes(made).text
    ('Act.\\n\\n[n1] Now. Document 2.', 'Act.')
    """
    body = document.role("body")
    end = len(document.text) if body is None else body.span.end
    return replace(
        document,
        text=document.text[:end],
        roles=tuple(one for one in document.roles if one.role not in _NOTES and one.span.end <= end),
        links=(),
        anchors=(),
        origin=tuple(one for one in document.origin if one.span.end <= end),
    )
