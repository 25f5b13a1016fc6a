"""A view as a still picture, for reports and notebooks: SVG without scripts, the same for the same view."""

from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Final

from markupsafe import escape

from viz.graph import Edge, GraphView, Node, Place
from viz.style import style

WIDTH: Final = 208.0
HEIGHT: Final = 64.0
MARGIN: Final = 24.0
CHARACTERS: Final = 32
"""So many characters of a label stand on a line of a box, and so many lines."""
LINES: Final = 3
FONT: Final = "system-ui, Liberation Sans, Arial, sans-serif"


def svg(view: GraphView, layout: Mapping[str, Place]) -> str:
    """The picture as text; each box is as wide as a layout expects, its colour tells the kind.

    >>> nodes = Node("x:a", "Cable", "08 STATE 900001 <b>"), Node("x:b", "Decision", "report")
    >>> tie = Edge("x:a", "x:b", "cites", "cites")
    >>> made = svg(GraphView("A", nodes, (tie,), 2), {"x:a": Place(0, 0), "x:b": Place(300, 0)})
    >>> made.startswith("<svg"), made.count("<rect"), "<b>" in made
    (True, 2, False)
    """
    xs, ys = [place.x for place in layout.values()] or [0.0], [place.y for place in layout.values()] or [0.0]
    left, top = min(xs) - WIDTH / 2 - MARGIN, min(ys) - HEIGHT / 2 - MARGIN
    wide, high = max(xs) + WIDTH / 2 + MARGIN - left, max(ys) + HEIGHT / 2 + MARGIN - top
    drawn = [*_arrows(view.edges, layout)]
    drawn += [line for node in view.nodes for line in _box(node, layout[node.id])]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{escape(view.title)}" width="100%"'
        f' viewBox="{left:.0f} {top:.0f} {wide:.0f} {high:.0f}" font-family="{FONT}" font-size="12">'
    )
    return "\n".join((head, _ARROWHEAD, *drawn, "</svg>\n"))


_ARROWHEAD: Final = (
    '<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8"'
    ' orient="auto"><path d="M0 0L8 4L0 8Z" fill="#9aa5b1"/></marker></defs>'
)


def _arrows(edges: tuple[Edge, ...], layout: Mapping[str, Place]) -> Iterator[str]:
    for edge in edges:
        begin, end = layout[edge.source], layout[edge.target]
        tip = _border(begin, end)
        yield (
            f'<path d="M{begin.x:.0f} {begin.y:.0f}L{tip.x:.0f} {tip.y:.0f}" stroke="#9aa5b1" fill="none"'
            ' marker-end="url(#arrow)"/>'
        )
        middle = Place((begin.x + end.x) / 2, (begin.y + end.y) / 2 - 4)
        yield (
            f'<text x="{middle.x:.0f}" y="{middle.y:.0f}" text-anchor="middle" font-size="10" fill="#5b6876"'
            f' stroke="#fff" stroke-width="3" paint-order="stroke">{escape(edge.label)}</text>'
        )


def _border(begin: Place, end: Place) -> Place:
    """Where a line from *begin* meets the box around *end*."""
    across, down = begin.x - end.x, begin.y - end.y
    scale = max(abs(across) / (WIDTH / 2), abs(down) / (HEIGHT / 2), 1.0)
    return Place(end.x + across / scale, end.y + down / scale)


def _box(node: Node, place: Place) -> Iterator[str]:
    look = style(node.kind)
    dash = ' stroke-dasharray="5 4"' if look.dashed else ""
    yield (
        f'<g><title>{escape(node.label)}</title><rect x="{place.x - WIDTH / 2:.0f}"'
        f' y="{place.y - HEIGHT / 2:.0f}" width="{WIDTH:.0f}" height="{HEIGHT:.0f}" rx="5" fill="{look.fill}"'
        f' stroke="{"#000" if node.asked else look.border}" stroke-width="{3 if node.asked else 1.5}"{dash}/>'
    )
    lines = wrap(node.label, CHARACTERS, max_lines=LINES, placeholder=" …") or [node.label]
    first = place.y - 7.0 * (len(lines) - 1) + 4
    for number, line in enumerate(lines):
        yield (
            f'<text x="{place.x:.0f}" y="{first + 14 * number:.0f}" text-anchor="middle"'
            f' fill="{_ink(look.fill, look.ink)}">{escape(line)}</text>'
        )
    yield "</g>"


def _ink(fill: str, ink: str) -> str:
    """The colour of the label; labels stand inside here, so that dark colours need light letters."""
    red, green, blue = (int(fill[at : at + 2], 16) for at in (1, 3, 5))
    return "#ffffff" if 0.3 * red + 0.59 * green + 0.11 * blue < 140 else ink
