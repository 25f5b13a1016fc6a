"""What a worker does when things go wrong: in the engine, in its memory, with its parent."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from queries.contain import Asked, Limits, Pool
from queries.contain.frame import Outcome
from queries.contain.worker import Worker

ROOT = Path(__file__).parents[3]
SHAPE = ROOT / "tests" / "data" / "shape.trig"
TOLD = {"prefixes": {}, "rows": 10, "bytes": 1000}
YES = Asked("ASK {}", "text/csv")


class Panic(BaseException):
    """What the engine raises where it should not have come to; no Exception."""


class Broken:
    """A store in which every query fails."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def query(self, sparql: str, **options: Any) -> None:
        raise self.error


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (Panic("index out of bounds"), Outcome.LOST),
        (KeyboardInterrupt(), Outcome.LOST),
        (MemoryError(), Outcome.MEMORY),
        (RuntimeError("no such function"), Outcome.FAILED),
        (OSError("the disk is gone"), Outcome.UNREADABLE),
        (RuntimeError("Corruption: block checksum mismatch in /a/b.sst"), Outcome.UNREADABLE),
        (SyntaxError("error at 1:2: no"), Outcome.BROKEN),
    ],
)
def test_whatever_the_engine_raises_is_told(error: BaseException, outcome: Outcome) -> None:
    worker = Worker(ox.Store(), TOLD)
    worker.store = Broken(error)  # type: ignore[assignment]
    assert worker.answer({"q": "ASK {}", "m": "text/csv"})[0] is outcome


def pids(pool: Pool) -> set[int]:
    return {cell.process.pid for cell in pool._keeper._all}


def test_memory_is_given_back() -> None:
    sorting = Asked(
        "SELECT (COUNT(*) AS ?n) { { SELECT DISTINCT * { ?a ?b ?c . ?d ?e ?f VALUES ?x { 1 2 3 4 5 6 } } } }",
        "text/csv",
    )
    with Pool(SHAPE, limits=Limits(seconds=60), workers=1, spare=0) as pool:
        (before,) = pids(pool)
        for _ in range(100):
            pool.run(YES)
        assert pids(pool) == {before}, "a worker stays while it is lean"
        assert pool.run(sorting).rows == 1
        pool.run(YES)
        assert until(lambda: before not in pids(pool) and len(pids(pool)) == 1), "what has grown makes way"
        (after,) = pids(pool)
        resident = int(Path(f"/proc/{after}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        assert resident < 150 << 20


PARENT = """
import sys, time
from pathlib import Path
from threading import Thread
from queries.contain import Asked, Limits, Pool
pool = Pool(Path(sys.argv[1]), limits=Limits(seconds=60), workers=2, spare=1)
long = Asked("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", "text/csv")
Thread(target=pool.run, args=(long,), daemon=True).start()
time.sleep(0.5)
print(*(cell.process.pid for cell in pool._keeper._all), flush=True)
time.sleep(600)
"""


def ended(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] in "ZX"
    except OSError:
        return True


def until(true: Any) -> bool:
    deadline = time.monotonic() + 5
    while not (found := bool(true())) and time.monotonic() < deadline:
        time.sleep(0.02)
    return found


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_workers_end_with_their_parent_and_leave_no_folder(tmp_path: Path, how: signal.Signals) -> None:
    ox.Store(str(tmp_path / "graph")).bulk_load(path=str(SHAPE), format=ox.RdfFormat.TRIG)
    parent = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(PARENT), str(tmp_path)], stdout=subprocess.PIPE, cwd=ROOT
    )
    assert parent.stdout is not None
    workers = [int(one) for one in parent.stdout.readline().split()]
    assert len(workers) >= 3
    assert not any(map(ended, workers))
    parent.send_signal(how)
    parent.wait()
    parent.stdout.close()
    assert until(lambda: all(map(ended, workers))), "one of them was in the middle of a query"
    with Pool(tmp_path, workers=1, spare=0) as pool:
        assert pool.run(YES).body == b"true"
        assert len(list(tmp_path.glob(".reading-*"))) == 1, "what the dead one left is gone"
    assert [one.name for one in tmp_path.iterdir()] == ["graph"]


def test_a_pool_leaves_no_process_and_no_folder(tmp_path: Path) -> None:
    ox.Store(str(tmp_path / "graph")).bulk_load(path=str(SHAPE), format=ox.RdfFormat.TRIG)
    with Pool(tmp_path, workers=2, spare=1) as pool:
        workers = pids(pool)
        files = len(os.listdir("/proc/self/fd"))  # noqa: PTH208
        assert pool.sealed in (True, False)
    assert all(map(ended, workers))
    assert [one.name for one in tmp_path.iterdir()] == ["graph"]
    assert len(os.listdir("/proc/self/fd")) < files  # noqa: PTH208


def test_a_worker_inherits_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("")
    with secret.open() as held, Pool(SHAPE, workers=1, spare=0) as pool:
        os.set_inheritable(held.fileno(), True)
        pool._keeper.take_back(cell := pool._lent(), stays=False)
        assert until(lambda: pids(pool) - {cell.process.pid})
        (pid,) = pids(pool) - {cell.process.pid}
        pool.run(YES)
        opened = [os.readlink(one) for one in Path(f"/proc/{pid}/fd").iterdir()]  # noqa: PTH115
    assert not any("secret" in one for one in opened)
