"""Clients that take their time, on real connections."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Mount
from starlette.types import ASGIApp

from compendium.web.app import app
from compendium.web.deadlines import Patient
from compendium.web.server import Server, listening
from tests.web.served import context

GET = b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n"
LONG = 20_000_000


@contextmanager
def serving(served: ASGIApp) -> Iterator[tuple[str, int]]:
    """A service on a port of this machine."""
    ready = threading.Event()
    with listening("127.0.0.1", 0) as made:
        server = Server(served, ready=ready.set, grace=1)
        thread = threading.Thread(target=server.run_on, args=(made,))
        thread.start()
        assert ready.wait(10)
        try:
            yield made.getsockname()[:2]
        finally:
            server.stop()
            thread.join()


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, int]]:
    monkeypatch.setattr(Patient, "head_seconds", 0.5)
    monkeypatch.setattr(Patient, "stalled_seconds", 0.5)
    monkeypatch.setattr(Patient, "connections_at_once", 50)
    with serving(app(context())) as made:
        yield made


def ended(line: socket.socket, seconds: float) -> bool:
    """Whether the other side ends the connection in that time."""
    line.settimeout(seconds)
    try:
        while line.recv(65536):
            pass
    except ConnectionError:
        return True
    except TimeoutError:
        return False
    return True


@pytest.mark.parametrize("begun", [b"", b"G", GET, GET + b"X-Long: " + b"a" * 100])
def test_a_head_that_is_late_is_not_waited_for(place: tuple[str, int], begun: bytes) -> None:
    with socket.create_connection(place) as line:
        line.sendall(begun)
        assert ended(line, 5)


def test_the_second_head_of_a_connection_is_watched_too(place: tuple[str, int]) -> None:
    with socket.create_connection(place) as line:
        line.sendall(GET + b"\r\n" + GET)
        assert ended(line, 3)  # sooner than a connection that waits for nothing


def test_a_head_that_is_long_is_not_read(place: tuple[str, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Patient, "head_seconds", 60.0)
    with socket.create_connection(place) as line:
        with suppress(ConnectionError):
            line.sendall(GET)
            for _ in range(2000):
                line.sendall(b"X-More: " + b"a" * 1000 + b"\r\n")
        assert ended(line, 10)


def test_half_open_connections_keep_nobody_waiting(place: tuple[str, int]) -> None:
    lines = [socket.create_connection(place) for _ in range(200)]
    try:
        for line in lines:
            line.sendall(GET)
        with httpx.Client(base_url=f"http://{place[0]}:{place[1]}", timeout=60) as client:
            began = time.monotonic()
            for _ in range(20):
                assert client.get("/healthz").status_code == 200
            assert (time.monotonic() - began) / 20 < 0.1
    finally:
        for line in lines:
            line.close()


def test_an_answer_that_nobody_fetches_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Patient, "stalled_seconds", 0.5)
    service = Starlette(routes=[Mount("/", app=Response(b"a" * LONG))])
    with serving(service) as place, socket.socket() as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        line.connect(place)
        line.sendall(GET + b"\r\n")
        time.sleep(2)  # more than the answer waits for its next byte to be fetched
        assert len(received(line)) < LONG


def received(line: socket.socket) -> bytes:
    """What comes until the connection ends."""
    line.settimeout(5)
    parts = []
    with suppress(ConnectionError):
        while part := line.recv(1 << 20):
            parts.append(part)
    return b"".join(parts)


def test_small_answers_are_sent_at_once() -> None:
    with listening("127.0.0.1", 0) as made, socket.create_connection(made.getsockname()):
        taken, _ = made.accept()
        with taken:
            assert taken.proto == socket.IPPROTO_TCP  # by which the event loop sends without delay
