"""The hand-made gold: reading it, and finding the document that it is about."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import yaml

SUFFIXES: Final = (".md", ".txt", ".html", ".xml")
FOLDERS: Final = (".", "..", "../seeds", "../documents", "../..")


class GoldError(Exception):
    """A gold file, or the document that it is about, cannot be used; the message says what was expected."""


def read_gold(path: Path) -> Mapping[str, Any]:
    """The gold of one document, by the kinds that it covers.

    Raises ``GoldError`` where the file is no gold: it has no ``document`` with an ``id``.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     gold = Path(folder) / "one.yaml"
    ...     size = gold.write_text("document: {id: 2008STATE900001}")
    ...     read_gold(gold)["document"]["id"]
    '2008STATE900001'
    """
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise GoldError(f"{path} cannot be read as gold: {error}") from error
    if not isinstance(content, dict) or not (content.get("document") or {}).get("id"):
        raise GoldError(f"{path} is no gold: it needs a mapping `document` with an `id`")
    return content


def find_document(gold: Path, identifier: str, folder: Path | None = None) -> Path:
    """The document that a gold file is about: named *identifier*, or like the gold file itself.

    It is looked for in *folder*, then in the folders around the gold. Raises ``GoldError`` with the places
    that were searched.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     size = (Path(folder) / "2008STATE900001.txt").write_text("1. (C) Text.")
    ...     find_document(Path(folder) / "one.yaml", "2008STATE900001").name
    '2008STATE900001.txt'
    """
    around = [(gold.parent / one).resolve() for one in FOLDERS]
    folders = around if folder is None else [folder, *around]
    for name in (identifier, gold.stem):
        for place in folders:
            for suffix in SUFFIXES:
                candidate = place / f"{name}{suffix}"
                if candidate.is_file():
                    return candidate
    places = ", ".join(str(place) for place in folders)
    raise GoldError(f"no document {identifier} ({', '.join(SUFFIXES)}) for {gold}: searched {places}")
