"""A document as people read it: its passages in order, with everything that was read in them marked."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from compendium.web.pages.words import Claim, Mark, Passage, passage, placed
from queries.reach import reach
from queries.store import Queryable
from queries.term import local

MARKED: Final = ("Citation", "Mention", "Unresolved", "Implementation", "Position", "Directive")
"""What is marked in the text; of one piece of evidence the first of these that it supports."""
LISTED: Final = ("Directive", "Position", "Proposal", "Decision", "Implementation", "Unresolved")
"""What is listed below the passage that it stands in."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What one piece of evidence says: the kind of claim, its name, and where it leads."""

    kind: str
    label: str
    claim: str
    leads: str


def passages(
    source: Queryable, *, document: str | None = None, one: str | None = None
) -> tuple[Passage, ...]:
    """The passages of a document, or one passage, with what was read in them.

    >>> from ontology import names
    >>> from queries import open_reader
    >>> source = open_reader("tests/data/shape.trig")
    >>> [each.number for each in passages(source, document=names.document("2008STATE900001"))]
    ['7', '7.C']
    >>> (only,) = passages(source, one=names.passage("2008STATE900001", "7.C"))
    >>> [claim.kind for claim in only.claims]
    ['Decision']
    """
    by, ends = ("passage", [one]) if one is not None else ("document", [document or ""])
    rows = list(reach(source, "passages-of", by, ends))
    found: dict[str, dict[str, list[_Read]]] = defaultdict(lambda: defaultdict(list))
    for row in reach(source, "read-in", "passage", [row["passage"] for row in rows]):
        leads = row.get("named") or row.get("cited") or row["claim"]
        read = _Read(local(row["kind"]), row.get("label", ""), row["claim"], leads)
        found[row["passage"]][row["evidence"]].append(read)
    wanted = sorted({evidence for said in found.values() for evidence in said})
    quotes = {row["evidence"]: row for row in reach(source, "quotes", "evidence", wanted)}
    return tuple(_shown(row, found[row["passage"]], quotes) for row in rows)


def _shown(row: dict[str, str], said: dict[str, list[_Read]], quotes: dict[str, dict[str, str]]) -> Passage:
    marks = []
    for evidence, read in said.items():
        first = _first(read)
        place = placed(row, quotes[evidence]) if evidence in quotes else None
        if first is not None and place is not None:
            marks.append(Mark(*place, first.kind.lower(), f"{first.kind}: {first.label}", first.leads))
    claims = [
        Claim(kind, one.label, one.claim)
        for kind in LISTED
        for read in said.values()
        for one in read
        if one.kind == kind
    ]
    return passage(row, marks, claims=claims)


def _first(read: Sequence[_Read]) -> _Read | None:
    for kind in MARKED:
        for one in read:
            if one.kind == kind:
                return one
    return None
