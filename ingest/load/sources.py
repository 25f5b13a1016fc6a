"""Which files a build reads: those that are named, and the texts in the folders that are named."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ingest.load.layout import Layout

TEXTS: Final = frozenset({"", ".txt", ".text", ".md", ".cable", ".eml", ".asc"})
NOT_DOCUMENTS: Final = frozenset({"readme", "license", "licence", "notice", "changelog", "makefile"})
OTHER_TYPE: Final = "not-a-document-type"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was not taken in: which, a code for programs, and why.

    ``error`` is false for files that merely lie in the same folder.
    """

    source: str
    code: str
    message: str
    error: bool = True


def find(paths: Iterable[Path]) -> Iterator[Path | Skipped]:
    """The files to read, folder by folder in the order of their names; each path once.

    >>> [one.name for one in find([Path("b.txt"), Path("a.csv"), Path("b.txt")]) if isinstance(one, Path)]
    ['b.txt', 'a.csv']
    """
    seen: set[Path] = set()
    for path in paths:
        for found in _walk(path) if path.is_dir() else (path,):
            if isinstance(found, Skipped):
                yield found
            elif (real := found.resolve()) not in seen:
                seen.add(real)
                yield found


def _walk(folder: Path) -> Iterator[Path | Skipped]:
    for where, folders, files in os.walk(folder):
        here = Path(where)
        folders[:] = sorted(one for one in folders if not one.startswith(".") and not _is_store(here / one))
        for name in sorted(files):
            if name.startswith("."):
                continue
            path = here / name
            if path.suffix.lower() in TEXTS and path.stem.lower() not in NOT_DOCUMENTS:
                yield path
            else:
                kind = path.suffix or path.name
                yield Skipped(str(path), OTHER_TYPE, f"{kind} files in folders are not read", error=False)


def _is_store(folder: Path) -> bool:
    layout = Layout(folder)
    return layout.journal.is_file() and layout.raw.is_dir()
