"""What may be done to a store, and what became of it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Update:
    """An update in words; *using* and *using_named* are the graphs that its patterns see."""

    sparql: str
    base: str
    using: tuple[str, ...] | None = None
    using_named: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Put:
    """Triples for a graph, as pairs of media type and bytes, in place of what it has or besides.

    The empty name is that of the graph without a name.
    """

    graph: str
    parts: tuple[tuple[str, bytes], ...]
    base: str
    replace: bool = False


@dataclass(frozen=True, slots=True)
class Delete:
    """A graph that shall be no more."""

    graph: str


Change: TypeAlias = Update | Put | Delete


class Done(StrEnum):
    """What became of a change.

    >>> Done("created") is Done.CREATED
    True
    """

    CREATED = "created"
    CHANGED = "changed"
    ABSENT = "absent"
