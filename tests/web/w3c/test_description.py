"""The W3C's tests of service descriptions, which its manifest tells in words."""

from collections.abc import Iterator
from typing import Final

import httpx
import pytest
from rdflib import RDF, Graph, Namespace, URIRef

from tests.web.w3c.manifest import suite
from tests.web.w3c.scratch import scratch

SD: Final = Namespace("http://www.w3.org/ns/sparql-service-description#")
DOMAINS: Final = {
    "endpoint": "Service",
    "feature": "Service",
    "supportedLanguage": "Service",
    "resultFormat": "Service",
    "inputFormat": "Service",
    "defaultDataset": "Service",
    "availableGraphs": "Service",
    "defaultGraph": "Dataset",
    "name": "NamedGraph",
}
"""Which class the subject of each property is of, by the vocabulary."""
RANGES: Final = {
    "defaultDataset": "Dataset",
    "availableGraphs": "GraphCollection",
    "namedGraph": "NamedGraph",
    "defaultGraph": "Graph",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Response]:
    with scratch(tmp_path_factory.mktemp("scratch")) as client:
        media = {"Content-Type": "text/turtle"}
        assert client.put("/graph?graph=urn:notes", content="<a> <b> 1 .", headers=media).status_code == 201
        yield client.get("/sparql", headers={"Accept": "text/turtle"})


def test_there_are_three() -> None:
    assert len(suite("service-description")) == 3


def test_a_get_on_the_endpoint_returns_rdf(told: httpx.Response) -> None:
    assert told.headers["content-type"] == "text/turtle; charset=utf-8"
    assert len(Graph().parse(data=told.text, format="turtle")) > 10


def test_one_service_has_the_endpoint_that_was_asked(told: httpx.Response) -> None:
    graph = Graph().parse(data=told.text, format="turtle")
    [service] = graph.subjects(RDF.type, SD.Service)
    assert list(graph.objects(service, SD.endpoint)) == [URIRef(str(told.url))]


def test_it_conforms_to_the_vocabulary(told: httpx.Response) -> None:
    graph = Graph().parse(data=told.text, format="turtle")
    for name, kind in DOMAINS.items():
        subjects = set(graph.subjects(SD[name]))
        assert subjects <= set(graph.subjects(RDF.type, SD[kind])), name
    for name, kind in RANGES.items():
        objects = set(graph.objects(predicate=SD[name]))
        assert objects, name
        assert objects <= set(graph.subjects(RDF.type, SD[kind])), name
    assert URIRef("urn:notes") in graph.objects(predicate=SD.name)
    assert SD.SPARQL11Update in graph.objects(predicate=SD.supportedLanguage)
    assert SD.BasicFederatedQuery not in graph.objects(predicate=SD.feature)
