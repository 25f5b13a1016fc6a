"""The words on a prepared page, as the recogniser gives them."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from typing import Final

import pytesseract
from PIL import Image

from ingest.read.image.prepare import Box
from ingest.read.refusal import Refused

SETTINGS: Final = "--oem 1 --psm 6 -c preserve_interword_spaces=1"
"""The neural recogniser; one block of text with lines of any length, which is what a typed page is."""
LONGEST: Final = 120
"""Seconds for a page."""
WORD_LEVEL: Final = "5"
THREADS: Final = "OMP_THREAD_LIMIT"


@dataclass(frozen=True, slots=True)
class Seen:
    """A word as it was recognised: its box on the prepared page, and 0 to 100 how surely."""

    text: str
    box: Box
    confidence: float
    line: tuple[int, int, int]


def recognise(page: Image.Image, dpi: int, source: str) -> tuple[tuple[Seen, ...], ...]:
    """The lines of words on a prepared page of *dpi* dots per inch, from top to bottom.

    Raises :class:`Refused` where the recogniser breaks, or takes too long.

    >>> from ingest.read.image.tools import missing_tools
    >>> recognise(Image.new("L", (600, 300), 255), 300, "empty.png") if missing_tools() is None else ()
    ()
    """
    try:
        with _one_thread():
            table = pytesseract.image_to_data(
                page, lang="eng", config=f"--dpi {dpi} {SETTINGS}", timeout=LONGEST, output_type="string"
            )
    except pytesseract.TesseractNotFoundError as error:
        raise Refused(source, "failed", "the program tesseract is not installed") from error
    except pytesseract.TesseractError as error:
        raise Refused(source, "failed", f"the recogniser broke: {error.message}") from error
    except RuntimeError as error:
        raise Refused(source, "too-slow", f"a page took over {LONGEST} seconds to recognise") from error
    return tuple(tuple(line) for _, line in groupby(_rows(table), key=lambda one: one.line))


def quarter_turn(page: Image.Image) -> int:
    """By how many degrees (0, 90, 180, 270) the page has to be turned to stand upright; 0 if that is unclear.

    >>> quarter_turn(Image.new("L", (300, 300), 255))
    0
    """
    try:
        with _one_thread():
            found = pytesseract.image_to_osd(page, output_type="dict", timeout=LONGEST)
    except (pytesseract.TesseractError, pytesseract.TesseractNotFoundError, RuntimeError):
        return 0
    return -int(found["rotate"]) % 360


@contextmanager
def _one_thread() -> Iterator[None]:
    """Programs started in the block use one thread each.

    The recogniser's threads wait for each other busily: where other work runs beside it, a page that takes
    one of them a second takes four of them half a minute.
    """
    before = os.environ.get(THREADS)
    os.environ[THREADS] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[THREADS]
        else:
            os.environ[THREADS] = before


def _rows(table: str) -> Iterator[Seen]:
    """The rows of the recogniser's table that are words."""
    for row in table.splitlines():
        cells = row.split("\t")
        if len(cells) < 12 or cells[0] != WORD_LEVEL or not cells[11].strip():
            continue
        left, top, width, height = (int(one) for one in cells[6:10])
        line = (int(cells[2]), int(cells[3]), int(cells[4]))
        box = (left, top, left + width, top + height)
        yield Seen(cells[11].strip(), box, max(0.0, float(cells[10])), line)
