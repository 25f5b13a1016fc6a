"""Which files a build reads: those that are named, and the documents in the folders that are named."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ingest.load.layout import Layout

NOT_DOCUMENTS: Final = frozenset({"readme", "license", "licence", "notice", "changelog", "makefile"})
OTHER_TYPE: Final = "not-a-document-type"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file, or a part of one, that was not taken in: which, a code for programs, and why.

    ``error`` is false for files that merely lie in the same folder.
    """

    source: str
    code: str
    message: str
    error: bool = True
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read; ``named`` itself, or found in a folder."""

    path: Path
    named: bool


def find(paths: Iterable[Path]) -> Iterator[Found | Skipped]:
    """The files to read, folder by folder in the order of their names; each path once.

    >>> [one.path.name for one in find([Path("b.txt"), Path("a.csv"), Path("b.txt")])]
    ['b.txt', 'a.csv']
    """
    seen: set[str] = set()
    for path in paths:
        for found in _walk(path) if path.is_dir() else (Found(path, named=True),):
            if isinstance(found, Skipped):
                yield found
            elif (real := os.path.realpath(found.path)) not in seen:
                seen.add(real)
                yield found


def stamp_of(path: Path) -> str:
    """By what a change of a file is told without reading it; empty where it is no file.

    >>> stamp_of(Path("no such file.txt")), stamp_of(Path("pyproject.toml")).count(" ")
    ('', 3)
    """
    try:
        found = path.stat()
    except (OSError, ValueError):
        return ""
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}" if path.is_file() else ""


def _walk(folder: Path) -> Iterator[Found | Skipped]:
    for where, folders, files in os.walk(folder):
        here = Path(where)
        folders[:] = sorted(one for one in folders if not one.startswith(".") and not _is_store(here / one))
        for name in sorted(files):
            path = here / name
            if name.startswith("."):
                continue
            if path.stem.lower() in NOT_DOCUMENTS:
                yield Skipped(str(path), OTHER_TYPE, "tells of the folder", error=False)
            else:
                yield Found(path, named=False)


def _is_store(folder: Path) -> bool:
    layout = Layout(folder)
    return layout.journal.is_file() and layout.raw.is_dir()
