"""What the graph has besides documents: the ontology and the tables of knowledge."""

from ingest.knowledge import Knowledge
from ingest.links.places import place_quads
from ingest.load.lines import lines
from ingest.state.authority import authority_quads
from ontology import triples


def fixed_lines(knowledge: Knowledge) -> list[bytes]:
    """The sorted lines of ``graph/ontology`` and ``graph/authority``.

    >>> fixed = fixed_lines(Knowledge((), {}, (), {}, {}, ()))
    >>> len(fixed) > 1000, {line.rpartition(b"/")[2] for line in fixed}
    (True, {b'ontology> .'})
    """
    return lines((*triples(), *authority_quads(knowledge), *place_quads(knowledge)))
