"""The graph as a networkx graph: which things, which ties, with which plain attributes."""

from pathlib import Path
from typing import Any

import networkx
import pytest

import compendium
from compendium.exchange.network import Network
from compendium.graph import KnowledgeGraph
from ontology.names import ID, REG
from queries import BadParameter, NotUnderstood
from queries.network import KINDS, RELATIONS

PLAIN = (str, int, bool)
GUIDANCE = "document/2005STATE900106"


def told(network: Network, name: str) -> dict[str, Any]:
    """That attribute of the nodes that have it."""
    return {node: every[name] for node, every in network.nodes(data=True) if name in every}


def of_kind(network: Network, kind: str) -> set[str]:
    return {node for node, one in told(network, "kind").items() if one == kind}


def pairs(network: Network, relation: str) -> set[tuple[str, str]]:
    return {(source, target) for source, target, key in network.edges(keys=True) if key == relation}


def test_every_document_is_a_node_and_says_whether_it_is_held(kg: KnowledgeGraph, network: Network) -> None:
    rows = kg.query("SELECT DISTINCT ?d ?held { ?d a reg:Document ; reg:held ?held }").dicts()
    stated = {str(row["d"]).removeprefix(ID): row["held"] for row in rows}
    found = told(network, "held")
    assert found.items() >= stated.items()
    assert set(stated.values()) == {True, False}


def test_documents_cite_what_the_graph_says_they_cite(kg: KnowledgeGraph, network: Network) -> None:
    rows = kg.query("SELECT DISTINCT ?from ?to { ?from reg:cites ?to FILTER(?from != ?to) }").rows
    stated = {tuple(str(end.value).removeprefix(ID) for end in row if end) for row in rows}  # type: ignore[union-attr]
    assert pairs(network, "cites") == stated


def test_counts_of_citing_documents_are_those_of_the_edges(network: Network) -> None:
    cited = {name: count for name, count in told(network, "cited_by").items() if count}
    targets = [target for _, target in pairs(network, "cites")]
    assert cited == {name: targets.count(name) for name in set(targets)}


@pytest.mark.parametrize("relation", ["restsOnDecision", "followsDocument", "concernsProposal", "adoptedAt"])
def test_ties_are_those_of_the_graph(kg: KnowledgeGraph, network: Network, relation: str) -> None:
    rows = kg.query(
        "SELECT DISTINCT ?from ?to { ?from ?relation ?to VALUES ?relation { ?_name } }", name=REG + relation
    ).rows
    stated = {tuple(str(end.value).removeprefix(ID) for end in row if end) for row in rows}  # type: ignore[union-attr]
    assert stated
    assert pairs(network, relation) == stated


def test_what_a_document_says_has_its_words(kg: KnowledgeGraph, network: Network) -> None:
    """Header lines and tables of authority have none of their own; the closure has those of its steps."""
    silent = {key for *_, key, every in network.edges(keys=True, data=True) if not every["evidence"]}
    assert silent <= {
        "tag", "sender", "addressee", "infoAddressee", "classifiedBy", "inSeries", "locatedIn", "hostCountry",
        "chair", "participant", "dependsOnIndirectly",
    }  # fmt: skip
    for _, _, every in network.edges(data=True):
        if every["evidence"]:
            assert {"quote", "rule", "grade", "document"} <= every.keys()
            assert every["grade"] in ("verbatim", "repaired", "derived")


def test_a_quote_stands_in_its_passage(kg: KnowledgeGraph) -> None:
    made = kg.network(passages=True)
    for _, _, told in made.edges(data=True):
        if "passage" in told and "text" in made.nodes[told["passage"]]:
            passage = made.nodes[told["passage"]]
            texts = [str(passage.get(name, "")) for name in ("heading", "text")]
            assert any("".join(str(told["quote"]).split()) in "".join(text.split()) for text in texts)


def test_attributes_are_plain_and_never_none(network: Network) -> None:
    values = [value for _, told in network.nodes(data=True) for value in told.values()]
    values += [value for *_, told in network.edges(data=True) for value in told.values()]
    assert all(isinstance(value, PLAIN) for value in values)


def test_kinds_and_relations_are_those_that_are_documented(network: Network) -> None:
    assert set(told(network, "kind").values()) <= set(KINDS)
    assert {key for *_, key in network.edges(keys=True)} <= set(RELATIONS)
    page = (Path(__file__).parents[3] / "docs" / "exports.md").read_text("utf-8")
    assert [one for one in (*KINDS, *RELATIONS) if f"`{one}`" not in page] == []


def test_nodes_and_edges_come_in_one_order(store: Path, network: Network) -> None:
    again = compendium.open(store).network()
    assert list(again.nodes(data=True)) == list(network.nodes(data=True))
    assert list(again.edges(keys=True, data=True)) == list(network.edges(keys=True, data=True))
    assert list(network) == sorted(network)


def test_things_of_some_kinds_and_ties_of_some_relations(kg: KnowledgeGraph, network: Network) -> None:
    made = kg.network(kinds=["Directive", "Decision"], relations=["restsOnDecision"])
    assert set(told(made, "kind").values()) == {"Directive", "Decision"}
    assert pairs(made, "restsOnDecision") == pairs(network, "restsOnDecision")
    assert not list(networkx.isolates(made))


def test_around_a_thing_are_its_neighbours(kg: KnowledgeGraph, network: Network) -> None:
    near = kg.network(around="05 STATE 900106")
    expected = {GUIDANCE, *network.successors(GUIDANCE), *network.predecessors(GUIDANCE)}
    assert set(near) == expected
    wider = kg.network(around=GUIDANCE, depth=2, relations=["cites"])
    ties = networkx.Graph(pairs(network, "cites"))
    assert set(wider) == set(networkx.ego_graph(ties, GUIDANCE, radius=2))


def test_meetings_that_only_tables_know_are_left_out(kg: KnowledgeGraph, network: Network) -> None:
    known = kg.query("SELECT DISTINCT ?m { ?m a reg:Meeting }").column("m")
    meetings = of_kind(network, "Meeting")
    assert 0 < len(meetings) < len(known)
    assert all(network.degree(name) for name in meetings)


def test_what_is_not_known_is_said(kg: KnowledgeGraph) -> None:
    with pytest.raises(BadParameter, match="there is no kind 'Ship'"):
        kg.network(kinds=["Ship"])
    with pytest.raises(BadParameter, match="there is no relation 'likes'"):
        kg.network(relations=["likes"])
    with pytest.raises(NotUnderstood):
        kg.network(around="Atlantis 1066")
