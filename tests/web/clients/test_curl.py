"""curl: the forms of both protocols, as a shell script speaks them."""

import csv
import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph

from tests.web.clients.conftest import Service

ASK = "ASK { ?d a reg:Ghost }"
ROWS = "SELECT ?l { ?c a reg:Country ; rdfs:label ?l } ORDER BY ?l"
TRIPLES = "CONSTRUCT { ?c rdfs:label ?l } WHERE { ?c a reg:Country ; rdfs:label ?l }"


@dataclass(frozen=True, slots=True)
class Told:
    status: int
    media: str
    body: str


def curl(*arguments: str) -> Told:
    command = shutil.which("curl")
    if command is None:
        pytest.skip("curl is not there")
    told = ["-w", "\n%{http_code} %{content_type}", "--max-time", "30", "--noproxy", "*"]
    done = subprocess.run([command, "-sS", *told, *arguments], capture_output=True, text=True, timeout=40)
    assert done.returncode == 0, done.stderr
    body, _, last = done.stdout.rpartition("\n")
    status, _, media = last.partition(" ")
    return Told(int(status), media.partition(";")[0], body)


def test_a_query_by_get_form_and_body(service: Service) -> None:
    kind = "Content-Type: application/sparql-query"
    for given in (
        ["-G", "--data-urlencode", f"query={ASK}"],
        ["--data-urlencode", f"query={ASK}"],
        ["-H", kind, "--data-binary", ASK],
    ):
        told = curl(*given, service.sparql)
        assert (told.status, json.loads(told.body)["boolean"]) == (200, True)


@pytest.mark.parametrize(
    "media",
    [
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "text/csv",
        "text/tab-separated-values",
    ],
)
def test_rows_in_each_form(service: Service, media: str) -> None:
    told = curl("-H", f"Accept: {media}", "-G", "--data-urlencode", f"query={ROWS}", service.sparql)
    assert (told.status, told.media) == (200, media)
    labels = [str(one) for one in service.reader.query(ROWS).column("l")]
    form = ox.QueryResultsFormat.from_media_type(media)
    if media == "text/csv":
        assert [row[0] for row in csv.reader(told.body.splitlines()[1:])] == labels
    else:
        found = ox.parse_query_results(told.body.encode(), format=form)
        assert isinstance(found, ox.QuerySolutions)
        assert [getattr(row["l"], "value", None) for row in found] == labels


@pytest.mark.parametrize(
    "media", ["text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"]
)
def test_triples_in_each_form(service: Service, media: str) -> None:
    told = curl("-H", f"Accept: {media}", "-G", "--data-urlencode", f"query={TRIPLES}", service.sparql)
    assert (told.status, told.media) == (200, media)
    found = Graph().parse(data=told.body, format=media)
    assert len(found) == len(service.reader.query(TRIPLES).triples or ())


def test_the_service_describes_itself(service: Service) -> None:
    told = curl("-H", "Accept: text/turtle", service.sparql)
    assert told.status == 200
    assert "sparql-service-description" in told.body


def test_errors_are_told(service: Service) -> None:
    def asked(query: str, *more: str) -> tuple[int, str]:
        told = curl(*more, "--data-urlencode", f"query={query}", service.sparql)
        return told.status, told.media

    problem = "application/problem+json"
    assert asked("SELECT ?d { ?d }") == (400, problem)
    assert asked("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }") == (400, problem)
    assert asked(ROWS, "-H", "Accept: image/png") == (406, problem)
    assert curl("-H", "Content-Type: text/plain", "--data", ASK, service.sparql).status == 415
    assert curl("-H", "Host: elsewhere.example", service.sparql).status in (400, 403, 421)
    assert curl("-d", "update=DROP ALL", service.sparql).status == 401
    assert curl("-X", "PATCH", service.sparql).status == 405


def test_what_is_known_is_not_sent_again(service: Service, tmp_path: Path) -> None:
    known = ["--etag-save", str(tmp_path / "tag"), "--etag-compare", str(tmp_path / "tag")]
    asked = ["-G", "--data-urlencode", f"query={ROWS}", service.sparql]
    assert curl(*known[:2], *asked).status == 200
    again = curl(*known, *asked)
    assert (again.status, again.body) == (304, "")


def test_a_graph_is_put_added_to_read_and_removed(service: Service, tmp_path: Path) -> None:
    turtle = ["-H", "Content-Type: text/turtle", "-H", f"Authorization: Bearer {service.token}"]
    direct, named = f"{service.url}graph/own/curl", f"{service.url}graph?graph={service.own('curl')}"
    file = tmp_path / "notes.ttl"
    file.write_text("<urn:s> <urn:p> 'one' .")
    assert curl("-T", str(file), *turtle[:2], direct).status == 401
    assert curl("-T", str(file), *turtle, direct).status == 201
    assert curl("-T", str(file), *turtle, named).status == 204
    assert curl("--data-binary", "<urn:s> <urn:p> 'two' .", *turtle, named).status == 204
    for place in (direct, named):
        told = curl("-H", "Accept: application/n-triples", place)
        assert sorted(told.body.splitlines()) == ['<urn:s> <urn:p> "one" .', '<urn:s> <urn:p> "two" .']
    assert curl("-I", direct).status == 200
    assert curl("--data-binary", "<urn:s> <urn:p> .", *turtle, direct).status == 400
    assert curl("-X", "DELETE", *turtle[2:], direct).status == 204
    assert curl(direct).status == 404


def test_an_update_by_form_and_body(service: Service) -> None:
    bearer = ["-H", f"Authorization: Bearer {service.token}"]
    name = service.own("updated")
    add = f"INSERT DATA {{ GRAPH <{name}> {{ <urn:s> <urn:p> 1 }} }}"
    assert curl(*bearer, "--data-urlencode", f"update={add}", service.sparql).status == 204
    there = f"ASK {{ GRAPH <{name}> {{ <urn:s> <urn:p> 1 }} }}"
    assert json.loads(curl("--data-urlencode", f"query={there}", service.sparql).body)["boolean"] is True
    kind = ["-H", "Content-Type: application/sparql-update"]
    assert curl(*bearer, *kind, "--data-binary", f"DROP GRAPH <{name}>", service.sparql).status == 204
    assert json.loads(curl("--data-urlencode", f"query={there}", service.sparql).body)["boolean"] is False
