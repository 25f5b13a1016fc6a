"""The SPARQL 1.1 Protocol, its part that reads."""

import json

import pyoxigraph as ox
import pytest

from compendium.web.app import app
from tests.web.served import asked, context

ROWS = "SELECT ?t { ?d dcterms:title ?t }"
TRIPLES = "CONSTRUCT { ?d dcterms:title ?t } WHERE { ?d dcterms:title ?t }"
SERVICE = app(context())


@pytest.mark.parametrize(
    ("accept", "sent"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("text/csv;q=0.1, text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
    ],
)
def test_rows_are_sent_as_the_client_asks(accept: str, sent: str) -> None:
    told = asked(SERVICE, "/sparql", params={"query": ROWS}, headers={"Accept": accept})
    assert told.status_code == 200
    assert told.headers["content-type"] == sent
    assert "MTCR: GUIDANCE FOR THE RPOC" in told.text
    assert told.headers["vary"] == "Accept"


@pytest.mark.parametrize(
    "media",
    [
        "text/turtle",
        "application/n-triples",
        "application/n-quads",
        "application/trig",
        "application/ld+json",
        "application/rdf+xml",
    ],
)
def test_triples_are_sent_as_the_client_asks(media: str) -> None:
    told = asked(SERVICE, "/sparql", params={"query": TRIPLES}, headers={"Accept": media})
    assert told.headers["content-type"].partition(";")[0] == media
    form = ox.RdfFormat.from_media_type(media)
    [quad] = ox.parse(told.content, format=form)
    assert quad.object.value == "MTCR: GUIDANCE FOR THE RPOC"


def test_a_form_that_there_is_not_is_named_with_those_that_there_are() -> None:
    told = asked(SERVICE, "/sparql", params={"query": ROWS}, headers={"Accept": "image/png"})
    assert told.status_code == 406
    assert told.headers["content-type"] == "application/problem+json"
    assert "text/csv" in told.json()["accepted"]


@pytest.mark.parametrize(
    ("media", "body"),
    [
        ("application/sparql-query", ROWS),
        ("application/sparql-query; charset=UTF-8", ROWS),
        ("application/x-www-form-urlencoded", "query=SELECT+%3Ft+%7B+%3Fd+dcterms%3Atitle+%3Ft+%7D"),
    ],
)
def test_a_query_may_be_posted(media: str, body: str) -> None:
    told = asked(SERVICE, "/sparql", "POST", content=body, headers={"Content-Type": media})
    assert len(told.json()["results"]["bindings"]) == 1


def test_an_error_has_its_place() -> None:
    told = asked(SERVICE, "/sparql", params={"query": "SELECT ?d {\n  ?d }"})
    assert (told.status_code, told.json()["line"], told.json()["column"]) == (400, 2, 7)


def test_a_browser_is_told_in_words_and_shown_the_editor() -> None:
    browser = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
    told = asked(SERVICE, "/sparql", params={"query": "ASK {"}, headers=browser)
    assert told.headers["content-type"] == "text/plain; charset=utf-8"
    assert told.text.startswith("400 Bad Request: ")
    assert asked(SERVICE, "/sparql", headers=browser).headers["location"] == "/editor"


def test_an_answer_that_the_client_has_is_not_sent_again() -> None:
    first = asked(SERVICE, "/sparql", params={"query": ROWS})
    again = asked(
        SERVICE, "/sparql", params={"query": ROWS}, headers={"If-None-Match": first.headers["etag"]}
    )
    assert (again.status_code, again.content) == (304, b"")
    other = asked(SERVICE, "/sparql", params={"query": ROWS}, headers={"Accept": "text/csv"})
    assert other.headers["etag"] != first.headers["etag"]
    assert "etag" not in asked(SERVICE, "/sparql", params={"query": "SELECT (NOW() AS ?n) {}"}).headers


def test_head_tells_how_long_the_answer_is() -> None:
    whole = asked(SERVICE, "/sparql", params={"query": ROWS})
    head = asked(SERVICE, "/sparql", "HEAD", params={"query": ROWS})
    assert head.headers["content-length"] == str(len(whole.content))
    assert head.headers["etag"] == whole.headers["etag"]


@pytest.mark.parametrize(
    ("query", "cap"),
    [
        ("SELECT * " + "{" * 70 + "}" * 70, "depth"),
        ("SELECT * { BIND(" + "1+" * 600 + "1 AS ?n) }", "operators"),
        ("ASK { FILTER('" + "a" * 70_000 + "' = 'b') }", "query_bytes"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE"),
        ("DROP ALL", "DROP"),
    ],
)
def test_what_may_not_run_names_the_limit(query: str, cap: str) -> None:
    told = asked(
        SERVICE, "/sparql", "POST", content=query, headers={"Content-Type": "application/sparql-query"}
    )
    assert (told.status_code, told.json()["cap"]) == (400, cap)


def test_graphs_can_be_chosen() -> None:
    names = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g"
    graphs = [
        row["g"]["value"]
        for row in asked(SERVICE, "/sparql", params={"query": names}).json()["results"]["bindings"]
    ]
    chosen = {"query": names, "named-graph-uri": graphs[0]}
    told = asked(SERVICE, "/sparql", params=chosen).json()["results"]["bindings"]
    assert [row["g"]["value"] for row in told] == graphs[:1]
    none = {"query": "ASK { ?s ?p ?o }", "default-graph-uri": "urn:none"}
    assert asked(SERVICE, "/sparql", params=none).json()["boolean"] is False
    assert asked(SERVICE, "/sparql", params={**none, "default-graph-uri": "a b"}).status_code == 400


def test_a_service_without_a_token_only_reads() -> None:
    told = asked(SERVICE, "/sparql", "POST", data={"update": "DROP ALL"})
    assert told.status_code == 403
    assert json.loads(told.content)["detail"] == "this service only reads"
