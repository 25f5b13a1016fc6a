"""What several documents name in different words has one node in the store, whatever came first."""

from itertools import permutations
from pathlib import Path

import pyoxigraph as ox
import pytest

from ingest.load import build, check, rebuild
from ingest.load.layout import graph_path
from ingest.tables import knowledge
from ontology import names
from ontology import terms as t
from tests.ingest.join.cables import cable
from tests.ingest.load.files import exported

FIRST = """1. (C) At the 2003 Buenos Aires Plenary, Partners agreed to report annually on their
catch-all controls.
2. (C) The delegation should urge Partners to report, as agreed at the 2003 Buenos Aires Plenary."""
SECOND = """1. (C) In line with the decision of the 2003 Buenos Aires Plenary on voluntary annual reports on
catch-all controls, posts should ask hosts for their report."""
THIRD = """1. (C) The 2003 Buenos Aires Plenary decided to publish the Annex on the website of the Regime."""
DERIVED = ox.NamedNode(names.DERIVED_GRAPH)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return [
        cable(tmp_path / "in", 900101, FIRST),
        cable(tmp_path / "in", 900102, SECOND, year=6),
        cable(tmp_path / "in", 900103, THIRD, year=4),
    ]


def load(store: Path, *paths: Path) -> None:
    build(paths, store, knowledge=knowledge(), in_process=True)


def decisions(store: Path) -> dict[str, set[str]]:
    """The labels of each decision of a store."""
    graph = ox.Store.read_only(str(graph_path(store)))
    kind = ox.NamedNode(t.C_DECISION)
    typed = graph.quads_for_pattern(None, ox.NamedNode(t.RDF_TYPE), kind, None)
    found = {quad.subject for quad in typed if isinstance(quad.subject, ox.NamedNode)}
    return {
        one.value.removeprefix(names.thing("decision", "")): {
            quad.object.value
            for quad in graph.quads_for_pattern(one, ox.NamedNode(t.RDFS_LABEL), None, None)
            if isinstance(quad.object, ox.Literal)
        }
        for one in found
    }


def test_a_decision_in_other_words_is_one_node_with_one_label(tmp_path: Path, files: list[Path]) -> None:
    store = tmp_path / "db"
    load(store, *files)
    found = decisions(store)
    assert len(found) == 2, found
    assert all(len(labels) == 1 for labels in found.values())
    graph = ox.Store.read_only(str(graph_path(store)))
    replaced = list(graph.quads_for_pattern(None, ox.NamedNode(t.DCTERMS_IS_REPLACED_BY), None, DERIVED))
    assert len(replaced) == 1
    [kept] = {quad.object for quad in replaced if isinstance(quad.object, ox.NamedNode)}
    assert list(graph.quads_for_pattern(kept, ox.NamedNode(t.SKOS_ALT_LABEL), None, None))
    report = check(store)
    assert report.ok, report.failures


def test_the_graph_is_the_same_in_any_order_and_after_a_rebuild(tmp_path: Path, files: list[Path]) -> None:
    load(tmp_path / "all", *files)
    wanted = exported(tmp_path / "all")
    for order in permutations(range(3)):
        store = tmp_path / "".join(map(str, order))
        for place in order:
            load(store, files[place])
        assert exported(store) == wanted
    journal = (store / "journal").read_bytes()
    rebuild(store, knowledge=knowledge(), in_process=True)
    assert exported(store) == wanted
    load(store, *files)
    assert (store / "journal").read_bytes() == journal
