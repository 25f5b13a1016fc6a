"""Where each node stands: computed beforehand, so that a page opens at once and is the same each time."""

from collections.abc import Mapping
from typing import Final

import pygraphviz

from viz.graph import GraphView, Place

Layout = Mapping[str, Place]
POINTS_PER_INCH: Final = 72
WIDTH: Final = 2.5
"""Inches that a node with its label takes; the page limits labels to the same width."""
HEIGHT: Final = 1.15
YEAR: Final = 260.0
"""Pixels that a year takes on a timeline."""


def network(view: GraphView) -> Layout:
    """Places from a spring model with a fixed start and without overlaps.

    >>> from viz.graph import Node
    >>> network(GraphView("", (Node("a", "Cable", "A"),), (), 1))["a"]
    Place(x=0.0, y=0.0)
    """
    return _graphviz(view, "neato", overlap="vpsc", start="7", mode="major", sep="+8", len="3.2")


def lineage(view: GraphView) -> Layout:
    """Places in layers: what depends stands left of what it depends on.

    >>> from viz.graph import Node
    >>> lineage(GraphView("", (Node("a", "Cable", "A"),), (), 1))["a"]
    Place(x=0.0, y=0.0)
    """
    return _graphviz(view, "dot", rankdir="LR", ranksep="1.6", nodesep="0.35")


def timeline(view: GraphView) -> Layout:
    """Places with the date from left to right; what has no date stands in a column before the first year.

    >>> from viz.graph import Node
    >>> view = GraphView("", (Node("a", "Cable", "A", date="2008-01-01"), Node("b", "Cable", "B")), (), 2)
    >>> places = timeline(view)
    >>> places["b"].x < places["a"].x
    True
    """
    dated = {node.id: _years(node.date) for node in view.nodes if node.date is not None}
    first = min(dated.values(), default=0.0)
    taken: dict[tuple[int, int], int] = {}
    places = {}
    for node in sorted(view.nodes, key=lambda one: (dated.get(one.id, first - 1.5), one.kind, one.id)):
        x = (dated.get(node.id, first - 1.5) - first) * YEAR
        row = _free_row(taken, x)
        places[node.id] = Place(round(x, 1), round((row // 2 + 1) * 85.0 * (-1 if row % 2 else 1), 1))
    return places


LAYOUTS: Final = {"network": network, "lineage": lineage, "timeline": timeline, "matrix": network}


def _years(date: str) -> float:
    parts = [int(part) for part in date[:10].split("-") if part.isdigit()]
    month, day = (parts[1:] + [7, 1][len(parts) - 1 :])[:2]
    return parts[0] + (month - 1) / 12 + day / 372


def _free_row(taken: dict[tuple[int, int], int], x: float) -> int:
    column = int(x // 170)
    row = 0
    while any((column + near, row) in taken for near in (-1, 0, 1)):
        row += 1
    taken[column, row] = 1
    return row


def _graphviz(view: GraphView, program: str, **attributes: str) -> Layout:
    graph = pygraphviz.AGraph(directed=True, strict=True, **attributes)
    graph.node_attr.update(label="", shape="box", fixedsize="true", width=str(WIDTH), height=str(HEIGHT))
    names = {node.id: f"n{index}" for index, node in enumerate(view.nodes)}
    graph.add_nodes_from(names.values())
    graph.add_edges_from((names[edge.source], names[edge.target]) for edge in view.edges)
    graph.layout(prog=program)
    found = {node: _position(graph, name) for node, name in names.items()}
    return _centred(found)


def _position(graph: pygraphviz.AGraph, name: str) -> tuple[float, float]:
    x, y = graph.get_node(name).attr["pos"].rstrip("!").split(",")[:2]
    return float(x) * 96 / POINTS_PER_INCH, -float(y) * 96 / POINTS_PER_INCH


def _centred(found: Mapping[str, tuple[float, float]]) -> Layout:
    if not found:
        return {}
    middle_x = (min(x for x, _ in found.values()) + max(x for x, _ in found.values())) / 2
    middle_y = (min(y for _, y in found.values()) + max(y for _, y in found.values())) / 2
    return {
        node: Place(round(x - middle_x, 1) + 0.0, round(y - middle_y, 1) + 0.0)
        for node, (x, y) in found.items()
    }
