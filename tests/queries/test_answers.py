"""The answers that must come back: from a small made graph, from the specimens, and from the shared seed."""

from pathlib import Path
from typing import Any

import pytest

from ontology.names import ID
from queries import Ambiguous, Fault, NotUnderstood, Reader, ask, catalogue, open_reader
from queries.ask import understand
from queries.explain import supporting
from queries.lexicon import read_lexicon
from tests.queries.answers import EXPECTED, cases, check
from tests.queries.world import library
from tests.shared import shared

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    return built(shared("seeds"), tmp_path_factory.mktemp("seed") / "compendium.db")


@pytest.fixture(scope="module")
def specimens(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    return built(EXAMPLES, tmp_path_factory.mktemp("examples") / "compendium.db")


def built(folder: Path, store: Path) -> Reader:
    from ingest.load.build import build
    from ingest.tables import knowledge

    build([folder], store, knowledge=knowledge())
    return open_reader(store)


@pytest.mark.parametrize("case", cases("world"), ids=lambda case: case["ask"])
def test_of_a_made_graph(case: dict[str, Any]) -> None:
    answer = check(library(), case)
    assert answer.denominator.documents == 3
    assert answer.denominator.ghosts == 3


@pytest.mark.parametrize("case", cases("seed"), ids=lambda case: case["ask"])
def test_of_the_seed(seed: Reader, case: dict[str, Any]) -> None:
    check(seed, case)


@pytest.mark.parametrize("case", cases("examples"), ids=lambda case: case["ask"])
def test_of_the_specimens(specimens: Reader, case: dict[str, Any]) -> None:
    check(specimens, case)


def exact() -> list[Any]:
    """Cases with all their rows; what extraction lacks is a failure that is expected, with its reason."""
    return [
        pytest.param(
            case,
            id=f"{case['ask']} {case.get('where', '')}",
            marks=[pytest.mark.xfail(reason=case["lacks"], strict=True)] if "lacks" in case else [],
        )
        for case in cases("exact")
    ]


@pytest.mark.parametrize("case", exact())
def test_rows_read_by_hand(specimens: Reader, case: dict[str, Any]) -> None:
    answer = ask(specimens, case["ask"])
    assert answer.question.name == case["question"]
    assert answer.rows or answer.why_empty
    where = case.get("where", {})
    rows = [row for row in answer.dicts() if all(row[key] == value for key, value in where.items())]
    found = sorted({tuple(" ".join(str(row[column]).split()) for column in case["columns"]) for row in rows})
    assert found == sorted({tuple(str(cell) for cell in row) for row in case["rows"]})
    for row in rows:
        if answer.question.passage is not None and row.get("number") is not None:
            assert row[answer.question.passage] is not None


def test_what_an_analyst_types_is_understood_or_asked_back(specimens: Reader) -> None:
    """When first asked, 96 of 106 were understood, six asked back and four taken for another."""
    lexicon = read_lexicon(specimens)
    lines = (EXPECTED / ".." / "phrasings-third.tsv").read_text("utf-8").splitlines()
    right, wrong = 0, []
    for name, _, text in (line.partition("\t") for line in lines):
        try:
            got = understand(text, lexicon).question.name
        except Fault as error:
            got = type(error).__name__
        right += got == name
        if got not in (name, "Ambiguous", "NotUnderstood"):
            wrong.append((text, got))
    assert wrong == []
    assert right >= 0.95 * len(lines)


def test_a_meeting_that_is_not_known_is_said_to_be_none(specimens: Reader) -> None:
    with pytest.raises(NotUnderstood, match="had no plenary in 2010") as caught:
        ask(specimens, "the 2010 plenary")
    assert caught.value.nearest == ("MTCR Plenary 2009, Rio de Janeiro", "MTCR Plenary 2011, Buenos Aires")


def test_a_meeting_alone_is_asked_back(specimens: Reader) -> None:
    with pytest.raises(Ambiguous) as caught:
        ask(specimens, "the RPOC of April 2009")
    assert caught.value.choices[0] == "Which documents mention MTCR RPOC 2009, Paris?"


def test_passages_of_an_answer_are_found_however_many_there_are() -> None:
    places = [f"{ID}document/2008STATE{serial}/p/7.C" for serial in range(900001, 903001)]
    found = supporting(open_reader("tests/data/shape.trig"), dict.fromkeys(reversed(places), ("urge",)))
    assert [(one.document_label, one.words) for one in found] == [("08 STATE 900001", ("urge",))]


def test_every_question_has_an_expected_answer() -> None:
    assert {case["question"] for case in cases("world")} == {question.name for question in catalogue()}


def test_each_of_the_fifteen_questions_has_rows_read_by_hand() -> None:
    numbers = {question.name: question.number for question in catalogue()}
    read = {numbers[case["question"]] for case in cases("exact")}
    assert {str(one) for one in range(1, 16)} <= read
    assert {"1b", "3b", "4b", "5b", "6b", "6d", "9b", "10b", "13b"} <= read, "and the other way round"
