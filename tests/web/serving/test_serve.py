"""``compendium serve`` as people start it, and how it ends."""

import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from ingest.load import build
from ingest.load.errors import Busy
from ingest.load.lock import writing
from ingest.tables import knowledge
from ontology.names import DERIVED_GRAPH, OWN_GRAPHS
from tests.ingest.guidance import read_by_hand, telegram
from tests.web.serving.process import served

ASK = httpx.Client(timeout=60)  # the machine that runs this may be busy


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that is made of a document."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "1.txt").write_text(telegram(900011, cites=900012))
    given = [folder / "1.txt"]
    build(given, folder / "db", knowledge=knowledge(), extract=read_by_hand, in_process=True)
    return folder / "db"


def test_a_store_is_read_and_not_written(store: Path) -> None:
    with served("--store", str(store)) as (process, lines, place):
        assert lines[0].startswith(f"Serving {store} at {place}")
        assert ASK.get(place + "readyz").text == "ready\n"
        query = {"query": "ASK { ?d a reg:Cable }"}
        assert ASK.get(place + "sparql", params=query).json()["boolean"] is True
        assert ASK.post(place + "sparql", data={"update": "DROP ALL"}).status_code == 403
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
        assert process.stdout is not None
        assert process.stdout.read() == ""
        assert process.stderr is not None
        assert process.stderr.read() == ""


def test_own_graphs_are_written_and_what_follows_from_documents_is_not(store: Path, tmp_path: Path) -> None:
    file = tmp_path / "token"
    with served("--store", str(store), "--token-file", str(file)) as (process, _, place):
        assert process.stdout is not None
        token = process.stdout.readline().split()[-1]
        assert file.read_text().strip() == token
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "text/turtle"}
        own, derived = OWN_GRAPHS + "notes", DERIVED_GRAPH
        put = {"content": "<urn:a> <urn:b> 'a note' .", "headers": headers}
        assert ASK.put(place + "graph/own/notes", **put).status_code == 201  # type: ignore[arg-type]
        refused = ASK.put(place + "graph", params={"graph": derived}, **put)  # type: ignore[arg-type]
        assert (refused.status_code, refused.json()["cap"]) == (400, "graph")
        told = ASK.get(place + "graph", params={"graph": own}, headers={"Accept": "text/turtle"})
        assert "a note" in told.text
        update = {"update": "DROP ALL"}
        bearer = {"Authorization": f"Bearer {token}"}
        assert ASK.post(place + "sparql", data=update, headers=bearer).status_code == 400
        with pytest.raises(Busy), writing(store):
            pass
        time.sleep(2)  # the writer rests, and the store can be built
        with writing(store):
            busy = ASK.put(place + "graph/own/more", **put)  # type: ignore[arg-type]
            assert (busy.status_code, busy.json()["cap"]) == (503, "store")
        query = {"query": "ASK { GRAPH <" + own + "> { ?s ?p ?o } }"}
        assert ASK.get(place + "sparql", params=query).json()["boolean"] is True
    with served("--store", str(store), "--token-file", str(file)) as (process, _, place):
        assert ASK.get(place + "sparql", params=query).json()["boolean"] is True
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
        assert process.stdout is not None
        assert process.stdout.read() == ""  # the token is known, and is not told again


def test_a_plain_store_is_made_where_there_is_none(tmp_path: Path) -> None:
    with served("--scratch", str(tmp_path / "plain")) as (process, _, place):
        assert process.stdout is not None
        token = process.stdout.readline().split()[-1]
        update = {"update": "INSERT DATA { <urn:a> <urn:b> 1 }"}
        headers = {"Authorization": f"Bearer {token}"}
        assert ASK.post(place + "sparql", data=update, headers=headers).status_code == 204
    assert len(ox.Store.read_only(str(tmp_path / "plain" / "graph"))) == 1


def test_what_others_write_is_served_a_moment_later(tmp_path: Path) -> None:
    graph = ox.Store(str(tmp_path / "graph"))
    graph.flush()
    with served("--scratch", str(tmp_path)) as (_, _, place):
        query = {"query": "ASK { ?s ?p ?o }"}
        assert ASK.get(place + "sparql", params=query).json()["boolean"] is False
        graph.add(ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:b"), ox.NamedNode("urn:c")))
        graph.flush()
        for _ in range(60):
            if ASK.get(place + "sparql", params=query).json()["boolean"]:
                break
            time.sleep(0.5)
        else:
            pytest.fail("it was never served")


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--host", "0.0.0.0"], "say --public"),
        (["--store", "no-such-store.db"], "there is no store at"),
        (["--port", "1", "--host", "192.0.2.1", "--public"], "cannot listen on"),
    ],
)
def test_what_cannot_be_served_is_said(arguments: list[str], why: str, tmp_path: Path) -> None:
    given = arguments if "--store" in arguments else ["--scratch", str(tmp_path), *arguments]
    command = [sys.executable, "-m", "compendium.cli", "serve", *given]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert why in re.sub(r"[\s│]+", " ", done.stderr)
