"""Sentences of many styles with what they tell, and which of it is found."""

import csv
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from ingest.claim import DecisionClaim, Extraction, ProposalClaim
from ingest.document import Document
from ingest.evaluate.words import bearing
from ingest.extract import extract

C = TypeVar("C", DecisionClaim, ProposalClaim)
HERE = Path(__file__).parent
HEADS = {
    "mtcr": ("MTCR", "141530Z MAR 11"),
    "nsg": ("NUCLEAR SUPPLIERS GROUP (NSG)", "091100Z DEC 13"),
    "ag": ("AUSTRALIA GROUP", "141530Z MAR 11"),
    "wassenaar": ("WASSENAAR ARRANGEMENT", "141530Z MAR 09"),
    "cocom": ("COCOM", "141530Z JUN 76"),
}


@dataclass(frozen=True)
class Row:
    """One sentence, and what it tells: "words of it @2003" or "FRA+ITA: words of it > adopted"."""

    regime: str
    text: str
    expected: tuple[str, ...]
    still_open: bool = False
    """It is known that this is not found, or not as it should be."""


def rows(name: str) -> tuple[Row, ...]:
    """The sentences of one table."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Row(one["regime"], one["text"], _expected(one["expected"]), one["open"] == "yes")
            for one in csv.DictReader(file)
        )


def _expected(cell: str) -> tuple[str, ...]:
    return () if cell == "-" else tuple(part.strip() for part in cell.split(";"))


def read(row: Row) -> Extraction:
    """The sentence as the one paragraph of a telegram on its regime."""
    subject, sent = HEADS[row.regime]
    text = (
        f"CONFIDENTIAL STATE 900117\n{sent}\nFM SECSTATE WASHDC\nTO AMEMBASSY OSLO\n"
        f"SUBJECT: {subject}\n\n1. (C) {row.text}\n"
    )
    return extract(Document(text, "sentence.txt", ""))


def decided(row: Row) -> tuple[Counter[str], list[str]]:
    """How many decisions were due, found and right, and what went wrong."""
    return _judged(row.expected, list(read(row).decisions), _is_decision)


def proposed(row: Row) -> tuple[Counter[str], list[str]]:
    """How many proposals were due, found and right, and what went wrong."""
    return _judged(row.expected, list(read(row).proposals), _is_proposal)


def _judged(
    wanted: Sequence[str], got: Sequence[C], answers: Callable[[str, C], bool]
) -> tuple[Counter[str], list[str]]:
    left, right = list(got), 0
    wrong: list[str] = []
    for one in wanted:
        found = next((claim for claim in left if answers(one, claim)), None)
        if found is None:
            wrong.append(f"missed: {one}")
        else:
            left.remove(found)
            right += 1
    wrong += [f"found: {one.about} ({getattr(one, 'year', '')})" for one in left]
    return Counter(gold=len(wanted), found=len(got), right=right), wrong


def _is_decision(wanted: str, claim: DecisionClaim) -> bool:
    words, _, year = wanted.partition("@")
    return bearing(words) <= bearing(claim.about) and (not year or str(claim.year) == year.strip())


def _is_proposal(wanted: str, claim: ProposalClaim) -> bool:
    who, _, rest = wanted.partition(":")
    words, _, fate = rest.partition(">")
    told = getattr(claim, "fate", None) or ""
    return (
        set(who.split("+")) == set(claim.proponents)
        and bearing(words) <= bearing(claim.about)
        and fate.strip() == told
    )
