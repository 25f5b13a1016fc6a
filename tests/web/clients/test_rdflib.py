"""rdflib's stores over SPARQL: graphs that are far away."""

from urllib.error import HTTPError

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, RDFS
from rdflib.plugins.stores.sparqlstore import SPARQLStore, SPARQLUpdateStore
from rdflib.query import ResultRow

from ontology.names import REG
from tests.web.clients.conftest import Service

COUNTRY, GHOST = URIRef(REG + "Country"), URIRef(REG + "Ghost")
ASKED = "SELECT ?c ?l { ?c a reg:Country ; rdfs:label ?l } ORDER BY ?c ?l"


def graph(service: Service, **more: object) -> Graph:
    return Graph(store=SPARQLStore(service.sparql, **more))  # type: ignore[arg-type]


def held(service: Service) -> list[tuple[str, str]]:
    return [(str(row["c"]), str(row["l"])) for row in service.reader.query(ASKED).dicts()]


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("form", ["xml", "json", "csv", "tsv"])
def test_rows(service: Service, method: str, form: str) -> None:
    found = graph(service, method=method, returnFormat=form).query(ASKED)
    assert [(str(row[0]), str(row[1])) for row in found if isinstance(row, ResultRow)] == held(service)


def test_triples_by_their_pattern(service: Service) -> None:
    far = graph(service)
    countries = set(far.subjects(RDF.type, COUNTRY))
    assert {str(one) for one in countries} == {iri for iri, _ in held(service)}
    some = min(countries, key=str)
    assert str(far.value(some, RDFS.label)) == dict(held(service))[str(some)]
    assert (some, RDF.type, COUNTRY) in far
    assert (some, RDF.type, GHOST) not in far


def test_a_graph_is_counted_and_made_anew(service: Service) -> None:
    made = "CONSTRUCT { ?c rdfs:label ?l } WHERE { ?c a reg:Country ; rdfs:label ?l }"
    found = graph(service).query(made).graph
    assert found is not None
    assert len(found) == len(held(service))
    assert graph(service).query("ASK { ?d a reg:Ghost }").askAnswer is True


def test_one_graph_of_many(service: Service) -> None:
    cables = service.reader.query("SELECT ?g { GRAPH ?g { ?d a reg:Cable } } ORDER BY ?g LIMIT 1")
    name = str(cables.column("g")[0])
    one = Graph(store=SPARQLStore(service.sparql), identifier=URIRef(name))
    counted = f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{name}> {{ ?s ?p ?o }} }}"
    assert len(list(one)) == service.reader.query(counted).column("n")[0]


def test_a_mistake_and_a_refusal_are_errors(service: Service) -> None:
    with pytest.raises(ValueError, match="did something wrong") as caught:
        graph(service).query("SELECT ?d { ?d }")
    assert "400" in str(caught.value.__context__)
    code, *_ = graph(service, method="POST").query(
        "SELECT ?d { ?d }"
    )  # rdflib gives it back, and raises nothing
    assert code == 400
    far = Graph(store=SPARQLUpdateStore(service.sparql, service.sparql), identifier=URIRef(service.own("x")))
    with pytest.raises(HTTPError, match="401"):
        far.add((URIRef("urn:s"), RDFS.label, Literal("without a token")))


def test_notes_are_written_with_the_token(service: Service) -> None:
    name = URIRef(service.own("rdflib"))
    store = SPARQLUpdateStore(service.sparql, service.sparql, headers=service.bearer)
    notes = Graph(store=store, identifier=name)
    odd = Literal('"quoted" \\ and } on\ntwo lines, é', lang="en")
    notes.add((URIRef("urn:s"), RDFS.label, odd))
    notes.add((URIRef("urn:s"), RDFS.comment, Literal(7)))
    assert set(notes.objects(URIRef("urn:s"), RDFS.label)) == {odd}
    assert len(notes) == 2
    assert len(graph(service).query(f"SELECT * {{ GRAPH <{name}> {{ ?s ?p ?o }} }}")) == 2
    notes.remove((None, RDFS.comment, None))
    assert len(notes) == 1
    notes.update("DELETE WHERE { ?s rdfs:label ?l }", initNs={"rdfs": RDFS})
    assert len(notes) == 0


def test_what_follows_from_documents_cannot_be_changed(service: Service) -> None:
    store = SPARQLUpdateStore(service.sparql, service.sparql, headers=service.bearer)
    with pytest.raises(HTTPError, match="400"):
        store.update("DELETE WHERE { GRAPH ?g { ?s ?p ?o } }")
