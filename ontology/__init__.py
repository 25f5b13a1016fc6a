"""What the words mean: the vocabulary, its shapes, its lists of concepts, and its ties to other vocabularies.

The Turtle files carry ``DEFAULT_BASE``. Whatever is handed out here carries ``BASE``: the text of a file is
rebased before it is parsed, so that one setting moves every name of ours and no other.
"""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from ontology.names import BASE, DEFAULT_BASE, ONTOLOGY_GRAPH
from ontology.source import ALIGNMENTS, REGIME, SHAPES, VOCABULARIES

__all__ = ["ALIGNMENTS", "REGIME", "SHAPES", "VOCABULARIES", "files", "rebased", "shapes", "triples"]


def files() -> tuple[Path, ...]:
    """The Turtle files that a store takes in: vocabulary, lists of concepts and, if present, alignments.

    >>> [path.name for path in files()][0], "markings.ttl" in [path.name for path in files()]
    ('regime.ttl', True)
    """
    optional = (ALIGNMENTS,) if ALIGNMENTS.exists() else ()
    return (REGIME, *sorted(VOCABULARIES.glob("*.ttl")), *optional)


def rebased(path: Path, *, base: str = BASE) -> str:
    """The text of a Turtle file with *base* in place of the default base.

    >>> rebased(REGIME, base="https://example.org/").count("w3id.org/compendium")
    0
    """
    return path.read_text(encoding="utf-8").replace(DEFAULT_BASE, base)


def shapes(*, base: str = BASE) -> str:
    """The SHACL shapes of a graph with that base, as Turtle.

    >>> "sh:NodeShape" in shapes()
    True
    """
    return rebased(SHAPES, base=base)


def triples(*, base: str = BASE) -> Iterator[ox.Quad]:
    """The statements of :func:`files` as quads of the ontology's graph, sorted; none has a blank node.

    >>> {quad.graph_name.value.removeprefix(BASE) for quad in triples()}
    {'graph/ontology'}
    """
    graph = ox.NamedNode(base + ONTOLOGY_GRAPH.removeprefix(BASE))
    found = {
        ox.Quad(quad.subject, quad.predicate, quad.object, graph)
        for path in files()
        for quad in ox.parse(input=rebased(path, base=base), format=ox.RdfFormat.TURTLE)
    }
    yield from sorted(found, key=str)
