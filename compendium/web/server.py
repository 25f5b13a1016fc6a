"""The one process that listens: its socket, its protocol, and how it ends."""

import asyncio
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

import uvicorn
from starlette.types import ASGIApp

from compendium.web.deadlines import Patient

GRACE: Final = 10
"""Seconds that requests have to end when the service is stopped."""


def listening(host: str, port: int) -> socket.socket:
    """A socket on which connections are taken; port 0 is any that is free.

    It names its protocol, so that small answers are sent at once and do not wait for the client's next word.

    >>> with listening("127.0.0.1", 0) as made:
    ...     made.getsockname()[1] > 0
    True
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host, port))
        made.listen(2048)
    except OSError:
        made.close()
        raise
    return made


class Server(uvicorn.Server):
    """Serves until it is told to stop, by a signal or by ``stop``, and then lets requests end.

    Of *proxies* it believes who sent a request (``X-Forwarded-For``); of nobody else.

    >>> server = Server(None, ready=lambda: None)
    >>> server.stop()
    >>> server.should_exit
    True
    >>> Server.startup is uvicorn.Server.startup, Server.capture_signals is uvicorn.Server.capture_signals
    (False, False)
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        ready: Callable[[], object],
        grace: int = GRACE,
        proxies: tuple[str, ...] = (),
    ) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                http=Patient,
                ws="none",
                lifespan="on",
                log_config=None,
                log_level="error",
                access_log=False,
                proxy_headers=bool(proxies),
                forwarded_allow_ips=list(proxies),
                server_header=False,
                timeout_graceful_shutdown=grace,
            )
        )
        self.ready = ready

    def run_on(self, made: socket.socket) -> None:
        """Serve on a socket until the end; blocks.

        >>> with listening("127.0.0.1", 0) as made:
        ...     server = Server(None, ready=lambda: None)
        ...     server.should_exit = True
        ...     callable(server.run_on)
        True
        """
        asyncio.run(self.serve(sockets=[made]))

    def stop(self) -> None:
        """End when what is at work has been answered."""
        self.should_exit = True

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, and say so."""
        await super().startup(sockets)
        self.ready()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Stop at the first signal, at once at the second; the process then ends without a fault."""
        loop = asyncio.get_running_loop()
        signals: tuple[signal.Signals, ...] = (signal.SIGINT, signal.SIGTERM)
        try:
            for one in signals:
                loop.add_signal_handler(one, self._told)
        except (RuntimeError, ValueError):  # not the main thread, which alone is told of signals
            signals = ()
        try:
            yield
        finally:
            for one in signals:
                loop.remove_signal_handler(one)

    def _told(self) -> None:
        self.force_exit = self.should_exit
        self.should_exit = True
