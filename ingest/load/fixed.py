"""What the graph has besides documents: the ontology and the tables of knowledge."""

from ingest.knowledge import Knowledge
from ingest.load.lines import lines
from ingest.state.authority import authority_quads
from ontology import triples


def fixed_lines(knowledge: Knowledge) -> list[bytes]:
    """The sorted lines of ``graph/ontology`` and ``graph/authority``."""
    return lines((*triples(), *authority_quads(knowledge)))
