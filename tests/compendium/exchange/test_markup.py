"""GraphML and GEXF open again with the same nodes, edges and attributes."""

from io import BytesIO
from xml.etree import ElementTree

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compendium.exchange.markup import gexf, graphml, legal
from compendium.exchange.network import Network

Told = dict[str, object]
Shape = tuple[dict[str, Told], dict[tuple[str, str, str], Told]]


def shape(network: Network) -> Shape:
    edges = {
        (source, target, str(told.get("relation", key))): {name: told[name] for name in told if name != "id"}
        for source, target, key, told in network.edges(keys=True, data=True)
    }
    return {name: dict(told) for name, told in network.nodes(data=True)}, edges


def opened(text: bytes) -> Network:
    """The network in a GEXF file; networkx makes a graph without several ties of one that has none."""
    made: Network = networkx.MultiDiGraph(networkx.read_gexf(BytesIO(text)))
    return made


def from_graphml(text: bytes) -> Shape:
    made: Network = networkx.MultiDiGraph(
        networkx.read_graphml(BytesIO(text), edge_key_type=str, force_multigraph=True)
    )
    return shape(made)


def from_gexf(text: bytes) -> Shape:
    return shape(opened(text))


def types(found: Shape) -> set[tuple[str, str]]:
    return {
        (name, type(value).__name__)
        for part in found
        for told in part.values()
        for name, value in told.items()
    }


@pytest.mark.parametrize(("write", "read"), [(graphml, from_graphml), (gexf, from_gexf)])
class TestRoundTrip:
    def test_the_whole_graph(self, network: Network, write: object, read: object) -> None:
        assert callable(write)
        assert callable(read)
        expected, found = shape(legal(network)), read(write(network))
        assert found[0] == expected[0]
        assert found[1] == expected[1]
        assert types(found) == types(expected)
        assert len(found[1]) == network.number_of_edges()

    def test_several_ties_between_two_things_stay_several(self, write: object, read: object) -> None:
        assert callable(write)
        assert callable(read)
        made: Network = networkx.MultiDiGraph()
        made.add_nodes_from([(name, {"label": name}) for name in "ab"])
        for relation in ("cites", "mentions"):
            made.add_edge("a", "b", key=relation, relation=relation, evidence=2)
        made.add_edge("b", "a", key="cites", relation="cites", evidence=0)
        made.add_node("alone", label="alone", held=False)
        assert read(write(made)) == shape(made)

    def test_the_same_bytes_each_time(self, network: Network, write: object, read: object) -> None:
        assert callable(write)
        assert write(network) == write(network)

    @settings(max_examples=60, deadline=None)
    @given(text=st.text(max_size=30))
    def test_any_text_comes_back_as_xml_can_hold_it(self, write: object, read: object, text: str) -> None:
        assert callable(write)
        assert callable(read)
        made: Network = networkx.MultiDiGraph()
        made.add_node("n", label=f"x{text}x", kind="Cable")
        made.add_edge("n", "n", key="cites", relation="cites", quote=f"x{text}x")
        assert read(write(made)) == shape(legal(made))


def test_what_xml_cannot_hold_is_shown_as_replaced() -> None:
    made: Network = networkx.MultiDiGraph()
    made.add_node("n", label="a\x00b\x0bc\ud800d\ufffee\r\nf\tg😀")
    assert legal(made).nodes["n"]["label"] == "a\ufffdb\ufffdc\ufffdd\ufffde\nf\tg😀"


def test_identifiers_of_edges_are_unique(network: Network) -> None:
    for text in (graphml(network), gexf(network)):
        edges = [one for one in ElementTree.fromstring(text).iter() if one.tag.endswith("}edge")]
        identifiers = [one.get("id") for one in edges]
        assert len(identifiers) == len(set(identifiers)) == network.number_of_edges()
