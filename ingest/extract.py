"""What one document says: read, parsed, annotated and resolved."""

from pathlib import Path

from ingest.annotate import annotate
from ingest.claim import Extraction
from ingest.document import Document
from ingest.join.apply import applied
from ingest.knowledge import Knowledge
from ingest.parse import parse
from ingest.read import read
from ingest.resolve import resolve
from ingest.settle import NOTHING, Settled, settled_cable, settled_mentions, told_within
from ingest.tables import knowledge as tables


def extract(
    document: Document | Path, knowledge: Knowledge | None = None, *, settled: Settled = NOTHING
) -> Extraction:
    r"""Everything that a document says, and what in it stayed open; a path is read first.

    *settled* gives the document that the rest of a corpus shows to be meant by one that the text tells in
    part only: a telegram of unstated year, a document of a published volume; and the name by which a thing
    goes that several documents name.

    Raises :class:`~ingest.read.refusal.Refused` where the text is no document of a kind that is known.

    >>> from ingest.read import read_bytes
    >>> text = (
    ...     b"R 040045Z APR 08\nFM SECSTATE WASHDC\nTO AMEMBASSY PARIS\n\nCONFIDENTIAL STATE 900001\n\n"
    ...     b"SUBJECT: MTCR GUIDANCE\n\n1. (C) As agreed at the 2003 Buenos Aires Plenary.\n"
    ... )
    >>> found = extract(read_bytes(text, "cable.txt"))
    >>> [one.id for one in found.meetings]
    ['mtcr-plenary-2003-buenos-aires']
    """
    known = tables() if knowledge is None else knowledge
    parsed = parse(read(document) if isinstance(document, Path) else document, known)
    mentions = annotate(settled_cable(parsed, settled), known)
    meant = {**told_within(parsed, mentions), **settled}
    found = resolve(settled_cable(parsed, meant), settled_mentions(mentions, meant), known)
    return applied(found, settled)
