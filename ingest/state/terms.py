"""Terms of the graph from values of the document, in the form that the store keeps."""

from functools import lru_cache
from typing import TypeAlias

import pyoxigraph as ox

from ingest.state.written import kind_of
from ontology.names import XSD

Term: TypeAlias = ox.NamedNode | ox.Literal


@lru_cache(maxsize=65536)
def node(iri: str) -> ox.NamedNode:
    """The node with that IRI.

    >>> str(node("https://example.org/id/country/ARG"))
    '<https://example.org/id/country/ARG>'
    """
    return ox.NamedNode(iri)


def text(value: str | None) -> ox.Literal | None:
    """A plain string, which the store keeps as it is; ``None`` for nothing or only blanks.

    >>> str(text("007")), text(" ")
    ('"007"', None)
    """
    return ox.Literal(value) if value is not None and value.strip() else None


def number(value: int | None) -> ox.Literal | None:
    """An integer; ``None`` for ``None``.

    >>> str(number(18))
    '"18"^^<http://www.w3.org/2001/XMLSchema#integer>'
    """
    return None if value is None else ox.Literal(str(value), datatype=node(XSD + "integer"))


def flag(value: bool) -> ox.Literal:
    """True or false.

    >>> str(flag(False))
    '"false"^^<http://www.w3.org/2001/XMLSchema#boolean>'
    """
    return ox.Literal("true" if value else "false", datatype=node(XSD + "boolean"))


def year(value: int | None) -> ox.Literal | None:
    """A year.

    >>> year(2008).value
    '2008'
    """
    return None if value is None else ox.Literal(f"{value:04d}", datatype=node(XSD + "gYear"))


def moment(value: str | None) -> ox.Literal | None:
    """A date, a time, a month or a year with its type; what is none of these stays a string.

    >>> forms = ("2008-04-04", "2008-04-04T00:45:00Z", "2008-05", "2008")
    >>> [str(moment(one)).rpartition("#")[2] for one in forms]
    ['date>', 'dateTime>', 'gYearMonth>', 'gYear>']
    >>> str(moment("2008-02-30"))
    '"2008-02-30"'
    """
    if value is None:
        return None
    kind = kind_of(value)
    if kind is None:
        return text(value)
    tidy = value.replace("+00:00", "Z") if kind == "dateTime" else value
    return ox.Literal(tidy, datatype=node(XSD + kind))
