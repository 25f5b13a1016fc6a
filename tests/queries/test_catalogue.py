"""Every question of the catalogue can be read, runs, and gives the columns that it declares."""

from pathlib import Path

import pytest

from ontology.names import ID, PREFIXES
from queries import BadParameter, BrokenQuery, catalogue, find_question, open_reader, read_question
from queries.question import Question
from queries.term import iri, tokens

SHAPE = Path(__file__).parents[1] / "data" / "shape.trig"
NAMES = [question.name for question in catalogue()]


def question(name: str) -> Question:
    found = find_question(name)
    assert found is not None
    return found


@pytest.mark.parametrize("name", NAMES)
def test_gives_the_columns_that_it_declares(name: str) -> None:
    one = question(name)
    values = {p.name: (iri(ID + "nothing"),) for p in one.parameters if p.required}
    result = open_reader(SHAPE).query(one.bound(values), file=one.file)
    assert result.columns == tuple(column.name for column in one.columns)


@pytest.mark.parametrize("name", NAMES)
def test_follows_the_house_style(name: str) -> None:
    one = question(name)
    said = [token.text for token in tokens(one.text)]
    assert "ORDER" in said
    assert not any(word.startswith("<http") for word in said), "names of ours stand in ontology/ only"
    assert {word.partition(":")[0] for word in said if ":" in word[1:] and word[0].isalpha()} <= set(PREFIXES)
    keywords = {"select", "where", "optional", "filter", "values", "union", "bind", "order", "by", "as"}
    assert not keywords & set(said)


@pytest.mark.parametrize("name", NAMES)
def test_inverse_and_support_exist(name: str) -> None:
    one = question(name)
    assert one.inverse is None or one.inverse in NAMES
    declared = {column.name for column in one.columns}
    assert {one.passage, one.words} - {None} <= declared
    assert len(one.paraphrases) >= 5


def test_a_required_parameter_is_asked_for() -> None:
    with pytest.raises(BadParameter, match="needs decision"):
        question("guidance-depending-on-decision").bound({})
    with pytest.raises(BadParameter, match="no parameter 'colour'"):
        question("documents-citing").bound({"colour": ()})


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("SELECT ?a WHERE { ?a ?b ?c }", r"mine\.rq:1:1: .*header"),
        ("#+ number: 1\n#+ question: [a\nSELECT ?a WHERE {}", r"mine\.rq:[23]:\d+: header"),
        (
            "#+ number: 1\nSELECT ?a WHERE {}",
            r"mine\.rq:1:1: the header is not complete: KeyError\('question'\)",
        ),
    ],
)
def test_a_broken_file_is_named_with_its_place(text: str, place: str) -> None:
    with pytest.raises(BrokenQuery, match=place):
        read_question(text, "mine.rq")


def test_parameters_of_header_and_query_must_agree() -> None:
    text = Path(question("documents-citing").file).read_text("utf-8").replace("?_document", "?_cable")
    with pytest.raises(BrokenQuery, match="cable, document"):
        read_question(text, "mine.rq")
