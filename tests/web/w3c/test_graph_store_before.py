"""The older tests of the Graph Store Protocol, which the W3C tells in words and has since replaced.

They are one story in which each goes on from the one before. Their data lack full stops here and there, which
are put in, and they want a default graph to be created that a service always has.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import httpx
import pytest
from rdflib import RDFS, Graph

from tests.web.w3c.manifest import suite
from tests.web.w3c.scratch import scratch

ALWAYS_THERE: Final = "put__default_graph"


@dataclass(frozen=True)
class Step:
    """One request in words, and what is expected of its answer."""

    name: str
    method: str
    path: str
    headers: dict[str, str]
    body: str
    status: int
    wanted: str


def steps() -> Iterator[Step]:
    for test in suite("http-rdf-update"):
        comments = map(str, test.graph.objects(test.node, RDFS.comment))
        [words] = [one for one in comments if "#### Request" in one]
        asked, told = (re.sub(r"^ {4}", "", part, flags=re.M) for part in words.split("#### Response"))
        first, _, rest = asked.partition("#### Request")[2].strip("\n").partition("\n")
        head, body = parted(rest)
        status, _, answer = told.strip("\n").partition("\n")
        method, path, _ = first.split()
        yield Step(
            test.name.partition("/")[2], method, path, head, body, int(status.split()[0]), parted(answer)[1]
        )


def parted(text: str) -> tuple[dict[str, str], str]:
    head, _, body = text.partition("\n\n")
    lines = [line.partition(": ") for line in head.splitlines()]
    return {name: value for name, _, value in lines if name not in ("Host", "Content-Length")}, body


def ended(text: str) -> str:
    """Turtle with the full stop at the end of each text that lacks it."""
    return re.sub(r'("\s*)(?=\n*(?:\n--|\Z))', r"\1 .\n", text)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    with scratch(tmp_path_factory.mktemp("scratch")) as made:
        yield made


def test_graph_store_before(client: httpx.Client) -> None:
    places = {"http://$HOST$/$GRAPHSTORE$": str(client.base_url) + "graph", "$GRAPHSTORE$": "/graph"}
    # the story deletes a graph that nothing in it has made
    media = {"Content-Type": "text/turtle"}
    client.put("/graph/person/2.ttl", content="<a> <b> 1 .", headers=media)

    def placed(text: str) -> str:
        for name, place in places.items():
            text = text.replace(name, place)
        return text

    failed = {}
    story = list(steps())
    for step in story:
        body = ended(placed(step.body)).replace("\n", "\r\n")
        told = client.request(step.method, placed(step.path), content=body, headers=step.headers)
        right = 204 if step.name == ALWAYS_THERE else step.status
        if told.status_code != right and not (right == 200 and told.status_code == 204):
            failed[step.name] = f"{told.status_code}, not {right}: {told.text}"
        elif step.wanted and "text/turtle" not in told.headers["content-type"]:
            failed[step.name] = told.headers["content-type"]
        elif step.wanted:
            wanted = set(Graph().parse(data=placed(step.wanted), format="turtle").predicates())
            if not wanted <= set(Graph().parse(data=told.text, format="turtle").predicates()):
                failed[step.name] = told.text
        if "location" in told.headers:
            places["$NEWPATH$"] = told.headers["location"]
    assert not failed
    assert len(story) == 18
