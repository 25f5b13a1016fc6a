"""The W3C's tests of the Graph Store Protocol, sent to the service.

Graphs of a plain store have their names where the service is found, so that both ways to say which graph is
meant lead to one; the older tests of the same protocol mix the two.
"""

from collections.abc import Callable, Iterator

import httpx
import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

from tests.web.w3c.manifest import Said, Test, suite
from tests.web.w3c.scratch import scratch

_CODES = {"OK": 200, "Created": 201, "NoContent": 204, "NotFound": 404}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    with scratch(tmp_path_factory.mktemp("scratch")) as made:
        yield made


def run(client: httpx.Client, test: Test) -> None:
    places: dict[str, str] = {}

    def placed(text: str) -> str:
        for name, place in places.items():
            text = text.replace(name, place)
        return text

    for said in test.requests():
        path = placed(said.path)
        path = path if path.startswith("http") else "/graph" + path.removeprefix("/gsp")
        body = None if said.body is None else placed(said.body.decode()).encode()
        told = client.request(said.method, path, content=body, headers=said.headers)
        fits(told, said.response, placed)
        for name in said.response.expects("expectedLocation"):
            places[name] = told.headers["location"]


def fits(told: httpx.Response, expected: Said, placed: Callable[[str], str]) -> None:
    codes = expected.expects("expectedStatus")
    assert any(told.status_code == _CODES.get(one, 0) for one in codes) or (
        f"StatusCode{told.status_code // 100}xx" in codes
    ), f"{told.request.method} {told.request.url}: {told.status_code}, not {codes}: {told.text}"
    for name, value in expected.headers.items():
        assert told.headers[name] == value
    if expected.body is not None:
        wanted = Graph().parse(data=placed(expected.body.decode()), format="turtle")
        assert isomorphic(Graph().parse(data=told.text, format="turtle"), wanted), told.text


@pytest.mark.parametrize(("manifest", "number"), [("manifest-direct.ttl", 4), ("manifest-indirect.ttl", 9)])
def test_graph_store(client: httpx.Client, manifest: str, number: int) -> None:
    found = suite("graph-store-protocol", manifest)
    failed: dict[str, str] = {}
    for test in found:
        client.post("/sparql", data={"update": "DROP ALL"})
        try:
            run(client, test)
        except AssertionError as error:
            failed[test.name] = str(error)
    assert not failed
    assert len(found) == number
