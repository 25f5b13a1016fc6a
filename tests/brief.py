"""Statements in few words, for examples."""

from collections.abc import Iterable

import pyoxigraph as ox

from ingest.state.written import quads as parsed


def brief(quads: Iterable[ox.Quad | str], *predicates: str) -> list[str]:
    """The statements as "subject predicate object" by their last parts, sorted; of some predicates only.

    >>> s, p = ox.NamedNode("urn:x/BRA"), ox.NamedNode("urn:x#label")
    >>> brief([ox.Quad(s, p, ox.Literal("Brazil"))], "label")
    ['BRA label Brazil']
    """
    whole = (quad if isinstance(quad, ox.Quad) else _quad(quad) for quad in quads)
    found = (tuple(map(_last, quad.triple)) for quad in whole)
    return sorted(" ".join(one) for one in found if not predicates or one[1] in predicates)


def _quad(line: str) -> ox.Quad:
    (quad,) = parsed([line])
    return quad


def _last(term: object) -> str:
    if isinstance(term, ox.NamedNode):
        return term.value.rpartition("#")[2].rpartition("/")[2]
    return term.value if isinstance(term, ox.Literal) else str(term)
