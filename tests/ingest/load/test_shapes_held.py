"""Shapes held against a store give what a validator of SHACL gives, case by case."""

import pyoxigraph as ox
import pytest

from ingest.load.audit.shapes.hold import TYPE, Holding, holding
from ingest.load.audit.shapes.hold import broken as told
from ingest.load.audit.shapes.shape import read_shapes
from ingest.load.audit.view import Near, View, Whole, about
from tests.ontology.broken import BROKEN, Case
from tests.ontology.sample import sample_graph
from tests.ontology.test_shapes import broken, findings

MADE = holding()
QUERIES = {asked.message for shape in MADE.shapes for asked in shape.asked}
"""The validator does not see that a constraint that is a query may be a mere warning."""


def stored(graph: object) -> ox.Store:
    store = ox.Store()
    store.load(graph.serialize(format="nt").encode(), ox.RdfFormat.N_TRIPLES)  # type: ignore[attr-defined]
    return store


def held(made: Holding, store: ox.Store, view: View) -> set[tuple[str, str, str]]:
    """Severity, thing and message of everything that is found, as the validator has them."""
    found = list(made.queries(store))
    for thing in {str(quad.subject) for quad in store}:
        found += made.thing(thing, view)
    for predicate, asked in made.objects_of.items():
        for quad in store.quads_for_pattern(None, ox.NamedNode(predicate[1:-1]), None, None):
            found += told(str(quad.object), asked, view)
    return alike(
        {("Warning" if one.warning else "Violation", one.where, _said(one.message)) for one in found}
    )


def alike(found: set[tuple[str, str, str]]) -> set[tuple[str, str, str]]:
    return {(severity if said not in QUERIES else "", thing, said) for severity, thing, said in found}


def _said(message: str) -> str:
    """The message without the name before it."""
    first, _, rest = message.partition(": ")
    return rest if first and " " not in first else message


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case[0].replace("\n", "; "))
def test_each_break_is_told_as_the_validator_tells_it(case: Case) -> None:
    graph = broken(case[0])
    store = stored(graph)
    wanted = alike(findings(graph))
    assert held(MADE, store, Whole(store)) == wanted
    said = about(f"{quad.subject} {quad.predicate} {quad.object}" for quad in store)
    assert held(MADE, store, Near(said, Whole(ox.Store()))) == wanted


def test_a_word_of_shacl_that_is_not_known_is_an_error() -> None:
    turtle = (
        "@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:shape> a sh:NodeShape ; sh:targetClass <urn:c> ;"
        ' sh:property [ sh:path <urn:p> ; sh:uniqueLang true ; sh:message "One in each language." ] .'
    )
    with pytest.raises(ValueError, match="uniqueLang"):
        read_shapes(turtle)


def test_the_sample_has_things_of_most_classes() -> None:
    store = stored(sample_graph())
    kinds = {str(quad.object) for quad in store.quads_for_pattern(None, ox.NamedNode(TYPE[1:-1]), None, None)}
    asked = frozenset[str]().union(*(shape.classes for shape in MADE.shapes))
    assert len(asked & kinds) > len(asked) / 2
