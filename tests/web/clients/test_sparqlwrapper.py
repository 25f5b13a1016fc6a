"""SPARQLWrapper, as people use it in notebooks."""

import re
from typing import Any
from urllib.error import HTTPError
from xml.dom.minidom import Document

import pytest
from rdflib import Graph
from SPARQLWrapper import (
    CSV,
    GET,
    JSON,
    JSONLD,
    N3,
    POST,
    POSTDIRECTLY,
    RDFXML,
    TSV,
    TURTLE,
    URLENCODED,
    XML,
    SPARQLWrapper,
    SPARQLWrapper2,
)
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed, Unauthorized

from tests.web.clients.conftest import Service

MEETINGS = "SELECT ?meeting ?label { ?meeting a reg:Meeting ; rdfs:label ?label } ORDER BY ?meeting"
GRAPH = "CONSTRUCT { ?c rdfs:label ?l } WHERE { ?c a reg:Country ; rdfs:label ?l }"


def wrapper(service: Service, query: str, form: str | None = None) -> SPARQLWrapper:
    made = SPARQLWrapper(service.sparql)
    made.setQuery(query)
    if form is not None:
        made.setReturnFormat(form)
    return made


def labels(service: Service, query: str = MEETINGS, column: str = "label") -> list[str]:
    return [str(one) for one in service.reader.query(query).column(column)]


@pytest.mark.parametrize(
    ("method", "manner"), [(GET, URLENCODED), (POST, URLENCODED), (POST, POSTDIRECTLY)], ids=str
)
@pytest.mark.parametrize("only_by_header", [True, False])
def test_rows_as_json_by_each_way_of_the_protocol(
    service: Service, method: str, manner: str, only_by_header: bool
) -> None:
    made = wrapper(service, MEETINGS, JSON)
    made.setMethod(method)
    made.setRequestMethod(manner)
    made.setOnlyConneg(only_by_header)
    told: Any = made.queryAndConvert()
    assert [row["label"]["value"] for row in told["results"]["bindings"]] == labels(service)
    assert len(labels(service)) > 20


def test_rows_as_xml_by_default_and_when_asked(service: Service) -> None:
    for form in (None, XML):
        told: Any = wrapper(service, MEETINGS, form).queryAndConvert()
        assert isinstance(told, Document)
        found: list[Any] = told.getElementsByTagName("binding")
        values = [one.firstChild.firstChild.data for one in found if one.getAttribute("name") == "label"]
        assert values == labels(service)


@pytest.mark.parametrize(("form", "between"), [(CSV, ","), (TSV, "\t")])
def test_rows_as_tables(service: Service, form: str, between: str) -> None:
    told: Any = wrapper(service, MEETINGS, form).queryAndConvert()
    lines = told.decode().splitlines()
    assert re.split(between, lines[0].replace("?", "")) == ["meeting", "label"]
    assert len(lines) - 1 == len(labels(service))


def test_rows_as_bindings(service: Service) -> None:
    made = SPARQLWrapper2(service.sparql)
    made.setQuery(MEETINGS)
    told: Any = made.query()
    assert [row["label"].value for row in told.bindings] == labels(service)


def test_yes_or_no(service: Service) -> None:
    told: Any = wrapper(service, "ASK { ?d a reg:Ghost }", JSON).queryAndConvert()
    assert told["boolean"] is True
    told = wrapper(service, "ASK { ?d a <urn:nothing> }", XML).queryAndConvert()
    assert told.getElementsByTagName("boolean")[0].firstChild.data == "false"


@pytest.mark.parametrize("form", [RDFXML, XML, JSONLD, TURTLE, N3])
def test_triples(service: Service, form: str) -> None:
    told: Any = wrapper(service, GRAPH, form).queryAndConvert()
    graph = told if isinstance(told, Graph) else Graph().parse(data=told, format="turtle")
    assert len(graph) == len(service.reader.query(GRAPH).triples or ()) > 20


def test_graphs_are_named_beside_the_query(service: Service) -> None:
    one = labels(service, "SELECT ?g { GRAPH ?g { ?d a reg:Cable } } ORDER BY ?g LIMIT 1", "g")[0]
    counted = f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{one}> {{ ?s ?p ?o }} }}"
    made = wrapper(service, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", JSON)
    made.addDefaultGraph(one)
    told: Any = made.queryAndConvert()
    assert told["results"]["bindings"][0]["n"]["value"] == labels(service, counted, "n")[0] != "0"
    made = wrapper(service, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", JSON)
    made.addNamedGraph(one)
    told = made.queryAndConvert()
    assert [row["g"]["value"] for row in told["results"]["bindings"]] == [one]


def test_a_mistake_is_told_with_its_place(service: Service) -> None:
    with pytest.raises(QueryBadFormed, match=r'"line": 2, "column": 6'):
        wrapper(service, "SELECT ?d {\n ?d }", JSON).query()


def test_a_query_that_is_stopped_is_no_empty_answer(service: Service) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    with pytest.raises(HTTPError, match="503") as caught:
        wrapper(service, endless, JSON).query()
    assert "stopped after 5 s" in caught.value.read().decode()


def test_updates_need_the_token(service: Service) -> None:
    update = f"INSERT DATA {{ GRAPH <{service.own('wrapper')}> {{ <urn:s> <urn:p> 'by SPARQLWrapper' }} }}"
    made = wrapper(service, update)
    made.setMethod(POST)
    with pytest.raises(Unauthorized, match="needs the token"):
        made.query()
    made.addCustomHttpHeader("Authorization", service.bearer["Authorization"])
    assert made.query().response.status == 204
    asked = f"ASK {{ GRAPH <{service.own('wrapper')}> {{ <urn:s> <urn:p> 'by SPARQLWrapper' }} }}"
    told: Any = wrapper(service, asked, JSON).queryAndConvert()
    assert told["boolean"] is True
