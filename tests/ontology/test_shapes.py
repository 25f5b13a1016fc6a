"""The sample has the shape that the shapes ask for, and each small break of it is told in the right words."""

from functools import cache

import pytest
from pyshacl import validate
from rdflib import RDF, SH, Graph

from ontology import SHAPES, shapes
from ontology.names import DEFAULT_BASE
from tests.ontology.broken import BROKEN, THINGS, Case
from tests.ontology.sample import PREFIXES, ours, sample_graph

# The sample describes one piece of evidence in full and only names the others.
LISTED = {("Warning", "Describe this evidence: its source, selectors, rule and grade are stated nowhere.")}


@cache
def asked() -> Graph:
    return Graph().parse(data=shapes(base=DEFAULT_BASE), format="turtle")


def findings(graph: Graph) -> set[tuple[str, str, str]]:
    """Severity, thing and message of each finding."""
    _, report, _ = validate(graph, shacl_graph=asked(), inference="none")
    return {
        (
            str(report.value(result, SH.resultSeverity)).removeprefix(str(SH)),
            str(report.value(result, SH.focusNode)),
            str(report.value(result, SH.resultMessage)),
        )
        for result in report.subjects(RDF.type, SH.ValidationResult)
    }


@cache
def before() -> frozenset[tuple[str, str, str]]:
    return frozenset(findings(sample_graph()))


def iri(word: str) -> str:
    """A word of a change as SPARQL has it."""
    if word in THINGS:
        return f"<{ours(THINGS[word])}>"
    return f"<{ours(word[3:].replace('-', '/', 1))}>" if word.startswith("id:") else word


def update(line: str) -> str:
    """One line of a change as a SPARQL update."""
    sign, *words = line.split(" ", 3)
    if sign == "+":
        return f"INSERT DATA {{ {' '.join(map(iri, words))} }}"
    said = " ".join(map(iri, words))
    return (
        f"DELETE WHERE {{ {said} ?value }}" if len(words) == 2 else f"DELETE WHERE {{ {said} ?name ?value }}"
    )


def broken(change: str) -> Graph:
    graph = sample_graph()
    for line in change.splitlines():
        had = len(graph)
        graph.update(f"{PREFIXES}\n{update(line)}")
        assert len(graph) != had, f"the sample has nothing to change: {line}"
    return graph


def test_the_sample_conforms_apart_from_what_is_listed() -> None:
    assert {(severity, message) for severity, _, message in before()} == LISTED


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case[0].replace("\n", "; "))
def test_a_break_is_told_in_exactly_these_words(case: Case) -> None:
    change, beginnings = case
    told = {message for _, _, message in findings(broken(change)) - before()}
    assert {message for message in told if not message.startswith(beginnings)} == set()
    assert [start for start in beginnings if not any(message.startswith(start) for message in told)] == []


@pytest.mark.parametrize("known", ['"1975-06"^^xsd:gYearMonth', '"1975"^^xsd:gYear'])
def test_a_study_that_gives_the_month_or_year_alone_has_a_date_of_sending(known: str) -> None:
    change = f"- CABLE reg:sent\n+ CABLE reg:sent {known}"
    assert findings(broken(change)) == before()


def test_every_message_has_a_break_that_raises_it() -> None:
    expected = tuple(start for _, beginnings in BROKEN for start in beginnings)
    messages = {str(message) for message in asked().objects(None, SH.message)}
    assert len(messages) > 80
    assert {message for message in messages if not message.startswith(expected)} == set()


def test_every_constraint_has_a_message_of_its_own() -> None:
    constraints = {*asked().objects(None, SH.property), *asked().objects(None, SH.sparql)}
    assert all(len(list(asked().objects(one, SH.message))) == 1 for one in constraints)
    said = [str(message) for message in asked().objects(None, SH.message)]
    assert sorted(said) == sorted(set(said))


def test_shapes_are_sorted() -> None:
    names = [line.split()[0] for line in SHAPES.read_text().splitlines() if line.startswith("shape:")]
    assert names == sorted(names)
