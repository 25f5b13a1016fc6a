"""Where each node stands: computed beforehand, so that a page opens at once and is the same each time."""

from collections.abc import Mapping
from typing import Final

import pygraphviz

from viz.graph import GraphView, Node, Place
from viz.spread import spread

Layout = Mapping[str, Place]
POINTS_PER_INCH: Final = 72
PIXELS_PER_POINT: Final = 96 / POINTS_PER_INCH
WIDTH: Final = 2.3
"""Inches that a node with its label takes; the page limits labels to the same width."""
HEIGHT: Final = 1.1
YEAR: Final = 900.0
"""Pixels that a year takes on a timeline."""
ROW: Final = 105.0
"""Pixels that a thing with its label takes in height."""
COLUMN: Final = 130
"""Pixels; things in neighbouring columns of that width never share a row."""


def network(view: GraphView) -> Layout:
    """Places from a spring model with a fixed start, then moved apart where one would cover another.

    >>> from viz.graph import Node
    >>> network(GraphView("", (Node("a", "Cable", "A"),), (), 1))["a"]
    Place(x=0.0, y=0.0)
    """
    found = _graphviz(view, "neato", overlap="true", start="7", mode="major", len="2.2")
    return _centred({node: (place.x, place.y) for node, place in _apart(found).items()})


def lineage(view: GraphView) -> Layout:
    """Places in layers: what depends stands left of what it depends on.

    >>> from viz.graph import Node
    >>> lineage(GraphView("", (Node("a", "Cable", "A"),), (), 1))["a"]
    Place(x=0.0, y=0.0)
    """
    return _graphviz(view, "dot", rankdir="LR", ranksep="1.6", nodesep="0.35")


def timeline(view: GraphView) -> Layout:
    """Places with the date from left to right; what has no date stands in a column before the first year.

    Years in which nothing is dated take little room.

    >>> from viz.graph import Node
    >>> view = GraphView("", (Node("a", "Cable", "A", date="2008-01-01"), Node("b", "Cable", "B")), (), 2)
    >>> places = timeline(view)
    >>> places["b"].x < places["a"].x
    True
    """
    starts = _starts(view)
    taken: set[tuple[int, int]] = set()
    places = {}
    for node in sorted(view.nodes, key=lambda one: (_x(one, starts), one.kind, one.id)):
        x = _x(node, starts)
        row = _free_row(taken, x)
        places[node.id] = Place(round(x, 1), round((row // 2 + 1) * ROW * (-1 if row % 2 else 1), 1))
    return places


def year_marks(view: GraphView) -> tuple[tuple[float, str], ...]:
    """Where each year of a timeline begins.

    >>> from viz.graph import Node
    >>> year_marks(GraphView("", (Node("a", "Cable", "A", date="2008-04"),), (), 1))
    ((0.0, '2008'),)
    """
    return tuple((round(x, 1), str(year)) for year, x in sorted(_starts(view).items()))


def _starts(view: GraphView) -> dict[int, float]:
    years = sorted({int(node.date[:4]) for node in view.nodes if node.date is not None})
    starts: dict[int, float] = {}
    for before, year in zip([None, *years], years, strict=False):
        gap = 0.0 if before is None else YEAR * (1 + 0.25 * min(year - before - 1, 2))
        starts[year] = (starts[before] if before is not None else 0.0) + gap
    return starts


def _x(node: Node, starts: Mapping[int, float]) -> float:
    if node.date is None:
        return -1.2 * YEAR
    parts = [int(part) for part in node.date[:10].split("-")]
    month, day = (*parts[1:], *(7, 1)[len(parts) - 1 :])[:2]
    return starts[parts[0]] + YEAR * ((month - 1) / 12 + day / 372)


LAYOUTS: Final = {"network": network, "lineage": lineage, "timeline": timeline, "matrix": network}


def _free_row(taken: set[tuple[int, int]], x: float) -> int:
    column, row = int(x // COLUMN), 0
    while any((column + near, row) in taken for near in (-1, 0, 1)):
        row += 1
    taken.add((column, row))
    return row


def _apart(found: Layout) -> Layout:
    inch = POINTS_PER_INCH * PIXELS_PER_POINT
    return spread(found, width=WIDTH * inch, height=HEIGHT * inch)


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
    return float(x) * PIXELS_PER_POINT, -float(y) * PIXELS_PER_POINT


def _centred(found: Mapping[str, tuple[float, float]]) -> Layout:
    if not found:
        return {}
    middle_x = (min(x for x, _ in found.values()) + max(x for x, _ in found.values())) / 2
    middle_y = (min(y for _, y in found.values()) + max(y for _, y in found.values())) / 2
    return {
        node: Place(round(x - middle_x, 1) + 0.0, round(y - middle_y, 1) + 0.0)
        for node, (x, y) in found.items()
    }
