"""A gold file and its document, read and scored."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from ingest.evaluate.gold import find_document, read_gold
from ingest.evaluate.score import score
from ingest.evaluate.tally import Score

Extract: TypeAlias = Callable[[Path], Mapping[str, Any]]
"""A document's file to the JSON form of what it says."""


def evaluate(gold_path: Path, document_path: Path | None = None, *, extract: Extract | None = None) -> Score:
    """The score of one document; *document_path* is looked for around the gold where it is not given.

    Raises ``GoldError`` where the gold is none or its document is not found, ``ingest.read.Refused`` where
    the document cannot be read.
    """
    gold = read_gold(gold_path)
    return score(gold, (extract or extracted)(document_path or document_of(gold_path)))


def document_of(gold_path: Path) -> Path:
    """The document that a gold file is about."""
    return find_document(gold_path, str(read_gold(gold_path)["document"]["id"]))


def extracted(path: Path) -> Mapping[str, Any]:
    """The JSON form of what the document in that file says."""
    # imported late: scoring needs no reader, and a reader is much to load
    from ingest.extract import extract
    from ingest.present import present
    from ingest.read import read

    return present(extract(read(path)))
