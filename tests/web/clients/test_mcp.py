"""The tools for models, through a real client: in memory, and over the standard input of a process."""

import asyncio
import json
import os
import shutil
import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar
from unittest.mock import patch

import pytest
from typer.testing import CliRunner

from compendium.cli import app
from queries.contain import Limits, Pool
from tests.web.served import SHAPE

pytest.importorskip("mcp")

from mcp import Client, StdioServerParameters

from compendium.mcp import Source
from compendium.mcp.server import server

Made = TypeVar("Made")


@pytest.fixture(scope="module")
def source() -> Iterator[Source]:
    with Pool(SHAPE, workers=1, limits=Limits(seconds=1.0, rows=5000, answer_bytes=1024 * 1024)) as pool:
        yield Source(SHAPE, pool)


def with_client(source: Source, work: Callable[[Client], Awaitable[Made]]) -> Made:
    async def run() -> Made:
        async with Client(server(source)) as client:
            return await work(client)

    return asyncio.run(run())


def called(source: Source, tool: str, **given: object) -> tuple[bool, Any]:
    """Whether a call failed, and what it told."""

    async def work(client: Client) -> tuple[bool, Any]:
        told = await client.call_tool(tool, given)
        text = "".join(getattr(one, "text", "") for one in told.content)
        return bool(told.is_error), text if told.is_error else told.structured_content

    return with_client(source, work)


def test_five_tools_that_read(source: Source) -> None:
    async def work(client: Client) -> list[Any]:
        return list((await client.list_tools()).tools)

    tools = with_client(source, work)
    assert sorted(one.name for one in tools) == ["ask", "describe", "passage", "search", "select"]
    assert all(one.annotations.read_only_hint for one in tools)


@pytest.mark.parametrize(
    ("tool", "given", "key"),
    [
        ("search", {"words": "urge partners"}, "hits"),
        ("ask", {"question": "which guidance depends on the 2003 Buenos Aires decision"}, "passages"),
        ("describe", {"thing": "Buenos Aires 2003"}, "passages"),
        ("select", {"sparql": "SELECT ?passage { ?passage reg:number '7.C' }"}, "sources"),
        ("select", {"sparql": "SELECT ?d { ?d a reg:Decision }"}, "sources"),
    ],
)
def test_answers_carry_document_passage_marking_and_words(
    source: Source, tool: str, given: dict[str, object], key: str
) -> None:
    failed, told = called(source, tool, **given)
    assert not failed, told
    first = told[key][0]
    assert (first["document"], first["passage"]) == ("08 STATE 900001", "7.C")
    assert first["marking"] == "C (inherited)"
    assert all(word in first["text"] for word in first["words"])
    assert bool(first["words"]) == ("?passage" not in str(given))


def test_a_passage_comes_whole(source: Source) -> None:
    failed, told = called(source, "passage", document="08 STATE 900001", number="7.C")
    assert not failed
    assert told["text"].startswith("The delegation should urge")
    assert told["text_complete"]


@pytest.mark.parametrize(
    ("tool", "given", "said"),
    [
        ("select", {"sparql": "DROP ALL"}, "DROP"),
        ("select", {"sparql": "INSERT DATA { <urn:a> <urn:b> 1 }"}, "INSERT"),
        ("select", {"sparql": "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"}, "SERVICE"),
        ("select", {"sparql": "SELECT * " + "{" * 99 + "}" * 99}, "64 levels"),
        ("select", {"sparql": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"}, "1048576 bytes"),
        ("select", {"sparql": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"}, "after 1 s"),
        ("select", {"sparql": "SELECT * { ?s ?p ?o } #" + "x" * 70_000}, "65536 bytes"),
        ("select", {"sparql": ""}, "1:1"),
        ("select", {}, "sparql"),
        ("select", {"sparql": 7}, "sparql"),
        ("select", {"sparql": "SELECT ?d {\n ?d }"}, "2:"),
        ("select", {"sparql": "CONSTRUCT WHERE { ?s ?p ?o }"}, "SELECT and ASK"),
        ("search", {"words": "a", "limit": 1000}, "25"),
        ("search", {"words": "a" * 5000}, "2000"),
        ("search", {"words": " "}, "no words"),
        ("tell", {"of": "everything"}, "tell"),
        ("passage", {"document": "08 STATE 900001", "number": "99"}, "no passage"),
        ("passage", {"document": "08 STATE 900001", "number": "> } # "}, "no IRI"),
        ("passage", {"document": "Atlantis", "number": "1"}, "nothing in the graph is called 'Atlantis'"),
        ("passage", {"document": "08 STATE 900001", "number": "1" * 500}, "99"),
        ("describe", {"thing": "urn:x> } ; DROP ALL #"}, "nothing in the graph"),
        ("describe", {"thing": "http://x/> { }"}, "no IRI"),
        ("describe", {"thing": "urn:x" * 1000}, "2000"),
        ("ask", {"question": "what is the weather"}, "no question"),
        ("ask", {"question": "which " * 500}, "2000"),
    ],
)
def test_what_cannot_be_answered_is_told_and_the_next_call_answers(
    source: Source, tool: str, given: dict[str, object], said: str
) -> None:
    failed, told = called(source, tool, **given)
    assert failed, told
    assert said in told
    assert "went wrong here" not in told
    assert called(source, "select", sparql="ASK { ?d a reg:Cable }")[1]["boolean"] is True


def test_rows_are_counted_where_not_all_are_told(source: Source) -> None:
    _, told = called(source, "select", sparql="SELECT ?s ?p ?o { ?s ?p ?o }")
    assert len(told["rows"]) == 200 < told["rows_in_all"]


def test_a_store_that_was_written_to_is_read_anew(tmp_path: Path) -> None:
    place = tmp_path / "a.trig"
    shutil.copy(SHAPE, place)
    with Pool(place, workers=1) as pool:
        source = Source(place, pool)
        ask = "ASK { GRAPH <urn:g> { ?s ?p 2 } }"
        assert source.select(ask).boolean is False
        place.write_text(place.read_text() + "\n<urn:g> { <urn:s> <urn:p> 2 }\n")
        assert source.select(ask).boolean is True


def test_over_standard_input_and_output() -> None:
    given = StdioServerParameters(
        command=sys.executable,
        args=["-m", "compendium.cli", "mcp", "--store", str(SHAPE)],
        env={**os.environ, "PYTHONPATH": "."},
    )

    async def run() -> Any:
        async with Client(given, read_timeout_seconds=30) as client:
            return (await client.call_tool("search", {"words": "urge"})).structured_content

    told = asyncio.run(run())
    assert json.dumps(told["hits"][0]["document"]) == '"08 STATE 900001"'


def test_without_the_extra_the_command_says_which() -> None:
    with patch("compendium.commands.mcp.find_spec", return_value=None):
        told = CliRunner().invoke(app, ["mcp", "--store", str(SHAPE)])
    assert told.exit_code == 2
    assert "compendium-kg[mcp]" in told.output
