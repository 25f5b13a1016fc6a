"""What editors of published volumes checked: a folder with ``volumes/`` and three files of JSON lines."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from ingest.evaluate.gold import GoldError

VOLUMES: Final = "volumes"
CITATIONS: Final = "resolved_citations.jsonl"
CROSS: Final = "xrefs.jsonl"
LISTS: Final = "reflists.jsonl"


@dataclass(frozen=True, slots=True)
class Checked:
    """A citation of a telegram: the words ``before`` it, its own words, and the document that it means."""

    volume: str
    document: str
    date: str | None
    words: str
    before: str
    target: str


@dataclass(frozen=True, slots=True)
class Cross:
    """A link that the editors made: its words and those before them, and the document that it leads to."""

    volume: str
    document: str
    words: str
    before: str
    target: str
    note: str | None = None
    """The name of the note in which it stands."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of references: its label and its text."""

    volume: str
    document: str
    date: str | None
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Folder:
    """The volumes of a folder and what their editors checked."""

    volumes: tuple[Path, ...]
    checked: tuple[Checked, ...]
    cross: tuple[Cross, ...]
    lists: tuple[Listed, ...]


def is_folder(path: Path) -> bool:
    """Whether a path is such a folder.

    >>> is_folder(Path("no such folder"))
    False
    """
    return (path / VOLUMES).is_dir() and (path / CITATIONS).is_file()


def read_folder(path: Path) -> Folder:
    """The content of such a folder; raises ``GoldError`` where a line is not as expected.

    >>> from tempfile import TemporaryDirectory
    >>> row = {"vol": "v1", "doc": "d2", "date": None, "cite": "Embtel 9", "pre": "", "target": "v1#d1"}
    >>> with TemporaryDirectory() as folder:
    ...     (Path(folder) / "volumes").mkdir()
    ...     size = (Path(folder) / CITATIONS).write_text(json.dumps(row))
    ...     read_folder(Path(folder)).checked[0].target
    'v1-d1'
    """
    try:
        return Folder(
            tuple(sorted((path / VOLUMES).glob("*.xml"))),
            tuple(_checked(row) for row in _rows(path / CITATIONS)),
            tuple(_cross(row) for row in _rows(path / CROSS)),
            tuple(_listed(row) for row in _rows(path / LISTS)),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise GoldError(f"{path} holds lines that cannot be read: {error!r}") from error


def _rows(path: Path) -> Iterator[Mapping[str, Any]]:
    if path.is_file():
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def _checked(row: Mapping[str, Any]) -> Checked:
    target = _document(row["target"], row["vol"])
    return Checked(row["vol"], row["doc"], row["date"], row["cite"], row["pre"], target)


def _cross(row: Mapping[str, Any]) -> Cross:
    return Cross(
        row["vol"],
        row["doc"],
        row["anchor"],
        row["pre"],
        _document(row["target"], row["vol"]),
        row.get("note_id"),
    )


def _listed(row: Mapping[str, Any]) -> Listed:
    return Listed(row["vol"], row["doc"], row["date"], row["label"], row["text"])


def _document(target: str, volume: str) -> str:
    """The name of a document for all the world: "frus1955-57v15-d5" for "#d5fn3"."""
    file, _, place = target.partition("#")
    return f"{file or volume}-{place.partition('fn')[0]}"
