"""One request within bounds, against a server that writes what it likes, byte by byte."""

import socket
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from queries.error import RemoteFailure
from queries.fetch import Bounds, fetch

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"


@contextmanager
def saying(words: bytes, *, pause: float = 0.0, hold: float = 0.0) -> Iterator[str]:
    """A server that sends those bytes, one at a time where it pauses, and then holds the line."""
    server = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        try:
            line, _ = server.accept()
        except OSError:
            return
        with line:
            try:
                line.recv(65536)
                step = 1 if pause else len(words) or 1
                for at in range(0, len(words), step):
                    line.sendall(words[at : at + step])
                    time.sleep(pause)
                time.sleep(hold)
            except OSError:
                return

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.getsockname()[1]}/sparql"
    finally:
        server.close()


def failure(words: bytes, *, pause: float = 0.0, hold: float = 0.0) -> RemoteFailure:
    """What is said of such an answer, within two seconds."""
    began = time.monotonic()
    with saying(words, pause=pause, hold=hold) as url, pytest.raises(RemoteFailure) as told:
        fetch(urllib.request.Request(url), Bounds(connect=0.5, total=0.5, most=1000))
    assert time.monotonic() - began < 2
    assert url in str(told.value)
    return told.value


@pytest.mark.parametrize(
    ("words", "pause", "hold"),
    [
        (b"", 0.0, 5.0),
        (OK * 1000, 0.02, 0.0),
        (OK + b"Content-Length: 500\r\n\r\n" + b" " * 500, 0.02, 0.0),
        (OK + b"\r\n" + b" " * 500, 0.02, 0.0),
        (OK + b"\r\nabc", 0.0, 5.0),
    ],
    ids=["says nothing", "endless headers", "drips", "drips without a length", "never ends"],
)
def test_the_whole_answer_has_one_time(words: bytes, pause: float, hold: float) -> None:
    told = failure(words, pause=pause, hold=hold)
    assert "was not done after 0.5 s" in str(told)
    assert told.passing
    assert not told.absent


def test_a_flood_is_stopped_whatever_length_it_names() -> None:
    for length in (b"", b"Content-Length: 3\r\n", b"Content-Length: 2000\r\n"):
        words = OK + length + b"\r\n" + b"x" * 2000
        if length == b"Content-Length: 3\r\n":
            with saying(words) as url:
                assert fetch(urllib.request.Request(url)).body == b"xxx"
        else:
            assert failure(words).large


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (OK + b"Content-Length: 50\r\n\r\nabc", "broke off its answer"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nabc", "broke off its answer"),
        (OK + b"Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc", "a packed answer"),
        (b"SSH-2.0-OpenSSH\r\n\r\n", "did not answer"),
        (OK + b"X: " + b"a" * 70_000 + b"\r\n\r\n", "did not answer"),
        (b"HTTP/1.1 500 Oops\r\nContent-Length: 3\r\n\r\nabc", "answered 500 to query: abc"),
    ],
)
def test_what_is_no_answer_is_told(words: bytes, why: str) -> None:
    assert why in str(failure(words))


def test_where_nobody_listens_is_told_at_once() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{closed.getsockname()[1]}/"
    with pytest.raises(RemoteFailure, match="did not answer") as told:
        fetch(urllib.request.Request(url))
    assert told.value.absent


@pytest.mark.parametrize("url", ["file:///etc/hostname", "ftp://127.0.0.1/x", "data:text/plain,x"])
def test_nothing_but_http_is_opened(url: str) -> None:
    with pytest.raises(RemoteFailure, match="is not an http or https address"):
        fetch(urllib.request.Request(url))
