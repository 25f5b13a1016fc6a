"""How far the graph has come: which documents stand in it, and which were about to change."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from ingest.load.layout import Layout, write_whole


@dataclass(frozen=True, slots=True)
class Applied:
    """``documents`` has the hash of each document in the graph, ``fixed`` that of ontology and tables.

    ``changing`` are documents whose graphs may be of either state.
    """

    documents: Mapping[str, str] = field(default_factory=dict)
    fixed: str = ""
    changing: tuple[str, ...] = ()


def read_applied(layout: Layout) -> Applied | None:
    """What is noted of the graph; ``None`` where there is no note that can be trusted."""
    try:
        record = json.loads(layout.applied.read_bytes())
        return Applied(dict(record["documents"]), str(record["fixed"]), tuple(record["changing"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def note(layout: Layout, applied: Applied) -> None:
    """Write the note; it is on the disk when this returns."""
    write_whole(layout.applied, json.dumps(asdict(applied), sort_keys=True).encode() + b"\n")
