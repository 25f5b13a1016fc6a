"""What describes the service: calls, VoID, DCAT, examples, the vocabulary, the library of the editor."""

import hashlib
import json
import re
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest
import yaml

from compendium import about
from compendium.web.app import app
from ontology.names import BASE, DCAT, DCTERMS, OWL, SH, VOID, thing
from queries import catalogue, open_reader
from tests.web.served import SHAPE, asked, context

VENDOR = Path("compendium/web/static/vendor/yasgui")
DATASET = ox.NamedNode(thing("dataset", "compendium"))


def got(path: str, accept: str = "*/*") -> httpx.Response:
    return asked(app(context()), path, headers={"Accept": accept})


def stated(path: str) -> set[ox.Triple]:
    told = got(path, "text/turtle")
    assert told.headers["content-type"].startswith("text/turtle")
    return {quad.triple for quad in ox.parse(input=told.content, format=ox.RdfFormat.TURTLE)}


def values(triples: set[ox.Triple], subject: ox.NamedNode, name: str) -> list[str]:
    return sorted(
        str(one.object).strip('"<>')
        for one in triples
        if one.subject == subject and one.predicate.value == name
    )


def test_partitions_count_what_the_graph_holds() -> None:
    told, source = stated("/.well-known/void"), open_reader(SHAPE)
    kinds = source.query("SELECT DISTINCT ?kind { ?thing a ?kind }").rows
    relations = source.query("SELECT DISTINCT ?property { ?subject ?property ?object }").rows
    assert len(values(told, DATASET, VOID + "classPartition")) == len(kinds)
    assert len(values(told, DATASET, VOID + "propertyPartition")) == len(relations)
    (cable,) = {one.subject for one in told if one.object == ox.NamedNode(BASE + "ontology#Cable")}
    assert isinstance(cable, ox.NamedNode)
    assert [v[:1] for v in values(told, cable, VOID + "entities")] == ["2"]
    assert values(told, DATASET, VOID + "sparqlEndpoint") == [context().settings.url + "sparql"]
    assert any(one.predicate.value == VOID + "linkPredicate" for one in told)


def test_the_dump_that_is_named_is_the_whole_graph() -> None:
    (dump,) = values(stated("/.well-known/void"), DATASET, VOID + "dataDump")
    whole = got("/" + dump.removeprefix(context().settings.url), "application/n-triples")
    assert whole.status_code == 200
    assert len(whole.text.splitlines()) == len({quad.triple for quad in ox.parse(path=str(SHAPE))})


def test_the_catalogue_has_version_licence_and_citation() -> None:
    told = stated("/catalog")
    cff = yaml.safe_load(Path("CITATION.cff").read_text("utf-8"))
    assert values(told, DATASET, OWL + "versionInfo") == [cff["version"]]
    assert values(told, DATASET, DCTERMS + "license") == [about.LICENCE]
    assert cff["version"] in values(told, DATASET, DCTERMS + "bibliographicCitation")[0]
    assert values(told, ox.NamedNode(context().settings.url + "catalog"), DCAT + "dataset") == [DATASET.value]
    assert "Apache License" in got("/catalog", "text/html").text


def test_every_example_runs() -> None:
    told = stated("/.well-known/sparql-examples")
    texts = [str(one.object.value) for one in told if one.predicate.value == SH + "select"]  # type: ignore[union-attr]
    assert len(texts) == len(catalogue())
    reader = open_reader(SHAPE)
    for text in texts:
        reader.query(text)


@pytest.mark.parametrize("path", ["/ontology", "/ontology.ttl", "/ontology/0.1.0"])
def test_the_vocabulary_is_told_as_rdf(path: str) -> None:
    assert any(one.subject == ox.NamedNode(BASE + "ontology#Decision") for one in stated(path))


def test_a_term_is_a_part_of_the_page_of_the_vocabulary() -> None:
    page = got("/ontology", "text/html")
    assert 'id="Decision"' in page.text and page.headers["vary"] == "Accept"
    assert "unsafe" not in page.headers["content-security-policy"]
    assert got("/ontology/9.9.9").status_code == 404 and got("/ontologyx").status_code == 404


def test_each_question_is_described_and_called() -> None:
    told = got("/openapi.json").json()
    assert set(told["paths"]) == {f"/questions/{one.name}" for one in catalogue()}
    for one in catalogue():
        given = told["paths"][f"/questions/{one.name}"]["get"]["parameters"]
        assert [(p["name"], p["required"]) for p in given] == [(p.name, p.required) for p in one.parameters]


@pytest.mark.parametrize(
    ("accept", "begins"),
    [
        ("text/csv", "document,documentLabel"),
        ("text/tab-separated-values", "?document\t"),
        ("application/json", '{"head"'),
        ("application/sparql-results+xml", "<?xml"),
        ("text/html", "<!doctype html>"),
    ],
)
def test_an_answer_has_the_form_that_is_accepted(accept: str, begins: str) -> None:
    told = got("/questions/documents-citing?document=08%20STATE%20900002", accept)
    assert told.status_code == 200 and told.text.startswith(begins)
    assert "08 STATE 900001" in told.text and "Searched 1 document" in (
        told.headers.get("compendium-searched", told.text)
    )


def test_an_iri_stands_for_its_thing() -> None:
    iri = thing("document", "2008STATE900002")
    by_iri, by_name = (
        got(f"/questions/documents-citing?document={given}", "text/csv").text
        for given in (iri, "08%20STATE%20900002")
    )
    assert by_iri == by_name
    words = [line.rsplit(",", 2)[1] for line in by_iri.splitlines()[1:]]
    assert words == ["STATE 900002 (SMALL GROUP)", "REF A"]


@pytest.mark.parametrize(
    ("call", "status"),
    [
        ("/questions/no-such-question", 404),
        ("/questions/documents-citing", 400),
        ("/questions/documents-citing?colour=red", 400),
        ("/questions/documents-citing?document=" + "a" * 1001, 400),
    ],
)
def test_a_wrong_call_is_told_what_is_wrong(call: str, status: int) -> None:
    told = got(call)
    assert told.status_code == status and told.headers["content-type"] == "application/problem+json"


def test_the_library_of_the_editor_is_the_one_that_was_recorded() -> None:
    told = json.loads((VENDOR / "vendor.json").read_text("utf-8"))
    assert told["license"] == "MIT" and (VENDOR / "LICENSE").is_file()
    for name, file in told["files"].items():
        assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == file["sha256"]
    assert {path.name for path in VENDOR.iterdir()} == {*told["files"], "vendor.json", "LICENSE"}


@pytest.mark.parametrize(
    "path", ["/", "/editor", "/questions", "/browse/Decision", "/page/country/ARG", "/catalog"]
)
def test_no_page_has_a_script_or_handler_or_style_in_it(path: str) -> None:
    page = got(path, "text/html").text
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\son\w+\s*=|\sstyle=", page)
