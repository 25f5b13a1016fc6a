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
    r"""The score of one document; *document_path* is looked for around the gold where it is not given.

    Raises ``GoldError`` where the gold is none or its document is not found, ``ingest.read.Refused`` where
    the document cannot be read.

    >>> from tempfile import TemporaryDirectory
    >>> found = {"document": {"id": "x"}, "countries": [{"iso3": "BRA", "passages": ["1"], "spans": []}]}
    >>> with TemporaryDirectory() as folder:
    ...     gold = Path(folder) / "x.yaml"
    ...     size = gold.write_text("document: {id: x}\ncountries_mentioned: {BRA: ['1'], ARG: ['2']}")
    ...     done = evaluate(gold, Path("x.txt"), extract=lambda _: found)
    >>> [(tally.kind, tally.strict.right, tally.strict.gold) for tally in done.tallies]
    [('header', 1, 1), ('countries', 1, 2)]
    """
    gold = read_gold(gold_path)
    return score(gold, (extract or extracted)(document_path or document_of(gold_path)))


def document_of(gold_path: Path, folder: Path | None = None) -> Path:
    """The document that a gold file is about, in *folder* or around the gold.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     gold = Path(folder) / "one.yaml"
    ...     sizes = gold.write_text("document: {id: x}"), (Path(folder) / "x.txt").write_text("1. (C) Text.")
    ...     document_of(gold).name
    'x.txt'
    """
    return find_document(gold_path, str(read_gold(gold_path)["document"]["id"]), folder)


def extracted(path: Path) -> Mapping[str, Any]:
    r"""The JSON form of what the document in that file says.

    >>> from tempfile import TemporaryDirectory
    >>> written = "CONFIDENTIAL STATE 900001\n040045Z APR 08\nSUBJECT: DATES\n\n1. (C) None.\n"
    >>> with TemporaryDirectory() as folder:
    ...     size = (Path(folder) / "a.txt").write_text(written)
    ...     extracted(Path(folder) / "a.txt")["document"]["id"]
    '2008STATE900001'
    """
    # imported late: scoring needs no reader, and a reader is much to load
    from ingest.extract import extract
    from ingest.present import present
    from ingest.read import read

    return present(extract(read(path)))
