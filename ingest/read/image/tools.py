"""What reading images needs, and what to do where it is not there."""

import shutil
from importlib.util import find_spec
from typing import Final

from ingest.read.refusal import Refused

LIBRARIES: Final = ("numpy", "PIL", "pytesseract")
PROGRAM: Final = "tesseract"


def missing_tools() -> str | None:
    """What to install before page images can be read; ``None`` where all is there.

    >>> missing_tools() is None or "install" in missing_tools()
    True
    """
    if any(find_spec(name) is None for name in LIBRARIES):
        return "reading page images needs the extra libraries: pip install 'compendium-kg[ocr]'"
    if shutil.which(PROGRAM) is None:
        return (
            "reading page images needs the program tesseract 5, which is not installed "
            "(apt install tesseract-ocr, or brew install tesseract)"
        )
    return None


def need_tools(source: str) -> None:
    """Refuse a file of page images where they cannot be read.

    >>> need_tools("scan.png") if missing_tools() is None else None
    """
    missing = missing_tools()
    if missing is not None:
        raise Refused(source, "failed", missing)
