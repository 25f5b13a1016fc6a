from pathlib import Path

import pyoxigraph as ox
import pytest

from ingest.load import build, project
from ingest.load.derive import reached
from ingest.load.layout import graph_path
from ingest.tables import knowledge
from ontology import names
from ontology import terms as t
from tests.ingest.guidance import DECISION, read_by_hand, telegram
from tests.ingest.said import value


def graph(tmp_path: Path, *texts: str) -> ox.Store:
    paths = []
    for number, text in enumerate(texts):
        paths.append(tmp_path / f"{number}.txt")
        paths[-1].write_text(text)
    build(paths, tmp_path / "db", knowledge=knowledge(), extract=read_by_hand, in_process=True)
    return ox.Store.read_only(str(graph_path(tmp_path / "db")))


def objects(store: ox.Store, subject: str, predicate: str) -> set[str]:
    found = store.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None, None)
    return {value(one.object) for one in found}


def test_what_is_cited_and_not_held_is_a_ghost_with_an_interval(tmp_path: Path) -> None:
    store = graph(tmp_path, telegram(900011, cites=900012))
    ghost = names.document("2008STATE900012")
    assert t.C_GHOST in objects(store, ghost, t.RDF_TYPE)
    assert objects(store, ghost, t.HELD) == {"false"}
    assert objects(store, ghost, t.CITED_IN) == {names.document("2008STATE900011")}
    assert objects(store, ghost, t.EARLIEST) == {"2008-04-03"}
    assert objects(store, ghost, t.LATEST) == {"2008-04-04"}


def test_a_ghost_that_turns_up_is_none_any_more(tmp_path: Path) -> None:
    store = graph(tmp_path, telegram(900011, cites=900012))
    del store
    store = graph(tmp_path, telegram(900011, cites=900012), telegram(900012, cites=900013))
    found = names.document("2008STATE900012")
    assert t.C_GHOST not in objects(store, found, t.RDF_TYPE)
    assert objects(store, found, t.HELD) == {"true"}
    assert t.C_GHOST in objects(store, names.document("2008STATE900013"), t.RDF_TYPE)


def test_guidance_rests_on_what_the_guidance_it_follows_rests_on(tmp_path: Path) -> None:
    store = graph(tmp_path, telegram(900011, cites=900012), telegram(900012, cites=900011))
    directive = names.thing("document", "2008STATE900011", "d", "7.C-urge-5e6f7a8b")
    assert objects(store, directive, t.DEPENDS_ON_INDIRECTLY) == {
        names.thing("decision", DECISION),
        names.document("2008STATE900011"),
        names.document("2008STATE900012"),
    }


def test_circles_end() -> None:
    rests = {1: {20}, 2: {10, 30}}
    assert reached(1, rests, {10: [1], 20: [2]}) == {10, 20, 30}


def test_what_follows_is_the_same_however_little_of_it_is_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [telegram(900011, cites=900012), telegram(900013, cites=900014), telegram(900012, cites=900013)]
    # of links there are thousands, and they come in blocks in the same way
    monkeypatch.setattr(project, "link_quads", lambda *_: iter(()))
    whole = {str(one) for one in graph(tmp_path, *texts)}
    monkeypatch.setattr(project, "QUADS_AT_ONCE", 3)
    for folder, steps in (("afresh", [texts]), ("bit by bit", [texts[:1], texts[:2], texts])):
        (tmp_path / folder).mkdir()
        for step in steps:
            there = {str(one) for one in graph(tmp_path / folder, *step)}
        assert there == whole
