"""What is written is what the database itself would write."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.claim import Extraction
from ingest.load.lines import lines
from ingest.state import state, stated
from ingest.state.written import flag, line, literal, moment, node, number, quads, year
from ingest.tables import knowledge
from ontology.names import XSD
from tests.ingest.guidance import guidance
from tests.make import cable

WORDS = st.text(st.characters(codec="utf-8"))


@given(WORDS)
def test_a_string_is_escaped_as_the_database_does(words: str) -> None:
    assert literal(words) == str(ox.Literal(words))


@given(WORDS)
def test_a_string_comes_back_as_it_was(words: str) -> None:
    made = line(node("urn:s"), node("urn:p"), literal(words), node("urn:g"))
    (quad,) = quads([made])
    assert isinstance(quad.object, ox.Literal)
    assert quad.object.value == words


@pytest.mark.parametrize(
    ("made", "value", "kind"),
    [
        (number(18), "18", "integer"),
        (flag(True), "true", "boolean"),
        (year(476), "0476", "gYear"),
        (moment("2008-04-04"), "2008-04-04", "date"),
        (moment("2008-04-04T00:45:00+00:00"), "2008-04-04T00:45:00Z", "dateTime"),
    ],
)
def test_values_have_their_types(made: str, value: str, kind: str) -> None:
    assert made == str(ox.Literal(value, datatype=ox.NamedNode(XSD + kind)))


@pytest.mark.parametrize(
    "found", [guidance(), Extraction(cable("1. (C) Text."))], ids=["guidance", "one line"]
)
def test_lines_are_those_of_the_quads(found: Extraction) -> None:
    assert stated(found, knowledge()) == lines(state(found, knowledge()))
