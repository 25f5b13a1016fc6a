"""How long a command takes to start, and what one document costs: medians of several runs on this machine.

Run ``python -m benchmarks.startup [FILE]``. The peer of the start is an empty Typer program in the same
interpreter; the peer of the extraction is one pass of a single compiled pattern over the same text.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import re2

from ingest.extract import extract
from ingest.read import read
from ingest.tables import knowledge

EMPTY = "import typer; app = typer.Typer(); app.command()(lambda: None); app()"
SPECIMEN = Path(__file__).parents[1] / "examples" / "2005STATE900106.txt"


def wall(command: list[str], runs: int = 7) -> float:
    """The median wall time of a command, in seconds."""
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def cpu(act: Callable[[], object], runs: int = 15) -> tuple[float, float]:
    """The CPU time of the first run and the median of those after it, in seconds."""
    times = []
    for _ in range(runs):
        begin = time.process_time()
        act()
        times.append(time.process_time() - begin)
    return times[0], statistics.median(times[1:])


def main() -> None:
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else SPECIMEN
    document = read(file)
    tables = knowledge()
    help_, empty = (
        wall([sys.executable, "-m", "compendium.cli", "--help"]),
        wall([sys.executable, "-c", EMPTY, "--help"]),
    )
    first, usual = cpu(lambda: extract(document, tables))
    words = re2.compile(r"\b[A-Z]\w+")
    _, scan = cpu(lambda: sum(1 for _ in words.finditer(document.text)))
    print(
        f"compendium --help   {help_:6.3f} s wall   {help_ / empty:5.1f} x an empty program ({empty:.3f} s)"
    )
    print(f"extract, first      {first:6.3f} s CPU    {file.name}, {len(document.text):,} characters")
    print(f"extract, after that {usual:6.3f} s CPU    {usual / scan:5.0f} x one pattern ({scan:.5f} s)")


if __name__ == "__main__":
    main()
