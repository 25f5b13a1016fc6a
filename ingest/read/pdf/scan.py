"""The image that a scanned page of a PDF is: how finely it was scanned, and its pixels."""

from itertools import islice
from typing import Any, Final

import pypdfium2.raw as pdfium_c

from ingest.read.image.limit import check_pixels
from ingest.read.pages import Page

COVERED: Final = 0.5
"""The share of the page that the image of a scan covers."""
STAMP: Final = 250
"""Letters below which the text on a scanned page is a stamp, not what the page says."""
MOST_OBJECTS: Final = 5_000
DEPTH: Final = 3
FINEST: Final = 600
"""Dots per inch above which nothing more can be told."""
POINTS: Final = 72


def scanned_at(page: Any, source: str) -> float | None:
    """The dots per inch at which a page was scanned; ``None`` for a page that is no scan.

    >>> import pypdfium2
    >>> scanned_at(pypdfium2.PdfDocument.new().new_page(612, 792), "a.pdf") is None
    True
    """
    width, height = page.get_size()
    found = page.get_objects(filter=(pdfium_c.FPDF_PAGEOBJ_IMAGE,), max_depth=DEPTH)
    covered, best = 0.0, (0.0, 0.0)
    for image in islice(found, MOST_OBJECTS):
        left, bottom, right, top = image.get_bounds()
        wide, high = image.get_px_size()
        check_pixels(wide, high, source)
        area = (right - left) * (top - bottom)
        covered += area
        # a page turned by its file still has its image upright: the longer side is that of the pixels
        best = max(best, (area, max(wide, high) * POINTS / max(right - left, top - bottom, 1.0)))
    return best[1] if covered >= COVERED * width * height else None


def is_stamp(page: Page) -> bool:
    """Whether the text of a scanned page is too little to be what the page says.

    >>> from ingest.read.pages import Row
    >>> from ingest.document import Span
    >>> is_stamp(Page(1, (Row("UNCLASSIFIED\\n", Span(0, 14)),), 14))
    True
    """
    return sum(1 for sign in page.text if not sign.isspace()) < STAMP


def rendered(page: Any, dpi: float, source: str) -> Any:
    """The page in grey at the resolution at which it was scanned.

    >>> import pypdfium2
    >>> rendered(pypdfium2.PdfDocument.new().new_page(612, 792), 100.0, "a.pdf").size
    (850, 1100)
    """
    scale = min(dpi, FINEST) / POINTS
    width, height = page.get_size()
    check_pixels(round(width * scale), round(height * scale), source)
    return page.render(scale=scale, grayscale=True).to_pil()
