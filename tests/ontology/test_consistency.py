"""The vocabulary contradicts neither itself nor the sample, and a contradiction would be seen."""

import pytest
from owlrl import OWLRL_Semantics
from rdflib import Graph

from ontology import files
from tests.ontology.sample import PREFIXES, ours, sample_graph

CABLE = f"<{ours('document/2008STATE900001')}>"
PASSAGE = f"<{ours('document/2008STATE900001/p/7')}>"
MEETING = f"<{ours('meeting/mtcr-plenary-2003-buenos-aires')}>"


def contradictions(graph: Graph) -> list[str]:
    """What the OWL 2 RL rules say against a graph together with the vocabulary, lists and alignments."""
    everything = Graph()
    for path in files():
        everything.parse(path)
    for triple in graph:
        everything.add(triple)
    closure = OWLRL_Semantics(everything, axioms=False, daxioms=False, rdfs=True)
    closure.closure()
    return sorted(closure.error_messages)


def test_vocabulary_and_sample_agree() -> None:
    assert contradictions(sample_graph()) == []


@pytest.mark.parametrize(
    "statement",
    [
        f"{CABLE} a reg:Meeting .",
        f"{CABLE} a reg:Email .",
        f"{MEETING} reg:hasPassage {PASSAGE} .",
        f"{PASSAGE} reg:restsOnDecision {CABLE} .",
        f"{CABLE} owl:sameAs {PASSAGE} .",
    ],
)
def test_a_contradiction_is_seen(statement: str) -> None:
    graph = sample_graph()
    graph.update(f"{PREFIXES} INSERT DATA {{ {statement} }}")
    found = contradictions(graph)
    assert found
    assert all("Disjoint classes" in one for one in found), found
