"""How well scanned pages are read: the facts that come out right, by resolution and by how worn the page is.

python -m benchmarks.ocr
"""

import os
from statistics import fmean

from ingest.extract import extract
from ingest.present import present
from ingest.read import Refused, read_bytes
from ingest.read.image.tools import missing_tools
from tests.ingest.ocr.specimen import CLEAN, FACTS, FADED, WORN, Damage, facts, font, scan

RESOLUTIONS = (400, 300, 240, 200, 150)
DAMAGES = (("clean", CLEAN), ("worn", WORN), ("faded", FADED))


def row(dpi: int, name: str, damage: Damage) -> str:
    """One line of the table."""
    page = scan(dpi, damage)
    begun = _worked()
    try:
        document = read_bytes(page, "page.jpg")
        found = set(facts(present(extract(document))))
    except Refused as refused:
        return f"{dpi:5}  {name:6}  refused: {refused.code}"
    seconds = _worked() - begun
    sure = fmean(word.confidence for word in document.sheets[0].words)
    wrong = [f"{field} {value}" for field, value in FACTS if (field, value) not in found]
    right = f"{len(FACTS) - len(wrong)}/{len(FACTS)}"
    return f"{dpi:5}  {name:6}  {right:>6}  {sure:9.1f}%  {seconds:9.1f} s  {'; '.join(wrong)}".rstrip()


def _worked() -> float:
    """The seconds that this process and those that it started have worked so far."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def main() -> None:
    """Print the table."""
    missing = missing_tools() or (None if font() else "no font to print a specimen with")
    if missing is not None:
        print(missing)
        return
    print("  dpi  page     right  confidence  work a page  what is not right")
    for name, damage in DAMAGES:
        for dpi in RESOLUTIONS:
            print(row(dpi, name, damage), flush=True)


if __name__ == "__main__":
    main()
