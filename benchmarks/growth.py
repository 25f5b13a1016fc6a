"""How time and memory of a build grow with the corpus, and what a second run without change costs.

Run ``python -m benchmarks.growth [1000 10000 ...]``. Each size is built by the command in a process of its
own, from one CSV file of made-up cables (``--files`` writes one file each, ``--short`` makes them of one
paragraph). Wall time; the memory is the most of any process.
"""

import csv
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import cables
from benchmarks.measure import table

COLUMNS = ("id", "classification", "body")


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds and megabytes of one command."""

    seconds: float
    processor: float
    memory: float


def run(command: list[str]) -> Run:
    """Run a command to its end."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"{' '.join(command)} failed")
    return Run(time.perf_counter() - begin, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def written(folder: Path, count: int, *, files: bool, short: bool) -> Path:
    """The cables as they are to be built: one file, or a folder of files."""
    if files:
        for number, text in enumerate(cables(count, short=short)):
            place = folder / "cables" / f"{number // 1000:04d}"
            place.mkdir(parents=True, exist_ok=True)
            (place / f"{number}.txt").write_text(text, encoding="utf-8")
        return folder / "cables"
    with (folder / "cables.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(COLUMNS)
        rows.writerows(
            (str(number), "CONFIDENTIAL", text) for number, text in enumerate(cables(count, short=short))
        )
    return folder / "cables.csv"


def size_of(folder: Path) -> float:
    """Megabytes in a folder or a file."""
    paths = [folder] if folder.is_file() else [one for one in folder.rglob("*") if one.is_file()]
    return sum(one.stat().st_size for one in paths) / 1e6


def measured(count: int, *, files: bool, short: bool) -> tuple[str, ...]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source, store = written(folder, count, files=files, short=short), folder / "store.db"
        build = [sys.executable, "-m", "compendium.cli", "build", str(source), "--store", str(store)]
        first, again = run(build), run(build)
        return (
            f"{count:,}",
            f"{size_of(source):,.0f}",
            f"{first.seconds:,.1f}",
            f"{count / first.seconds:,.0f}",
            f"{first.memory:,.0f}",
            f"{size_of(store):,.0f}",
            f"{again.seconds:,.2f}",
            f"{again.seconds / first.seconds:.2%}",
        )


def main() -> None:
    files, short = "--files" in sys.argv, "--short" in sys.argv
    counts = [int(one) for one in sys.argv[1:] if one.isdigit()] or [1000, 10_000]
    head = (
        "documents",
        "MB",
        "first run, s",
        "documents/s",
        "peak MB",
        "store MB",
        "again, s",
        "again : first",
    )
    print(table(head, []), flush=True)
    for count in counts:
        # a row at a time: the largest takes its time
        print(f"| {' | '.join(measured(count, files=files, short=short))} |", flush=True)


if __name__ == "__main__":
    main()
