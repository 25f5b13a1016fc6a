"""Statements as plain strings, for tests that compare them."""

from collections.abc import Iterable
from typing import NamedTuple

import pyoxigraph as ox


class Said(NamedTuple):
    """The IRIs and lexical forms of a quad."""

    subject: str
    predicate: str
    object: str
    graph: str


def value(term: object) -> str:
    assert isinstance(term, ox.NamedNode | ox.Literal)
    return term.value


def said(quads: Iterable[ox.Quad]) -> list[Said]:
    return [
        Said(value(one.subject), one.predicate.value, value(one.object), value(one.graph_name))
        for one in quads
    ]
