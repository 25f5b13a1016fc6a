import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from ingest.claim import Extraction
from ingest.parse import parse
from ingest.present import present
from ingest.read import read
from ingest.tables import knowledge
from tests.ingest.guidance import DECISION, PLENARY, TEXT, guidance
from tests.shared import shared

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "extract.schema.json").read_text())


def errors(data: object) -> list[str]:
    return [f"{one.json_path}: {one.message}" for one in Draft202012Validator(SCHEMA).iter_errors(data)]


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_what_is_presented_follows_the_schema() -> None:
    data = json.loads(json.dumps(present(guidance())))
    assert errors(data) == []
    assert all(data[key] for key in SCHEMA["required"])


@pytest.mark.parametrize("key", SCHEMA["required"])
def test_the_schema_misses_no_key(key: str) -> None:
    data = json.loads(json.dumps(present(guidance())))
    del data[key]
    assert errors(data)


def test_a_parsed_document_follows_the_schema() -> None:
    cable = parse(read(shared("seeds/2008STATE34976.md")), knowledge())
    assert errors(json.loads(json.dumps(present(Extraction(cable))))) == []


def test_every_span_quotes_the_words_of_its_item() -> None:
    data = present(guidance())
    start, end = data["citations"][0]["span"]
    assert TEXT[start:end] == "REF A"
    assert [TEXT[a:b] for a, b in data["meetings"][0]["spans"]] == ["the 2003 Buenos Aires Plenary"] * 2
    assert data["meetings"][0]["passages"] == ["7.C", "8"]


def test_a_directive_says_what_it_rests_on_and_why() -> None:
    directive = present(guidance())["directives"][0]
    assert directive["depends_on"] == [DECISION, "2008STATE900002"]
    assert [one["relation"] for one in directive["dependence"]] == ["restsOnDecision", "followsDocument"]


def test_the_ledger_accounts_for_every_reference() -> None:
    data = present(guidance())
    assert data["ledger"] == {"references_in": 2, "references_out": 2, "held": 0, "ghosts": 1}
    assert [one["why"] for one in data["unresolved"]] == ["no date and no number", "no meeting of that name"]
    assert data["decisions"][0]["adopted_at"] == PLENARY
