"""What the columns of a table hold: as its first row names them, or as its cells show."""

import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from ingest.pattern import pattern
from ingest.read.decode import decode
from ingest.read.labels import role_of
from ingest.read.table.cells import DELIMITERS, Dialect, cells
from ingest.read.table.records import records

IDENTIFIER: Final = pattern(
    "cell-identifier",
    r"^\s*(?:\d{2}|\d{4})[A-Z][A-Z .'-]{1,30}\d{1,7}(?:_[A-Za-z])?\s*$",
    example="08STATE900001",
)
DATE: Final = pattern(
    "cell-date",
    r"(?i)^\s*(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}"
    r"|\d{1,2}[ -][A-Z]{3,9}[ -]\d{2,4}|[A-Z]{3,9} \d{1,2},? \d{4})(?:[T ]\d{1,2}:\d{2}.{0,20})?\s*$",
    example="12/28/1966 18:48",
)
_LEVEL: Final = pattern(
    "cell-level",
    r"(?i)^\s*(?:(?:TOP )?SECRET|CONFIDENTIAL|UNCLASSIFIED|LIMITED OFFICIAL USE)(?:\W.*)?$",
    example="UNCLASSIFIED//FOR OFFICIAL USE ONLY",
)
_LISTED: Final = pattern(
    "cell-references",
    r"^\s*(?:\d{2}|\d{4})[A-Z][A-Z .'-]*\d{1,7}(?:\s*[|;,]\s*(?:\d{2}|\d{4})[A-Z][A-Z .'-]*\d{1,7})+\s*$",
    example="08STATE900001|07OSLO900002",
)
_ROUTED: Final = pattern(
    "cell-routing", r"(?m)^\s*(?:VZCZC|DE RU|FM\s|TO\s|ZNY|[ZOPR]\s+\d{6}Z)", example="FM POST"
)
_SAMPLE: Final = 20
_FEWEST: Final = 3
"""So many columns with a known name tell a table of documents, or those of its names and its texts alone."""
_PAIR: Final = {"identifier", "body"}
_WITHOUT_HEADING: Final = 4
_TEXT: Final = 200
"""Characters from which on a cell may be a message."""
_SHORT: Final = 40
_ESCAPED: Final = ('",', '"\t', '";', '"|', '"\r', '"\n', '""')


@dataclass(frozen=True, slots=True)
class Columns:
    """How a table is written, the role of each of its columns and its name; ``heading``: a row names them."""

    dialect: Dialect
    roles: tuple[str, ...]
    names: tuple[str, ...]
    heading: bool


def columns(head: bytes) -> Columns | None:
    r"""The columns that the beginning of a file shows; ``None`` where it is no table of documents.

    >>> columns(b"mrn\tdate\tbody\n08STATE900001\t2008-04-04\tFM POST\n").roles
    ('identifier', 'date', 'body')
    >>> row = b'"1","4/4/2008","08STATE900001","Athens","SECRET","","FM POST","1. (C) A.\n2. (C) B."'
    >>> columns(row).roles
    ('row', 'date', 'identifier', 'origin', 'classification', 'references', 'header', 'body')
    >>> columns(b'identifier,body\n08STATE900001,"FM POST, TO STATE"\n').roles
    ('identifier', 'body')
    >>> columns(b"CONFIDENTIAL STATE 900001, DATED 4/4/2008\n") is None
    True
    """
    text = decode(head)[0]
    for delimiter in DELIMITERS:
        if text.count(delimiter, 0, 4000) < _FEWEST - 1:
            continue
        found = _columns(head, Dialect(delimiter, _escaped(text)))
        if found is not None:
            return found
    return None


def _escaped(text: str) -> bool:
    r"""Whether a mark behind a backslash goes on, so that it closes no cell."""
    at = -1
    while (at := text.find('\\"', at + 1)) >= 0:
        if at + 2 < len(text) and not text.startswith(_ESCAPED, at + 1):
            return True
    return False


def _columns(head: bytes, dialect: Dialect) -> Columns | None:
    sample: list[list[str]] = []
    for record in islice(records(io.BytesIO(head), dialect, lambda line: False), _SAMPLE):
        row = decode(record.data)[0]
        sample.append([one.text(row, dialect) for one in cells(row, dialect)])
        if len(sample[0]) < len(_PAIR):
            return None
    if not sample:
        return None
    named = [role_of(cell) for cell in sample[0]]
    told = Counter(role for role in named if role is not None)
    enough = len(told) >= _FEWEST or set(named) == _PAIR
    if enough and told.keys() & {"body", "header"}:
        return _made(dialect, named, sample[0], heading=True)
    if len(sample[0]) < _WITHOUT_HEADING:
        return None
    shown = _shown(sample)
    return _made(dialect, shown, [""] * len(shown), heading=False) if _is_table(shown) else None


def _made(dialect: Dialect, roles: Sequence[str | None], names: Sequence[str], *, heading: bool) -> Columns:
    """Each role once; what has none, or one that an earlier column has, is a column like any other."""
    seen: set[str] = set()
    made = []
    for role in roles:
        made.append("column" if role is None or role in seen else role)
        seen.add(role or "column")
    return Columns(dialect, tuple(made), tuple(" ".join(name.split()) for name in names), heading)


def _is_table(shown: Sequence[str | None]) -> bool:
    return {"identifier", "date"} <= set(shown) and bool({"body", "header"} & set(shown))


def _shown(sample: Sequence[Sequence[str]]) -> list[str | None]:
    """The roles that the cells show, column by column."""
    width = len(sample[0])
    rows = [row for row in sample if len(row) == width] or [sample[0]]
    made: list[str | None] = [_kind([row[i] for row in rows]) for i in range(width)]
    texts = [i for i, role in enumerate(made) if role == "text"]
    if texts:
        # The message is the last of the long texts; what routes it stands before.
        for i in texts:
            made[i] = "header" if i != texts[-1] else "body"
    at = made.index("identifier") if "identifier" in made else None
    if at is not None and at + 1 < width and made[at + 1] == "words":
        made[at + 1] = "origin"
    level = made.index("classification") if "classification" in made else None
    if level is not None and level + 1 < width and made[level + 1] in {"empty", "identifier"}:
        made[level + 1] = "references"
    return [None if role in {"words", "empty", "text"} else role for role in made]


def _kind(column: Sequence[str]) -> str:
    """What the cells of a column are, so far as one can see."""
    told = [cell for cell in column if cell.strip()]
    if not told:
        return "empty"
    for role, shape in (
        ("identifier", IDENTIFIER),
        ("date", DATE),
        ("classification", _LEVEL),
        ("references", _LISTED),
    ):
        if sum(shape.match(cell[:_TEXT]) is not None for cell in told) * 2 > len(told):
            return role
    if all(cell.strip().isdigit() for cell in told):
        return "row"
    longest = max(len(cell) for cell in told)
    many_lines = any("\n" in cell or _ROUTED.search(cell[:_TEXT]) is not None for cell in told)
    return "text" if longest > _TEXT or many_lines or longest > _SHORT * 2 else "words"
