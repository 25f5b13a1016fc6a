"""What one decision does to another, and what became of proposals over two sentences."""

import pytest

from tests.ingest.deciding.battery import Row, read

LINKED = [
    (
        "The criteria agreed at Canberra in 2008 replace the understanding reached in Athens in 2007.",
        ("criteria", "supersedes", "understanding"),
    ),
    (
        "The 2008 Canberra Plenary amended the rule on visits that had been adopted in 2003.",
        ("amended the rule", "amends", "rule on visits"),
    ),
    (
        "In line with the mandate given at Rio in 2009, Partners agreed to visit Oman.",
        ("visit Oman", "implements", "mandate"),
    ),
    (
        "The amendment of the Guidelines was adopted. It supersedes the loose understanding of 2002.",
        ("amendment", "supersedes", "loose understanding"),
    ),
]


@pytest.mark.parametrize(("text", "told"), LINKED, ids=[text[:40] for text, _ in LINKED])
def test_a_decision_changes_replaces_or_carries_out_another(text: str, told: tuple[str, str, str]) -> None:
    found = read(Row("mtcr", text, ()))
    about = {one.id: one.about for one in found.decisions}
    [(subject, link)] = [(one.about, link) for one in found.decisions for link in one.links]
    assert told[0] in subject
    assert (link.relation, told[2] in about[link.target]) == (told[1], True)
    assert link.evidence[0].span.of(found.cable.text) in text


UNLINKED = [
    "The rule adopted in 2003 and the criteria agreed at Canberra in 2008 stand.",
    "France replaced its delegate. The mandate given at Rio in 2009 stands.",
]


@pytest.mark.parametrize("text", UNLINKED)
def test_decisions_side_by_side_do_nothing_to_each_other(text: str) -> None:
    assert not [link for one in read(Row("mtcr", text, ())).decisions for link in one.links]


def test_what_was_adopted_is_the_decision_that_the_proposal_became() -> None:
    found = read(Row("mtcr", "The Plenary adopted the French proposal on visa screening.", ()))
    [proposal], [decision] = found.proposals, found.decisions
    assert (proposal.fate, proposal.became) == ("adopted", decision.id)
