"""Sentences of guidance in many wordings: what they ask for, what that rests on, which meetings they name."""

import csv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from ingest.claim import Dependence, DirectiveClaim, Extraction
from ingest.document import Document
from ingest.evaluate.words import bearing
from ingest.extract import extract
from tests.ingest.missiles import ids

HERE = Path(__file__).parent
HEADS = {
    "guidance": "CONFIDENTIAL STATE 900117\n141530Z MAR 18\nFM SECSTATE WASHDC\nTO AMEMBASSY OSLO",
    "report": "CONFIDENTIAL OSLO 900117\n141530Z MAR 18\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC",
}
REFS = "REF: A. 18 STATE 900201\n     B. 18 OSLO 900202\n     C. 17 STATE 900203"
CITED = {"2018STATE900201": "REF A", "2018OSLO900202": "REF B", "2017STATE900203": "REF C"}
HEADING = "HEADING "
"""Begins a text with the heading of its paragraph, which ends at two bars."""


@dataclass(frozen=True)
class Row:
    """One text and what is to be found in it; *still_open* where it is known that it is not."""

    text: str
    expected: tuple[str, ...]
    style: str = "guidance"
    sent: str = ""
    still_open: bool = False


def rows(name: str) -> tuple[Row, ...]:
    """The texts of one table."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Row(
                one["text"],
                () if one["expected"] == "-" else tuple(part.strip() for part in one["expected"].split(";")),
                one.get("style", "guidance"),
                one.get("sent", ""),
                one["open"] == "yes",
            )
            for one in csv.DictReader(file)
        )


def read(row: Row) -> Extraction:
    """The text as the one paragraph of a telegram that guides, or reports."""
    text = row.text
    heading, _, body = text.removeprefix(HEADING).partition("||") if "||" in text else ("", "", text)
    above = f"{heading}\n" if heading else ""
    whole = f"{HEADS[row.style]}\nSUBJECT: MTCR\n\n{REFS}\n\n1. (C) {above}{body}\n"
    return extract(Document(whole, "sentence.txt", ""))


def asked(row: Row) -> tuple[Counter[str], list[str]]:
    """How many acts were due, found and right, and what went wrong."""
    left = list(read(row).directives)
    wrong = list[str]()
    right = 0
    for wanted in row.expected:
        found = next((one for one in left if _is_asked(wanted, one)), None)
        if found is None:
            wrong.append(f"missed: {wanted}")
        else:
            left.remove(found)
            right += 1
    more = [f"found: {one.modality} {one.act} {one.condition or ''}" for one in left]
    return Counter(gold=len(row.expected), found=right + len(left), right=right), wrong + more


def _is_asked(wanted: str, one: DirectiveClaim) -> bool:
    said, _, condition = wanted.partition("{")
    sayings = [part.split() for part in said.strip().split("|")]
    first = sayings[0][0]
    ways = [(part[0], part[1]) if len(part) > 1 else (first, part[0]) for part in sayings]
    limit = condition.rstrip("}").strip()
    return (one.modality, one.act.split()[0]) in ways and (not limit or limit == (one.condition or ""))


def rests(row: Row) -> tuple[Counter[str], list[str]]:
    """How many dependences were due, found and right, and what went wrong."""
    made = read(row)
    left = [(act, one) for act in made.directives for one in act.depends_on]
    wrong = list[str]()
    right = 0
    for wanted in row.expected:
        found = next((one for one in left if _is_rest(wanted, *one, made)), None)
        if found is None:
            wrong.append(f"missed: {wanted}")
        else:
            left.remove(found)
            right += 1
    more = [f"found: {act.act} > {one.target}" for act, one in left]
    return Counter(gold=len(row.expected), found=right + len(left), right=right), wrong + more


def _is_rest(wanted: str, act: DirectiveClaim, one: Dependence, made: Extraction) -> bool:
    acts, _, ways = (part.strip() for part in wanted.partition(">"))
    if act.act.split()[0] not in acts.split("|"):
        return False
    return any(_is_rest_on(what, one, made) for what in ways.split("|"))


def _is_rest_on(what: str, one: Dependence, made: Extraction) -> bool:
    if what.startswith("REF"):
        return CITED.get(one.target) == what
    kind, _, words = what.partition(":")
    told = made.decisions if kind == "decision" else made.proposals
    about = next((claim.about for claim in told if claim.id == one.target), None)
    return about is not None and bearing(words) <= bearing(about)


def met(row: Row) -> tuple[Counter[str], list[str]]:
    """How many meetings were due, found and right, and what went wrong."""
    got = set(ids(row.text, sent=row.sent).split())
    due = {name for part in row.expected for name in part.split()}
    wrong = [f"missed: {one}" for one in sorted(due - got)] + [f"found: {one}" for one in sorted(got - due)]
    return Counter(gold=len(due), found=len(got), right=len(due & got)), wrong
