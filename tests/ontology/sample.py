"""The sample of the graph's shape with the lists of concepts, for the tests of this folder."""

from functools import cache
from pathlib import Path
from typing import Final

import pyoxigraph as ox
from rdflib import Graph

from ontology import VOCABULARIES
from ontology.names import DCTERMS, DEFAULT_BASE, OA, OWL, RDFS, SKOS, SSSOM, XSD
from ontology.source import DEFAULT_REG

ROOT: Final = Path(__file__).resolve().parents[2]
PREFIXES: Final = "\n".join(
    f"PREFIX {prefix}: <{space}>"
    for prefix, space in {
        "d": DEFAULT_BASE + "id/document/",
        "dcterms": DCTERMS,
        "oa": OA,
        "owl": OWL,
        "rdfs": RDFS,
        "reg": DEFAULT_REG,
        "skos": SKOS,
        "sssom": SSSOM,
        "xsd": XSD,
    }.items()
)
SHAPE: Final = ROOT / "tests" / "data" / "shape.trig"


@cache
def sample() -> frozenset[ox.Triple]:
    """The union of the sample's graphs."""
    return frozenset(quad.triple for quad in ox.parse(path=str(SHAPE), format=ox.RdfFormat.TRIG))


@cache
def concepts() -> frozenset[ox.Triple]:
    """Everything that the lists of concepts state."""
    return frozenset(
        quad.triple
        for path in VOCABULARIES.glob("*.ttl")
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)
    )


def used_terms() -> frozenset[str]:
    """The local names of our terms that the sample uses."""
    named = (part for one in sample() for part in (one.subject, one.predicate, one.object))
    return frozenset(
        part.value.removeprefix(DEFAULT_REG)
        for part in named
        if isinstance(part, ox.NamedNode) and part.value.startswith(DEFAULT_REG)
    )


def ours(path: str) -> str:
    """The IRI of a thing by its path below ``id/``, on the base that the files carry."""
    return f"{DEFAULT_BASE}id/{path}"


def sample_graph() -> Graph:
    """The sample with the lists of concepts, as a graph that a test may change."""
    graph = Graph()
    lines = (f"{one.subject} {one.predicate} {one.object} ." for one in sample() | concepts())
    graph.parse(data="\n".join(lines), format="nt")
    return graph
