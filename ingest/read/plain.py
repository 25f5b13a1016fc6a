"""Plain text and Markdown: the file is the document."""

from collections.abc import Iterator

from ingest.document import Document
from ingest.read.declined import declined
from ingest.read.decode import decode
from ingest.read.given import Given
from ingest.read.limit import check_bytes, check_text
from ingest.read.refusal import Refused


def is_text(head: bytes) -> bool:
    """Whatever is of no other form is read as text, or refused as such.

    >>> is_text(b"STATE 034976")
    True
    """
    return True


def text_documents(given: Given) -> Iterator[Document]:
    """The one document that a text file is.

    >>> [one.text for one in text_documents(Given("cable.txt", data=b"STATE 034976"))]
    ['STATE 034976']
    """
    refused = declined(given.head, given.name)
    if refused is not None:
        raise refused
    check_text(given)
    data = given.all()
    check_bytes(data, given.name)
    text, encodings = decode(data)
    if not text.strip():
        raise Refused(given.name, "empty", "the file has only white space")
    yield Document(text, given.name, given.sha256, encodings)
