"""Sentences of reports and guidance in many wordings: who is told to stand where, and who is not."""

import csv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from ingest.annotate.positions.positions import annotate_positions
from ingest.cable import Cable
from ingest.document import Document
from ingest.parse import parse
from tests.knowledge import KNOWLEDGE
from tests.make import cable

HERE = Path(__file__).parent
SIDES = {"+": "supports", "-": "opposes", ">": "seeks", "?": "questions", "0": "undecided"}
HEAD = "CONFIDENTIAL PARIS 900117\n141530Z MAR 08\nFM AMEMBASSY PARIS\nTO SECSTATE WASHDC\nSUBJECT: MTCR\n\n"


@dataclass(frozen=True)
class Row:
    """One text, with bars for line ends, and who holds what in it; *still_open* where that is known to fail.

    "JPN+|>" is that Japan supports or seeks; what stands in parentheses may be found and need not.
    """

    text: str
    expected: tuple[str, ...]
    still_open: bool = False


def rows(name: str) -> tuple[Row, ...]:
    """The texts of one table."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Row(one["text"], _expected(one["expected"]), one["open"] == "yes") for one in csv.DictReader(file)
        )


def _expected(said: str) -> tuple[str, ...]:
    return () if said == "-" else tuple(said.split())


def stood(row: Row) -> tuple[Counter[str], list[str]]:
    """How many stances were due, found and right, and what went wrong."""
    due = [one for one in row.expected if not one.startswith("(")]
    allowed = [one.strip("()") for one in row.expected]
    got = {(one.holder, one.stance) for one in annotate_positions(_cable(row.text), KNOWLEDGE)}
    met = [one for one in due if got & _ways(one)]
    more = {one for one in got if not any(one in _ways(way) for way in allowed)}
    wrong = [f"missed: {one}" for one in due if one not in met]
    wrong += [f"found: {code} {stance}" for code, stance in sorted(more)]
    return Counter(gold=len(due), found=len(met) + len(more), right=len(met)), wrong


def _ways(expected: str) -> set[tuple[str, str]]:
    return {(expected[:3], SIDES[sign]) for sign in expected[3:].split("|")}


def _cable(text: str) -> Cable:
    if "|" not in text and not text[:1].isdigit():
        return cable(text)
    lines = text.replace("|", "\n")
    body = lines if "1. (" in lines else f"1. (C) Views:\n\n{lines}"
    return parse(Document(f"{HEAD}{body}\n", "a.txt", ""), KNOWLEDGE)
