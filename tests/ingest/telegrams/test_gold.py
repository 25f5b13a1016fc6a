"""The gold of real telegrams of the 1970s: what must be found at least."""

from pathlib import Path

import pytest

from ingest.evaluate import Tally, added, evaluate
from ingest.evaluate.run import document_of
from tests.shared import shared

GOLD = sorted((Path(__file__).parents[2] / "gold" / "plaintext").glob("*.yaml"))
FLOORS = {"header": 0.97, "passages": 0.97, "references": 0.97}


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    folder = shared("frus") / "plaintext_cables"
    scores = tuple(evaluate(gold, document_of(gold, folder)) for gold in GOLD)
    return {tally.kind: tally for tally in added(scores)}


@pytest.mark.parametrize(("kind", "least"), FLOORS.items())
def test_scores_of_real_telegrams(tallies: dict[str, Tally], kind: str, least: float) -> None:
    found = tallies[kind].strict.f1
    assert found is not None
    assert found >= least
