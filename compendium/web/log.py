"""The access log: a line of JSON for each request, without what was asked.

Queries and searches are made of the words of marked documents; the log has neither them nor the parameters.
"""

import json
import time
from collections.abc import Callable
from typing import TypeAlias

from starlette.types import ASGIApp, Message, Receive, Scope, Send

Write: TypeAlias = Callable[[str], object]


class Logged:
    """An application whose requests are written down, each when its answer is sent.

    >>> import asyncio
    >>> from starlette.responses import PlainTextResponse
    >>> from tests.web.served import asked
    >>> lines = []
    >>> told = asked(Logged(PlainTextResponse("yes"), lines.append), "/search?q=secret")
    >>> sorted(json.loads(lines[0]))
    ['bytes', 'client', 'method', 'ms', 'path', 'status', 'time']
    >>> "secret" in lines[0]
    False
    """

    def __init__(self, app: ASGIApp, write: Write) -> None:
        self.app, self.write = app, write

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, and write down what was answered."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began = time.monotonic()
        sent = {"status": 0, "bytes": 0}

        async def counted(message: Message) -> None:
            if message["type"] == "http.response.start":
                sent["status"] = message["status"]
            elif message["type"] == "http.response.body":
                sent["bytes"] += len(message.get("body", b""))
            await send(message)

        try:
            await self.app(scope, receive, counted)
        finally:
            self.write(_line(scope, sent, time.monotonic() - began))


def _line(scope: Scope, sent: dict[str, int], seconds: float) -> str:
    client = scope.get("client")
    told = {
        "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "client": client[0] if client else None,
        "method": scope["method"],
        "path": scope["path"],
        **sent,
        "ms": round(seconds * 1000, 1),
    }
    return json.dumps(told) + "\n"
