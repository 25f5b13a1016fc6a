"""What goes to a worker and what comes back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, the media type that its answer must have, and the graphs that it may see.

    Where neither default nor named graphs are given, the union of all graphs is the default graph and all of
    them are named; where either is given, the query sees those alone. The empty name is that of the graph
    without a name, which can only be a default graph. *base* is what relative IRIs are relative to.

    >>> Asked("ASK { ?s ?p ?o }", "application/sparql-results+json").default_graphs is None
    True
    """

    sparql: str
    media: str
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    base: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A whole answer: its bytes, their media type, and the number of rows of a table.

    >>> Told(b"true", "text/plain", None).media
    'text/plain'
    """

    body: bytes
    media: str
    rows: int | None = None
