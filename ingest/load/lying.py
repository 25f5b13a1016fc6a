"""Which files of a folder are no documents but merely lie there."""

from pathlib import Path
from typing import Final

from ingest.load.sources import OTHER_TYPE, Skipped
from ingest.read import Refused
from ingest.read.declined import declined
from ingest.read.forms import reader
from ingest.read.given import Given

TEXTS: Final = frozenset({"", ".txt", ".text", ".md", ".cable", ".eml", ".asc"})


def lying_there(path: Path) -> Skipped | None:
    """Why a file in a folder is no document: its content is of no form, or text under a name of another kind.

    One in which documents may be that no reader takes out is refused as it is where it is named itself.

    >>> lying_there(Path("pyproject.toml")).message
    '.toml files in folders are read only where their content is a document'
    """
    given = Given(str(path), path)
    try:
        form = reader(given).form
        refused = declined(given.head, given.name) if form == "text" else None
    except Refused as found:
        refused = found
    if refused is not None:
        return Skipped(str(path), refused.code, refused.message)
    if form != "text" or path.suffix.lower() in TEXTS:
        return None
    kind = path.suffix or path.name
    message = f"{kind} files in folders are read only where their content is a document"
    return Skipped(str(path), OTHER_TYPE, message, error=False)
