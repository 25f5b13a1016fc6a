"""Sentences as guidance has them, each with the directives that it gives, in a table beside the tests."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.annotate import annotate
from ingest.annotate.directives.directives import annotate_directives
from ingest.cable import Read, Reference
from ingest.document import Span
from ingest.resolve import resolve
from tests.knowledge import KNOWLEDGE
from tests.make import cable

DATA = Path(__file__).parent.parent / "data"
REFERENCES = tuple(
    Reference(label, "cable", Span(0, 0), f"STATE 90000{n}", "test", target=f"2008STATE90000{n}")
    for n, label in enumerate("ABC", start=1)
)


def written(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Each text with the indented lines below it."""
    text, rows = "", list[str]()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            rows.append(line.strip())
            continue
        if text:
            yield text, rows
        text, rows = line.replace("\\n", "\n"), []
    yield text, rows


@pytest.mark.parametrize(("text", "expected"), list(written(DATA / "guidance_sentences.txt")))
def test_directives_and_conditions_of_a_sentence(text: str, expected: list[str]) -> None:
    found = sorted(annotate_directives(cable(text), KNOWLEDGE), key=lambda one: one.span)
    rows = [f"{one.modality} {one.act}" + (f" | {one.condition}" if one.condition else "") for one in found]
    assert rows == expected


ADDRESSED = [
    (
        "Canberra should report any change in the Australian position.",
        [("should", "report", "Embassy Canberra")],
    ),
    (
        "ROME AND NEW DELHI SHOULD DELIVER THE SAME NOTE.",
        [("should", "deliver", "Embassy Rome and New Delhi")],
    ),
    ("Paris should pay its share.", []),
    ("The mayor of Rome should receive a copy.", []),
]


@pytest.mark.parametrize(("text", "expected"), ADDRESSED)
def test_a_town_is_asked_where_the_telegram_goes_to_its_post(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    plain = cable(text)
    posts = ("AMEMBASSY CANBERRA", "AMEMBASSY ROME", "AMEMBASSY NEW DELHI", "SECSTATE WASHDC")
    to = tuple(Read(one, Span(0, 0), "test") for one in posts)
    found = annotate_directives(replace(plain, header=replace(plain.header, to=to)), KNOWLEDGE)
    assert [(one.modality, one.act, one.addressee) for one in found] == expected


@pytest.mark.parametrize(("text", "expected"), list(written(DATA / "dependence_sentences.txt")))
def test_what_the_directives_of_a_sentence_rest_on(text: str, expected: list[str]) -> None:
    """Each act with the letters of the documents that it follows, D for a decision, P for a proposal."""
    made = replace(cable("MTCR: " + text), references=REFERENCES)
    rows = []
    for one in resolve(made, annotate(made, KNOWLEDGE), KNOWLEDGE).directives:
        letters = {"restsOnDecision": "D", "concernsProposal": "P"}
        on = [letters.get(other.relation) or "ABC"[int(other.target[-1]) - 1] for other in one.depends_on]
        rows.append(" ".join([one.act, *sorted(on)]))
    assert rows == expected
