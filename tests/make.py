"""Small cables that read like the domain, for tests."""

import hashlib

from ingest.cable import Cable, Header, Passage, Read
from ingest.document import Document, Span


def document(text: str, *, source: str = "test.txt") -> Document:
    """A document of that text."""
    return Document(text, source, hashlib.sha256(text.encode()).hexdigest())


def cable(body: str, *, identifier: str = "2008STATE900001", sent: str = "2008-04-04T00:45:00Z") -> Cable:
    """A cable whose whole text is one passage numbered "1"; it was not parsed."""
    span = Span(0, len(body))
    return Cable(
        document(body),
        identifier,
        "Cable",
        Header(sent=Read(sent, Span(0, 0), "test")),
        passages=(Passage("1", "stated", "C", "stated", None, span, span, "test"),),
        body=span,
    )
