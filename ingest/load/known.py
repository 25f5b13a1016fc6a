"""What a store knows of a file already: it is only counted."""

from typing import Final

from ingest.load.index import Index
from ingest.load.sources import Skipped
from ingest.load.summary import Counts

NO_DOCUMENT: Final = "no document"
"""In place of the hash of a file that merely lies in a folder."""

NOTHING: Final = Skipped("", "not-a-document-type", "lies in a folder", error=False)


def known(index: Index, version: str, counts: Counts, sha256: str, name: str) -> bool:
    """Whether a version of the pipeline has read these bytes; if so, what was found in them is counted.

    >>> from ingest.load.entry import Entry
    >>> from ingest.load.index import index
    >>> from ingest.load.journal import Tail
    >>> entry, counts = Entry("00ff", "a.txt", "2008STATE900001", "Cable", "1", 9, (), 0, ""), Counts()
    >>> made = index([(entry, Tail())])
    >>> known(made, "1", counts, "00ff", "a.txt"), known(made, "2", counts, "00ff", "a.txt"), counts.unchanged
    (True, False, 1)
    """
    container, entry = index.container(sha256), index.copy(sha256)
    if container is not None and container.version == version:
        counts.unchanged += container.parts - sum(container.codes.values())
        counts.skip_known(container)
        return True
    if entry is not None and entry.version == version and entry.refused is None:
        counts.unchanged += 1
        return True
    refused = index.refusal(sha256, version)
    if refused is not None:
        counts.skip(Skipped(name, *refused))
    return refused is not None
