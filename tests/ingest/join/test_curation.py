"""Judgements of people stand over the machine's, survive rebuilds and can be withdrawn."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from ingest.load import build, check, rebuild
from ingest.load.layout import graph_path
from ingest.tables import knowledge
from ingest.tables.rows import TableError
from ontology import names
from ontology import terms as t
from tests.ingest.join.cables import cable
from tests.ingest.join.test_store import DERIVED, FIRST, SECOND, THIRD, decisions, load
from tests.ingest.load.files import exported

SAME = "left\tright\tjudgement\twho\twhen\twhy\twithdrawn\n"
CORRECTIONS = "document\tthing\tfield\tvalue\twho\twhen\twhy\twithdrawn\n"
REJECTIONS = "document\tthing\twho\twhen\twhy\twithdrawn\n"
BY = "R. Reader\t2026-11-23"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    bodies = ((900101, FIRST, 5), (900102, SECOND, 6), (900103, THIRD, 4))
    made = [cable(tmp_path / "in", number, body, year=year) for number, body, year in bodies]
    load(tmp_path / "db", *made)
    return tmp_path / "db"


def write(store: Path, file: str, head: str, *lines: str) -> None:
    folder = store.parent / "curation"
    folder.mkdir(exist_ok=True)
    (folder / file).write_text(head + "".join(line + "\n" for line in lines))


def joined(store: Path) -> tuple[str, str]:
    """The two names of the one decision that two telegrams name in other words."""
    graph = ox.Store.read_only(str(graph_path(store)))
    [quad] = graph.quads_for_pattern(None, ox.NamedNode(t.DCTERMS_IS_REPLACED_BY), None, DERIVED)
    ends = [
        one.value.removeprefix(names.ID)
        for one in (quad.subject, quad.object)
        if isinstance(one, ox.NamedNode)
    ]
    return ends[0], ends[1]


def test_a_join_is_split_rebuilt_and_withdrawn_to_the_same_bytes(store: Path) -> None:
    before, (old, kept) = exported(store), joined(store)
    write(store, "same.tsv", SAME, f"{old}\t{kept}\tnot-same\t{BY}\tanother year\t")
    load(store)
    assert len(decisions(store)) == 3
    split = exported(store)
    assert b"R. Reader" in split and b"another year" in split and b"2026-11-23" in split
    report = check(store)
    assert report.ok, report.failures
    rebuild(store, knowledge=knowledge(), in_process=True)
    assert exported(store) == split
    write(store, "same.tsv", SAME, f"{old}\t{kept}\tnot-same\t{BY}\tanother year\t2026-11-24")
    load(store)
    assert exported(store) == before
    assert check(store, shapes=False).ok


def test_what_a_person_joins_is_one(store: Path) -> None:
    old, kept = joined(store)
    [other] = {f"decision/{name}" for name in decisions(store)} - {kept}
    write(store, "same.tsv", SAME, f"{other}\t{old}\tsame\t{BY}\tone package\t")
    load(store)
    assert len(decisions(store)) == 1
    assert check(store).ok


def test_one_document_means_something_else_by_the_same_words(store: Path) -> None:
    number = 900104
    again = cable(store.parent / "in", number, FIRST, year=7)
    load(store, again)
    [name] = {one.removeprefix("decision/") for one in joined(store) if "report-annually" in one}
    count = len(decisions(store))
    use = f"decision/{name}@2007PARIS{number}"
    write(store, "same.tsv", SAME, f"{use}\tdecision/{name}\tnot-same\t{BY}\tof another regime\t")
    load(store)
    assert len(decisions(store)) == count + 1
    report = check(store)
    assert report.ok, report.failures


def test_a_value_is_corrected_and_a_thing_rejected(store: Path) -> None:
    _, kept = joined(store)
    document = "2004PARIS900103"
    [other] = {f"decision/{name}" for name in decisions(store)} - {kept}
    write(
        store,
        "corrections.tsv",
        CORRECTIONS,
        f"{document}\t{other}\tabout\tpublish the list\t{BY}\tmisread\t",
    )
    load(store)
    assert {"publish the list (MTCR Plenary 2003, Buenos Aires)"} in decisions(store).values()
    assert check(store).ok
    write(store, "rejections.tsv", REJECTIONS, f"{document}\t{other}\t{BY}\ta heading\t")
    write(store, "corrections.tsv", CORRECTIONS)
    load(store)
    assert other.removeprefix("decision/") not in decisions(store)
    report = check(store)
    assert report.ok, report.failures


def test_nothing_is_guessed_where_judgements_contradict_each_other(store: Path) -> None:
    before = exported(store)
    write(
        store,
        "same.tsv",
        SAME,
        f"decision/a\tdecision/b\tsame\t{BY}\tone\t",
        f"decision/b\tdecision/c\tsame\t{BY}\ttwo\t",
        f"decision/a\tdecision/c\tnot-same\t{BY}\tthree\t",
    )
    with pytest.raises(TableError, match=r"line 4.*contradicts.*line 2.*line 3") as error:
        build([], store, in_process=True)
    assert "withdraw one of these lines" in str(error.value)
    assert exported(store) == before


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "decision/a\tdecision/b\tmaybe\tR\t2026-11-23\tso\t",
            "column judgement: 'maybe' .* same, not-same, undecided",
        ),
        (
            "decision/a\tdecision/b\tsame\tR\tyesterday\tso\t",
            "column when: 'yesterday' .* a day as 2026-11-23",
        ),
        ("decision/a\tdecision/b\tsame\tR\t2026-11-23\t\t", "column why: .* the reason"),
        ("decision/a\tproposal/b\tsame\tR\t2026-11-23\tso\t", "column right: 'proposal/b' .* a decision"),
        ("a\tdecision/b\tsame\tR\t2026-11-23\tso\t", "column left: 'a' .* decision/..."),
        ("decision/a decision/b", "has 1 columns, not 7; columns stand apart by tabs"),
    ],
)
def test_a_bad_line_is_told_with_file_line_and_column(store: Path, line: str, told: str) -> None:
    write(store, "same.tsv", SAME, line)
    with pytest.raises(TableError, match=f"same.tsv, line 2.*{told}"):
        build([], store, in_process=True)
