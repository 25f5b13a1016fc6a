"""The judgements of people that a store is built with."""

from pathlib import Path
from typing import Final

from ingest.judgement.judged import Judged

FOLDER: Final = "curation"


def curation_of(store: Path, given: Path | None = None) -> Path | None:
    """The folder of judgements: the one that is given, else ``curation`` beside the store where there is one.

    >>> curation_of(Path("no-such-folder/a.db")), curation_of(Path("a.db"), Path("mine")).name
    (None, 'mine')
    """
    if given is not None:
        return given
    beside = store.absolute().parent / FOLDER
    return beside if beside.is_dir() else None


def curated(store: Path, given: Path | None = None) -> Judged:
    """The judgements that hold; ``TableError`` where a line cannot be used or contradicts others.

    >>> curated(Path("no-such-folder/a.db")).digest
    ''
    """
    folder = curation_of(store, given)
    if folder is None:
        return Judged()
    # a build without judgements has no use for what reads tables
    from ingest.judgement.read import read_judged

    return read_judged(folder)
