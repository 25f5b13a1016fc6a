"""A list of documents in BibTeX."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from compendium.exchange.bibliography import FORMS, folded, heading, key, notes, volume
from queries.bibliography import Record

_ESCAPES: Final = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
}  # fmt: skip
_SPECIAL: Final = re.compile(r"[\\{}~^&%$#_]")
_VERBATIM: Final = re.compile(r"[^\w.:/?=,;~+@!*'()-]")
MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex(records: Iterable[Record]) -> Iterator[str]:
    """The entries, one at a time: ``@incollection`` for what is printed in a volume, else ``@misc``.

    >>> one = Record("x", "2008STATE34976", "Cable", "08 STATE 34976", title="R&D", date="2008-04", held=True)
    >>> print(next(bibtex([one])), end="")
    @misc{2008STATE34976,
      title = {{R\\&D}},
      howpublished = {Telegram},
      number = {08 STATE 34976},
      date = {2008-04},
      year = {2008},
      month = apr,
    }
    """
    for record in records:
        kind = "misc" if volume(record) is None else "incollection"
        lines = [f"  {name} = {value},\n" for name, value in _fields(record)]
        yield f"@{kind}{{{key(record)},\n{''.join(lines)}}}\n"


def escaped(text: str) -> str:
    r"""Text in which LaTeX sees nothing but text; letters of all scripts stay as they are, in UTF-8.

    >>> escaped("100% {a_b} \\ é")
    '100\\% \\textbraceleft{}a\\_b\\textbraceright{} \\textbackslash{} é'
    """
    return _SPECIAL.sub(lambda found: _ESCAPES[found[0]], folded(text))


def _fields(record: Record) -> Iterator[tuple[str, str]]:
    if record.sender is not None:
        yield "author", f"{{{{{escaped(record.sender)}}}}}"
    yield "title", f"{{{{{escaped(heading(record))}}}}}"
    yield "howpublished", f"{{{FORMS.get(record.kind, 'Document')}}}"
    printed = volume(record)
    if printed is not None:
        told = {"booktitle": printed.title, "volume": printed.number, "pages": printed.page}
        yield from ((name, f"{{{escaped(value)}}}") for name, value in told.items() if value is not None)
    yield "number", f"{{{escaped(record.label)}}}"
    if record.place is not None:
        yield "address", f"{{{escaped(record.place)}}}"
    if record.date is not None:
        yield from _date(record.date)
    if record.url is not None:
        yield "url", f"{{{_VERBATIM.sub(lambda found: _percent(found[0]), record.url)}}}"
    if record.tags:
        yield "keywords", f"{{{escaped(', '.join(record.tags))}}}"
    told_of = notes(record)
    if told_of:
        yield "note", f"{{{escaped('. '.join(told_of))}}}"


def _date(date: str) -> Iterator[tuple[str, str]]:
    yield "date", f"{{{date}}}"
    yield "year", f"{{{date[:4]}}}"
    if len(date) >= len("2008-04"):
        yield "month", MONTHS[int(date[5:7]) - 1]


def _percent(char: str) -> str:
    return char if char == "%" else "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "replace"))
