"""Image files of scanned pages."""

from collections.abc import Iterator
from typing import Final

from ingest.document import Document
from ingest.read.given import Given
from ingest.read.image.tools import need_tools
from ingest.read.limit import check_size
from ingest.read.pages import Page, bound
from ingest.read.refusal import Refused

MAGIC: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
"""How PNG, JPEG and TIFF begin."""


def is_image(head: bytes) -> bool:
    r"""Whether a file is a PNG, JPEG or TIFF.

    >>> is_image(b"\xff\xd8\xff\xe0\x00\x10JFIF"), is_image(b"FM AMEMBASSY ROME")
    (True, False)
    """
    return head.startswith(MAGIC)


def image_documents(given: Given) -> Iterator[Document]:
    r"""The one document that an image file is, its pages in order.

    >>> list(image_documents(Given("a.png", data=b"\x89PNG\r\n\x1a\n damaged")))
    Traceback (most recent call last):
    ...
    ingest.read.refusal.Refused: a.png: ...
    """
    check_size(given.size, given.name)
    need_tools(given.name)
    document = bound(given, "image", _pages(given))
    if not document.text.strip():
        raise Refused(given.name, "no-text", "no words could be read on the page")
    yield document


def _pages(given: Given) -> Iterator[Page]:
    # imported here, as these need the extra libraries, which need not be there
    from ingest.read.image.frames import frames
    from ingest.read.image.sheet import sheet

    for number, (image, stated) in enumerate(frames(given), start=1):
        yield sheet(image, number, given.name, stated=stated)
