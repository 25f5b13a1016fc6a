"""The vocabulary declares what the sample of the graph uses, each term described in a block of its own."""

from typing import Final

import pytest

from ontology.names import DEFAULT_BASE, OWL, PREFIXES, RDFS, SKOS
from ontology.source import ALIGNMENTS, BORROWED, DEFAULT_REG, REGIME, Term, borrowed, described, parse, terms
from tests.ontology.sample import sample, used_terms

# Terms that the sample has no case of, each with the documents in which it occurs.
NOT_IN_SAMPLE: Final = {
    "Email": "a reference to an e-mail",
    "Memorandum": "a reference to a memorandum or telephone conversation",
    "Paper": "a reference to a working paper of a regime",
    "PressStatement": "the statement that closes a plenary",
    "Tag": "the table of tags",
    "Topic": "the topics of a profile",
    "amends": "a decision that changes an earlier one",
    "andPrevious": "a reference that ends in AND PREVIOUS",
    "attention": "a cable with an attention line",
    "becameDecision": "a proposal that a later document reports as adopted",
    "chair": "the list of plenaries",
    "date": "a dated reference to an e-mail",
    "dateStatus": "a reference with the date 02/03/2008",
    "handling": "a cable with SIPDIS or NOFORN",
    "intersessional": "a meeting between plenaries",
    "level": "the list of markings",
    "notal": "a reference marked NOTAL",
    "participant": "a meeting with named participants",
    "party": "a reference to an e-mail between two people",
    "subjectMarking": "a subject line with a mark of its own",
    "supersedes": "guidance that replaces earlier guidance",
    "targetPassage": "a citation of one paragraph",
    "verified": "an entry of the tables that nobody has checked",
}


def test_every_term_of_the_sample_is_declared() -> None:
    assert used_terms() - {term.name for term in terms()} == frozenset()


def test_every_declared_term_is_in_the_sample_or_has_a_reason() -> None:
    assert {term.name for term in terms()} - used_terms() == set(NOT_IN_SAMPLE)


@pytest.mark.parametrize("term", terms(), ids=lambda term: term.name)
def test_each_term_is_described(term: Term) -> None:
    values = described(parse(REGIME))[DEFAULT_REG + term.name]
    for predicate in (RDFS + "label", RDFS + "comment", SKOS + "example"):
        assert len(values[predicate]) == 1
        assert values[predicate][0].strip()
    assert values[RDFS + "isDefinedBy"] == (DEFAULT_BASE + "ontology",)
    assert values[RDFS + "comment"][0].endswith(".")


def test_blocks_are_sorted_classes_first() -> None:
    starts = [line.split()[0] for line in REGIME.read_text().splitlines() if line.startswith("reg:")]
    assert starts == [f"reg:{term.name}" for term in terms()]


def test_whatever_a_term_points_to_is_declared() -> None:
    declared = {DEFAULT_REG + term.name for term in terms()}
    for term in terms():
        for iri in (*term.parents, *term.domains, *term.ranges, *term.disjoint):
            assert iri in declared or not iri.startswith(DEFAULT_BASE)


def test_the_properties_of_dependence_are_kinds_of_depends_on() -> None:
    kinds = {term.name for term in terms() if DEFAULT_REG + "dependsOn" in term.parents}
    assert kinds == {"restsOnDecision", "followsDocument", "concernsProposal"}


def test_what_depends_is_not_what_cites() -> None:
    parents = {term.name: term.parents for term in terms()}
    assert parents["dependsOn"] == parents["cites"] == ()
    tied = described(parse(ALIGNMENTS))
    assert DEFAULT_REG + "dependsOn" not in tied
    assert tied[DEFAULT_REG + "cites"][RDFS + "subPropertyOf"] == ("http://purl.org/spar/cito/cites",)


def test_the_header_names_version_licence_and_namespace() -> None:
    header = described(parse(REGIME))[DEFAULT_BASE + "ontology"]
    assert header[OWL + "versionIRI"] == (f"{DEFAULT_BASE}ontology/{header[OWL + 'versionInfo'][0]}",)
    assert header[PREFIXES["dcterms"] + "creator"] == ("Compendium contributors",)
    assert header["http://purl.org/vocab/vann/preferredNamespaceUri"] == (DEFAULT_REG,)


def test_every_borrowed_term_of_the_sample_is_listed() -> None:
    listed = {PREFIXES[one.prefix] + one.name for one in borrowed()}
    foreign = {one.predicate.value for one in sample() if not one.predicate.value.startswith(DEFAULT_REG)}
    assert foreign <= listed
    lines = [line.split()[0] for line in BORROWED.read_text().splitlines() if " skos:scopeNote " in line]
    assert lines == [f"{one.prefix}:{one.name}" for one in borrowed()]
