"""Expected answers: a question in English, the one of the catalogue, and what must stand in its columns."""

from pathlib import Path
from typing import Any

import yaml

from queries import Answer, Queryable, ask
from queries.term import short

EXPECTED = Path(__file__).parent / "expected"


def cases(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((EXPECTED / f"{name}.yaml").read_text("utf-8"))
    return found


def check(source: Queryable, case: dict[str, Any]) -> Answer:
    """Ask, and compare: ``all`` of a column are just these, ``some`` are among them, ``none`` are not."""
    answer = ask(source, case["ask"])
    assert answer.question.name == case["question"]
    rows = [row for row in answer.dicts() if all(str(row[k]) == v for k, v in case.get("where", {}).items())]
    for column, wanted in case.get("all", {}).items():
        found = {short(str(row[column])) for row in rows if row[column] is not None}
        assert found == {str(one) for one in wanted}, (column, found)
    for column, wanted in case.get("some", {}).items():
        found = {short(str(row[column])) for row in rows}
        assert {str(one) for one in wanted} <= found, (column, found)
    for column, unwanted in case.get("none", {}).items():
        assert not {str(one) for one in unwanted} & {short(str(row[column])) for row in rows}
    if "why_empty" in case:
        assert answer.rows == ()
        assert case["why_empty"] in (answer.why_empty or "")
    else:
        supported(answer)
    return answer


def supported(answer: Answer) -> None:
    """Every row of an answer about passages has a passage with its text, or words of evidence."""
    assert answer.why_empty is None
    assert answer.rows
    known = {passage.id for passage in answer.passages}
    for row in answer.dicts():
        if answer.question.passage and row[answer.question.passage] is not None:
            assert row[answer.question.passage] in known
