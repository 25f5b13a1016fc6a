"""What one document cites in part is told by the others, whatever came first."""

from itertools import permutations
from pathlib import Path

import pytest

from ingest.load import build, check
from ingest.load.index import index
from ingest.load.journal import read_journal
from ingest.load.layout import Layout
from ingest.tables import knowledge
from tests.ingest.load.files import exported

CABLE = """P R {day}
FM AMEMBASSY {post}
TO SECSTATE WASHDC PRIORITY 1234

C O N F I D E N T I A L {post} {number:06d}

E.O. 12958: DECL: 04/04/2018
SUBJECT: MTCR: REPORT
{refs}
1. (C) Post reported the matter. Post will report again.
"""


def cable(folder: Path, post: str, number: int, day: str, refs: str = "") -> Path:
    path = folder / f"{post}{number}.txt"
    listed = f"\nREF: {refs}\n" if refs else ""
    path.write_text(CABLE.format(post=post, number=number, day=day, refs=listed))
    return path


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """A telegram of January cites one of December without its year; so does one that is no telegram's own."""
    return [
        cable(tmp_path, "ROME", 900120, "300845Z DEC 07"),
        cable(tmp_path, "PARIS", 900002, "080045Z JAN 08", "A. ROME 900120"),
        cable(tmp_path, "OSLO", 900007, "090045Z JAN 08", "A. PARIS 900002\n     B. ROME 900120"),
    ]


def load(store: Path, *paths: Path) -> None:
    build(paths, store, knowledge=knowledge(), in_process=True)


def settled(store: Path) -> dict[str, dict[str, str]]:
    held = index(read_journal(Layout(store))).held()
    return {one.id: dict(one.settled) for one in held if one.settled}


def test_a_number_of_last_year_is_told_by_the_telegram_that_has_it(tmp_path: Path, files: list[Path]) -> None:
    store = tmp_path / "db"
    load(store, *files)
    told = {"2008ROME900120": "2007ROME900120"}
    assert settled(store) == {"2008PARIS900002": told, "2008OSLO900007": told}
    assert b"document/2008ROME900120" not in exported(store)
    assert check(store, shapes=False).ok


def test_the_graph_is_the_same_in_any_order_and_all_at_once(tmp_path: Path, files: list[Path]) -> None:
    load(tmp_path / "all", *files)
    wanted = exported(tmp_path / "all")
    for order in permutations(range(3)):
        store = tmp_path / "".join(map(str, order))
        for place in order:
            load(store, files[place])
        assert exported(store) == wanted


def test_what_was_settled_stays_so_when_all_is_derived_anew(tmp_path: Path, files: list[Path]) -> None:
    store = tmp_path / "db"
    load(store, *files)
    wanted, journal = exported(store), (store / "journal").read_bytes()
    load(store, *files)
    assert (store / "journal").read_bytes() == journal
    (store / "journal.index").unlink()
    load(store)
    assert exported(store) == wanted
    assert (store / "journal").read_bytes() == journal
