"""One client that floods waits behind itself: others are answered as if it were not there."""

import asyncio
import json
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from compendium.web.fairness import Fair
from queries.contain import Asked, Limits, Pool
from queries.contain.turns import asking_for
from queries.error import Busy, Crowding, TookTooLong
from tests.web.served import SHAPE
from tests.web.serving.process import served

JSON = "application/sparql-results+json"
FOR_EVER = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"
LATE = 20.0
"""Far more seconds than anything here takes, on a machine that is busy too."""


async def asks(app: Fair, client: str) -> int:
    transport = httpx.ASGITransport(app, client=(client, 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as one:
        return (await one.get("/", timeout=LATE)).status_code


def test_one_client_has_so_many_requests_at_work_and_others_have_theirs() -> None:
    async def check() -> None:
        done, work = asyncio.Event(), Counter[str]()

        async def slow(scope: Scope, receive: Receive, send: Send) -> None:
            client = Request(scope).client
            assert client is not None
            work[client.host] += 1
            if client.host == "192.0.2.1":
                await done.wait()
            await PlainTextResponse("yes")(scope, receive, send)

        app = Fair(slow, at_once=3, waiting=4, seconds=LATE)
        flood = [asyncio.create_task(asks(app, "192.0.2.1")) for _ in range(10)]
        while sum(one.done() for one in flood) < 3:
            await asyncio.sleep(0)
        assert [await one for one in flood if one.done()] == [429] * 3
        assert work["192.0.2.1"] == 3
        assert await asks(app, "192.0.2.2") == 200  # while the other is at work
        done.set()
        assert Counter(await asyncio.gather(*flood)) == {200: 7, 429: 3}
        assert app._lines == {}

    asyncio.run(check())


def test_who_gives_up_or_comes_too_late_holds_no_place() -> None:
    async def check() -> None:
        done = asyncio.Event()

        async def slow(scope: Scope, receive: Receive, send: Send) -> None:
            await done.wait()
            await PlainTextResponse("yes")(scope, receive, send)

        app = Fair(slow, at_once=1, waiting=2, seconds=0.05)
        first = asyncio.create_task(asks(app, "a"))
        await asyncio.sleep(0)
        left = asyncio.create_task(asks(app, "a"))
        assert await asks(app, "a") == 429  # after its time
        left.cancel()
        done.set()
        assert await first == 200
        await asyncio.gather(left, return_exceptions=True)
        assert await asks(app, "a") == 200
        assert app._lines == {}

    asyncio.run(check())


def test_clients_take_turns_where_they_wait_for_workers() -> None:
    """One asks forty times and then another once: it is second or third, not the last."""

    async def check(pool: Pool) -> list[str]:
        order: list[str] = []

        async def one(client: str) -> None:
            with asking_for(client):
                await pool.ask(Asked("SELECT * { ?s ?p ?o }", JSON))
            order.append(client)

        await asyncio.gather(*(one("flood") for _ in range(40)), one("other"))
        return order

    with Pool(SHAPE, workers=1, spare=0, seconds_waiting=LATE) as pool:
        order = asyncio.run(check(pool))
        assert len(order) == 41
        assert order.index("other") < 5


def test_the_last_place_for_long_queries_is_for_a_client_that_has_none() -> None:
    def long(client: str) -> type[BaseException] | None:
        with asking_for(client):
            try:
                pool.run(Asked(FOR_EVER, JSON))
            except (Busy, TookTooLong) as error:
                return type(error)
        return None

    with (
        Pool(SHAPE, limits=Limits(seconds=3), workers=2, spare=2, aside=2, seconds_waiting=LATE) as pool,
        ThreadPoolExecutor(8) as threads,
    ):
        flood = [threads.submit(long, "flood") for _ in range(6)]
        while sum(one.done() for one in flood) < 5:
            time.sleep(0.02)
        other = threads.submit(long, "other")
        assert Counter(one.result() for one in flood) == {Crowding: 5, TookTooLong: 1}
        assert other.result() is TookTooLong  # it had its time


def test_a_second_client_is_answered_while_the_first_floods(tmp_path: Path) -> None:
    graph = ox.Store(str(tmp_path / "graph"))
    graph.bulk_load(path=str(SHAPE), format=ox.RdfFormat.TRIG)
    graph.flush()
    del graph
    with (
        served("--scratch", str(tmp_path), "--seconds", "1") as (_, _, place),
        ThreadPoolExecutor(32) as threads,
    ):
        stop = time.monotonic() + 4

        def flooding(_: int) -> Counter[int]:
            told = Counter[int]()
            with httpx.Client(timeout=60) as client:
                while time.monotonic() < stop:
                    given = client.get(place + "sparql", params={"query": FOR_EVER})
                    told[given.status_code] += 1
                    assert given.status_code in (429, 503)
                    assert int(given.headers["retry-after"]) > 0
                    assert given.json()["cap"] in ("client", "seconds", "workers")
            return told

        flood = [threads.submit(flooding, number) for number in range(32)]
        other = httpx.Client(transport=httpx.HTTPTransport(local_address="127.0.0.2"), timeout=LATE)
        answered = 0
        while time.monotonic() < stop:
            told = other.get(place + "sparql", params={"query": "ASK { ?d a reg:Cable }"})
            assert (told.status_code, told.json()["boolean"]) == (200, True)
            answered += 1
        told_to_wait: Counter[int] = sum((one.result() for one in flood), Counter())
    assert answered >= 5
    assert told_to_wait[429] > 0


@pytest.mark.parametrize(("trusted", "client"), [((), "127.0.0.1"), (("--proxy", "127.0.0.1"), "192.0.2.9")])
def test_only_a_proxy_that_was_named_says_who_asks(
    trusted: tuple[str, ...], client: str, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    with served("--scratch", str(tmp_path / "plain"), "--log", str(log), *trusted) as (_, _, place):
        httpx.get(place + "healthz", headers={"X-Forwarded-For": "192.0.2.9"})
    assert json.loads(log.read_text().splitlines()[0])["client"] == client
