import fcntl
import io
import json
import subprocess
import sys
from itertools import permutations
from pathlib import Path

import pyoxigraph as ox
import pytest

from ingest.knowledge import Knowledge
from ingest.load import Summary, build, check, compared, export, graph_path, rebuild
from ingest.load.errors import Busy, Damaged, NoSpace, NoStore, TooNew
from ingest.load.export import FORMATS
from ingest.load.index import index
from ingest.load.journal import read_journal
from ingest.load.layout import Layout
from ingest.load.take import Extract
from ingest.load.work import FLOOR
from ingest.tables import knowledge
from ontology import terms as t
from tests.ingest.guidance import read_by_hand, telegram


def load(
    store: Path, *paths: Path, extract: Extract = read_by_hand, tables: Knowledge | None = None
) -> Summary:
    return build(paths, store, knowledge=tables or knowledge(), extract=extract, in_process=True)


def exported(store: Path, form: str = "nq") -> bytes:
    output = io.BytesIO()
    export(store, output, format=form)
    return output.getvalue()


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Three telegrams, each citing the next; the last one cites a document that is not there."""
    folder = tmp_path / "in"
    folder.mkdir()
    made = []
    for number in (1, 2, 3):
        path = folder / f"{number}.txt"
        path.write_text(telegram(900010 + number, cites=900011 + number))
        made.append(path)
    return made


def test_the_same_documents_give_the_same_bytes_in_any_order(tmp_path: Path, files: list[Path]) -> None:
    load(tmp_path / "all", *files)
    wanted = exported(tmp_path / "all")
    assert wanted.count(b"\n") > 3000
    for order in permutations(range(3)):
        store = tmp_path / "".join(map(str, order))
        for place in order:
            load(store, files[place])
        assert exported(store) == wanted


def test_building_again_and_rebuilding_change_nothing(tmp_path: Path, files: list[Path]) -> None:
    store = tmp_path / "db"
    first = load(store, *files)
    wanted = {form: exported(store, form) for form in ("nq", "trig", "ttl", "jsonld")}
    again = load(store, *files)
    assert (first.added, again.added, again.unchanged) == (3, 0, 3)
    rebuild(store, knowledge=knowledge(), extract=read_by_hand, in_process=True)
    assert {form: exported(store, form) for form in wanted} == wanted


def test_every_form_of_the_export_says_the_same(tmp_path: Path, files: list[Path]) -> None:
    store = tmp_path / "db"
    load(store, *files)
    parsed = {form: set(ox.parse(exported(store, form), format=kind)) for form, kind in FORMATS.items()}
    assert parsed["nq"] == parsed["trig"] == parsed["jsonld"]
    assert {one.triple for one in parsed["ttl"]} == {one.triple for one in parsed["nq"]}


def test_the_summary_counts_what_the_store_has(tmp_path: Path, files: list[Path]) -> None:
    made = load(tmp_path / "db", *files)
    assert (made.documents, made.ghosts, made.references_in, made.references_out) == (3, 1, 6, 6)
    assert made.references_identified == 3
    assert made.found["directives"] == 3
    assert made.kinds == {"Cable": 3}


def test_of_two_copies_the_longest_stands_whatever_came_first(tmp_path: Path, files: list[Path]) -> None:
    longer = tmp_path / "longer.txt"
    longer.write_text(files[0].read_text() + "A line more.\n")
    one, other = tmp_path / "one", tmp_path / "other"
    load(one, longer, *files)
    load(other, *files)
    made = load(other, longer)
    assert exported(one) == exported(other)
    assert (made.documents, made.copies) == (3, 1)
    assert len(list((other / "raw").iterdir())) == 4
    assert b"A line more." in exported(other)
    assert check(other).ok


def test_each_copy_is_told_in_the_graph_and_what_it_says_otherwise(tmp_path: Path, files: list[Path]) -> None:
    longer, store = tmp_path / "longer.txt", tmp_path / "db"
    longer.write_text(files[0].read_text() + "A line more.")
    load(store, longer, *files)
    graph = ox.Store.read_only(str(graph_path(store)))
    stands = {
        quad.object.value
        for quad in graph.quads_for_pattern(None, ox.NamedNode(t.STANDS), None, None)
        if isinstance(quad.object, ox.Literal)
    }
    assert stands == {"true", "false"}
    found = list(compared(store))
    assert [(Path(one.standing.source).name, Path(one.other.source).name) for one in found] == [
        ("longer.txt", "1.txt")
    ]
    assert [(one.standing, one.other) for one in found[0].differences] == [("A line more.", "")]


def test_copies_are_told_alike_whatever_came_first(tmp_path: Path, files: list[Path]) -> None:
    same = tmp_path / "same.txt"
    same.write_text(files[0].read_text() + " \n")
    store, alone = tmp_path / "db", tmp_path / "alone"
    load(store, *files)
    wanted = exported(store)
    load(store, same)
    assert exported(store) != wanted
    load(alone, same, *files[1:])
    load(alone, files[0])
    assert exported(alone) == exported(store)


def test_a_refused_file_stops_nothing_and_leaves_nothing(tmp_path: Path, files: list[Path]) -> None:
    empty = tmp_path / "in" / "empty.txt"
    empty.write_text("")
    (tmp_path / "in" / "facts.csv").write_text("a,b\n")
    made = load(tmp_path / "db", tmp_path / "in", tmp_path / "none.txt")
    assert made.added == 3
    assert [(Path(one.source).name, one.code) for one in made.refused] == [
        ("empty.txt", "empty"),
        ("none.txt", "missing"),
    ]
    assert [one.code for one in made.skipped if not one.error] == ["not-a-document-type"]
    assert len(list((tmp_path / "db" / "raw").iterdir())) == 3


def test_changed_tables_derive_everything_anew(tmp_path: Path, files: list[Path]) -> None:
    store = tmp_path / "db"
    load(store, *files)
    full = knowledge()
    fewer = Knowledge(full.posts, full.tags, full.markings, full.precedence, full.countries, ())
    made = load(store, tables=fewer)
    assert (made.read, made.renewed) == (0, 3)
    direct = tmp_path / "direct"
    load(direct, *files, tables=fewer)
    assert exported(store) == exported(direct)


def test_a_second_writer_is_told_at_once(tmp_path: Path, files: list[Path]) -> None:
    store = tmp_path / "db"
    load(store, files[0])
    with (store / "lock").open("ab") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(Busy, match="another process"):
            load(store, files[1])
    load(store, files[1])


def test_a_full_disk_is_refused_before_anything_is_written(
    tmp_path: Path, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Usage:
        free = FLOOR - 1

    monkeypatch.setattr("shutil.disk_usage", lambda _: Usage)
    with pytest.raises(NoSpace, match="free some space"):
        load(tmp_path / "db", *files)
    assert not list((tmp_path / "db" / "raw").iterdir())


def test_a_line_cut_short_was_never_acknowledged(tmp_path: Path, files: list[Path]) -> None:
    store = tmp_path / "db"
    load(store, *files)
    wanted = exported(store)
    journal = store / "journal"
    journal.write_bytes(journal.read_bytes()[:-40])
    assert len(list(read_journal(Layout(store)))) == 2
    made = load(store, *files)
    assert (made.added, made.unchanged) == (1, 2)
    assert exported(store) == wanted


def test_a_changed_line_of_the_journal_is_found(tmp_path: Path, files: list[Path]) -> None:
    store = tmp_path / "db"
    load(store, *files)
    journal = store / "journal"
    journal.write_bytes(journal.read_bytes().replace(b"1.txt", b"9.txt", 1))
    with pytest.raises(Damaged, match="line 2"):
        load(store, *files)
    assert not check(store).ok


def test_a_store_of_a_later_version_is_left_alone(tmp_path: Path, files: list[Path]) -> None:
    store = tmp_path / "db"
    load(store, files[0])
    line = json.loads((store / "journal").read_bytes())
    (store / "journal").write_text(json.dumps(line | {"format": 99}) + "\n")
    with pytest.raises(TooNew):
        load(store, files[1])


def test_a_lost_graph_is_made_again(tmp_path: Path, files: list[Path]) -> None:
    store = tmp_path / "db"
    load(store, *files)
    wanted = exported(store)
    for path in (store / "graph").iterdir():
        path.write_bytes(b"")
    assert [one.check for one in check(store).failures] == ["graph"]
    load(store)
    assert exported(store) == wanted


def test_no_store_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(NoStore, match="compendium build"):
        export(tmp_path / "none", io.BytesIO())


def test_the_journal_names_what_stands_for_each_document(tmp_path: Path, files: list[Path]) -> None:
    store = tmp_path / "db"
    load(store, *files)
    held = list(index(read_journal(Layout(store))).held())
    assert [one.id for one in held] == ["2008STATE900011", "2008STATE900012", "2008STATE900013"]
    entry = held[0]
    assert {graph.rpartition("/")[2] for graph in entry.graphs} == {"C", "SBU"}


def test_a_build_that_is_killed_anywhere_is_completed_by_the_next(tmp_path: Path) -> None:
    """Every eighth point at which the disk is written; ``tests.ingest.load.killed DIR 1`` tries each."""
    command = [sys.executable, "-m", "tests.ingest.load.killed", str(tmp_path), "8"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=300)
    ends = json.loads(done.stdout)
    assert sum(1 for *_, signal, _ in ends if signal == 9) >= 8
    assert [one for one in ends if not one[-1]] == []


def test_two_processes_give_the_same_store_as_one(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(45):
        (folder / f"{number}.txt").write_text(telegram(900100 + number, cites=900101 + number))
    (folder / "same.txt").write_text(telegram(900100, cites=900101))
    (folder / "bad.txt").write_text("nothing")
    one, two = tmp_path / "one", tmp_path / "two"
    alone = load(one, folder)
    together = build([folder], two, knowledge=knowledge(), extract=read_by_hand, jobs=2)
    assert alone == together
    assert (together.added, together.unchanged, len(together.refused)) == (45, 1, 1)
    assert exported(one) == exported(two)


def test_a_graph_that_is_made_in_many_steps_is_the_same(
    tmp_path: Path, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    load(tmp_path / "one", *files)
    monkeypatch.setattr("ingest.load.project.AT_ONCE", 1000)
    load(tmp_path / "other", *files)
    assert exported(tmp_path / "one") == exported(tmp_path / "other")
