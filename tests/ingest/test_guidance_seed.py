"""The one hand-annotated telegram: each directive, and what each rests on."""

from collections import Counter
from typing import Any

import yaml

from ingest.claim import Extraction
from ingest.extract import extract
from ingest.read.file import read
from tests.shared import shared


def gold_and_found() -> tuple[dict[str, Any], Extraction]:
    gold = yaml.safe_load(shared("gold/2008STATE34976.yaml").read_text(encoding="utf-8"))
    return gold, extract(read(shared("seeds/2008STATE34976.md")))


def paragraph(number: str) -> str:
    """A bullet's number as the gold gives it: that of its paragraph."""
    head, _, tail = number.rpartition(".")
    return head if head and tail.isdigit() else number


def test_directives_are_those_of_the_gold() -> None:
    gold, found = gold_and_found()
    wanted = Counter((one["passage"], one["modality"], one["act"]) for one in gold["directives"])
    got = Counter((paragraph(one.passage), one.modality, one.act) for one in found.directives)
    assert got == wanted


def test_directives_rest_on_as_many_things_as_the_gold_says() -> None:
    gold, found = gold_and_found()
    wanted = Counter(
        (one["passage"], one["act"], len(one.get("depends_on", ()))) for one in gold["directives"]
    )
    got = Counter((paragraph(one.passage), one.act, len(one.depends_on)) for one in found.directives)
    assert got == wanted


def test_the_athens_changes_are_expected_in_may() -> None:
    _, found = gold_and_found()
    (one,) = found.implementations
    (athens,) = [two for two in found.decisions if two.adopted_at == "mtcr-plenary-2007-athens"]
    assert (one.implementer, one.implements, one.due) == ("USA", athens.id, "2008-05")
