"""A matrix shows who holds what; a lineage what comes from what; an overview what most are tied to."""

from pathlib import Path

from queries import open_reader
from viz.graph import Edge, GraphView, Node
from viz.lineage import dated, descent
from viz.matrix import matrix
from viz.view import overview

SHAPE = Path("tests/data/shape.trig")


def stood() -> GraphView:
    nodes = (
        Node("fra", "Country", "France"),
        Node("p1", "Position", "France opposes brokering", (("stance", "opposes"),), date="2003-09-19"),
        Node("p2", "Position", "France supports brokering", (("stance", "supports"),), date="2005-10-02"),
        Node("tie", "Proposal", "brokering"),
        Node("other", "Proposal", "nobody's"),
    )
    edges = tuple(
        Edge(source, target, relation, relation)
        for source in ("p1", "p2")
        for target, relation in (("fra", "holder"), ("tie", "towards"))
    )
    return GraphView("", nodes, (*edges, Edge("fra", "other", "mentions", "mentions")), 5)


def test_stances_of_a_country_stand_in_one_cell_the_earliest_first() -> None:
    made = matrix(stood())
    assert [column.label for column in made.columns] == ["brokering"]
    ((row, (cell,)),) = made.rows
    assert row.label == "France"
    assert [(one.words, one.look, one.what) for one in cell] == [
        ("opposes 2003", "opposes", "node"),
        ("supports 2005", "supports", "node"),
    ]
    assert [stood().nodes[one.number].id for one in cell] == ["p1", "p2"]


def test_a_lineage_leaves_out_who_holds_what_and_a_timeline_the_mentions() -> None:
    assert descent(stood()) == stood(), "nothing descends from anything here"
    assert {edge.relation for edge in dated(stood()).edges} == {"holder", "towards"}


def test_an_overview_shows_documents_before_what_single_ones_say() -> None:
    everything = overview(open_reader(SHAPE), limit=500)
    assert "Position" in {node.kind for node in everything.nodes}
    some = overview(open_reader(SHAPE), limit=len([n for n in everything.nodes if n.kind != "Position"]))
    assert "Position" not in {node.kind for node in some.nodes}
