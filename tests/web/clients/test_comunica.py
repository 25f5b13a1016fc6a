"""comunica (npm @comunica/query-sparql), which plans a query itself and asks for its parts."""

import json
import shutil
import subprocess
from typing import Any

import httpx
import pytest

from compendium.web.editor import example
from queries import catalogue
from queries.term import declared, iri
from tests.web.clients.conftest import Service

COUNTRIES = "SELECT ?c ?l { ?c a reg:Country ; rdfs:label ?l } ORDER BY ?c ?l"


def comunica(query: str, *sources: str, form: str = "application/sparql-results+json") -> str:
    """What it prints; its sources are addresses, those of endpoints with sparql@ before them."""
    command = shutil.which("comunica-sparql")
    if command is None:
        pytest.skip("comunica is not there: npm install -g @comunica/query-sparql")
    given = [command, *sources, "-q", declared(query), "-t", form]
    done = subprocess.run(given, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


def rows(told: str) -> list[dict[str, str]]:
    found: list[dict[str, Any]] = json.loads(told)["results"]["bindings"]
    return [{name: value["value"] for name, value in row.items()} for row in found]


@pytest.mark.parametrize("kind", ["sparql@", ""])
def test_rows(service: Service, kind: str) -> None:
    wanted = [{"c": str(row["c"]), "l": str(row["l"])} for row in service.reader.query(COUNTRIES).dicts()]
    assert rows(comunica(COUNTRIES, kind + service.sparql)) == wanted


def test_yes_or_no_and_triples(service: Service) -> None:
    told = comunica("ASK { ?d a reg:Ghost }", f"sparql@{service.sparql}")
    assert json.loads(told)["boolean"] is True
    made = "CONSTRUCT { ?c rdfs:label ?l } WHERE { ?c a reg:Country ; rdfs:label ?l }"
    told = comunica(made, f"sparql@{service.sparql}", form="application/n-triples")
    assert len(told.splitlines()) == len(service.reader.query(made).triples or ())


def test_questions_of_the_catalogue(service: Service) -> None:
    decisions = "SELECT ?d { ?a reg:basis ?d . ?d a reg:Decision } ORDER BY ?d LIMIT 1"
    decision = iri(str(service.reader.query(decisions).column("d")[0]))
    names = ("guidance-depending-on-decision", "why-depends", "documents-not-held")
    for question in (one for one in catalogue() if one.name in names):
        query = example(question, {"decision": decision})
        told = rows(comunica(query, f"sparql@{service.sparql}"))
        assert len(told) == len(service.reader.query(query).rows) > 0


def test_the_service_joined_with_a_graph_that_is_elsewhere(service: Service) -> None:
    place = f"{service.url}graph/own/comunica"
    headers = {**service.bearer, "Content-Type": "text/turtle"}
    norway = service.reader.query("SELECT ?c { ?c a reg:Country ; rdfs:label 'Norway' }").column("c")[0]
    note = f"<{norway}> <urn:note> 'looked at' ."
    assert httpx.put(place, content=note, headers=headers).status_code == 201
    asked = "SELECT ?l ?n { ?c <urn:note> ?n ; rdfs:label ?l }"
    assert {"l": "Norway", "n": "looked at"} in rows(comunica(asked, f"sparql@{service.sparql}", place))


def test_a_query_that_is_stopped_is_an_error(service: Service) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    with pytest.raises(AssertionError, match="503"):
        comunica(endless, f"sparql@{service.sparql}")
