"""The graph sent to another store: to a service of ours, and to servers that misbehave."""

import http.server
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

import httpx
import pyoxigraph as ox
import pytest
from typer.testing import CliRunner

from compendium.cli import app
from compendium.pushing import Manners, Record, Target, push
from compendium.pushing.graphs import names
from queries import BadParameter, open_reader
from queries.error import RemoteFailure
from tests.web.served import SHAPE
from tests.web.w3c.scratch import TOKEN, scratch

SECRET = f"Bearer {TOKEN}"


def quads(client: httpx.Client) -> set[str]:
    """All that a served store holds, as lines."""
    reply = client.get(
        "sparql",
        params={"query": "SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }"},
        headers={"Accept": "text/csv"},
    )
    assert reply.status_code == 200
    return set(reply.text.splitlines()[1:])


def held() -> set[str]:
    """All that the sample holds, as the same lines."""
    found = open_reader(SHAPE).query("SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }")
    return set(found.written("csv").splitlines()[1:])


@pytest.mark.parametrize("protocol", ["graph-store", "update"])
@pytest.mark.parametrize("batch", [4096, 1024 * 1024])
def test_everything_arrives_and_arrives_once(tmp_path: Path, protocol: str, batch: int) -> None:
    reader, file = open_reader(SHAPE), tmp_path / "pushed.jsonl"
    with scratch(tmp_path) as client:
        url = f"{client.base_url}{'graph' if protocol == 'graph-store' else 'sparql'}"
        target = Target(
            url,
            "graph-store" if protocol == "graph-store" else "update",
            f"{client.base_url}sparql",
            Manners(batch=batch),
            SECRET,
        )
        sent = push(reader, target, Record.read(file, url))
        assert (sent.graphs, sent.there, sent.differ) == (len(names(reader)), 0, ())
        assert sent.triples == len(reader.store)
        assert (sent.batches > sent.graphs) == (batch == 4096)
        assert dict(sent.levels)["C"] >= 1
        assert quads(client) == held()
        second = push(reader, target, Record.read(file, url))
        assert (second.graphs, second.size, second.differ) == (0, 0, ())
        third = push(reader, target, Record.read(file, url), again=True)
        assert third.graphs == sent.graphs
        assert quads(client) == held()


def test_a_graph_that_the_target_lost_is_found_and_sent_again(tmp_path: Path) -> None:
    reader, file = open_reader(SHAPE), tmp_path / "pushed.jsonl"
    with scratch(tmp_path) as client:
        url = f"{client.base_url}graph"
        target = Target(url, authorization=SECRET, asked=f"{client.base_url}sparql")
        push(reader, target, Record.read(file, url))
        lost = names(reader)[0]
        assert client.delete("graph", params={"graph": lost}).status_code == 204
        sent = push(reader, target, Record.read(file, url))
        assert [(name, there) for name, there, _ in sent.differ or ()] == [(lost, 0)]
        assert push(reader, target, Record.read(file, url)).graphs == 1
        assert quads(client) == held()


def test_graphs_are_read_back_where_nothing_counts(tmp_path: Path) -> None:
    with scratch(tmp_path) as client:
        url = f"{client.base_url}graph"
        sent = push(open_reader(SHAPE), Target(url, authorization=SECRET), Record(None, url))
        assert sent.differ == ()


def test_what_is_no_more_is_told_and_removed_when_asked(tmp_path: Path) -> None:
    plain = ox.Store(str(tmp_path / "small"))
    plain.add(ox.Quad(*map(ox.NamedNode, ("urn:s", "urn:p", "urn:o", "urn:g"))))
    plain.add(ox.Quad(*map(ox.NamedNode, ("urn:s", "urn:p", "urn:o", "urn:old"))))
    plain.flush()
    (tmp_path / "there").mkdir()
    with scratch(tmp_path / "there") as client:
        url, file = f"{client.base_url}graph", tmp_path / "pushed.jsonl"
        target = Target(url, authorization=SECRET)
        push(open_reader(tmp_path / "small"), target, Record.read(file, url))
        plain.remove_graph(ox.NamedNode("urn:old"))
        plain.flush()
        sent = push(open_reader(tmp_path / "small"), target, Record.read(file, url))
        assert sent.left == ("urn:old",)
        assert len(quads(client)) == 2
        assert push(open_reader(tmp_path / "small"), target, Record.read(file, url), prune=True).removed == 1
        assert quads(client) == {"urn:g,urn:s,urn:p,urn:o"}


def test_blank_nodes_stay_one_thing(tmp_path: Path) -> None:
    (tmp_path / "two.trig").write_text("<urn:g> { <urn:a> <urn:p> _:b . _:b <urn:p> _:c . _:c <urn:q> 1 }")
    (tmp_path / "there").mkdir()
    with scratch(tmp_path / "there") as client:
        url = f"{client.base_url}graph"
        push(open_reader(tmp_path / "two.trig"), Target(url, authorization=SECRET), Record(None, url))
        joined = client.get("sparql", params={"query": "ASK { <urn:a> <urn:p>/<urn:p>/<urn:q> 1 }"}).json()
        assert joined["boolean"] is True


class _Seen(http.server.BaseHTTPRequestHandler):
    replies: ClassVar[list[tuple[int, dict[str, str]]]]
    seen: ClassVar[list[tuple[str, str, str | None]]]

    def _reply(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.seen.append((self.command, self.path, self.headers.get("Authorization")))
        code, headers = self.replies.pop(0) if self.replies else (204, {})
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_PUT = do_POST = do_DELETE = _reply  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def misbehaving(
    *replies: tuple[int, dict[str, str]],
) -> Iterator[tuple[str, list[tuple[str, str, str | None]]]]:
    """A server with these answers, one after the other, then 204; and what it was sent."""
    kind = type("Seen", (_Seen,), {"replies": list(replies), "seen": []})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), kind)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/data", kind.seen  # type: ignore[attr-defined]
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_passing_fault_is_waited_for_as_long_as_the_server_says() -> None:
    waits: list[float] = []
    with misbehaving((503, {"Retry-After": "7"}), (503, {})) as (url, seen):
        Target(url, manners=Manners(sleep=waits.append)).put("urn:g", b"", first=True)
    assert waits == [7.0, 2.0]
    assert [method for method, _, _ in seen] == ["PUT"] * 3


@pytest.mark.parametrize("code", [400, 401, 403, 404, 409, 413, 415])
def test_what_will_not_pass_is_tried_once(code: int) -> None:
    with misbehaving((code, {})) as (url, seen), pytest.raises(RemoteFailure, match=str(code)):
        Target(url, manners=Manners(sleep=lambda _: None)).put("urn:g", b"", first=True)
    assert len(seen) == 1


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_nothing_that_is_sent_follows_a_redirect(code: int, method: str) -> None:
    with misbehaving() as (elsewhere, reached), misbehaving((code, {"Location": elsewhere})) as (url, seen):
        target = Target(url, authorization="Bearer secret", manners=Manners(tries=1))
        with pytest.raises(RemoteFailure, match="sends on to"):
            if method == "DELETE":
                target.remove("urn:g")
            else:
                target.put("urn:g", b"", first=method == "PUT")
    assert (len(seen), reached) == (1, [])


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_on_the_same_host_neither(code: int) -> None:
    with misbehaving((code, {"Location": "/other"})) as (url, seen), pytest.raises(RemoteFailure):
        Target(url, manners=Manners(tries=1)).put("urn:g", b"<urn:s> <urn:p> 1 .\n", first=False)
    assert len(seen) == 1


def test_a_token_goes_over_no_open_line_and_to_no_other_host() -> None:
    for url in ("http://stores.example/graph", "http://10.0.0.1/graph"):
        with pytest.raises(BadParameter, match="in the open"):
            Target(url, authorization="Bearer secret")
    with pytest.raises(BadParameter, match="another host"):
        Target("https://stores.example/graph", asked="https://other.example/sparql", authorization="Bearer s")
    assert "secret" not in repr(Target("https://stores.example/graph", authorization="Bearer secret"))


def test_a_token_is_not_told_when_a_push_fails(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("very-secret-token\n")
    with misbehaving((403, {})) as (url, seen):
        told = CliRunner().invoke(
            app, ["push", url, "--store", str(SHAPE), "--token-file", str(tmp_path / "token")]
        )
    assert told.exit_code == 2
    assert seen[0][2] == "Bearer very-secret-token"
    assert "secret" not in told.output


def test_a_push_that_was_broken_off_goes_on(tmp_path: Path) -> None:
    file = tmp_path / "pushed.jsonl"
    with misbehaving((204, {}), (204, {}), (500, {})) as (url, seen):
        target = Target(url, "update", manners=Manners(tries=1))
        with pytest.raises(RemoteFailure):
            push(open_reader(SHAPE), target, Record.read(file, url))
        with file.open("a") as opened:
            opened.write('{"url": "cut o')
        sent = push(open_reader(SHAPE), target, Record.read(file, url))
        assert (sent.there, sent.differ) == (2, None)
        assert len(seen) == 3 + sent.batches
        assert push(open_reader(SHAPE), target, Record.read(file, url)).graphs == 0


def test_the_command_tells_what_it_sent(tmp_path: Path) -> None:
    (tmp_path / "token").write_text(TOKEN)
    (tmp_path / "there").mkdir()
    with scratch(tmp_path / "there") as client:
        given = ["--store", str(SHAPE), "--token-file", str(tmp_path / "token")]
        told = CliRunner().invoke(app, ["push", f"{client.base_url}graph", *given])
    assert told.exit_code == 0, told.output
    assert "The counts of all graphs agree." in told.output
    assert "Graphs of documents by marking: C 1" in told.output


def test_a_strange_file_is_no_record(tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("Dear all,\n")
    with pytest.raises(BadParameter, match="letter:1"):
        Record.read(tmp_path / "letter", "urn:x")


def test_curl_pushes_too(tmp_path: Path) -> None:
    curl = shutil.which("curl")
    if curl is None:
        pytest.skip("curl is not there")
    turtle = tmp_path / "one.ttl"
    turtle.write_text("<urn:s> <urn:p> 1 .")
    with scratch(tmp_path) as client:
        where = f"{client.base_url}graph?graph=urn:g"
        head = ["-H", f"Authorization: Bearer {TOKEN}", "-H", "Content-Type: text/turtle"]
        subprocess.run([curl, "-fsS", "-T", str(turtle), *head, where], check=True, timeout=20)
        assert len(quads(client)) == 1
