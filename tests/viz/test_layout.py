from itertools import combinations

import pytest

from viz.graph import Edge, GraphView, Node
from viz.layout import LAYOUTS


def ring(size: int) -> GraphView:
    nodes = tuple(
        Node(f"n{i:03}", "Cable", f"08 STATE {900000 + i}", date=f"200{i % 9}-0{i % 8 + 1}-11")
        for i in range(size)
    )
    edges = tuple(Edge(f"n{i:03}", f"n{(i * 7 + 1) % size:03}", "cites", "cites") for i in range(size))
    return GraphView("ring", nodes, edges, size)


@pytest.mark.parametrize("kind", ["network", "lineage", "timeline"])
def test_every_node_has_a_place_of_its_own(kind: str) -> None:
    places = LAYOUTS[kind](ring(40))
    assert len(places) == 40
    for (one, a), (other, b) in combinations(sorted(places.items()), 2):
        assert abs(a.x - b.x) > 100 or abs(a.y - b.y) > 40, (one, other)


@pytest.mark.parametrize("kind", ["network", "lineage", "timeline"])
def test_the_same_view_is_laid_out_the_same(kind: str) -> None:
    assert LAYOUTS[kind](ring(25)) == LAYOUTS[kind](ring(25))


def test_a_timeline_runs_from_left_to_right() -> None:
    view = ring(9)
    places = LAYOUTS["timeline"](view)
    ordered = sorted(view.nodes, key=lambda node: node.date or "")
    assert [node.id for node in sorted(view.nodes, key=lambda node: places[node.id].x)] == [
        n.id for n in ordered
    ]


def test_what_depends_stands_left_of_what_it_depends_on() -> None:
    nodes = (Node("a", "Directive", "A"), Node("b", "Decision", "B"), Node("c", "Meeting", "C"))
    view = GraphView("", nodes, (Edge("a", "b", "restsOnDecision", ""), Edge("b", "c", "adoptedAt", "")), 3)
    places = LAYOUTS["lineage"](view)
    assert places["a"].x < places["b"].x < places["c"].x


def test_a_network_is_no_larger_than_its_things_need() -> None:
    places = LAYOUTS["network"](ring(60)).values()
    width = max(place.x for place in places) - min(place.x for place in places)
    height = max(place.y for place in places) - min(place.y for place in places)
    assert 60 * 2.3 * 1.1 * 96 * 96 / (width * height) > 0.2
