"""What must hold stands before what may be there: else a large store is read through for each late pattern.

Stores join a group in the order of its parts. A triple pattern behind an OPTIONAL or a BIND is matched for
itself, over all documents, before it is joined; the same pattern before them is asked of the few things
that were found.
"""

from collections.abc import Iterator

import pytest
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.parserutils import CompValue

from ontology.names import PREFIXES
from queries import catalogue
from queries.question import Question
from queries.term import iri


def late(node: object) -> Iterator[str]:
    """The first pattern of each group of patterns that stands behind an OPTIONAL or a BIND of its group."""
    if isinstance(node, CompValue):
        if node.name == "Join" and _patterns(node.p2) and _widened(node.p1):
            yield " ".join(term.n3() for term in node.p2.triples[0])
        for part in node.values():
            yield from late(part)
    elif isinstance(node, list | tuple):
        for part in node:
            yield from late(part)


def _patterns(node: object) -> bool:
    return isinstance(node, CompValue) and node.name == "BGP" and bool(node.triples)


def _widened(node: object) -> bool:
    if not isinstance(node, CompValue):
        return False
    if node.name == "Join":
        return _widened(node.p1)
    return node.name in {"LeftJoin", "Extend"} or (node.name == "Filter" and _widened(node.p))


def algebra(sparql: str) -> object:
    return prepareQuery(sparql, initNs=PREFIXES).algebra


@pytest.mark.parametrize("question", catalogue(), ids=lambda one: one.name)
def test_what_must_hold_stands_first(question: Question) -> None:
    thing = (iri("https://example.org/thing"),)
    text = question.bound({one.name: thing for one in question.parameters})
    assert not list(late(algebra(text)))


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("?a reg:cites ?b . OPTIONAL { ?a reg:sent ?c }", 0),
        ("?a reg:cites ?b . OPTIONAL { ?a reg:sent ?c } ?b reg:held true .", 1),
        ("?a reg:cites ?b . BIND (STR(?b) AS ?c) ?b reg:held true .", 1),
        ("{ SELECT ?a { ?a reg:sent ?d . OPTIONAL { ?a reg:cites ?b } ?a reg:held true } }", 1),
        ("{ SELECT ?a { ?a reg:sent ?d } } ?a reg:held true . OPTIONAL { ?a reg:cites ?b }", 0),
    ],
)
def test_a_late_pattern_is_seen(body: str, wanted: int) -> None:
    assert len(list(late(algebra(f"SELECT * {{ {body} }}")))) == wanted
