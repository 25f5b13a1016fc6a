"""What a picture shows: typed nodes and edges, each with the words that support it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Words of a document: the quote, the passage that it stands in, and the rule that read it."""

    document: str
    passage: str
    text: str
    quote: str
    rule: str
    grade: str
    iri: str


@dataclass(frozen=True, slots=True)
class Node:
    """A thing: its IRI, its kind (the local name of its class, or "Ghost"), and what is known of it.

    ``date`` is ISO 8601 and decides the place on a timeline; ``asked`` marks what the picture is about.
    """

    id: str
    kind: str
    label: str
    facts: tuple[tuple[str, str], ...] = ()
    quotes: tuple[Quote, ...] = ()
    date: str | None = None
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie between two things: the local name of its property, and the words that say so."""

    source: str
    target: str
    relation: str
    label: str
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class GraphView:
    """A drawing's content: nodes sorted by IRI, edges by their ends.

    ``total`` is the number of nodes that were in reach before a limit cut them; ``queries`` names the query
    files that it came from.
    """

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    total: int
    note: str = ""
    queries: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Place:
    """Where a node is drawn, in pixels from the middle of the picture."""

    x: float
    y: float
