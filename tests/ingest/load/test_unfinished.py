"""A check of a store whose build was stopped says that, and what to do; nothing else is called wrong."""

import fcntl
from pathlib import Path

import pyoxigraph as ox
import pytest

from ingest.load import build, check, graph_path, work
from ingest.load.errors import Busy
from ontology import terms as t
from tests.ingest.guidance import telegram


def load(store: Path, *numbers: int) -> None:
    folder = store.parent / "in"
    folder.mkdir(exist_ok=True)
    for number in numbers:
        (folder / f"{number}.txt").write_text(telegram(900000 + number, cites=900001 + number))
    build([folder], store, in_process=True)


def stopped(store: Path, monkeypatch: pytest.MonkeyPatch, *numbers: int) -> None:
    """A build that is stopped when it has read everything and written nothing into the graph."""

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(work, "project", stop)
        with pytest.raises(KeyboardInterrupt):
            load(store, *numbers)


def test_a_first_build_that_was_stopped_is_unfinished_and_not_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "db"
    stopped(store, monkeypatch, 1, 2)
    found = check(store)
    assert (found.failures, found.ok) == ((), False)
    assert "2 documents are read and not in the graph yet" in found.unfinished
    assert f"compendium build --store {store}" in found.unfinished
    build([], store, in_process=True)
    assert check(store).ok


def test_what_stands_in_the_graph_already_is_checked_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "db"
    load(store, 1)
    stopped(store, monkeypatch, 2)
    found = check(store)
    assert found.failures == ()
    assert "1 document is read" in found.unfinished
    assert found.checked["documents compared with the journal"] == 1
    ox.Store(str(graph_path(store))).update(f"DELETE WHERE {{ GRAPH ?g {{ ?s <{t.OA_EXACT}> ?o }} }}")
    assert {one.check for one in check(store).failures} == {"journal", "spans"}


def test_nothing_is_checked_while_a_build_is_at_work(tmp_path: Path) -> None:
    store = tmp_path / "db"
    load(store, 1)
    with (store / "lock").open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with pytest.raises(Busy, match="being written"):
            check(store)
