"""Plain text and Markdown: the file is the document."""

from collections.abc import Iterator

from ingest.document import Document
from ingest.read.declined import declined
from ingest.read.decode import decode
from ingest.read.given import Given
from ingest.read.limit import check_bytes, check_text
from ingest.read.refusal import Refused
from ingest.read.several import beginnings, parted


def is_text(head: bytes) -> bool:
    """Whatever is of no other form is read as text, or refused as such.

    >>> is_text(b"STATE 034976")
    True
    """
    return True


def is_bundle(head: bytes) -> bool:
    """Whether several telegrams follow one another in a text, the second of them in its first 64 KiB.

    >>> is_bundle(b"FM SECSTATE WASHDC"), is_bundle(b"")
    (False, False)
    """
    return b"FM " in head and declined(head, "") is None and bool(beginnings(decode(head)[0]))


def bundled_documents(given: Given) -> Iterator[Document]:
    r"""The telegrams that follow one another in a text.

    >>> one = "R 040045Z APR 08\nFM POST\nTO DEPT\nSECRET POST 90000{0}\nSUBJECT: A\n\n1. Text.\nNNNN\n\n"
    >>> data = (one.format(1) + one.format(2).replace("0045Z", "0046Z")).encode()
    >>> [made.part for made in bundled_documents(Given("two.txt", data=data))]
    ['telegram-1', 'telegram-2']
    """
    for made in text_documents(given):
        yield from parted(made, beginnings(made.text))


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
