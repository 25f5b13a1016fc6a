"""What lists of references have in common in all programs: keys, kinds in words, notes, printed volumes."""

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from queries.bibliography import Record

FORMS: Final = {
    "Cable": "Telegram", "Email": "E-mail", "Memorandum": "Memorandum", "Paper": "Paper",
    "PressStatement": "Public statement", "Instrument": "Standing text of a regime", "Document": "Document",
}  # fmt: skip
"""What a document of each kind is called in a list."""

_UNSAFE: Final = re.compile(r"[^A-Za-z0-9.:+-]+")
_VOLUME: Final = re.compile(
    r"frus(?P<years>\d{4}(?:-\d{2,4})?)(?:v(?P<volume>[a-z]?\d+))?(?:p(?P<part>\d+))?"
)
_PRINTED: Final = "Foreign Relations of the United States"


@dataclass(frozen=True, slots=True)
class Volume:
    """A printed volume and the page on which a document begins there."""

    title: str
    number: str | None
    page: str | None


def key(record: Record) -> str:
    """The key of a document: its identifier where programs can have that, else with a hash; always the same.

    >>> key(Record("x", "2008STATE34976", "Cable", "08 STATE 34976"))
    '2008STATE34976'
    >>> key(Record("x", "2008ABU DHABI12", "Cable", "08 ABU DHABI 12"))
    '2008ABU-DHABI12-eda7d0'
    """
    plain = _UNSAFE.sub("-", record.identifier).strip("-")
    if plain == record.identifier:
        return plain
    return f"{plain}-{sha256(record.identifier.encode('utf-8', 'replace')).hexdigest()[:6]}"


def heading(record: Record) -> str:
    """The title of a document; its name where it has none.

    >>> heading(Record("x", "2008STATE34976", "Cable", "08 STATE 34976", title=" A\\n TITLE "))
    'A TITLE'
    """
    return folded(record.title or "") or folded(record.label)


def notes(record: Record) -> tuple[str, ...]:
    """What stands in the note: to whom, marking, declassification, and that a document is not held.

    >>> notes(Record("x", "y", "Cable", "z", marking="S-NF", earliest="2008-01-02", latest="2008-02-01"))
    ('Marked S/NF', 'Cited, not held', 'Sent between 2008-01-02 and 2008-02-01 (estimated)')
    """
    told = [f"To {'; '.join(record.addressees)}"] if record.addressees else []
    if record.marking is not None:
        told.append(f"Marked {record.marking.replace('-', '/')}")
    if record.declassification is not None:
        told.append(f"Declassification: {record.declassification}")
    if not record.held:
        told.append("Cited, not held")
        if record.date is None and record.earliest is not None and record.latest is not None:
            told.append(f"Sent between {record.earliest} and {record.latest} (estimated)")
    return tuple(map(folded, told))


def volume(record: Record) -> Volume | None:
    """The printed volume that a document stands in, where its source names one.

    >>> volume(Record("x", "y", "Cable", "z", source="frus1977-80v21, p. 77"))
    Volume(title='Foreign Relations of the United States, 1977-80', number='21', page='77')
    >>> volume(Record("x", "y", "Cable", "z", source="a drawer"))
    """
    name, _, page = (record.source or "").partition(", p. ")
    found = _VOLUME.fullmatch(name)
    if found is None:
        return None
    number = " part ".join(filter(None, (found["volume"], found["part"])))
    return Volume(
        f"{_PRINTED}, {found['years']}", number.upper().replace("PART", "part") or None, page or None
    )


def folded(text: str) -> str:
    r"""Text on one line, without control characters.

    >>> folded("a\n b\x00c")
    'a bc'
    """
    words = " ".join(text.split())
    return "".join(char for char in words if char.isprintable())
