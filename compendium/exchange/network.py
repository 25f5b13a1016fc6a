"""A part of the graph as a networkx graph."""

from typing import TYPE_CHECKING, TypeAlias

import networkx

from queries.facts import nodes
from queries.network import Edge, Part
from queries.term import short
from viz.view import spoken

if TYPE_CHECKING:
    Network: TypeAlias = networkx.MultiDiGraph[str]
else:
    Network = networkx.MultiDiGraph


def network(part: Part) -> Network:
    """Nodes by compact id, sorted, and edges by relation; attributes that are unknown are absent.

    >>> from queries import open_reader
    >>> made = network(Part(open_reader("tests/data/shape.trig")))
    >>> made.nodes["document/2008STATE900002"]["held"]
    False
    >>> [told["quote"] for *_, told in made.edges(data=True) if told["relation"] == "restsOnDecision"]
    ['as agreed at the 2003 Buenos Aires Plenary']
    """
    made: Network = networkx.MultiDiGraph()
    ties = sorted(part.edges(), key=lambda tie: (tie.source, tie.target, tie.relation))
    for one in nodes(part.source, part.ends(ties)):
        made.add_node(one.id, **one.attributes)
    for tie in ties:
        made.add_edge(short(tie.source), short(tie.target), key=tie.relation, **told(tie))
    return made


def told(edge: Edge) -> dict[str, str | int | bool]:
    """The attributes of an edge with its relation and its relation in words.

    >>> told(Edge("a", "b", "restsOnDecision", {"evidence": 1}))
    {'relation': 'restsOnDecision', 'label': 'rests on decision', 'evidence': 1}
    """
    return {"relation": edge.relation, "label": spoken(edge.relation)} | edge.attributes
