"""``terms.py`` says what ``regime.ttl`` says, byte for byte, and its names cannot collide."""

from pathlib import Path

import pytest

from ontology import terms as constants
from ontology.generate import TARGET, constant, main, module
from ontology.names import REG
from ontology.source import REGIME, borrowed, terms


def test_terms_are_fresh() -> None:
    assert TARGET.read_text() == module(terms(), borrowed()), "run python -m ontology.generate"
    assert main(["--check"]) == 0


def test_a_new_term_makes_terms_stale_and_renames_none(tmp_path: Path) -> None:
    changed = tmp_path / "regime.ttl"
    block = (
        'reg:passage a owl:ObjectProperty ; rdfs:label "a"@en ; rdfs:comment "b"@en ; skos:example "c"@en .\n'
    )
    changed.write_text(REGIME.read_text() + block)
    before, after = (module(terms(path), borrowed()).splitlines() for path in (REGIME, changed))
    assert set(before) <= set(after)
    assert 'PASSAGE: Final[str] = REG + "passage"' in set(after) - set(before)


def test_stale_output_is_told_and_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "terms.py"
    monkeypatch.setattr("ontology.generate.TARGET", target)
    assert main(["--check"]) == 1
    assert not target.exists()
    assert "run python -m ontology.generate" in capsys.readouterr().err
    assert main([]) == 0
    assert target.read_text() == TARGET.read_text()


def test_every_term_has_a_constant_of_its_own() -> None:
    names = [constant(term.name, term.kind) for term in terms()]
    assert len(set(names)) == len(names)
    assert {getattr(constants, name) for name in names} == {REG + term.name for term in terms()}
    assert set(constants.CLASSES) | set(constants.PROPERTIES) == {REG + term.name for term in terms()}


def test_a_class_and_a_property_of_one_name_are_kept_apart() -> None:
    assert constants.C_REGIME == REG + "Regime"
    assert constants.REGIME == REG + "regime"


def test_a_term_without_a_comment_is_refused(tmp_path: Path) -> None:
    changed = tmp_path / "regime.ttl"
    changed.write_text(REGIME.read_text() + 'reg:bare a owl:ObjectProperty ; rdfs:label "bare"@en .\n')
    with pytest.raises(ValueError, match=r"bare has 0 values of .*comment"):
        terms(changed)


def test_wrong_use_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--chekc"]) == 2
    assert "usage" in capsys.readouterr().err
