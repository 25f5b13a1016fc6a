"""A list of documents in RIS, which Zotero, EndNote and Mendeley read."""

from collections.abc import Iterable, Iterator
from typing import Final

from compendium.exchange.bibliography import FORMS, folded, heading, key, notes, volume
from queries.bibliography import Record

TYPES: Final = {
    "Cable": "GOVDOC", "Email": "ICOMM", "Memorandum": "GOVDOC", "Paper": "RPRT", "PressStatement": "GOVDOC",
    "Instrument": "STAND", "Document": "GOVDOC",
}  # fmt: skip
"""The type of reference of each kind; what is printed in a volume is a chapter of it."""


def ris(records: Iterable[Record]) -> Iterator[str]:
    """The entries, one at a time.

    >>> one = Record("x", "2008STATE34976", "Cable", "08 STATE 34976", date="2008-04-04", held=True)
    >>> print(next(ris([one])), end="")
    TY  - GOVDOC
    ID  - 2008STATE34976
    TI  - 08 STATE 34976
    M3  - Telegram
    M1  - 08 STATE 34976
    AN  - 2008STATE34976
    DA  - 2008/04/04/
    PY  - 2008
    ER  -
    <BLANKLINE>
    """
    for record in records:
        lines = [f"{tag}  - {folded(value)}\n" for tag, value in _fields(record)]
        yield f"{''.join(lines)}ER  - \n\n"


def _fields(record: Record) -> Iterator[tuple[str, str]]:
    printed = volume(record)
    yield "TY", "CHAP" if printed is not None else TYPES.get(record.kind, "GEN")
    yield "ID", key(record)
    yield "TI", heading(record)
    if record.sender is not None:
        yield "AU", record.sender
    if printed is not None:
        told = {"T2": printed.title, "VL": printed.number, "SP": printed.page}
        yield from ((tag, value) for tag, value in told.items() if value is not None)
    yield "M3", FORMS.get(record.kind, "Document")
    yield "M1", record.label
    yield "AN", record.identifier
    if record.place is not None:
        yield "CY", record.place
    if record.date is not None:
        year, month, day = (*record.date.split("-"), "", "")[:3]
        yield "DA", f"{year}/{month}/{day}/"
        yield "PY", year
    if record.url is not None:
        yield "UR", record.url
    yield from (("KW", tag) for tag in record.tags)
    yield from (("N1", note) for note in notes(record))
