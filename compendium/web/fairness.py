"""One client does not keep another waiting: some requests of each are at work, its others wait behind them.

A client is the address that a request comes from. Behind a proxy that is the proxy's, unless the service was
told to take the proxy's word for it.
"""

import asyncio
import ipaddress
from collections import deque
from dataclasses import dataclass, field
from typing import Final

from starlette.types import ASGIApp, Receive, Scope, Send

from compendium.web.problems import Problem, response
from queries.contain.turns import asking_for

AT_ONCE: Final = 12
"""Requests of one client that are at work. Pages are made in forty threads: no client has all of them."""
WAITING: Final = 32
SECONDS: Final = 5.0
_ALWAYS: Final = "/healthz"
"""Answered whoever asks how often: what is told that a service is dead ends it."""


@dataclass(slots=True)
class _Line:
    busy: int = 0
    waiting: deque["asyncio.Future[bool]"] = field(default_factory=deque)

    def left(self) -> None:
        """One has ended: the next has its place."""
        while self.waiting:
            turn = self.waiting.popleft()
            if not turn.done():
                turn.set_result(True)
                return
        self.busy -= 1


class Fair:
    """An application that works on *at_once* requests of each client, and keeps *waiting* more for *seconds*.

    >>> from starlette.responses import PlainTextResponse
    >>> from tests.web.served import asked
    >>> asked(Fair(PlainTextResponse("yes")), "/").text
    'yes'
    >>> told = asked(Fair(PlainTextResponse("yes"), at_once=0, waiting=0), "/")
    >>> told.status_code, told.json()["cap"], told.headers["retry-after"]
    (429, 'client', '5')
    """

    def __init__(
        self, app: ASGIApp, *, at_once: int = AT_ONCE, waiting: int = WAITING, seconds: float = SECONDS
    ) -> None:
        self.app, self.at_once, self.waiting, self.seconds = app, at_once, waiting, seconds
        self._lines: dict[str, _Line] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer when it is this client's turn, or say that it asks too much at once."""
        if scope["type"] != "http" or scope["path"] == _ALWAYS:
            await self.app(scope, receive, send)
            return
        client = client_of(scope)
        line = self._lines.setdefault(client, _Line())
        try:
            if not await self._may(line):
                await self._too_many()(scope, receive, send)
                return
            try:
                with asking_for(client):
                    await self.app(scope, receive, send)
            finally:
                line.left()
        finally:
            if not line.busy and not line.waiting and self._lines.get(client) is line:
                del self._lines[client]

    async def _may(self, line: _Line) -> bool:
        """Whether a place came free in time."""
        if line.busy < self.at_once:
            line.busy += 1
            return True
        if len(line.waiting) >= self.waiting:
            return False
        loop = asyncio.get_running_loop()
        turn: asyncio.Future[bool] = loop.create_future()
        line.waiting.append(turn)
        timer = loop.call_later(self.seconds, _late, turn)
        try:
            return await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                line.left()
            raise
        finally:
            timer.cancel()
            if turn in line.waiting:
                line.waiting.remove(turn)

    def _too_many(self) -> ASGIApp:
        return response(
            Problem(
                429,
                f"of each client {self.at_once} requests are at work and {self.waiting} wait: send fewer",
                headers={"Retry-After": str(round(self.seconds))},
                cap="client",
            )
        )


def _late(turn: "asyncio.Future[bool]") -> None:
    if not turn.done():
        turn.set_result(False)


def client_of(scope: Scope) -> str:
    """Who sent a request, by its address; of IPv6 by its network, which is given to one household whole.

    >>> client_of({"client": ("192.0.2.7", 1)}), client_of({"client": ("::ffff:192.0.2.7", 1)})
    ('192.0.2.7', '192.0.2.7')
    >>> client_of({"client": ("2001:db8::7", 1)}) == client_of({"client": ("2001:db8::8", 1)})
    True
    >>> client_of({"client": None})
    'unknown'
    """
    given = (scope.get("client") or ("unknown",))[0]
    try:
        found = ipaddress.ip_address(given)
    except ValueError:
        return str(given)
    if isinstance(found, ipaddress.IPv6Address):
        mapped = found.ipv4_mapped
        return str(mapped or ipaddress.ip_network((found.packed, 64), strict=False))
    return str(found)
