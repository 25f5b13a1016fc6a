"""A build that finds nothing new looks at files and does no more; whatever is not in order it notices."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.load import Summary, build, check
from ingest.load.index import Index, open_index
from ingest.load.layout import Layout
from ingest.load.project import lost
from ingest.load.unchanged import begun
from tests.ingest.guidance import telegram
from tests.ingest.load.files import exported

HEAVY = ("pebble", "pyoxigraph", "re2", "ingest.extract", "ingest.read.forms", "ingest.state", "pypdfium2")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a telegram, a file that is none, a file that lies there, and a store of them."""
    made = tmp_path / "in"
    made.mkdir()
    (made / "a.txt").write_text(telegram(900011, cites=900012))
    (made / "empty.txt").touch()
    (made / "colours.toml").write_text("red = 1\n")
    load(made)
    return made


def load(folder: Path) -> Summary:
    return build([folder], folder.parent / "db", in_process=True)


def worked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Gets a word when a build looks closer."""
    looked: list[str] = []

    def closer(index: Index) -> None:
        looked.append("closer")
        begun(index)

    monkeypatch.setattr("ingest.load.work.begun", closer)
    return looked


def test_a_build_without_news_says_the_same_and_looks_no_closer(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = worked(monkeypatch)
    found = load(folder)
    assert looked == []
    assert (found.unchanged, found.added, found.documents, dict(found.codes), found.others) == (
        *(1, 0, 1),
        {"empty": 1},
        1,
    )
    closer = build([folder], folder.parent / "db", in_process=True, verify=True)
    assert looked == ["closer"]
    # what lies there is named only by a build that looks
    assert replace(closer, skipped=found.skipped) == found


def test_a_build_without_news_imports_nothing_that_reads_documents(folder: Path) -> None:
    asked = (
        "import sys; from pathlib import Path; from ingest.load import build;"
        f"build([Path({str(folder)!r})], Path({str(folder.parent / 'db')!r}));"
        f"print([one for one in {HEAVY!r} if one in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    # the names of things are in a package that reads Turtle
    assert done.stdout.strip() in ("[]", "['pyoxigraph']")


def _new(folder: Path) -> None:
    (folder / "b.txt").write_text(telegram(900012, cites=900013))


def _touched(folder: Path) -> None:
    os.utime(folder / "a.txt", ns=(1, 1))


def _table(folder: Path) -> None:
    next((folder.parent / "db" / "graph").glob("*.sst")).unlink()


def test_whichever_file_of_the_graph_is_missing_the_graph_is_lost(folder: Path) -> None:
    """The database itself opens without those that it does not read at once."""
    layout = Layout(folder.parent / "db")
    index = open_index(layout)
    assert not lost(layout, index)
    tables = sorted(layout.graph.glob("*.sst"))
    assert len(tables) > 16
    for table in tables:
        aside = table.rename(layout.root / "aside")
        assert lost(layout, index), table.name
        aside.rename(table)
    assert not lost(layout, index)
    index.sql.close()


def _graph(folder: Path) -> None:
    shutil.rmtree(folder.parent / "db" / "graph")


def _index(folder: Path) -> None:
    (folder.parent / "db" / "journal.index").unlink()


def _kept(folder: Path) -> None:
    for one in (folder.parent / "db" / "raw").iterdir():
        one.unlink()


def _stopped(folder: Path) -> None:
    """As if another build had been killed after its first step."""
    layout = Layout(folder.parent / "db")
    index = open_index(layout)
    begun(index)
    index.sql.close()


@pytest.mark.parametrize("change", [_new, _touched, _table, _graph, _index, _kept, _stopped])
def test_whatever_is_not_as_it_was_left_is_looked_at_and_mended(
    folder: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None]
) -> None:
    wanted = exported(folder.parent / "db")
    change(folder)
    looked = worked(monkeypatch)
    load(folder)
    assert looked == ["closer"]
    assert check(folder.parent / "db").ok
    if change is not _new:
        assert exported(folder.parent / "db") == wanted
    load(folder)
    assert looked == ["closer"]
