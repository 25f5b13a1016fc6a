"""The texts that a store keeps, read again from the files as they came."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from ingest.document import Document
from ingest.load.entry import Entry, key
from ingest.load.errors import Damaged
from ingest.load.layout import Layout
from ingest.load.limits import Limits
from ingest.load.raw import kept_file
from ingest.load.reading import Reading
from ingest.read import Refused
from ingest.read.file import whole


def read_again(layout: Layout, wanted: Iterable[Entry]) -> Iterator[tuple[Entry, Document | Exception]]:
    """Each document as it came, file by file as they are given; or why it cannot be read any more.

    >>> from pathlib import Path
    >>> entry = Entry("00ff", "a.txt", "2008STATE900001", "Cable", "1", 12, (), 0, "")
    >>> [str(found)[-39:] for _, found in read_again(Layout(Path("no-such-store.db")), [entry])]
    ['the store, or build from its file again']
    """
    for container, entries in groupby(wanted, lambda one: one.container):
        if container is None:
            for entry in entries:
                yield entry, _whole(layout, entry)
        else:
            yield from _parts(layout, container, entries)


def _whole(layout: Layout, entry: Entry) -> Document | Exception:
    try:
        return whole(kept_file(layout, entry.sha256, entry.source))
    except (Damaged, Refused) as error:
        return error


def _parts(
    layout: Layout, container: str, entries: Iterable[Entry]
) -> Iterator[tuple[Entry, Document | Exception]]:
    wanted = {entry.key: entry for entry in entries}
    why: Exception = Damaged(f"{container} has no such document any more")
    try:
        source = next(iter(wanted.values())).source
        reading = Reading(Limits(), own=False)
        for found in reading.documents(kept_file(layout, container, source)):
            if isinstance(found, Document):
                entry = wanted.pop(key(found.sha256, container, found.part), None)
                if entry is not None:
                    yield entry, found
    except (Damaged, Refused) as error:
        why = error
    yield from ((entry, why) for entry in wanted.values())
