"""How large and how many page images may be, checked before they are unpacked."""

from typing import Final

from ingest.read.refusal import Refused

MOST_PIXELS: Final = 64_000_000
"""A sheet of twice the usual size at 600 dots per inch."""
MOST_PAGES: Final = 300


def check_pixels(width: int, height: int, source: str) -> None:
    """Refuse an image that is larger than a page can be.

    >>> check_pixels(2550, 3300, "a.png")
    >>> check_pixels(100_000, 100_000, "a.png")
    Traceback (most recent call last):
    ...
    ingest.read.refusal.Refused: a.png: an image has 100,000 x 100,000 pixels, more than a page can ...
    """
    if width * height > MOST_PIXELS:
        message = f"an image has {width:,} x {height:,} pixels, more than a page can have"
        raise Refused(source, "bomb", message)


def check_pages(pages: int, source: str) -> None:
    """Refuse more page images than are read in one go.

    >>> check_pages(20, "a.tif")
    """
    if pages > MOST_PAGES:
        message = f"the file has over {MOST_PAGES} page images: part it into its documents"
        raise Refused(source, "too-large", message)
