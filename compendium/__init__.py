"""The paper trail of an export-control regime as linked RDF: ``compendium.open(path).ask("...")``."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compendium.graph import KnowledgeGraph

__all__ = ["open"]


def open(path: str | Path = "compendium.db") -> "KnowledgeGraph":
    """The store at *path*, or an RDF file, opened for reading; NoStore where there is none.

    >>> open("tests/data/shape.trig").query("ASK { ?d a reg:Decision }").boolean
    True
    """
    from compendium.graph import KnowledgeGraph
    from queries import open_reader

    return KnowledgeGraph(open_reader(path))
