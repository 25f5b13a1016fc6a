"""The pages of an image file, one after the other, each no larger than a page can be."""

import warnings
from collections.abc import Iterator
from typing import Final

from PIL import Image, UnidentifiedImageError

from ingest.read.given import Given
from ingest.read.image.limit import check_pages, check_pixels
from ingest.read.refusal import Refused

KINDS: Final = ("PNG", "JPEG", "TIFF")


def frames(given: Given) -> Iterator[tuple[Image.Image, float | None]]:
    """The pages in grey, each with the dots per inch that the file states.

    >>> list(frames(Given("a.png", data=b"no image")))
    Traceback (most recent call last):
    ...
    ingest.read.refusal.Refused: a.png: the image is damaged: cannot identify image file ...
    """
    with given.open() as stream, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(stream, formats=KINDS) as image:
                yield from _frames(image, given.name)
        except Image.DecompressionBombError as error:
            raise Refused(given.name, "bomb", f"the image is larger than a page can be: {error}") from error
        except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as error:
            raise Refused(given.name, "malformed", f"the image is damaged: {error}") from error


def _frames(image: Image.Image, source: str) -> Iterator[tuple[Image.Image, float | None]]:
    number = 0
    while True:
        try:
            image.seek(number)
        except EOFError:
            return
        check_pages(number + 1, source)
        check_pixels(*image.size, source)
        yield image.convert("L"), _stated(image)
        number += 1


def _stated(image: Image.Image) -> float | None:
    """The dots per inch across, where the file says them."""
    dpi = image.info.get("dpi")
    try:
        return float(dpi[0]) if dpi else None
    except (TypeError, ValueError, ZeroDivisionError, IndexError):
        return None
