"""Clients that take their time: how long a request may come in, how long an answer may wait to be fetched.

The server begins a request when its head is whole, so that what comes before is watched here, on the
connection; the body is watched where it is read.
"""

import asyncio
from asyncio import TimerHandle
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from compendium.web.problems import Problem, response

HEAD_SECONDS: Final = 10.0
HEAD_BYTES: Final = 64 * 1024
BODY_SECONDS: Final = 30.0
BODY_BYTES: Final = 1024 * 1024
WRITTEN_BYTES: Final = 17 * 1024 * 1024
"""What a body may have that comes with a token: an update of 16 MiB and what stands around it."""
STALLED_SECONDS: Final = 30.0
CONNECTIONS: Final = 512


class Patient(HttpToolsProtocol):
    """A connection that ends where its head is late or long, its answer not fetched, or it is one too many.

    >>> Patient.head_seconds, Patient.connections_at_once
    (10.0, 512)
    >>> watched = [Patient.connection_made, Patient.data_received, Patient.connection_lost]
    >>> watched += [Patient.on_message_begin, Patient.on_headers_complete, Patient.on_message_complete]
    >>> watched += [Patient.pause_writing, Patient.resume_writing]
    >>> any(one is getattr(HttpToolsProtocol, one.__name__) for one in watched)
    False
    """

    head_seconds = HEAD_SECONDS
    head_bytes = HEAD_BYTES
    stalled_seconds = STALLED_SECONDS
    connections_at_once = CONNECTIONS
    _late: TimerHandle | None = None
    _stalled: TimerHandle | None = None
    _head = 0
    _begun = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start the clock; the oldest connection without a head makes way where there are too many."""
        super().connection_made(transport)
        self._late = self.loop.call_later(self.head_seconds, transport.abort)
        if len(self.connections) > self.connections_at_once:
            waiting = [one for one in self.connections if isinstance(one, Patient) and one._late]
            (min(waiting, key=Patient._since) if waiting else self).transport.abort()

    def _since(self) -> float:
        return self._late.when() if self._late else 0.0

    def data_received(self, data: bytes) -> None:
        """Take bytes, as long as no head grows too long."""
        if not self._begun:
            self._head += len(data)
        super().data_received(data)
        if not self._begun and self._head > self.head_bytes:
            self.transport.abort()

    def on_message_begin(self) -> None:
        """Start the clock again: a head comes in."""
        if self._late is None:
            self._late = self.loop.call_later(self.head_seconds, self.transport.abort)
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """Stop the clock: the request is begun."""
        self._begun, self._head = True, 0
        self._on_time()
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """The next bytes are those of a new head."""
        self._begun = False
        super().on_message_complete()

    def pause_writing(self) -> None:
        """Start a clock: the client does not fetch what it asked for."""
        super().pause_writing()
        self._watch(self.transport.get_write_buffer_size())

    def resume_writing(self) -> None:
        """Stop that clock."""
        if self._stalled is not None:
            self._stalled.cancel()
            self._stalled = None
        super().resume_writing()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop all clocks."""
        self._on_time()
        if self._stalled is not None:
            self._stalled.cancel()
        super().connection_lost(exc)

    def _on_time(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None

    def _watch(self, left: int) -> None:
        self._stalled = self.loop.call_later(self.stalled_seconds, self._look, left)

    def _look(self, before: int) -> None:
        """Whoever fetched nothing at all since the last look is let go."""
        left = self.transport.get_write_buffer_size()
        if left >= before:
            self.transport.abort()
        else:
            self._watch(left)


class Bounded:
    """An application whose requests have bodies of a certain length and time.

    >>> callable(Bounded(lambda scope, receive, send: None))
    True
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        seconds: float = BODY_SECONDS,
        most: int = BODY_BYTES,
        written: int = WRITTEN_BYTES,
    ) -> None:
        self.app, self.seconds, self.most, self.written = app, seconds, most, written

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 413 or 408 in place of the application where the body is too long or too late."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        most = self.written if b"authorization" in headers else self.most
        said = headers.get(b"content-length", b"0")
        if said.isdigit() and int(said) > most:
            await response(_too_long(most))(scope, receive, send)
            return
        await self.app(scope, _Body(receive, most, self.seconds).receive, send)


class _Body:
    """Reads the body of one request."""

    def __init__(self, receive: Receive, most: int, seconds: float) -> None:
        self._receive, self._most, self._left = receive, most, most
        self._until = asyncio.get_running_loop().time() + seconds
        self._whole = False

    async def receive(self) -> Message:
        if self._whole:  # what follows is that the client has gone, and there is no hurry about that
            return await self._receive()
        try:
            async with asyncio.timeout_at(self._until):
                message = await self._receive()
        except TimeoutError:
            raise Problem(408, "the body did not come in time", cap="body_seconds") from None
        if message["type"] == "http.request":
            self._left -= len(message.get("body", b""))
            self._whole = not message.get("more_body", False)
            if self._left < 0:
                raise _too_long(self._most)
        return message


def _too_long(most: int) -> Problem:
    return Problem(
        413, f"the body is longer than {most} bytes", cap="body_bytes", headers={"Connection": "close"}
    )
