"""The things that the documents speak of most: what examples are made of."""

from typing import Final

from ontology.names import ID
from queries.reach import reach, text
from queries.store import Queryable
from queries.term import fill

KINDS: Final = ("document", "country", "meeting", "decision", "proposal", "regime")


def most(source: Queryable) -> dict[str, tuple[str, str]]:
    """For each kind of thing the IRI and name of the one that is named or cited most.

    >>> from queries import open_reader
    >>> {kind: name for kind, (_, name) in most(open_reader("tests/data/shape.trig")).items()}
    {'document': '08 STATE 900002', 'meeting': 'MTCR Plenary 2003, Buenos Aires'}
    """
    found: dict[str, str] = {}
    for thing in source.query(fill(text("spoken-of"), {}), file="spoken-of.rq").column("thing"):
        kind, _, rest = str(thing).removeprefix(ID).partition("/")
        if kind in KINDS and rest and "/" not in rest:
            found.setdefault(kind, str(thing))
    names: dict[str, str] = {}
    for row in reach(source, "labels", "node", sorted(found.values())):
        if "label" in row:
            names.setdefault(row["node"], row["label"])
    return {kind: (thing, names[thing]) for kind, thing in found.items() if thing in names}
