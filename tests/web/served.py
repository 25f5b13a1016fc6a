"""A service over the sample of everything, and requests to it without a network."""

import asyncio
import atexit
from functools import cache
from pathlib import Path

import httpx
from starlette.types import ASGIApp

from compendium.web.context import Context
from compendium.web.settings import Settings
from compendium.web.state import State
from queries.contain import Pool

SHAPE = Path("tests/data/shape.trig")
HERE = "http://127.0.0.1:8765"


@cache
def context() -> Context:
    """The sample, served to be read; made once, and ended with the process."""
    pool = Pool(SHAPE)
    atexit.register(pool.close)
    return Context(Settings(SHAPE), pool, State("sample"))


def asked(app: ASGIApp, path: str, method: str = "GET", **more: object) -> httpx.Response:
    """What an application answers to one request."""

    async def one() -> httpx.Response:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=HERE) as client:
            return await client.request(method, path, **more)  # type: ignore[arg-type]

    return asyncio.run(one())
