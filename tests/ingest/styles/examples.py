"""The examples of the ways of citing, and what a parsed telegram says of them in the same short form."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ingest.annotate.names.citations import annotate_citations
from ingest.cable import Cable, Reference
from ingest.resolve.citations import resolve_citations
from ingest.resolve.found import SoFar
from ingest.tables import knowledge
from tests.ingest.telegram import telegram

FILE: Final = Path(__file__).with_name("examples.txt")
_LETTERS: Final = "ABCDEFGHIJ"
TEN: Final = "REF: " + "\n".join(f"{letter}. OSLO {900001 + n}" for n, letter in enumerate(_LETTERS))
ONE: Final = "REF: OSLO 900001"


@dataclass(frozen=True, slots=True)
class Example:
    """One way of writing a style (by the id of the catalogue) and what it says."""

    style: str
    written: str
    expected: str


def examples() -> tuple[Example, ...]:
    """All of them, in the order of the file."""
    rows = [row.split(" | ") for row in FILE.read_text("utf-8").splitlines() if row and row[0] != "#"]
    return tuple(Example(style, written.replace("\\n", "\n"), says) for style, written, says in rows)


def said(example: Example) -> str:
    """What the telegram of an example is understood to say."""
    place, _, words = example.written.partition(": ")
    if place == "body":
        return "; ".join(_pointers(telegram(f"1. (C) {words}", ref=TEN))) or "nothing"
    if place == "alone":
        return "; ".join(_pointers(telegram(f"1. (C) {words}", ref=ONE))) or "nothing"
    found = telegram("1. (C) We met.", ref=example.written).references
    return "; ".join(f"{one.label} {shown(one)}" for one in found) or "nothing"


def shown(one: Reference) -> str:
    """What a reference says, without its label.

    >>> from ingest.document import Span
    >>> shown(Reference("A", "cable", Span(0, 1), "LIMA 4", "r", "2008LIMA4", year_status="assumed"))
    '~2008LIMA4'
    """
    mark = "~" if one.year_status == "assumed" else ""
    parts = (
        f"{mark}{one.target or '-'}",
        one.type if one.type != "cable" or one.target is None else "",
        "notal" if one.notal else "",
        "previous" if one.and_previous else "",
        f'caption="{one.caption}"' if one.caption else "",
        f"para={one.target_passage}" if one.target_passage else "",
        f"date={one.date}" if one.date else "",
    )
    assert one.target is not None or one.why, f"{one.raw} has neither a document nor a reason"
    return " ".join(part for part in parts if part)


def _pointers(cable: Cable) -> Iterator[str]:
    mentions = tuple(annotate_citations(cable, knowledge()))
    found = resolve_citations(cable, mentions, knowledge(), SoFar())
    for claim in found.claims:
        if claim.target is None:
            continue
        mark = "~" if claim.year_status == "assumed" and claim.label is None else ""
        passage = f" para={claim.target_passage}" if claim.target_passage else ""
        yield f"{claim.label or mark + claim.target}{passage}"
    for problem in found.unresolved:
        assert problem.why
        yield "?"
