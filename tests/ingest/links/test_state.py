"""The graph of links: each with its judgement, linksets that count them, nothing about what is absent."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from ingest.links import Link, known
from ingest.links.state import link_quads
from ingest.load import build, rebuild
from ingest.load.layout import graph_path
from ingest.tables import knowledge
from ontology import names
from ontology import terms as t
from tests.ingest.guidance import read_by_hand, telegram

ARGENTINA = names.thing("country", "ARG")
JUDGED = "left\tright\tjudgement\twho\twhen\twhy\twithdrawn\n"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(telegram(900011, cites=900012))
    build(
        [tmp_path / "one.txt"], tmp_path / "db", knowledge=knowledge(), extract=read_by_hand, in_process=True
    )
    return tmp_path / "db"


def again(store: Path) -> None:
    build([], store, knowledge=knowledge(), extract=read_by_hand, in_process=True)


def links(store: Path) -> dict[tuple[str, str], set[str]]:
    """What each thing is linked to, by thing and property."""
    graph = ox.Store.read_only(str(graph_path(store)))
    found: dict[tuple[str, str], set[str]] = {}
    for quad in graph.quads_for_pattern(None, None, None, ox.NamedNode(names.LINKS_GRAPH)):
        assert isinstance(quad.subject, ox.NamedNode)
        if isinstance(quad.object, ox.NamedNode):
            found.setdefault((quad.subject.value, quad.predicate.value), set()).add(quad.object.value)
    return found


def judged(store: Path, *rows: str) -> None:
    (store / "links").mkdir(exist_ok=True)
    (store / "links" / "mine.tsv").write_text(JUDGED + "".join(f"{row}\n" for row in rows))


def test_a_country_is_linked(store: Path) -> None:
    assert links(store)[ARGENTINA, t.SKOS_EXACT_MATCH] == {
        "http://www.wikidata.org/entity/Q414",
        "https://sws.geonames.org/3865483/",
        "https://www.iso.org/obp/ui/#iso:code:3166:AR",
    }


def test_linksets_count_what_is_stated(store: Path) -> None:
    graph = ox.Store.read_only(str(graph_path(store)))
    found = links(store)
    sets = [one for one, kind in found if kind == t.VOID_LINK_PREDICATE]
    assert len(sets) == 5
    for one in sets:
        (target,) = found[one, t.VOID_OBJECTS_TARGET]
        (predicate,) = found[one, t.VOID_LINK_PREDICATE]
        (space,) = (
            str(quad.object.value)  # type: ignore[union-attr]
            for quad in graph.quads_for_pattern(ox.NamedNode(target), ox.NamedNode(t.VOID_URI_SPACE), None)
        )
        (count,) = (
            int(quad.object.value)  # type: ignore[union-attr]
            for quad in graph.quads_for_pattern(ox.NamedNode(one), ox.NamedNode(t.VOID_TRIPLES), None)
        )
        stated = [
            o for (_, p), there in found.items() if p == predicate for o in there if o.startswith(space)
        ]
        assert len(stated) == count > 0


def test_what_a_person_accepted_comes_with_the_next_build(store: Path) -> None:
    jane = names.thing("person", "jane-doe")
    judged(store, "regime/mtcr\twikidata:Q900001\tsame\tJane Doe\t2026-11-23\tsame name and members\t")
    again(store)
    found = links(store)
    mtcr = names.thing("regime", "mtcr")
    assert "http://www.wikidata.org/entity/Q900001" in found[mtcr, t.SKOS_EXACT_MATCH]
    assert (jane, t.SKOS_EXACT_MATCH) not in found


@pytest.mark.parametrize(
    "row",
    [
        "regime/mtcr\twikidata:Q900001\tundecided\t\t\t\t",
        "regime/mtcr\twikidata:Q900001\tnot-same\tJane Doe\t2026-11-23\tanother\t",
        "regime/mtcr\twikidata:Q900001\tsame\tJane Doe\t2026-11-23\tsame name\tby Jane Doe, 2026-11-24",
        "person/nobody-at-all\twikidata:Q900001\tsame\tJane Doe\t2026-11-23\tsame name\t",
    ],
)
def test_nothing_else_does(store: Path, row: str) -> None:
    before = links(store)
    judged(store, row)
    again(store)
    assert links(store) == before


def test_a_person_can_take_a_link_of_the_tables_away(store: Path) -> None:
    judged(store, "country/ARG\twikidata:Q414\tnot-same\tJane Doe\t2026-11-23\tthe item was merged\t")
    again(store)
    assert "http://www.wikidata.org/entity/Q414" not in links(store)[ARGENTINA, t.SKOS_EXACT_MATCH]
    judged(store)
    again(store)
    assert "http://www.wikidata.org/entity/Q414" in links(store)[ARGENTINA, t.SKOS_EXACT_MATCH]


def test_a_graph_made_anew_has_the_same_links(store: Path) -> None:
    judged(store, "regime/mtcr\twikidata:Q900001\tsame\tJane Doe\t2026-11-23\tsame name\t")
    again(store)
    before = links(store)
    rebuild(store, knowledge=knowledge(), extract=read_by_hand, in_process=True)
    assert links(store) == before


def test_a_thing_that_only_a_link_names_is_not_linked() -> None:
    graph = ox.Store()
    graph.add(
        ox.Quad(
            ox.NamedNode(ARGENTINA),
            ox.NamedNode(t.RDFS_LABEL),
            ox.Literal("Argentina"),
            ox.NamedNode(names.LINKS_GRAPH),
        )
    )
    assert not list(link_quads(graph, known().links, known()))


def test_a_link_to_an_unknown_dataset_is_stated_and_in_no_linkset() -> None:
    graph = ox.Store()
    graph.load(path="tests/data/shape.trig", format=ox.RdfFormat.TRIG)
    one = Link(
        ARGENTINA,
        "skos:closeMatch",
        "https://example.org/ar",
        "semapv:ManualMappingCuration",
        0.9,
        "2026-11-23",
    )
    quads = list(link_quads(graph, [one], known()))
    assert [quad for quad in quads if str(quad.object) == "<https://example.org/ar>"]
    assert not [quad for quad in quads if quad.predicate.value == t.VOID_TRIPLES]
