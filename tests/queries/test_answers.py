"""The answers that must come back: from a small made graph, from the specimens, and from the shared seed."""

from pathlib import Path
from typing import Any

import pytest

from queries import Reader, catalogue, open_reader
from tests.queries.answers import cases, check
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


def test_every_question_has_an_expected_answer() -> None:
    assert {case["question"] for case in cases("world")} == {question.name for question in catalogue()}
