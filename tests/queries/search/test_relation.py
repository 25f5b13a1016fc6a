"""The search relation in queries: where it may stand, what it becomes, and that it stays within bounds."""

from pathlib import Path

import pytest

from ontology.names import SEARCH
from queries import BadParameter, Reader, Refused, open_reader
from queries.guard import guard
from queries.search import Index
from queries.search.relation import Matched, expanded
from tests.queries.search.library import library


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return library(tmp_path_factory.mktemp("related"))


@pytest.fixture(scope="module")
def index(store: Path) -> Index:
    return Index.open(store)


@pytest.fixture(scope="module")
def reader(store: Path) -> Reader:
    return open_reader(store)


LABELS = "?p rdfs:label ?l . ?d reg:hasPassage ?p } ORDER BY ?l"


@pytest.mark.parametrize(
    ("pattern", "labels"),
    [
        ('?p search:matches "hydrophones exported" .', ["04 OSLO 900001, 2"]),
        ("?p search:matches 'towed OR emboffs' .", ["04 OSLO 900001, 1", "07 STATE 900002, 1"]),
        ('?p search:matches """\\"end use\\"""" .', ["04 OSLO 900001, 2", "07 STATE 900002, 2"]),
        ('?p search:matches "sonar" .', []),
        (
            '(?p ?s) search:matches ("hydrophones" 20) . FILTER(?s > 0)',
            [f"04 OSLO 900001, {n}" for n in "12"],
        ),
        ('?p search:matches ("nothing OR hydrophones" 1) .', ["07 STATE 900002, 2"]),
        (f'?p <{SEARCH}matches> "towed" .', ["07 STATE 900002, 1"]),
        ('?p search:matches "hydrophones" . ?p search:matches "\\u0065xported" .', ["04 OSLO 900001, 2"]),
        ('{ ?p search:matches "towed" } UNION { ?p search:matches "emboffs" }', ["04 OSLO 900001, 1", "07"]),
        ('?p a? search:matches "towed" .', None),
    ],
)
def test_finds(reader: Reader, index: Index, pattern: str, labels: list[str] | None) -> None:
    asked = f"SELECT ?l WHERE {{ {pattern} {LABELS}"
    if labels is None:
        with pytest.raises(Refused):
            expanded(asked, lambda: index)
        return
    found = reader.query(expanded(asked, lambda: index).sparql).column("l")
    assert [str(one)[: len(label)] for one, label in zip(found, labels, strict=False)] == labels
    assert len(found) >= len(labels)


def test_prefixes_mean_what_a_query_says(index: Index) -> None:
    asked = f'PREFIX s: <{SEARCH}> SELECT ?p {{ ?p s:matches "towed" }}'
    assert expanded(asked, lambda: index).matched == (Matched("towed", 1, 1),)
    other = 'PREFIX search: <http://example.org/> SELECT ?p { ?p search:matches "towed" }'
    assert expanded(other, lambda: index).sparql == other


def test_what_stands_in_words_or_comments_is_no_use(index: Index) -> None:
    for asked in (
        "SELECT ?s { ?s ?p \"?p search:matches 'towed' .\" }",
        'SELECT ?s { ?s ?p ?o } # ?p search:matches "towed" .',
    ):
        assert expanded(asked, lambda: index).sparql == asked


@pytest.mark.parametrize(
    "pattern",
    [
        '?p a reg:Passage ; search:matches "towed" .',
        '?p search:matches "towed" ; a reg:Passage .',
        '?p search:matches "towed", "arrays" .',
        '<x:a> search:matches "towed" .',
        "?p search:matches ?words .",
        '?p search:matches ("towed" 401) .',
        '?p search:matches ("towed" 0) .',
        '?p search:matches ("towed" -5) .',
        '?p search:matches "towed"@en .',
        '?p search:matches|rdfs:label "towed" .',
        '?p search:matches "towed',
        "?p search:matches",
    ],
)
def test_where_it_cannot_stand_it_is_refused_with_its_place(index: Index, pattern: str) -> None:
    with pytest.raises(Refused) as caught:
        expanded(f"SELECT ?p {{\n {pattern} }}", lambda: index)
    assert caught.value.line == 2
    assert caught.value.cap


def test_a_template_makes_and_does_not_find(index: Index) -> None:
    with pytest.raises(Refused):
        expanded('CONSTRUCT { ?p search:matches "towed" } WHERE { ?p a reg:Passage }', lambda: index)
    kept = 'CONSTRUCT { ?p a reg:Found } WHERE { ?p search:matches "towed" }'
    assert expanded(kept, lambda: index).matched[0].taken == 1


def test_it_is_bounded(index: Index) -> None:
    with pytest.raises(Refused, match="at most 4"):
        expanded("SELECT ?p { " + '?p search:matches "towed" . ' * 5 + "}", lambda: index)
    tight = expanded('SELECT ?p { ?p search:matches "hydrophones" }', lambda: index, size=1150)
    assert tight.matched == (Matched("hydrophones", 1, 3),)
    with pytest.raises(BadParameter, match="no words"):
        expanded('SELECT ?p { ?p search:matches "?" }', lambda: index)


def test_lines_stay_where_they_were(index: Index) -> None:
    asked = 'SELECT ?p {\n ?p\n search:matches\n "towed" .\n ?p wrong }'
    assert expanded(asked, lambda: index).sparql.count("\n") == asked.count("\n")


def test_what_it_becomes_passes_the_scan(index: Index) -> None:
    asked = 'SELECT ?p ?s { (?p ?s) search:matches ("hydrophones OR the OR of" 400) }'
    assert guard(expanded(asked, lambda: index).sparql).form == "SELECT"
