"""What follows from what: a view with the ties of descent alone."""

from dataclasses import replace
from typing import Final

from viz.graph import GraphView

DESCENT: Final = frozenset({
    "restsOnDecision", "followsDocument", "concernsProposal", "dependsOnIndirectly", "inPassage", "cites",
    "adoptedAt", "becameDecision", "amends", "supersedes", "implements", "outlinedIn", "tabledAt",
})  # fmt: skip
"""Ties along which one thing comes from another; that a document merely mentions something is none."""


def descent(view: GraphView) -> GraphView:
    """The view with the ties of descent, without the things that have none; all of it where nothing has one.

    >>> from viz.graph import Edge, Node
    >>> nodes = tuple(Node(one, "Cable", one.upper()) for one in "abc")
    >>> ties = Edge("a", "b", "cites", "cites"), Edge("a", "c", "mentions", "mentions")
    >>> [node.id for node in descent(GraphView("", nodes, ties, 3)).nodes]
    ['a', 'b']
    """
    edges = tuple(edge for edge in view.edges if edge.relation in DESCENT)
    ends = {end for edge in edges for end in (edge.source, edge.target)}
    if not ends:
        return view
    return replace(view, nodes=tuple(n for n in view.nodes if n.id in ends or n.asked), edges=edges)


def dated(view: GraphView) -> GraphView:
    """The view as a timeline shows it: without the mentions, which cross all years and say least.

    >>> from viz.graph import Edge
    >>> dated(GraphView("", (), (Edge("a", "c", "mentions", "mentions"),), 3)).edges
    ()
    """
    return replace(view, edges=tuple(edge for edge in view.edges if edge.relation != "mentions"))
