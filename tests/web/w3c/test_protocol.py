"""The W3C's tests of the SPARQL 1.1 Protocol, sent to the service."""

from collections.abc import Iterator
from urllib.parse import quote

import httpx
import pytest

from compendium.web.negotiate import GRAPHS, TABLES
from tests.web.w3c.manifest import UT, Said, Test, suite
from tests.web.w3c.scratch import scratch


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    with scratch(tmp_path_factory.mktemp("scratch")) as made:
        yield made


def fits(told: httpx.Response, expected: Said) -> None:
    """Whether a response is what a manifest says that it is."""
    classes = {f"StatusCode{told.status_code // 100}xx"}
    assert classes & expected.expects("expectedStatus"), f"{told.status_code}: {told.text}"
    for form in expected.expects("expectedFormat"):
        media = told.headers["content-type"].partition(";")[0]
        assert media in (GRAPHS.values() if form == "RDF" else TABLES.values()), media
        assert ("boolean" in told.text) == (form == "boolean")
    for wanted in expected.expects("expectedBoolean"):
        assert told.json()["boolean"] is (wanted == "true")


def run(client: httpx.Client, test: Test) -> None:
    for name, file in test.files(test.node, UT.graphData):
        headers = {"Content-Type": "application/n-triples"}
        told = client.put(f"/graph?graph={quote(name, safe='')}", content=file.read_bytes(), headers=headers)
        assert told.status_code in (201, 204)
    for said in test.requests():
        path = said.path.replace("/sparql/", "/sparql", 1)
        told = client.request(said.method, path, content=said.body, headers=said.headers)
        fits(told, said.response)


def test_protocol(client: httpx.Client) -> None:
    found = suite("protocol")
    failed: dict[str, str] = {}
    for test in found:
        if test.files(test.node, UT.graphData):
            client.post("/sparql", data={"update": "DROP ALL"})
        try:
            run(client, test)
        except AssertionError as error:
            failed[test.name] = str(error)
    assert not failed
    assert len(found) == 34
