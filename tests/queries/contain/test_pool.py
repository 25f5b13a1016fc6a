"""A pool answers threads and event loops alike, and what stops one query stops no other."""

import asyncio
import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyoxigraph as ox
import pytest

from queries import BrokenQuery, NoStore, Refused, open_reader
from queries.contain import Asked, Limits, Pool
from queries.contain.pool import BRIEF
from queries.error import BadParameter, Busy, OutOfMemory, TookTooLong, TooLarge

SHAPE = Path(__file__).parents[2] / "data" / "shape.trig"
JSON = "application/sparql-results+json"
FOR_EVER = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
TITLE = "SELECT ?t { ?d dcterms:title ?t }"
TITLES = "CONSTRUCT { ?d dcterms:title ?t } WHERE { ?d dcterms:title ?t }"
QUICK = Limits(seconds=0.4, rows=1000, answer_bytes=200_000, memory=256 << 20)


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool(SHAPE, limits=QUICK, workers=2, spare=2) as pool:
        yield pool


@pytest.mark.parametrize(
    ("media", "begins", "rows"),
    [
        (JSON, b'{"head"', 1),
        ("application/sparql-results+xml", b"<?xml", 1),
        ("text/csv", b"t\r\n", 1),
        ("text/tab-separated-values", b"?t\n", 1),
    ],
)
def test_tables(pool: Pool, media: str, begins: bytes, rows: int) -> None:
    told = pool.run(Asked(TITLE, media))
    assert told.body.startswith(begins)
    assert (told.media, told.rows) == (media, rows)


@pytest.mark.parametrize(
    "media",
    [
        "text/turtle",
        "application/n-triples",
        "application/n-quads",
        "application/trig",
        "application/rdf+xml",
        "application/ld+json",
    ],
)
def test_graphs(pool: Pool, media: str) -> None:
    told = pool.run(Asked(TITLES, media))
    read = list(ox.parse(told.body, format=ox.RdfFormat.from_media_type(media)))
    assert [quad.object for quad in read] == [ox.Literal("MTCR: GUIDANCE FOR THE RPOC")]
    assert told.rows is None


def test_a_table_is_no_graph_and_the_other_way(pool: Pool) -> None:
    with pytest.raises(BadParameter, match="a table, which text/turtle"):
        pool.run(Asked(TITLE, "text/turtle"))
    with pytest.raises(BadParameter, match="triples"):
        pool.run(Asked(TITLES, "text/csv"))


def test_the_same_as_a_reader(pool: Pool) -> None:
    reader = open_reader(SHAPE)
    for sparql in (TITLES, "ASK { ?s ?p ?o }", "SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o"):
        assert pool.query(sparql) == reader.query(sparql)


def test_a_broken_query_has_its_place(pool: Pool) -> None:
    with pytest.raises(BrokenQuery) as caught:
        pool.run(Asked("SELECT ?d WHERE {\n ?d a }", JSON))
    assert (caught.value.line, caught.value.column) == (2, 8)


def test_what_is_refused_has_its_place_and_its_cap(pool: Pool) -> None:
    with pytest.raises(Refused) as caught:
        pool.run(Asked("SELECT * {\n  ?s ?p ?o .\n  SERVICE <http://127.0.0.1/> { ?s a ?c } }", JSON))
    assert (caught.value.line, caught.value.column, caught.value.cap) == (3, 3, "SERVICE")


def test_caps_of_the_answer(pool: Pool) -> None:
    with pytest.raises(TooLarge, match="200000 bytes") as long:
        pool.run(Asked("SELECT * { ?a ?b ?c . ?d ?e ?f }", JSON))
    with pytest.raises(TooLarge, match="rows, more than 1000") as many:
        pool.run(Asked("SELECT (1 AS ?n) { ?a a ?c . ?d ?e ?f } LIMIT 1001", "text/csv"))
    assert (long.value.cap, many.value.cap) == ("answer_bytes", "rows")
    assert pool.run(Asked("SELECT (1 AS ?n) { ?a a ?c . ?d ?e ?f } LIMIT 1000", "text/csv")).rows == 1000


def test_time(pool: Pool) -> None:
    for _ in range(2):
        started = time.monotonic()
        with pytest.raises(TookTooLong):
            pool.run(Asked(FOR_EVER, JSON))
        ended = time.monotonic()
        assert ended - started < 1.4
        assert pool.run(Asked("ASK {}", "text/csv")).body == b"true"
        assert time.monotonic() - ended < 0.05


def test_memory() -> None:
    doubled = " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(40))
    asked = Asked('SELECT (STRLEN(?x40) AS ?n) { BIND("aaaaaaaa" AS ?x0) ' + doubled + " }", JSON)
    with Pool(SHAPE, limits=Limits(seconds=30, memory=64 << 20), workers=1, spare=1) as pool:
        with pytest.raises(OutOfMemory, match="64 MiB") as caught:
            pool.run(asked)
        with pytest.raises(OutOfMemory):
            asyncio.run(pool.ask(asked))
        assert caught.value.cap == "memory"
        assert pool.run(Asked("ASK {}", "text/csv")).body == b"true"


def test_graphs_that_a_query_may_see(pool: Pool) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    named = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"

    def counted(
        sparql: str, default: tuple[str, ...] | None = None, named: tuple[str, ...] | None = None
    ) -> int:
        return int(pool.run(Asked(sparql, "text/csv", default, named)).body.split()[1])

    whole = counted(count)
    graph = (
        pool.run(Asked("SELECT ?g { GRAPH ?g { ?d dcterms:title ?t } }", "text/csv")).body.split()[1].decode()
    )
    part = counted(count, (graph,))
    assert 0 < part < whole == counted(count, None, None)
    assert counted(named) >= whole
    assert counted(named, (graph,)) == 0 == counted(count, None, (graph,))
    assert counted(named, None, (graph,)) == part == counted(count.replace("{ ?s", f"FROM <{graph}> {{ ?s"))
    assert counted(count.replace("{ ?s", "FROM <x:none> { ?s"), (graph,)) == part


def test_threads_and_tasks_share_the_workers(pool: Pool) -> None:
    async def many() -> set[bytes]:
        told = await asyncio.gather(*(pool.ask(Asked(TITLE, "text/csv")) for _ in range(40)))
        return {one.body for one in told}

    with ThreadPoolExecutor(6) as threads:
        future = threads.submit(asyncio.run, many())
        bodies = {one.body for one in threads.map(pool.run, [Asked(TITLE, "text/csv")] * 40)}
        assert bodies == future.result()
    assert len(bodies) == 1


def test_a_task_that_is_cancelled_ends_its_query(pool: Pool) -> None:
    async def given_up() -> None:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(pool.ask(Asked(FOR_EVER, JSON)), 0.1)
        assert (await pool.ask(Asked("ASK {}", "text/csv"))).body == b"true"

    asyncio.run(given_up())


def test_all_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    limits = Limits(seconds=0.4)
    monkeypatch.setattr("queries.contain.pool.BRIEF", 0.4)
    with (
        Pool(SHAPE, limits=limits, workers=1, spare=1, seconds_waiting=0.02) as pool,
        ThreadPoolExecutor(1) as other,
    ):
        taken = other.submit(pool.run, Asked(FOR_EVER, JSON))
        time.sleep(0.05)
        with pytest.raises(Busy) as caught:
            pool.run(Asked("ASK {}", JSON))
        with pytest.raises(Busy):
            asyncio.run(pool.ask(Asked("ASK {}", JSON)))
        assert caught.value.wait > 0
        with pytest.raises(TookTooLong):
            taken.result()
        assert pool.run(Asked("ASK {}", "text/csv")).body == b"true"


async def behind(pool: Pool) -> None:
    long = asyncio.create_task(pool.ask(Asked(FOR_EVER, JSON)))
    await asyncio.sleep(BRIEF + 0.1)
    started = time.monotonic()
    assert (await pool.ask(Asked("ASK {}", "text/csv"))).body == b"true"
    assert time.monotonic() - started < 0.1
    with pytest.raises(Busy, match="1 long queries"):
        await pool.ask(Asked(FOR_EVER, JSON))
    with pytest.raises(Busy, match="1 long queries"):
        await asyncio.to_thread(pool.run, Asked(FOR_EVER, JSON))
    with pytest.raises(TookTooLong):
        await long


def test_long_queries_run_behind_brief_ones() -> None:
    with Pool(SHAPE, limits=Limits(seconds=1.5), workers=1, spare=1, aside=1) as pool:
        asyncio.run(behind(pool))
        with pytest.raises(TookTooLong):
            pool.run(Asked(FOR_EVER, JSON))


def test_a_worker_that_ended_while_it_waited_is_not_noticed(pool: Pool) -> None:
    for cell in list(pool._keeper._idle):
        os.kill(cell.process.pid, signal.SIGKILL)
        cell.process.wait()
    assert pool.run(Asked("ASK {}", "text/csv")).body == b"true"
    assert asyncio.run(pool.ask(Asked("ASK {}", "text/csv"))).body == b"true"


def test_a_graph_has_an_iri_as_its_name(pool: Pool) -> None:
    with pytest.raises(BadParameter, match="named by an IRI"):
        pool.run(Asked("ASK {}", JSON, ("no name",)))


def test_after_a_write_the_next_query_sees_it(tmp_path: Path) -> None:
    store = ox.Store(str(tmp_path / "graph"))
    count = Asked("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "text/csv")
    with Pool(tmp_path, workers=2, spare=1) as pool:
        for number in range(6):
            node = ox.NamedNode(f"https://example.org/{number}")
            store.extend([ox.Quad(node, node, node)])
            pool.renew()
            assert [pool.run(count).body.split()[1] for _ in range(4)] == [str(number + 1).encode()] * 4
        deadline = time.monotonic() + 5
        while len(left := list(tmp_path.iterdir())) > 2 and time.monotonic() < deadline:
            time.sleep(0.02)
        assert len(left) == 2, "old snapshots go away with their last reader"
    assert [path.name for path in tmp_path.iterdir()] == ["graph"]


def test_there_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(NoStore, match="compendium build"):
        Pool(tmp_path)
