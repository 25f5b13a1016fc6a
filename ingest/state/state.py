"""All statements of one document, once each and in a fixed order."""

from collections.abc import Iterator

import pyoxigraph as ox

from ingest.claim import Extraction
from ingest.knowledge import Knowledge
from ingest.state.agenda import agenda_quads
from ingest.state.directives import directive_quads
from ingest.state.document import document_quads
from ingest.state.evidence import evidence_quads
from ingest.state.meetings import meeting_quads
from ingest.state.page import page
from ingest.state.passages import passage_quads
from ingest.state.references import citation_quads, reference_quads
from ingest.state.unresolved import unresolved_quads
from ingest.state.works import work_quads
from ingest.state.written import Statement, quads

PARTS = (
    document_quads,
    passage_quads,
    reference_quads,
    citation_quads,
    meeting_quads,
    agenda_quads,
    directive_quads,
    work_quads,
    unresolved_quads,
    evidence_quads,
)


def state(extraction: Extraction, knowledge: Knowledge) -> Iterator[ox.Quad]:
    r"""The quads of a document, without repetition, each in the graph of the highest mark that it rests on.

    >>> from ingest.extract import extract
    >>> from ingest.read import read_bytes
    >>> from ingest.tables import knowledge
    >>> written = b"CONFIDENTIAL STATE 900001\n040045Z APR 08\nSUBJECT: DATES\n\n1. (SBU) No dates yet.\n"
    >>> quads = list(state(extract(read_bytes(written, "a.txt")), knowledge()))
    >>> sorted({quad.graph_name.value.rpartition("/")[2] for quad in quads})
    ['C', 'SBU']
    """
    return quads(dict.fromkeys(_statements(extraction, knowledge)))


def stated(extraction: Extraction, knowledge: Knowledge) -> list[bytes]:
    r"""The statements of a document as sorted lines of N-Quads without their ends, each once.

    >>> from ingest.claim import Extraction
    >>> from ingest.tables import knowledge
    >>> from tests.make import cable
    >>> lines = stated(Extraction(cable("1. (C) Text.")), knowledge())
    >>> lines == sorted(set(lines)), lines[0].endswith(b"> .")
    (True, True)
    """
    ordered = sorted(set(_statements(extraction, knowledge)))
    return "\n".join(ordered).encode().split(b"\n") if ordered else []


def _statements(extraction: Extraction, knowledge: Knowledge) -> Iterator[Statement]:
    made = page(extraction, knowledge)
    for part in PARTS:
        yield from part(made)
