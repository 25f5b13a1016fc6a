"""Terms and statements as they are written in N-Quads: text from the start, since a document has thousands.

A term of this package is its text: an IRI in angle brackets, a literal in quotes. A statement is the text of
its line. Both are what the database itself would write, byte for byte; tests hold them against it.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import lru_cache
from typing import Final, TypeAlias

import pyoxigraph as ox

from ontology.names import XSD

Term: TypeAlias = str
"""A term in N-Quads: an IRI in angle brackets, or a literal."""

Statement: TypeAlias = str
"""A line of N-Quads without its end."""

_SHORT: Final = {"\b": "b", "\t": "t", "\n": "n", "\f": "f", "\r": "r", '"': '"', "\\": "\\"}
_ESCAPES: Final = {code: f"\\u{code:04X}" for code in (*range(32), 127)} | {
    ord(sign): f"\\{letter}" for sign, letter in _SHORT.items()
}
_ESCAPED: Final = re.compile(r'[\x00-\x1f\x7f"\\]')
_INTEGER: Final = f'"^^<{XSD}integer>'
_DECIMAL: Final = f'"^^<{XSD}decimal>'
_BOOLEAN: Final = f'"^^<{XSD}boolean>'
_YEAR: Final = f'"^^<{XSD}gYear>'


def line(subject: Term, predicate: Term, object: Term, graph: Term) -> Statement:
    """The line of a statement.

    >>> line("<urn:s>", "<urn:p>", literal("x"), "<urn:g>")
    '<urn:s> <urn:p> "x" <urn:g> .'
    """
    return f"{subject} {predicate} {object} {graph} ."


def quads(statements: Iterable[Statement]) -> Iterator[ox.Quad]:
    """The statements as the database's own quads.

    >>> [str(one.object) for one in quads(['<urn:s> <urn:p> "x" <urn:g> .'])]
    ['"x"']
    """
    text = "\n".join(statements)
    return ox.parse(text, format=ox.RdfFormat.N_QUADS)


@lru_cache(maxsize=65536)
def node(iri: str) -> Term:
    """The node with that IRI, which our own names have made safe.

    >>> node("https://example.org/id/country/ARG")
    '<https://example.org/id/country/ARG>'
    """
    return f"<{iri}>"


def literal(value: str) -> Term:
    r"""A plain string.

    >>> print(literal('a "b"\n'))
    "a \"b\"\n"
    """
    return f'"{value.translate(_ESCAPES) if _ESCAPED.search(value) else value}"'


def text(value: str | None) -> Term | None:
    """A plain string, which the store keeps as it is; ``None`` for nothing or only blanks.

    >>> text("007"), text(" ")
    ('"007"', None)
    """
    return literal(value) if value is not None and value.strip() else None


def number(value: int | None) -> Term | None:
    """An integer; ``None`` for ``None``.

    >>> number(18)
    '"18"^^<http://www.w3.org/2001/XMLSchema#integer>'
    """
    return None if value is None else f'"{value}{_INTEGER}'


def decimal(value: float) -> Term:
    """A number with at most four digits of a fraction and no zeros at its end, as the store keeps it.

    >>> decimal(88.50), decimal(100.0)
    ('"88.5"^^<http://www.w3.org/2001/XMLSchema#decimal>', '"100"^^<http://www.w3.org/2001/XMLSchema#decimal>')
    """
    return f'"{f"{value:.4f}".rstrip("0").rstrip(".")}{_DECIMAL}'


def flag(value: bool) -> Term:
    """True or false.

    >>> flag(False)
    '"false"^^<http://www.w3.org/2001/XMLSchema#boolean>'
    """
    return f'"{"true" if value else "false"}{_BOOLEAN}'


def year(value: int | None) -> Term | None:
    """A year.

    >>> year(2008)
    '"2008"^^<http://www.w3.org/2001/XMLSchema#gYear>'
    """
    return None if value is None else f'"{value:04d}{_YEAR}'


def moment(value: str | None) -> Term | None:
    """A date, a time, a month or a year with its type; what is none of these stays a string.

    >>> forms = ("2008-04-04", "2008-04-04T00:45:00Z", "2008-05", "2008")
    >>> [moment(one).rpartition("#")[2] for one in forms]
    ['date>', 'dateTime>', 'gYearMonth>', 'gYear>']
    >>> moment("2008-02-30")
    '"2008-02-30"'
    """
    if value is None:
        return None
    kind = kind_of(value)
    if kind is None:
        return text(value)
    tidy = value.replace("+00:00", "Z") if kind == "dateTime" else value
    return f'"{tidy}"^^<{XSD}{kind}>'


def kind_of(value: str) -> str | None:
    """The type of a date, time, month or year; ``None`` for what is none of these.

    >>> kind_of("2008-05"), kind_of("2008-02-30")
    ('gYearMonth', None)
    """
    try:
        if "T" in value:
            stamp = datetime.fromisoformat(value)
            return "dateTime" if stamp.second == int(value[17:19]) and len(value[:19]) == 19 else None
        date.fromisoformat((value + "-01-01")[:10] if len(value) < 10 else value)
    except ValueError:
        return None
    return {4: "gYear", 7: "gYearMonth", 10: "date"}.get(len(value))
