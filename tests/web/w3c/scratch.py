"""A service over a plain store, on a port of this machine, as `compendium serve --scratch` starts it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pyoxigraph as ox

from compendium.web.app import app
from compendium.web.context import Context
from compendium.web.server import Server, listening
from compendium.web.settings import LOOPBACK, Settings
from compendium.web.state import State, state
from compendium.web.writing import Writer
from queries.contain import Pool

TOKEN = "a token for tests only"


@contextmanager
def scratch(folder: Path, *, hosts: tuple[str, ...] = LOOPBACK) -> Iterator[httpx.Client]:
    """A client of the service, which knows its address and its token."""
    ox.Store(str(folder / "graph")).flush()
    with listening("127.0.0.1", 0) as made, Pool(folder) as pool:
        settings = Settings(folder, token=TOKEN, scratch=True, allowed_hosts=hosts).at(made.getsockname()[1])
        writer = Writer(folder)
        context = Context(settings, pool, State(state(folder)), writer)
        ready = threading.Event()
        server = Server(app(context), ready=ready.set, grace=1)
        thread = threading.Thread(target=server.run_on, args=(made,))
        thread.start()
        try:
            assert ready.wait(10)
            headers = {"Authorization": f"Bearer {TOKEN}"}
            with httpx.Client(base_url=settings.url, headers=headers, timeout=60) as client:
                yield client
        finally:
            server.stop()
            thread.join()
            writer.close()
