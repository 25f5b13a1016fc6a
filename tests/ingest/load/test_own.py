"""What people write to a store themselves stays when the rest is made again."""

from pathlib import Path

import pyoxigraph as ox

from ingest.load import build, check, graph_path, rebuild
from ingest.tables import knowledge
from ontology.names import DERIVED_GRAPH, OWN_GRAPHS
from tests.ingest.guidance import read_by_hand, telegram

NOTES = ox.NamedNode(OWN_GRAPHS + "notes")
ELSEWHERE = ox.NamedNode("https://example.org/notes")


def test_own_graphs_stay_and_others_are_made_again(tmp_path: Path) -> None:
    path, store = tmp_path / "1.txt", tmp_path / "db"
    path.write_text(telegram(900011, cites=900012))
    build([path], store, knowledge=knowledge(), extract=read_by_hand, in_process=True)
    note = ox.NamedNode("urn:a"), ox.NamedNode("urn:p"), ox.Literal("a note")
    own = [ox.Quad(*note, NOTES), ox.Quad(*note, ELSEWHERE), ox.Quad(*note)]
    by_hand = ox.Quad(*note, ox.NamedNode(DERIVED_GRAPH))
    graph = ox.Store(str(graph_path(store)))
    graph.extend([*own, by_hand])
    graph.flush()
    del graph
    rebuild(store, knowledge=knowledge(), extract=read_by_hand, in_process=True)
    again = ox.Store.read_only(str(graph_path(store)))
    assert [one in again for one in own] == [True, True, True]
    assert by_hand not in again
    assert not check(store, shapes=False).findings
