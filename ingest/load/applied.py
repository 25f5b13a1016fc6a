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
    """What is noted of the graph; ``None`` where there is no note that can be trusted.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     layout = Layout(Path(folder))
    ...     size = layout.applied.write_bytes(b'{"changing": [], "documents": {"2008STATE900001": "ab')
    ...     read_applied(layout) is None
    True
    """
    try:
        record = json.loads(layout.applied.read_bytes())
        return Applied(dict(record["documents"]), str(record["fixed"]), tuple(record["changing"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def note(layout: Layout, applied: Applied) -> None:
    """Write the note; it is on the disk when this returns.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     note(Layout(Path(folder)), Applied({"2008STATE900001": "ab12"}))
    ...     read_applied(Layout(Path(folder))).documents["2008STATE900001"]
    'ab12'
    """
    write_whole(layout.applied, json.dumps(asdict(applied), sort_keys=True).encode() + b"\n")
