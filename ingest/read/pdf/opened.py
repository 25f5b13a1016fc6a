"""A PDF file, opened within limits."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import pypdfium2 as pdfium

from ingest.read.given import Given
from ingest.read.limit import check_size
from ingest.read.pdf.inflate import check_packing
from ingest.read.refusal import Refused

MOST_PAGES: Final = 2_000
WRONG_PASSWORD: Final = 4
UNKNOWN_SECURITY: Final = 5


@contextmanager
def opened(given: Given) -> Iterator[Any]:
    """The file as the engine's document; its errors become refusals.

    >>> with opened(Given("a.pdf", data=b"%PDF-1.7 and nothing more")) as made:
    ...     len(made)
    Traceback (most recent call last):
    ...
    ingest.read.refusal.Refused: a.pdf: the PDF is damaged: Failed to load document ...
    """
    check_size(given.size, given.name)
    data = given.all()
    check_packing(data, given.name)
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise _refusal(error, given.name) from error
    try:
        _check_pages(len(document), given.name)
        yield document
    except pdfium.PdfiumError as error:
        raise _refusal(error, given.name) from error
    finally:
        document.close()


def _refusal(error: Exception, source: str) -> Refused:
    if getattr(error, "err_code", None) in (WRONG_PASSWORD, UNKNOWN_SECURITY):
        return Refused(source, "encrypted", "the PDF is encrypted: save it without a password")
    return Refused(source, "malformed", f"the PDF is damaged: {error}")


def _check_pages(pages: int, source: str) -> None:
    if pages > MOST_PAGES:
        raise Refused(source, "too-large", f"the PDF has {pages:,} pages; at most {MOST_PAGES:,} are read")
    if not pages:
        raise Refused(source, "empty", "the PDF has no pages")
