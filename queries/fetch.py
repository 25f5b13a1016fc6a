"""One request to another machine, within bounds: its time as a whole, its size, and the host that was named.

The library's own opener follows redirects to any host and to files, takes a proxy from the environment, reads
without end and counts its time anew with each byte. This one does none of that.
"""

import http.client
import socket
import threading
import urllib.request
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import partial
from types import TracebackType
from typing import IO, Any, Final
from urllib.error import HTTPError
from urllib.parse import urlsplit

from queries.error import RemoteFailure

MOST: Final = 64 * 1024 * 1024
PASSING: Final = frozenset({408, 425, 429, 500, 502, 503, 504})
"""The answers after which the same request may work later."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Seconds to connect and in all, bytes of an answer, and a proxy's address where one is to be used."""

    connect: float = 10.0
    total: float = 60.0
    most: int = MOST
    proxy: str | None = None


BOUNDS: Final = Bounds()


@dataclass(frozen=True, slots=True)
class Reply:
    """The type and the body of an answer."""

    kind: str
    body: bytes


def address(url: str) -> str:
    """The address, if it is one of http or https without a password; RemoteFailure otherwise.

    >>> address("https://example.org/sparql")
    'https://example.org/sparql'
    >>> address("https://jane:secret@example.org/sparql")
    Traceback (most recent call last):
    queries.error.RemoteFailure: the address of example.org has a name or password in it: leave it out
    """
    try:
        parts = urlsplit(url)
        named = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        named = None
    if not named or any(sign <= " " for sign in url):
        raise RemoteFailure(f"{url!r} is not an http or https address")
    if parts.username is not None or parts.password is not None:
        raise RemoteFailure(f"the address of {parts.hostname} has a name or password in it: leave it out")
    return url


def fetch(request: urllib.request.Request, bounds: Bounds = Bounds(), *, what: str = "query") -> Reply:
    """The whole answer; RemoteFailure where there is none, or none of that size in that time.

    >>> fetch(urllib.request.Request("http://127.0.0.1:9/"), Bounds(connect=1, total=1))
    Traceback (most recent call last):
    queries.error.RemoteFailure: http://127.0.0.1:9/ did not answer: ...
    """
    url = address(request.full_url).partition("?")[0]
    with _Watch(bounds.total) as watch:
        try:
            with _opener(watch, bounds).open(request, timeout=bounds.connect) as reply:
                found = Reply(reply.headers.get_content_type(), _read(reply, bounds, url))
            if watch.expired:
                # an answer without a length that ended when its connection did
                raise TimeoutError
            return found
        except HTTPError as error:
            said = _excerpt(error)
            raise RemoteFailure(
                f"{url} answered {error.code} to {what}: {said or error.reason}",
                passing=error.code in PASSING,
                wait=_wait(error.headers.get("Retry-After")),
            ) from None
        except (OSError, http.client.HTTPException, ValueError) as error:
            if watch.expired:
                raise RemoteFailure(
                    f"{url} was not done after {bounds.total:g} s: ask for less, or wait longer", passing=True
                ) from None
            if isinstance(error, http.client.IncompleteRead):
                raise RemoteFailure(f"{url} broke off its answer: {error}", passing=True) from None
            raise RemoteFailure(
                f"{url} did not answer: {_reason(error)}", passing=True, absent=True
            ) from None


def _reason(error: Exception) -> str:
    return str(getattr(error, "reason", None) or error) or type(error).__name__


def _excerpt(error: HTTPError) -> str:
    try:
        return " ".join(error.read(500).decode("utf-8", "replace").split())
    except (OSError, http.client.HTTPException):
        return ""


def _wait(said: str | None) -> float | None:
    """The seconds of a Retry-After, which may also be a date."""
    if said is None:
        return None
    if said.strip().isdecimal():
        return float(said)
    try:
        moment = parsedate_to_datetime(said)
    except (TypeError, ValueError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _read(reply: Any, bounds: Bounds, url: str) -> bytes:
    if reply.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise RemoteFailure(f"{url} sent a packed answer, which was not asked for")
    parts: list[bytes] = []
    size, told = 0, reply.headers.get("Content-Length")
    while block := reply.read1(65536):
        size += len(block)
        parts.append(block)
        if size > bounds.most:
            raise RemoteFailure(
                f"{url} sent more than {bounds.most} bytes: ask for less with LIMIT", large=True
            )
    if told is not None and told.isdecimal() and size < int(told):
        # a connection that is shut down at the end of our time looks the same
        raise http.client.IncompleteRead(b"", int(told) - size)
    return b"".join(parts)


@dataclass(slots=True)
class _Watch:
    """Ends the connections of a request when its time is over, whatever they wait for."""

    seconds: float
    expired: bool = False
    held: list[socket.socket] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    timer: threading.Timer | None = None

    def __enter__(self) -> "_Watch":
        self.timer = threading.Timer(self.seconds, self.end)
        self.timer.daemon = True
        self.timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.timer is not None:
            self.timer.cancel()
        with self.lock:
            for one in self.held:
                one.close()

    def end(self) -> None:
        """Shut the connections; who waits for one of them is told."""
        with self.lock:
            self.expired = True
            for one in self.held:
                _shut(one)

    def hold(self, one: socket.socket) -> None:
        """Keep a second handle, which stays valid when the first is wrapped for TLS."""
        with self.lock:
            self.held.append(one.dup())
            if self.expired:
                _shut(self.held[-1])


def _shut(one: socket.socket) -> None:
    try:
        one.shutdown(socket.SHUT_RDWR)
    except OSError:
        return


def _connected(kind: Any, watch: _Watch, seconds: float, *given: Any, **options: Any) -> Any:
    """A connection of that kind which the watch can end."""
    made = kind(*given, **{**options, "timeout": seconds})

    def create(*where: Any, **how: Any) -> socket.socket:
        found = socket.create_connection(*where, **how)
        found.settimeout(watch.seconds + 5)  # the watch comes first
        watch.hold(found)
        return found

    made._create_connection = create
    return made


def _opener(watch: _Watch, bounds: Bounds) -> urllib.request.OpenerDirector:
    """An opener that knows http and https and nothing else, and no proxy but the one that is named."""
    opener = urllib.request.OpenerDirector()
    proxies = {} if bounds.proxy is None else {"http": bounds.proxy, "https": bounds.proxy}
    for handler in (
        urllib.request.ProxyHandler(proxies),
        _Http(watch, bounds.connect),
        _Https(watch, bounds.connect),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _StayHome(),
    ):
        opener.add_handler(handler)
    return opener


class _Http(urllib.request.HTTPHandler):
    def __init__(self, watch: _Watch, seconds: float) -> None:
        super().__init__()
        self._kind = partial(_connected, http.client.HTTPConnection, watch, seconds)

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(self._kind, req)


class _Https(urllib.request.HTTPSHandler):
    def __init__(self, watch: _Watch, seconds: float) -> None:
        super().__init__()
        self._kind = partial(_connected, http.client.HTTPSConnection, watch, seconds)

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(self._kind, req)


class _StayHome(urllib.request.HTTPRedirectHandler):
    """Redirects are followed on the same host, port and scheme only, so that nothing goes to another one."""

    max_redirections = 3

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        if _home(req.full_url) != _home(newurl):
            raise RemoteFailure(
                f"{req.full_url.partition('?')[0]} sends on to {newurl}: name that address if you trust it"
            )
        if req.get_method() not in ("GET", "HEAD", "POST") or req.data is not None:
            # what was to be sent would be left behind, and the answer to a GET taken for its receipt
            raise RemoteFailure(
                f"{req.full_url.partition('?')[0]} sends on to {newurl}: what is sent is sent there only if"
                " you name that address"
            )
        return super().redirect_request(req, fp, code, msg, headers, newurl)

    def http_error_302(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Any
    ) -> Any:
        # the library refuses other schemes before it asks redirect_request, in words that tell no host
        there = headers.get("Location") or ""
        scheme = urlsplit(there).scheme
        if scheme not in ("", "http", "https"):
            raise RemoteFailure(f"{req.full_url.partition('?')[0]} sends on to {there}: that is not followed")
        return super().http_error_302(req, fp, code, msg, headers)

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


def _home(url: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port
