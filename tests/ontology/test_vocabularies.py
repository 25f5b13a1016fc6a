"""The lists of concepts are complete, coded and ranked."""

from typing import Final, get_args

import pyoxigraph as ox
import pytest

from ingest.mention import Modality, Stance
from ontology import VOCABULARIES
from ontology.names import RDF, SKOS
from ontology.pages import schemes
from ontology.source import DEFAULT_REG, Values, described
from tests.ontology.sample import concepts, ours, sample

SCHEMES: Final = {
    "former-states",
    "markings",
    "modalities",
    "stances",
    "decision-kinds",
    "rules",
    "series",
    "topics",
    "tags",
}
KNOWN: Final[dict[str, Values]] = described(concepts())


def codes(scheme: str) -> set[str]:
    return {
        one.notation for found in schemes() if found.iri == ours(f"scheme/{scheme}") for one in found.concepts
    }


def test_the_schemes_are_there() -> None:
    assert {one.iri for one in schemes()} == {ours(f"scheme/{name}") for name in SCHEMES}


def test_codes_are_those_that_extraction_writes() -> None:
    assert codes("modalities") == set(get_args(Modality))
    assert codes("stances") == set(get_args(Stance))
    assert codes("series") == codes("topics") == codes("tags") == set()


@pytest.mark.parametrize(("code", "level"), [("U", "0"), ("SBU", "1"), ("C", "2"), ("S", "3"), ("TS", "4")])
def test_plain_markings_are_ranked(code: str, level: str) -> None:
    assert KNOWN[ours(f"marking/{code}")][DEFAULT_REG + "level"] == (level,)


def test_a_combined_marking_has_the_level_of_what_it_adds_to() -> None:
    broader = {iri: values[SKOS + "broader"] for iri, values in KNOWN.items() if SKOS + "broader" in values}
    assert broader
    for iri, (above,) in broader.items():
        assert KNOWN[iri][DEFAULT_REG + "level"] == KNOWN[above][DEFAULT_REG + "level"]


def test_a_document_without_marks_has_no_level() -> None:
    assert DEFAULT_REG + "level" not in KNOWN[ours("marking/unmarked")]


def test_each_concept_is_described_and_belongs_to_one_scheme() -> None:
    for iri, values in KNOWN.items():
        if SKOS + "Concept" in values[RDF + "type"]:
            assert len(values[SKOS + "inScheme"]) == 1, iri
            for name in ("notation", "prefLabel", "definition", "example"):
                assert len(values[SKOS + name]) == 1, (iri, name)


def test_concepts_of_the_sample_are_listed() -> None:
    kinds = tuple(ours(kind) for kind in ("marking/", "modality/", "stance/"))
    objects = {one.object.value for one in sample() if isinstance(one.object, ox.NamedNode)}
    used = {iri for iri in objects if iri.startswith(kinds)}
    assert used
    assert used <= set(KNOWN)


def test_concepts_are_sorted_in_their_files() -> None:
    for path in VOCABULARIES.glob("*.ttl"):
        starts = [
            line.split()[0].strip("<>") for line in path.read_text().splitlines() if line.startswith("<")
        ]
        members = [start for start in starts if "/scheme/" not in start]
        assert members == sorted(members), path.name
