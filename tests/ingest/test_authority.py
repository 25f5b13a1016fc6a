"""The authority graph says what the tables say, with sources, and nothing that they leave blank."""

from collections.abc import Iterable
from itertools import chain

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib

from ingest.knowledge import Knowledge
from ingest.state.authority import authority_quads
from ingest.tables import knowledge
from ontology import shapes
from ontology import terms as t
from ontology import triples as vocabulary
from ontology.names import AUTHORITY_GRAPH, XSD, thing

KNOWN = knowledge()
QUADS = tuple(authority_quads(KNOWN))


@pytest.fixture(scope="module")
def store() -> ox.Store:
    made = ox.Store()
    made.extend(QUADS)
    return made


def plain(term: object) -> str:
    """An IRI or a string as it is, any other literal with its datatype."""
    assert isinstance(term, ox.NamedNode | ox.Literal)
    typed = isinstance(term, ox.Literal) and term.datatype.value != XSD + "string"
    return f"{term.value}^^{str(term).rpartition('#')[2][:-1]}" if typed else term.value


def said(store: ox.Store, subject: str, predicate: str) -> list[str]:
    """The values of a property, sorted."""
    found = store.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None)
    return sorted(plain(quad.object) for quad in found)


def test_each_statement_is_made_once_in_the_authority_graph_in_one_order() -> None:
    assert {plain(quad.graph_name) for quad in QUADS} == {AUTHORITY_GRAPH}
    assert len(set(QUADS)) == len(QUADS)
    assert tuple(authority_quads(KNOWN)) == QUADS


def test_everything_has_one_name(store: ox.Store) -> None:
    for subject in dict.fromkeys(plain(quad.subject) for quad in QUADS):
        assert len(said(store, subject, t.RDFS_LABEL)) == 1, subject
        assert said(store, subject, t.RDF_TYPE), subject


def test_nothing_points_at_what_is_not_there() -> None:
    subjects = {quad.subject for quad in QUADS}
    own = thing("").rstrip("/")
    for quad in QUADS:
        if isinstance(quad.object, ox.NamedNode) and quad.object.value.startswith(own):
            assert quad.object in subjects or "/scheme/" in quad.object.value, quad


def test_every_row_is_there(store: ox.Store) -> None:
    profiles = KNOWN.profiles
    rows = {
        t.C_COUNTRY: len(KNOWN.countries),
        t.C_POST: len(KNOWN.posts),
        t.C_TAG: len(KNOWN.tags),
        t.C_REGIME: len(profiles),
        t.C_MEETING: sum(len(one.plenaries) for one in profiles),
        t.C_MEETING_SERIES: sum(series.is_meeting for one in profiles for series in one.series),
        t.C_MEMBERSHIP: sum(len(one.partners) for one in profiles),
        t.C_TOPIC: sum(len(one.topics) for one in profiles),
        t.C_INSTRUMENT: sum(len(one.works) for one in profiles),
        t.C_PERSON: len(set(chain.from_iterable(p.chairs for one in profiles for p in one.plenaries))),
    }
    for kind, count in rows.items():
        found = store.quads_for_pattern(None, ox.NamedNode(t.RDF_TYPE), ox.NamedNode(kind))
        assert sum(1 for _ in found) == count, kind


def test_a_plenary_is_told_in_full(store: ox.Store) -> None:
    plenary = thing("meeting", "mtcr-plenary-2003-buenos-aires")
    assert said(store, plenary, t.RDFS_LABEL) == ["MTCR Plenary 2003, Buenos Aires"]
    assert said(store, plenary, t.IN_SERIES) == [thing("series", "mtcr-plenary")]
    assert said(store, plenary, t.REGIME) == [thing("regime", "mtcr")]
    assert said(store, plenary, t.ORDINAL) == ["18^^integer"]
    assert said(store, plenary, t.YEAR) == ["2003^^gYear"]
    assert said(store, plenary, t.START_DATE) == ["2003-09-19^^date"]
    assert said(store, plenary, t.END_DATE) == ["2003-09-26^^date"]
    assert said(store, plenary, t.HOST_COUNTRY) == [thing("country", "ARG")]
    assert said(store, plenary, t.CHAIR) == [
        thing("country", "ARG"),
        thing("person", "carlos-sersale-di-cerisano"),
    ]
    [source] = said(store, plenary, t.DCTERMS_SOURCE)
    assert source.startswith("https://mtcr.info/")


def test_what_is_not_known_is_not_said(store: ox.Store) -> None:
    plenary = thing("meeting", "mtcr-plenary-no-2")
    for blank in (t.YEAR, t.PLACE, t.HOST_COUNTRY, t.START_DATE, t.END_DATE, t.CHAIR, t.DCTERMS_DESCRIPTION):
        assert said(store, plenary, blank) == []
    assert said(store, plenary, t.DCTERMS_SOURCE) == ["mtcr/plenaries.csv"]
    assert "not verified" in said(store, plenary, t.SKOS_NOTE)[0]
    assert said(store, thing("post", "JERUSALEM"), t.LOCATED_IN) == []


def test_chairs_of_two_countries_are_both_told(store: ox.Store) -> None:
    chairs = said(store, thing("meeting", "mtcr-plenary-2017-dublin"), t.CHAIR)
    assert {thing("country", "IRL"), thing("country", "ISL"), thing("person", "bjarni-vestmann")} < set(
        chairs
    )
    assert len(chairs) == 4


def test_every_country_of_a_chair_is_known() -> None:
    assert not [quad for quad in QUADS if plain(quad.object).startswith("Chaired by:")]


def test_what_was_inferred_is_not_given_as_verified(store: ox.Store) -> None:
    assert said(store, thing("tag", "MTCRE"), t.VERIFIED) == ["false^^boolean"]
    assert said(store, thing("tag", "ASEC"), t.VERIFIED) == []
    assert said(store, thing("tag", "PARM"), t.SKOS_DEFINITION) == []
    assert said(store, thing("tag", "AU"), t.SKOS_CLOSE_MATCH) == [thing("country", "AUT")]
    doubtful = {tag.code for tag in KNOWN.tags.values() if not tag.verified}
    marked = store.quads_for_pattern(None, ox.NamedNode(t.VERIFIED), None)
    assert {plain(quad.subject).rpartition("/")[2] for quad in marked} == doubtful


def test_membership_and_post_and_series(store: ox.Store) -> None:
    member = thing("membership", "mtcr-ARG")
    assert said(store, member, t.RDFS_LABEL) == ["Argentina in the MTCR"]
    assert said(store, member, t.SINCE) == ["1993^^gYear"]
    assert len(said(store, member, t.DCTERMS_SOURCE)) == 2
    assert "SECSTATE" in said(store, thing("post", "STATE"), t.SKOS_ALT_LABEL)
    assert "RUEHC" in said(store, thing("post", "STATE"), t.SKOS_ALT_LABEL)
    assert said(store, thing("series", "mtcr-leem"), t.DCTERMS_IS_PART_OF) == [
        thing("series", "mtcr-plenary")
    ]
    assert said(store, thing("series", "mtcr-small-group"), t.REGIME) == [thing("regime", "mtcr")]


def test_no_table_no_statement() -> None:
    assert list(authority_quads(Knowledge((), {}, (), {}, {}, ()))) == []


def conforms(quads: Iterable[ox.Quad]) -> bool:
    """Whether statements, with the vocabulary, fit the shapes."""
    triples = [quad.triple for quad in (*quads, *vocabulary())]
    data, shape = rdflib.Graph(), rdflib.Graph()
    data.parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), format="nt")
    shape.parse(data=shapes(), format="turtle")
    fits, _, _ = pyshacl.validate(data, shacl_graph=shape, advanced=True)
    return bool(fits)


def test_the_authority_graph_fits_the_shapes() -> None:
    assert conforms(QUADS)


@pytest.mark.parametrize("missing", [t.DCTERMS_SOURCE, t.IN_SERIES])
def test_the_shapes_notice_what_is_missing(missing: str) -> None:
    assert not conforms(quad for quad in QUADS if quad.predicate.value != missing)
