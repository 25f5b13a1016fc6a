"""How finely a page was scanned: stated by the file, or told from the height of its lines."""

from typing import Final

import numpy as np
from PIL import Image

from ingest.read.refusal import Refused

LOWEST: Final = 200
TOLERANCE: Final = 0.97
"""A scanner's 200 may be 199 by the size of the page."""
ROUGH: Final = 0.9
"""What is told from the lines is less exact."""
STATED: Final = 100
"""A lower figure is what programs write that do not know."""
NARROWEST: Final = 4.0
WIDEST: Final = 20.0
"""Inches between which the width of a page lies."""
USUAL: Final = 8.5
LINE: Final = 1 / 6
"""Inches from one typed line to the next."""
CAPITAL: Final = 0.11
"""Inches of the height of a typed line of capitals, as far as its ink spreads."""
LEAST_LINES: Final = 3


def resolution(page: Image.Image, stated: float | None) -> tuple[int, bool]:
    """Dots per inch, and whether they are stated; without lines to tell them, those of a page of usual width.

    >>> resolution(Image.new("L", (2550, 3300), 255), 400.0)
    (400, True)
    >>> resolution(Image.new("L", (2550, 3300), 255), 72.0)
    (300, False)
    """
    if stated is not None and stated >= STATED and NARROWEST <= page.width / stated <= WIDEST:
        return round(stated), True
    return by_lines(page) or round(page.width / USUAL), False


def by_lines(page: Image.Image) -> int:
    """Dots per inch by the lines of a typed page, the lower of what pitch and height say; 0 without lines.

    >>> by_lines(Image.new("L", (600, 600), 255))
    0
    """
    shades = np.asarray(page.convert("L"), dtype=np.float64)
    ink = (shades < 0.75 * float(np.median(shades))).mean(axis=1)
    edges = np.diff((ink > 0.01).astype(np.int8), prepend=0, append=0)
    starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    if len(starts) < LEAST_LINES:
        return 0
    height, pitch = float(np.median(ends - starts)), float(np.median(np.diff(starts)))
    return round(min(height / CAPITAL, pitch / LINE))


def check_resolution(dpi: int, source: str, number: int, *, stated: bool = True) -> None:
    """Refuse a page whose letters are too small to be told apart.

    >>> check_resolution(300, "a.png", 1)
    >>> check_resolution(150, "a.png", 1)
    Traceback (most recent call last):
    ...
    ingest.read.refusal.Refused: a.png: page 1 has about 150 dots per inch, too few for its letters to be told
    apart: scan it again at 300
    """
    if dpi >= LOWEST * (TOLERANCE if stated else ROUGH):
        return
    raise Refused(
        source,
        "low-resolution",
        f"page {number} has about {dpi} dots per inch, too few for its letters to be told apart: "
        "scan it again at 300",
    )
