"""A disk that fails is the service's fault: who asked is told so, without a place on this machine."""

import logging
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from compendium.web.app import app
from compendium.web.problems import problem
from compendium.web.writing import Update
from compendium.web.writing.process import Hand, _told
from compendium.web.writing.writer import _done
from ingest.load.errors import NoSpace
from queries.contain import Limits, Pool
from queries.error import NoStore, Unreadable, Unwritten
from tests.web.served import asked, context

EVERY = "SELECT * { ?s ?p ?o }"


def damaged(folder: Path) -> Path:
    """A store whose data files were changed on the disk, but not where it opens them."""
    store = ox.Store(str(folder / "graph"))
    node, words = ox.NamedNode("urn:p"), "some words that are long enough " * 4
    store.bulk_extend(
        ox.Quad(ox.NamedNode(f"urn:s{number}"), node, ox.Literal(f"{number} {words}"))
        for number in range(20000)
    )
    store.optimize()
    store.flush()
    del store
    for file in (folder / "graph").glob("*.sst"):
        data = bytearray(file.read_bytes())
        if len(data) < 100_000:
            continue
        for at in range(len(data) // 4, len(data) * 3 // 4, 97):
            data[at] ^= 255
        file.write_bytes(data)
    return folder


def test_a_store_that_cannot_be_read_is_no_mistake_of_who_asks(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with Pool(damaged(tmp_path), limits=Limits(seconds=3), workers=1, spare=1) as pool:
        service = app(replace(context(), pool=pool))
        with caplog.at_level(logging.ERROR, "compendium.web"):
            told = asked(service, "/sparql", params={"query": EVERY})
        assert (told.status_code, told.json()["cap"]) == (500, "store")
        assert asked(service, "/sparql", params={"query": "ASK {}"}).json()["boolean"] is True
    assert str(tmp_path) not in told.text
    assert ".sst" not in told.text
    assert "Corruption" in caplog.text  # for who keeps the service


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (Unreadable("IO error: /srv/a.db/graph/1.sst"), 500),
        (Unwritten("IO error: /srv/a.db/graph/1.sst"), 503),
        (NoStore("there is no store at /srv/a.db"), 503),
        (OSError(5, "Input/output error", "/srv/a.db"), 500),
    ],
)
def test_no_error_of_the_disk_tells_where_it_is(
    error: Exception, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr("queries.contain.pool.Pool._request", fails)
    for accept in ("application/json", "text/html"):
        told = asked(app(context()), "/sparql", params={"query": "ASK {}"}, headers={"Accept": accept})
        if accept == "application/json":
            assert told.status_code == status
        assert "/srv" not in told.text


@pytest.mark.parametrize(
    "error",
    [
        OSError("IO error: No space left on device: /srv/a.db/graph/1.log"),
        RuntimeError("Corruption: /srv/a.db/graph/1.sst"),
        NoSpace(Path("/srv/a.db"), free=1, needed=2),
    ],
)
def test_a_change_that_the_disk_stopped_is_no_mistake_either(
    error: Exception, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr(Hand, "make", fails)
    change = Update("INSERT DATA { <urn:a> <urn:b> 'LOAD' }", "urn:")
    told = _told(Hand(tmp_path, most=1000), change)
    assert "/srv" in told["why"]
    with pytest.raises(Unwritten) as caught:
        _done(told)
    assert "/srv" not in str(caught.value)
    assert problem(caught.value).status == 503
