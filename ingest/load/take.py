"""From the bytes of one file to what the store will say of it: a pure function, given pipeline and tables."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, TypeAlias

from ingest.claim import Extraction
from ingest.document import Document
from ingest.knowledge import Knowledge
from ingest.load.journal import Entry
from ingest.load.lines import canonical
from ingest.read import read_bytes
from ingest.state import PIPELINE, stated
from ingest.state.unresolved import undecided, untold
from ontology.names import BASE

Extract: TypeAlias = Callable[[Document], Extraction]

SOURCES: Final = Path(__file__).parents[1]
APART: Final = frozenset({"load", "evaluate"})
KINDS: Final = (
    "references",
    "citations",
    "meetings",
    "decisions",
    "proposals",
    "positions",
    "implementations",
    "directives",
    "countries",
    "works",
)


@dataclass(frozen=True, slots=True)
class Pipeline:
    """What turns documents into statements; ``version`` differs whenever its result could."""

    extract: Extract
    knowledge: Knowledge
    version: str


@dataclass(frozen=True, slots=True)
class Taken:
    """One document as the store will have it: the entry of its journal and its sorted lines."""

    entry: Entry
    lines: tuple[bytes, ...]


def pipeline(knowledge: Knowledge, extract: Extract | None = None) -> Pipeline:
    """The pipeline with these tables; its version is another for other tables and for another program.

    >>> nothing = Knowledge((), {}, (), {}, {}, ())
    >>> one, other = pipeline(nothing), pipeline(Knowledge((), {}, (), {"O": "IMMEDIATE"}, {}, ()))
    >>> one.version == pipeline(nothing).version, one.version == other.version
    (True, False)
    """
    if extract is None:
        from ingest.extract import extract as whole

        extract = partial(whole, knowledge=knowledge)
    tables = hashlib.sha256(repr(knowledge).encode()).hexdigest()[:12]
    return Pipeline(extract, knowledge, f"{PIPELINE}-{_code()}-{tables}")


def take(data: bytes, source: str, made_by: Pipeline) -> Taken:
    r"""What the store will say of a document; raises ``ingest.read.Refused`` where the bytes hold none.

    >>> from ingest.extract import extract
    >>> from ingest.tables import knowledge
    >>> data = b"CONFIDENTIAL STATE 900001\n040045Z APR 08\nSUBJECT: DATES\n\n1. (C) None.\n"
    >>> taken = take(data, "a.txt", Pipeline(extract, knowledge(), "1"))
    >>> taken.entry.id, taken.entry.found["passages"], taken.entry.quads == len(taken.lines)
    ('2008STATE900001', 1, True)
    """
    extraction = made_by.extract(read_bytes(data, source))
    lines = tuple(stated(extraction, made_by.knowledge))
    return Taken(_entry(extraction, source, made_by.version, lines), lines)


def _entry(extraction: Extraction, source: str, version: str, stated: tuple[bytes, ...]) -> Entry:
    cable = extraction.cable
    graphs = {line[line.rindex(b" <") + 2 : -3].decode() for line in stated}
    return Entry(
        sha256=cable.document.sha256,
        source=source,
        id=cable.id,
        kind=cable.kind,
        version=version,
        length=len(cable.text),
        graphs=tuple(sorted(graphs)),
        quads=len(stated),
        canonical=canonical(stated),
        found=_found(extraction),
    )


def _found(extraction: Extraction) -> dict[str, int]:
    counts = {kind: len(getattr(extraction, kind)) for kind in KINDS}
    told = sum(1 for one in extraction.references if one.target is not None)
    return {
        "passages": len(extraction.cable.passages),
        **counts,
        "references in": len(extraction.cable.references),
        "references out": told + len(untold(extraction)),
        "references identified": told,
        "unresolved": len(undecided(extraction)),
    }


def _code() -> str:
    """The hash of the modules and tables that decide what a document says."""
    total = hashlib.sha256(BASE.encode())
    for path in sorted(SOURCES.rglob("*")):
        part = path.relative_to(SOURCES).parts
        if path.suffix in {".py", ".csv", ".toml"} and part[0] not in APART:
            total.update("/".join(part).encode() + path.read_bytes())
    return total.hexdigest()[:12]
