"""What is found, how it is told, and that nothing which is typed can do harm."""

import contextlib
import random
import threading
from pathlib import Path

import pyoxigraph as ox
import pytest

from ontology.names import passage
from ontology.terms import TEXT
from queries import BadParameter, open_reader
from queries.error import TookTooLong
from queries.search import Index, any_of, expression
from queries.search.index import NAME
from queries.search.make import CLOSE, OPEN
from queries.search.snippet import snippet
from tests.queries.search.library import LIBRARY, library


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return library(tmp_path_factory.mktemp("library"))


@pytest.fixture(scope="module")
def index(store: Path) -> Index:
    return Index.open(store)


def found(index: Index, text: str) -> set[str]:
    return {hit.label for hit in index.search(text).hits}


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("hydrophone", {"04 OSLO 900001", "04 OSLO 900001, 1", "04 OSLO 900001, 2", "07 STATE 900002, 2"}),
        ("hydrophones exported", {"04 OSLO 900001, 2"}),
        ('"end use"', {"04 OSLO 900001, 2", "07 STATE 900002, 2"}),
        ("end-use", {"04 OSLO 900001, 2", "07 STATE 900002, 2"}),
        ("end use", {"04 OSLO 900001, 2", "04 OSLO 900001, 3", "07 STATE 900002, 2"}),
        ("end use -meeting", {"04 OSLO 900001, 2", "07 STATE 900002, 2"}),
        ("hydro* NOT (paper OR views)", {"04 OSLO 900001, 2", "07 STATE 900002, 2"}),
        ("naive OR arrays", {"04 OSLO 900001, 3", "07 STATE 900002, 1"}),
        ("towed (arrays OR sonar)", {"07 STATE 900002, 1"}),
        ("07 STATE 900002", {"07 STATE 900002"}),
        ("sonar", set()),
    ],
)
def test_finds(index: Index, text: str, labels: set[str]) -> None:
    assert found(index, text) == labels


def test_marks_are_places_in_the_text_of_the_graph(store: Path, index: Index) -> None:
    reader = open_reader(store).store
    for text in ("hydrophones", '"end use"', "the", "new", "ærø"):
        for hit in index.search(text).hits:
            assert all(hit.snippet.text[a:b].strip() for a, b in hit.snippet.marks)
            if hit.kind == "passage":
                [quad] = reader.quads_for_pattern(ox.NamedNode(hit.iri), ox.NamedNode(TEXT), None)
                assert isinstance(quad.object, ox.Literal)
                said = quad.object.value[hit.snippet.start :][: len(hit.snippet.text)]
                assert said.replace("\0", "\ufffd") == hit.snippet.text
    [late] = [hit for hit in index.search("hydrophones again").hits if hit.kind == "passage"]
    assert late.snippet.start > 900
    assert [late.snippet.text[a:b] for a, b in late.snippet.marks] == ["Hydrophones", "again"]


def test_a_snippet_is_text_and_never_html(index: Index) -> None:
    [hit] = index.search("welcomed").hits
    assert hit.snippet.parts()[1] == ("welcomed", True)
    assert "<b>" in hit.snippet.parts()[0][0]


def test_marks_that_a_text_brings_along_are_none() -> None:
    assert snippet(f"a {OPEN}word{CLOSE} of it").marks == ((2, 6),)


def test_facets_count_all_that_fits_and_narrow_it(index: Index) -> None:
    page = index.search("hydrophones", limit=1)
    assert (len(page.hits), page.total) == (1, 4)
    assert {(one.field, one.value): one.count for one in page.facets} == {
        ("kind", "Cable"): 4,
        ("year", "2004"): 3,
        ("year", "2007"): 1,
        ("marking", "C"): 2,
        ("marking", "S"): 1,
        ("marking", "none"): 1,
    }
    assert index.search("hydrophones", years=["2004"], markings=["S", "none"]).total == 1
    assert index.search("hydrophones", kinds=["no such"]).total == 0
    second = index.search("hydrophones", limit=1, offset=1)
    assert second.hits[0].iri != page.hits[0].iri


def test_a_passage_without_a_mark_says_so_and_counts_as_its_document(index: Index) -> None:
    [hit] = index.search("emboffs").hits
    assert (hit.marking, hit.document_marking) == ("", "C")
    assert index.search("emboffs", markings=["C"]).total == 1


HOSTILE = (
    '"',
    "'; DROP TABLE entry; --",
    "text:hydrophones",
    "{heading text}: x",
    "NEAR(a b, 5)",
    "^hydrophones",
    "a AND",
    "OR OR",
    "(((((",
    ")a(",
    "*",
    "a* * *",
    "\0",
    "a\0b",
    '"a""b"',
    "-",
    "--a",
    "a + b",
    "\ud800",
    "NOT a",
    "AND NOT OR",
    f"{OPEN}a{CLOSE}",
    "%s %(x)s :expression ?1",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_looks_like_a_language_is_words(index: Index, text: str) -> None:
    before = index.search("hydrophones").total
    with contextlib.suppress(BadParameter):
        index.search(text, kinds=[text], years=[text])
    assert index.search("hydrophones").total == before


def test_no_text_is_a_wrong_expression(index: Index) -> None:
    made = random.Random(7)
    pieces = [
        '"',
        "(",
        ")",
        "*",
        "-",
        "AND",
        "OR",
        "NOT",
        "NEAR",
        "a",
        "end-use",
        ":",
        "{",
        "^",
        "é",
        ",",
        "\0",
    ]
    refused = 0
    for _ in range(3000):
        text = "".join(made.choice(pieces) + made.choice(("", " ")) for _ in range(made.randint(0, 12)))
        try:
            index.search(text, limit=0)
        except BadParameter:
            refused += 1
    assert 0 < refused < 2000


def test_the_size_of_a_search_is_limited() -> None:
    for text in ("x" * 1001, " ".join("a" * 65), "(" * 20 + "a"):
        with pytest.raises(BadParameter, match="at most"):
            expression(text)
    assert any_of("x" * 5000)


def test_a_search_ends_with_its_time(store: Path) -> None:
    slow = Index.open(store, seconds=0.0)
    with pytest.raises(TookTooLong, match="use rarer words"), slow.reading() as database:
        database.execute(
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT MAX(x) FROM n"
        )
    assert Index.open(store).search("hydrophones").total == 4


def test_threads_search_at_the_same_time(index: Index) -> None:
    told: list[int] = []
    threads = [
        threading.Thread(target=lambda: told.extend(index.search("the").total for _ in range(30)))
        for _ in range(4)
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(told) == 120
    assert len(set(told)) == 1


def test_it_is_made_anew_when_the_store_has_changed(tmp_path: Path) -> None:
    store = library(tmp_path)
    first = Index.open(store)
    made = (store / NAME).stat().st_mtime_ns
    assert Index.open(store).made_of == first.made_of
    assert (store / NAME).stat().st_mtime_ns == made
    graph = ox.Store(str(store / "graph"))
    at = ox.NamedNode(passage(LIBRARY[1][0], "1"))
    [quad] = graph.quads_for_pattern(at, ox.NamedNode(TEXT), None)
    graph.remove(quad)
    graph.add(ox.Quad(at, quad.predicate, ox.Literal("The delegation waits."), quad.graph_name))
    graph.flush()
    del graph
    assert not first.fresh(store)
    second = Index.open(store)
    assert found(second, "waits") == {"07 STATE 900002, 1"}
    assert found(second, "towed") == set()
    assert not list(store.glob("*.part"))


def test_a_plain_database_has_its_index_among_its_files(tmp_path: Path) -> None:
    store = library(tmp_path) / "graph"
    index = Index.open(store)
    assert (store / NAME).is_file()
    assert index.fresh(store)
    assert found(index, "towed") == {"07 STATE 900002, 1"}


def test_a_damaged_index_is_made_anew(tmp_path: Path) -> None:
    store = library(tmp_path)
    (store / NAME).write_bytes(b"no database")
    assert found(Index.open(store), "towed") == {"07 STATE 900002, 1"}
