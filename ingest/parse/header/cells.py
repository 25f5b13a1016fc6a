"""The lines above a message that are cells of a list without their labels: name, dates, level, office."""

from collections.abc import Iterator
from typing import Final

from ingest.document import Document, Role, Span, folded
from ingest.parse.header.label import filed
from ingest.parse.text.lines import LEVEL_EXPRESSION, Line, is_rule, lines
from ingest.parse.text.posts import Posts
from ingest.parse.text.when import full_year
from ingest.pattern import pattern
from ingest.read.labels import TOLD
from ingest.read.table.columns import DATE

_NAME: Final = pattern(
    "cell-name",
    r"^(?:(?P<year>(?:19|20)\d\d|\d\d)\s?)?(?P<post>[A-Z][A-Za-z .'>-]{1,40}?)[\s-]?"
    r"(?P<number>\d{2,8})(?:_[a-z])?$",
    example="08OSLO900123",
)
_LEVEL: Final = pattern(
    "cell-level-alone", rf"(?i)^(?:{LEVEL_EXPRESSION})(?:\s?//?\s?[A-Z/ ]+)?$", example="Confidential//Noforn"
)
_OFFICE: Final = pattern(
    "cell-office",
    r"(?i)^(?:U\.?S\.?\s+)?(?:embassy|consulate(?:\s+general)?|mission|secretary\s+of\s+state|department\s+of\s+state"
    r"|amembassy|amconsul)\b[A-Z .,'-]{0,40}$",
    example="Embassy Oslo",
)
_PARTED: Final = pattern("cells-parted", r"\s*[|\t]\s*", example=" | ")
_ABOVE: Final = 2
"""So many lines may stand above the first cell: a title, "EXTRACT"."""
_MOST: Final = 12
_LONGEST: Final = 200


def bare_cells(document: Document, posts: Posts) -> tuple[Role, ...]:
    r"""The roles of cells that stand above a message; none where no name and no date is among them.

    >>> from ingest.parse.text.posts import posts_of
    >>> from ingest.tables import knowledge
    >>> made = Document("08OSLO900123\n2008-04-04 11:02\nEmbassy Oslo\n\n1. (C) Text.", "a.txt", "")
    >>> [(one.role, one.span.of(made.text)) for one in bare_cells(made, posts_of(knowledge().posts))]
    [('identifier', '08OSLO900123'), ('date', '2008-04-04 11:02'), ('origin', 'Embassy Oslo')]
    """
    if any(one.role in TOLD for one in document.roles) or document.form in ("email", "tei"):
        return ()
    text = folded(document.text)
    made: dict[str, Role] = {}
    above = 0
    for line in _first(text):
        found = [(span, _role(span.of(text), posts)) for span in _cells(line)]
        if all(role is not None for _, role in found):
            for span, role in found:
                named = "released" if role == "date" and "date" in made else role or ""
                made.setdefault(named, Role(named, span))
        elif made or above == _ABOVE:
            break
        else:
            above += 1
    return tuple(made.values()) if {"identifier", "date"} <= made.keys() else ()


def _first(text: str) -> list[Line]:
    """The first lines of a text that have words."""
    top = text[: _MOST * _LONGEST]
    return [line for line in lines(top) if not line.blank and not is_rule(line.text)][:_MOST]


def _cells(line: Line) -> Iterator[Span]:
    """The cells of a line, which bars or tabulators part."""
    start = line.trimmed.start
    for found in _PARTED.finditer(line.text.rstrip()):
        end = line.start + found.span.start
        if end > start:
            yield Span(start, end)
        start = line.start + found.span.end
    if line.trimmed.end > start:
        yield Span(start, line.trimmed.end)


def _role(words: str, posts: Posts) -> str | None:
    if len(words) > _LONGEST:
        return None
    if DATE.match(words) is not None:
        return "date"
    if _LEVEL.match(words) is not None:
        return "classification"
    found = _NAME.match(words)
    if found is not None:
        said = found.text("year")
        year = full_year(said) if said else None
        return "identifier" if filed(found.text("post"), posts, year=year) is not None else None
    return "origin" if _OFFICE.match(words) is not None else None
