"""The same queries on an endpoint, within bounds."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from queries import RemoteFailure, find_question
from queries.remote import Remote
from queries.term import iri
from tests.queries.world import library

JSON = "application/sparql-results+json"


@contextmanager
def endpoint(status: int, kind: str, body: bytes, *, slow: float = 0.0, to: str = "") -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(status)
            self.send_header("Content-Type", kind)
            if to:
                self.send_header("Location", to)
            self.end_headers()
            for at in range(0, len(body), 20000):
                self.wfile.write(body[at : at + 20000])
                self.wfile.flush()
                time.sleep(slow)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/sparql"
    finally:
        server.shutdown()


def test_gives_the_same_result_as_a_store() -> None:
    question = find_question("documents-not-held")
    assert question is not None
    here = library().query(question.bound({}))
    with endpoint(200, JSON, here.written("json").encode()) as url:
        assert Remote(url).query(question.bound({})).dicts() == here.dicts()


@pytest.mark.parametrize(
    ("status", "kind", "body", "why"),
    [
        (400, "text/plain", b"bad query at line 3", "answered 400 to query: bad query at line 3"),
        (200, JSON, b'{"head":{"vars":["a"]},"results":{"bind', "cut off or damaged"),
        (200, "text/html", b"<html>", "neither a result nor RDF"),
        (200, JSON, b" " * 300_000, "more than 100000 bytes"),
    ],
)
def test_says_what_went_wrong(status: int, kind: str, body: bytes, why: str) -> None:
    with endpoint(status, kind, body) as url, pytest.raises(RemoteFailure, match=why):
        Remote(url, most=100_000).query("SELECT ?a WHERE { ?a ?b ?c }")


def test_a_reply_that_drips_is_given_up() -> None:
    began = time.monotonic()
    with (
        endpoint(200, JSON, b" " * 400_000, slow=0.2) as url,
        pytest.raises(RemoteFailure, match="not done after"),
    ):
        Remote(url, timeout=0.5).query("SELECT ?a WHERE { ?a ?b ?c }")
    assert time.monotonic() - began < 3


def test_is_not_sent_on_to_another_host() -> None:
    there = "http://localhost:9/elsewhere"
    with endpoint(302, "text/plain", b"", to=there) as url, pytest.raises(RemoteFailure, match="sends on to"):
        Remote(url).query("SELECT ?a WHERE { ?a ?b ?c }")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.org/x", "example.org", ""])
def test_only_http(url: str) -> None:
    with pytest.raises(RemoteFailure, match="not an http or https address"):
        Remote(url)


def test_parameters_are_terms() -> None:
    question = find_question("documents-citing")
    assert question is not None
    assert "<https://example.org/a>" in question.bound({"document": (iri("https://example.org/a"),)})
