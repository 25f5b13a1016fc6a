"""Builds that are asked to stop, with the real signals, at several moments."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ingest.load import build, check
from ingest.tables import knowledge
from tests.ingest.guidance import telegram
from tests.ingest.load.files import exported

COMPENDIUM = [sys.executable, "-m", "compendium.cli"]


def cables(folder: Path, count: int) -> Path:
    """Telegrams, each citing the next."""
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:03d}.txt").write_text(telegram(900100 + number, cites=900101 + number))
    return folder


def stopped(folder: Path, store: Path, *, lines: int, by: signal.Signals) -> subprocess.CompletedProcess[str]:
    """A build that gets a signal, it and its processes, when its journal has so many lines."""
    process = subprocess.Popen(
        [*COMPENDIUM, "build", str(folder), "--store", str(store)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    journal, deadline = store / "journal", time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline:
        if (store / "lock").exists() and (
            not lines or (journal.exists() and journal.read_bytes().count(b"\n") >= lines)
        ):
            break
        time.sleep(0.01)
    if process.poll() is None:
        os.killpg(process.pid, by) if by is signal.SIGINT else process.send_signal(by)
    output, errors = process.communicate(timeout=60)
    return subprocess.CompletedProcess(process.args, process.returncode, output, errors)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return cables(tmp_path_factory.mktemp("stopped") / "in", 70)


@pytest.fixture(scope="module")
def wanted(folder: Path) -> bytes:
    build([folder], folder.parent / "db", knowledge=knowledge(), in_process=True)
    return exported(folder.parent / "db")


@pytest.mark.parametrize(("lines", "by"), [(0, signal.SIGINT), (1, signal.SIGTERM), (70, signal.SIGINT)])
def test_a_build_that_is_asked_to_stop_keeps_what_was_read(
    tmp_path: Path, folder: Path, wanted: bytes, lines: int, by: signal.Signals
) -> None:
    store = tmp_path / "db"
    ended = stopped(folder, store, lines=lines, by=by)
    if ended.returncode:
        # Python ends by the signal itself where that came while it made a class; a shell says 130 for both
        assert ended.returncode in (128 + by, -by), ended.stderr
        assert "the same command goes on from there" in ended.stderr
    assert "Traceback" not in ended.stderr
    done = subprocess.run(
        [*COMPENDIUM, "build", str(folder), "--store", str(store)],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert check(store, shapes=False).ok
    assert exported(store) == wanted
