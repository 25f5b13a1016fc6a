"""A view as a matrix: who holds what in the rows, towards what in the columns; or any ties."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Final

from viz.graph import GraphView, Node

LEFT_OUT: Final = frozenset({"inPassage", "reportedBy", "inSeries", "mentions"})
"""Ties that say where something stands and not what it has to do with something else."""


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """One entry of a cell: its words, a class for its colour, and the thing or tie of the view that it shows.

    ``what`` is "node" or "edge", ``number`` its place in the view.
    """

    when: str
    words: str
    look: str
    what: str
    number: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows of cells under columns, and what the rows and columns are."""

    caption: str
    columns: tuple[Node, ...]
    rows: tuple[tuple[Node, tuple[tuple[Cell, ...], ...]], ...]


def matrix(view: GraphView) -> Matrix:
    """Stances where the view has positions towards something, the ties between things where it has none.

    >>> from viz.graph import Edge
    >>> nodes = (Node("a", "Directive", "A"), Node("b", "Decision", "B"))
    >>> made = matrix(GraphView("", nodes, (Edge("a", "b", "restsOnDecision", "rests on"),), 2))
    >>> (row, cells), = made.rows
    >>> row.id, made.columns[0].id, cells[0][0].words
    ('a', 'b', 'rests on')
    """
    held = _stances(view)
    if held:
        return _table(view, held, "Who holds what towards what, with the year in which it was reported")
    ties: dict[tuple[str, str], list[Cell]] = defaultdict(list)
    for number, edge in enumerate(view.edges):
        if edge.relation not in LEFT_OUT:
            ties[edge.source, edge.target].append(Cell("", edge.label, edge.relation, "edge", number))
    return _table(view, ties, "Rows tie to columns")


def _stances(view: GraphView) -> dict[tuple[str, str], list[Cell]]:
    holders: dict[str, list[str]] = defaultdict(list)
    aims: dict[str, list[str]] = defaultdict(list)
    for edge in view.edges:
        if edge.relation == "holder":
            holders[edge.source].append(edge.target)
        elif edge.relation == "towards":
            aims[edge.source].append(edge.target)
    found: dict[tuple[str, str], list[Cell]] = defaultdict(list)
    for number, node in enumerate(view.nodes):
        if node.kind != "Position":
            continue
        stance = next((value for name, value in node.facts if name == "stance"), "position")
        year = (node.date or "")[:4]
        cell = Cell(node.date or "", f"{stance} {year}".strip(), stance.split(";")[0], "node", number)
        for holder in holders[node.id]:
            for aim in aims[node.id]:
                found[holder, aim].append(cell)
    return found


def _table(view: GraphView, found: dict[tuple[str, str], list[Cell]], caption: str) -> Matrix:
    """Columns with the most entries first, rows by name."""
    in_column = Counter(target for (_, target), cells in found.items() for _ in cells)
    by_id = {node.id: node for node in view.nodes}
    columns = tuple(
        sorted((by_id[one] for one in in_column), key=lambda n: (-in_column[n.id], n.label, n.id))
    )
    rows = sorted({source for source, _ in found}, key=lambda one: (by_id[one].label, one))
    return Matrix(
        caption,
        columns,
        tuple(
            (by_id[row], tuple(tuple(sorted(found.get((row, column.id), ()))) for column in columns))
            for row in rows
        ),
    )
