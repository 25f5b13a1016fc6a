"""PDF files: pages that hold text or are scanned, of one document or of several telegrams."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from ingest.document import Document, Dropped
from ingest.read.given import Given
from ingest.read.image.limit import check_pages
from ingest.read.image.tools import need_tools
from ingest.read.pages import Page, bound
from ingest.read.pdf.layer import text_page
from ingest.read.pdf.opened import opened
from ingest.read.pdf.scan import is_stamp, rendered, scanned_at
from ingest.read.refusal import Refused
from ingest.read.several import beginnings, parted

MAGIC: Final = b"%PDF-"
MOST_CHARACTERS: Final = 8_000_000


def is_pdf(head: bytes) -> bool:
    r"""Whether a file is a PDF.

    >>> is_pdf(b"%PDF-1.7\n"), is_pdf(b"A file that begins with %PDF- is a PDF.")
    (True, False)
    """
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(MAGIC)


def pdf_documents(given: Given) -> Iterator[Document]:
    """The document that a PDF is; where several telegrams follow one another in it, each of them.

    >>> list(pdf_documents(Given("a.pdf", data=b"%PDF-1.7 and nothing more")))
    Traceback (most recent call last):
    ...
    ingest.read.refusal.Refused: a.pdf: the PDF is damaged: Failed to load document ...
    """
    with opened(given) as file:
        document = bound(given, "pdf", _pages(file, given.name))
    if not document.text.strip():
        raise Refused(given.name, "no-text", "the PDF has no words, neither as text nor on images of pages")
    starts = beginnings(document.text)
    yield from parted(document, starts) if starts else (document,)


def _pages(file: Any, source: str) -> Iterator[Page]:
    characters = scans = 0
    for number in range(1, len(file) + 1):
        page = file[number - 1]
        try:
            text = text_page(page, number)
            dpi = scanned_at(page, source) if is_stamp(text) else None
            scans += dpi is not None
            check_pages(scans, source)
            found = text if dpi is None else _scan(page, text, dpi, source)
        finally:
            page.close()
        characters += found.characters
        _check_length(characters, source)
        yield found


def _scan(page: Any, text: Page, dpi: float, source: str) -> Page:
    """The page as its image shows it; a stamp that is text as well is left out, as the image has it."""
    need_tools(source)
    # imported here, as it needs the extra libraries, which need not be there
    from ingest.read.image.sheet import sheet

    seen = sheet(rendered(page, dpi, source), text.number, source, stated=dpi)
    if not text.characters:
        return seen
    stamp = Dropped("text-layer", text.characters)
    return replace(seen, characters=seen.characters + text.characters, dropped=(*seen.dropped, stamp))


def _check_length(characters: int, source: str) -> None:
    if characters > MOST_CHARACTERS:
        message = f"the PDF has over {MOST_CHARACTERS:,} characters: part it into its documents"
        raise Refused(source, "too-large", message)
