import pytest

from queries import Reader
from tests.viz.conftest import DECISION
from viz.view import neighbourhood


def test_the_directive_is_tied_to_the_decision_with_the_words_and_the_rule(store: Reader) -> None:
    view = neighbourhood(store, [DECISION], title="Buenos Aires")
    ties = [edge for edge in view.edges if edge.relation == "restsOnDecision"]
    assert [(edge.target, edge.quotes[0].quote, edge.quotes[0].rule) for edge in ties] == [
        (DECISION, "as agreed at the 2003 Buenos Aires Plenary", "as-agreed-at")
    ]
    assert ties[0].quotes[0].passage == "passage 7.C"
    assert ties[0].quotes[0].quote in ties[0].quotes[0].text


def test_what_was_asked_for_is_marked_and_typed(store: Reader) -> None:
    view = neighbourhood(store, [DECISION], title="Buenos Aires")
    asked = [node for node in view.nodes if node.asked]
    assert [(node.id, node.kind) for node in asked] == [(DECISION, "Decision")]
    assert ("about", "report on a voluntary basis on national enactment") in asked[0].facts


def test_a_ghost_is_drawn_apart(store: Reader) -> None:
    view = neighbourhood(store, [DECISION], title="", depth=4)
    ghosts = [node.label for node in view.nodes if node.kind == "Ghost"]
    assert ghosts == ["08 STATE 900002"]


def test_a_limit_keeps_the_nearest_and_says_how_many_there_were(store: Reader) -> None:
    whole = neighbourhood(store, [DECISION], title="", depth=4)
    cut = neighbourhood(store, [DECISION], title="", depth=4, limit=2)
    assert len(cut.nodes) == 2
    assert cut.total == whole.total > 2
    assert any(node.id == DECISION for node in cut.nodes)
    assert all({edge.source, edge.target} <= {node.id for node in cut.nodes} for edge in cut.edges)


def test_an_unknown_thing_is_named(store: Reader) -> None:
    with pytest.raises(LookupError, match=r"example\.org/nothing"):
        neighbourhood(store, ["https://example.org/nothing"], title="")
