"""Judgements, written: a line at the end of a file, which is made where there is none."""

from pathlib import Path

from ingest.judgement.judged import Verdict
from ingest.judgement.read import SAME


def append_sameness(
    folder: Path, left: str, right: str, verdict: Verdict, *, who: str, when: str, why: str
) -> None:
    """Put a judgement at the end of ``same.tsv``.

    >>> from tempfile import TemporaryDirectory
    >>> from ingest.judgement.read import read_judged
    >>> with TemporaryDirectory() as made:
    ...     append_sameness(Path(made), "decision/a", "decision/b", "same", who="J. Doe", when="2026-11-23",
    ...                     why="the same\\twords")
    ...     [(one.names, one.line.why) for one in read_judged(Path(made)).same]
    [(('decision/a', 'decision/b'), 'the same words')]
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "same.tsv"
    old = path.read_bytes() if path.exists() else b""
    cells = (left, right, verdict, who, when, why, "")
    line = "\t".join(" ".join(cell.split()) for cell in cells)
    with path.open("ab") as file:
        if not old.strip():
            file.write("\t".join(SAME).encode() + b"\n")
        elif not old.endswith(b"\n"):
            file.write(b"\n")
        file.write(line.encode() + b"\n")
