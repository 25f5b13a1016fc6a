"""References to a post's own telegrams of the year before: their numbers are far above its present ones."""

from collections.abc import Iterable
from dataclasses import replace

from ingest.cable import Reference
from ingest.serial import sooner


def settled(items: Iterable[Reference], own: str) -> tuple[Reference, ...]:
    """The references, those with an assumed year put into the year before where they must be.

    >>> from ingest.document import Span
    >>> one = Reference("", "cable", Span(0, 1), "STATE 259540", "", "1976STATE259540", year_status="assumed")
    >>> [(item.target, item.year_status) for item in settled([one], "1976STATE17055")]
    [('1975STATE259540', 'settled')]
    """
    return tuple(_settled(item, own) for item in items)


def _settled(item: Reference, own: str) -> Reference:
    target = sooner(item.target, own) if item.year_status == "assumed" else None
    return item if target is None else replace(item, target=target, year_status="settled")
