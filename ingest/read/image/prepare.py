"""A page image made fit for reading: grey, without specks, level, larger; and the way back to its pixels."""

import math
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from PIL import Image, ImageFilter

Box: TypeAlias = tuple[int, int, int, int]

ENLARGED: Final = 1.5
WHITE: Final = 255
SEARCHED: Final = 900
"""The width in pixels at which the angle is searched."""
STEEPEST: Final = 5.0
COARSE: Final = 0.5
FINE: Final = 0.05
LEVEL: Final = 0.1
"""Degrees below which a page is level."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """An image to be read, and what was done to it: turned by ``angle`` degrees about its middle, enlarged.

    >>> page = Prepared(Image.new("L", (300, 150)), 0.0, (200, 100))
    >>> page.back((30, 60, 90, 75))
    (20, 40, 60, 50)
    """

    image: Image.Image
    angle: float
    size: tuple[int, int]
    """Width and height of the page as it came, in pixels."""

    def back(self, box: Box) -> Box:
        """The box around the same words on the page as it came."""
        corners = [self._corner(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
        left, top = (min(one[axis] for one in corners) for axis in (0, 1))
        right, bottom = (max(one[axis] for one in corners) for axis in (0, 1))
        width, height = self.size
        return (
            max(0, math.floor(left)),
            max(0, math.floor(top)),
            min(width, math.ceil(right)),
            min(height, math.ceil(bottom)),
        )

    def _corner(self, x: float, y: float) -> tuple[float, float]:
        wide, high = self.image.size
        turn = math.radians(self.angle)
        across, down = (x - wide / 2) / ENLARGED, (y - high / 2) / ENLARGED
        return (
            self.size[0] / 2 + across * math.cos(turn) - down * math.sin(turn),
            self.size[1] / 2 + across * math.sin(turn) + down * math.cos(turn),
        )


def prepared(page: Image.Image, *, quarter: int = 0) -> Prepared:
    """The page, ready to be read; *quarter* turns it by 90, 180 or 270 degrees first.

    >>> made = prepared(Image.new("L", (100, 50), 255))
    >>> made.image.size, made.angle
    ((150, 75), 0.0)
    """
    grey = page.convert("L").filter(ImageFilter.MedianFilter(3))
    turned = grey.rotate(quarter, expand=True, fillcolor=WHITE) if quarter else grey
    angle = skew(turned)
    level = turned.rotate(angle, Image.Resampling.BICUBIC, fillcolor=WHITE) if angle else turned
    size = (round(level.width * ENLARGED), round(level.height * ENLARGED))
    return Prepared(level.resize(size, Image.Resampling.BICUBIC), angle + quarter, page.size)


def skew(page: Image.Image) -> float:
    """By how many degrees a page has to be turned for its lines to be level; 0 where it is level, or empty.

    >>> skew(Image.new("L", (400, 400), 255))
    0.0
    """
    ink = _ink(page)
    if not ink.getbbox():
        return 0.0
    coarse = max(_angles(0.0, STEEPEST, COARSE), key=lambda one: _sharpness(ink, one))
    fine = max(_angles(coarse, COARSE, FINE), key=lambda one: _sharpness(ink, one))
    return fine if abs(fine) >= LEVEL else 0.0


def _angles(middle: float, reach: float, step: float) -> list[float]:
    """Angles around *middle*, the nearest first, so that of equals the least turned is taken."""
    steps = round(reach / step)
    return [round(middle + at * step, 2) for at in sorted(range(-steps, steps + 1), key=abs)]


def _ink(page: Image.Image) -> Image.Image:
    """A small image in which ink is white: what the angle is searched on."""
    width = min(SEARCHED, page.width)
    small = page.resize((width, max(1, round(page.height * width / page.width))), Image.Resampling.BOX)
    paper = float(np.median(np.asarray(small)))
    return small.point([WHITE if shade < 0.75 * paper else 0 for shade in range(256)])


def _sharpness(ink: Image.Image, angle: float) -> float:
    """How sharply rows of ink and rows of paper are parted when the page is turned by *angle*."""
    rows = np.asarray(ink.rotate(angle, fillcolor=0), dtype=np.float64).sum(axis=1)
    return float(np.square(np.diff(rows)).sum())
