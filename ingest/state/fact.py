"""How a fact of the tables is stated: in which graph, from which source, under which other names."""

from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import urlsplit

import pyoxigraph as ox

from ingest.state.written import Term, literal, node, text
from ontology.names import AUTHORITY_GRAPH

AUTHORITY: Final = node(AUTHORITY_GRAPH)


def source(words: str | None) -> Term | None:
    """A page as its address, any other source in its words.

    >>> str(source("https://example.org/page"))
    '<https://example.org/page>'
    >>> str(source("https://example.org/page (counted)"))
    '"https://example.org/page (counted)"'
    """
    if words is None or urlsplit(words).scheme not in ("http", "https"):
        return text(words)
    try:
        return str(ox.NamedNode(words))
    except ValueError:
        return text(words)


def sources(*words: str | None) -> Iterator[Term]:
    """Each of several sources once.

    >>> [str(one) for one in sources("https://example.org/page", None, "a list", "a list")]
    ['<https://example.org/page>', '"a list"']
    """
    for one in dict.fromkeys(words):
        term = source(one)
        if term is not None:
            yield term


def besides(label: str, others: Iterable[str]) -> Iterator[Term]:
    """The other names of what is called *label*, each once.

    >>> list(besides("MTCR Plenary", ["Plenary", "MTCR Plenary", "Plenary"]))
    ['"Plenary"']
    """
    return (literal(one) for one in dict.fromkeys(others) if one != label)
