"""A view as a matrix: what ties stand in the rows, what they tie to in the columns."""

from dataclasses import dataclass
from typing import Final

from viz.graph import GraphView, Node

LEFT_OUT: Final = frozenset({"inPassage", "reportedBy", "inSeries"})
"""Ties that say where something stands and not what it has to do with something else."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows of cells; a cell holds the positions of its edges in the view."""

    columns: tuple[Node, ...]
    rows: tuple[tuple[Node, tuple[tuple[int, ...], ...]], ...]


def matrix(view: GraphView) -> Matrix:
    """The ties between things as rows and columns.

    >>> from viz.graph import Edge
    >>> nodes = (Node("a", "Directive", "A"), Node("b", "Decision", "B"))
    >>> made = matrix(GraphView("", nodes, (Edge("a", "b", "restsOnDecision", ""),), 2))
    >>> [column.id for column in made.columns], [(row.id, cells) for row, cells in made.rows]
    (['b'], [('a', ((0,),))])
    """
    ties = [(number, edge) for number, edge in enumerate(view.edges) if edge.relation not in LEFT_OUT]
    sources, targets = {edge.source for _, edge in ties}, {edge.target for _, edge in ties}
    columns = tuple(node for node in view.nodes if node.id in targets)
    rows = tuple(
        (
            row,
            tuple(
                tuple(n for n, edge in ties if (edge.source, edge.target) == (row.id, column.id))
                for column in columns
            ),
        )
        for row in view.nodes
        if row.id in sources
    )
    return Matrix(columns, rows)
