"""The fixture graph that all pictures of these tests show."""

from pathlib import Path

import pytest

from ontology.names import thing
from queries import Reader, open_reader

SHAPE = Path(__file__).parents[1] / "data" / "shape.trig"
DECISION = thing("decision", "mtcr-2003-buenos-aires-report-voluntary-1a2b3c4d")


@pytest.fixture(scope="session")
def store() -> Reader:
    return open_reader(SHAPE)
