"""What a store takes in: one graph, the base of the setting, no blank node, and the alignments if present."""

import os
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

import ontology
from ontology.names import BASE, DEFAULT_BASE, ONTOLOGY_GRAPH
from ontology.source import DEFAULT_REG, described, parse, terms
from tests.ontology.sample import ROOT

ELSEWHERE = "https://example.org/controls/"


def test_all_files_come_in_one_graph_without_blank_nodes() -> None:
    quads = list(ontology.triples())
    assert {quad.graph_name for quad in quads} == {ox.NamedNode(ONTOLOGY_GRAPH)}
    assert not any(isinstance(part, ox.BlankNode) for quad in quads for part in (quad.subject, quad.object))
    assert quads == list(ontology.triples())
    said = sum(len(set(parse(path))) for path in ontology.files())
    assert len(quads) == said, "the same statement stands in two files"


def test_another_base_moves_our_names_and_no_others() -> None:
    here = "\n".join(map(str, ontology.triples()))
    there = "\n".join(map(str, ontology.triples(base=ELSEWHERE)))
    assert BASE not in there
    assert sorted(here.replace(BASE, ELSEWHERE).splitlines()) == there.splitlines()
    assert DEFAULT_BASE not in ontology.shapes(base=ELSEWHERE)


def test_one_setting_moves_terms_and_triples_together() -> None:
    code = (
        "import ontology; from ontology import terms;"
        "assert any(quad.subject.value == terms.C_CABLE for quad in ontology.triples());"
        "print(terms.C_CABLE)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "COMPENDIUM_BASE": ELSEWHERE},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == f"{ELSEWHERE}ontology#Cable"


def test_nothing_needs_the_alignments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tied = set(parse(ontology.ALIGNMENTS))
    everything = {quad.triple for quad in ontology.triples(base=DEFAULT_BASE)}
    monkeypatch.setattr(ontology, "ALIGNMENTS", tmp_path / "deleted.ttl")
    without = {quad.triple for quad in ontology.triples(base=DEFAULT_BASE)}
    assert without == everything - tied
    assert tied
    named = [path for path in (ROOT / "ontology").glob("*.py") if "ALIGNMENTS" in path.read_text()]
    assert {path.name for path in named} == {"__init__.py", "source.py"}


def test_alignments_speak_of_declared_terms_only() -> None:
    declared = {DEFAULT_REG + term.name for term in terms()}
    assert set(described(parse(ontology.ALIGNMENTS))) <= declared


def test_our_base_is_written_in_the_ontology_alone() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "*.py"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    allowed = ("ontology/", "tests/data/", "docs/")
    paths = [
        path for path in listed.stdout.split() if not path.startswith(allowed) and (ROOT / path).exists()
    ]
    assert paths
    assert [path for path in paths if DEFAULT_BASE.rstrip("/") in (ROOT / path).read_text()] == []
