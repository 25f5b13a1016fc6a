"""A telegram of our own, printed on paper and photographed badly: the same seed gives the same page."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest

from ingest.read.image.tools import missing_tools

TEXT: Final = """\
CONFIDENTIAL

PAGE 01        STATE  900417  121846Z

P R 121830Z JUN 75
FM SECSTATE WASHDC
TO AMEMBASSY LONDON PRIORITY
INFO AMEMBASSY PARIS
AMEMBASSY BONN
USMISSION NATO

C O N F I D E N T I A L STATE 900417

E.O. 11652: GDS
TAGS: PARM, TECH, UK, FR
SUBJECT: SUPPLIERS' TALKS: EXPORT OF SOUNDING ROCKETS

REF: (A) LONDON 900118; (B) STATE 900097 (NOTAL);
(C) PARIS 900551

1. SUMMARY: EMBASSY SHOULD APPROACH FOREIGN OFFICE SOONEST ON THE
LIST THAT WAS LEFT OPEN IN REF A. END SUMMARY.

2. DEPARTMENT HAS REVIEWED THE BRITISH PAPER. IT DIFFERS FROM OUR
OWN DRAFT (REF B) IN TWO RESPECTS:

A. IT LEAVES OUT SOLID FUEL MIXERS OF LESS THAN 110 LITERS; AND

B. IT ASKS FOR NOTICE ONLY AFTER A LICENSE HAS BEEN GRANTED.

3. YOU SHOULD TELL THE BRITISH THAT WE COULD LIVE WITH THE FIRST
POINT BUT NOT WITH THE SECOND. FRENCH VIEWS ARE IN REF C.

4. FOR BONN: NO ACTION IS REQUIRED AT THIS TIME.

5. REPORT REACTION BY JUNE 20.     KISSINGER
"""

FACTS: Final[tuple[tuple[str, str], ...]] = (
    ("id", "1975STATE900417"),
    ("post", "STATE"),
    ("number", "900417"),
    ("sent", "1975-06-12T18:30:00Z"),
    ("classification", "CONFIDENTIAL"),
    ("from", "SECSTATE WASHDC"),
    ("to", "AMEMBASSY LONDON"),
    ("info", "AMEMBASSY PARIS"),
    ("info", "AMEMBASSY BONN"),
    ("info", "USMISSION NATO"),
    ("eo", "11652"),
    ("declassify", "GDS"),
    ("tags", "PARM"),
    ("tags", "TECH"),
    ("tags", "UK"),
    ("tags", "FR"),
    ("subject", "SUPPLIERS' TALKS: EXPORT OF SOUNDING ROCKETS"),
    ("reference A", "1975LONDON900118"),
    ("reference B", "1975STATE900097"),
    ("reference C", "1975PARIS900551"),
    *(("passage", number) for number in ("1", "2", "2.A", "2.B", "3", "4", "5")),
)
"""What the page says, as pairs of a field and a value."""

FONTS: Final = (
    "/usr/share/fonts/truetype/liberation/LiberationMono-Regular.ttf",
    "/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf",
    "/System/Library/Fonts/Courier.ttc",
    "C:/Windows/Fonts/cour.ttf",
)
PAPER: Final = (8.5, 11.0)
MARGIN: Final = (0.9, 0.8)


@dataclass(frozen=True, slots=True)
class Damage:
    """What was done to a page: turned by degrees, blurred by pixels at 300 dpi, made noisy, packed."""

    skew: float = 0.0
    blur: float = 0.0
    noise: float = 0.0
    specks: float = 0.0
    quality: int = 95


CLEAN: Final = Damage()
WORN: Final = Damage(skew=1.3, blur=0.9, noise=14.0, specks=0.001, quality=55)
"""A photocopy of a photocopy, laid askew on the glass."""
FADED: Final = Damage(skew=-1.8, blur=1.6, noise=26.0, specks=0.002, quality=35)
"""A carbon copy from microfilm."""


def facts(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What an extraction says, as pairs of a field and a value."""
    for field, value in data["document"].items():
        if field not in {"precedence", "rule", "confidence"}:
            yield from ((field, str(one)) for one in (value if isinstance(value, list) else [value]))
    yield from ((f"reference {one['label']}", str(one["target"])) for one in data["references"])
    yield from (("passage", one["number"]) for one in data["passages"])


def tools() -> None:
    """Skip the test where page images cannot be read, and say what is missing."""
    missing = missing_tools()
    if missing is not None:
        pytest.skip(missing)
    if font() is None:
        pytest.skip(f"no typewriter's font to print a specimen with: one of {', '.join(FONTS)}")


def font() -> str | None:
    """A font in which all letters are equally wide, if the system has one that is known here."""
    return next((one for one in FONTS if Path(one).is_file()), None)


def scan(dpi: int, damage: Damage = CLEAN, *, text: str = TEXT, tell: bool = True) -> bytes:
    """The page as an image file; with *tell* it states its dots per inch."""
    import numpy as np
    from PIL import Image, ImageDraw, ImageFilter, ImageFont

    page = Image.new("L", (round(PAPER[0] * dpi), round(PAPER[1] * dpi)), 255)
    letters = ImageFont.truetype(font() or "", round(dpi / 6))
    pen = ImageDraw.Draw(page)
    for at, line in enumerate(text.splitlines()):
        pen.text((MARGIN[0] * dpi, (MARGIN[1] + at / 6) * dpi), line, font=letters, fill=20)
    if damage.skew:
        page = page.rotate(damage.skew, Image.Resampling.BICUBIC, fillcolor=255)
    if damage.blur:
        page = page.filter(ImageFilter.GaussianBlur(damage.blur * dpi / 300))
    if damage.noise or damage.specks:
        chance = np.random.default_rng(1975)
        shades = np.asarray(page, dtype=np.float64) * 0.85 + 20
        shades += chance.normal(0.0, damage.noise, shades.shape)
        shades[chance.random(shades.shape) < damage.specks] = 30
        page = Image.fromarray(shades.clip(0, 255).astype(np.uint8))
    out = io.BytesIO()
    stated = {"dpi": (dpi, dpi)} if tell else {}
    page.save(out, "JPEG", quality=damage.quality, **stated)
    return out.getvalue()
