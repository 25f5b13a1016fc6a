"""What is known of things as plain attributes: name, kind, date, marking, and how much speaks of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from queries.network import DOCUMENTS, KINDS, PASSAGE, Node, Value
from queries.reach import MOST_ENDS, reach
from queries.store import Queryable
from queries.term import local, short

Facts = Mapping[str, Sequence[str]]

WORDS: Final = {
    "title": "title", "earliest": "earliest", "latest": "latest", "place": "place", "act": "act",
    "content": "content", "condition": "condition", "status": "status", "number": "number",
    "heading": "heading", "text": "text", "towardsText": "towards",
}  # fmt: skip
"""Facts that are attributes as they stand, and under which name."""
CODES: Final = {"modality": "modality", "stance": "stance"}
"""Facts whose value is a code: the last part of its IRI."""
DATES: Final = ("sent", "startDate", "asOf", "due", "year")
"""Facts that date a thing, the most telling first."""
DATED_BY: Final = frozenset({"Directive", "Implementation"})
"""Kinds that have the date of the document that says them, where they have none."""
DAY: Final = len("2008-04-04")


def nodes(source: Queryable, members: Iterable[str]) -> Iterator[Node]:
    """The things with these IRIs, in the order of the IRIs, a block at a time.

    >>> from ontology.names import document
    >>> from queries import open_reader
    >>> sample = open_reader("tests/data/shape.trig")
    >>> (found,) = nodes(sample, [document("2008STATE900001")])
    >>> [found.attributes[name] for name in ("label", "kind", "date", "marking", "held")]
    ['08 STATE 900001', 'Cable', '2008-04-04', 'C', True]
    """
    ordered = sorted(set(members))
    for start in range(0, len(ordered), MOST_ENDS):
        block = ordered[start : start + MOST_ENDS]
        facts: dict[str, dict[str, list[str]]] = {one: defaultdict(list) for one in block}
        for row in reach(source, "facts", "node", block):
            facts[row["node"]][local(row["property"])].append(row["value"])
        counted: dict[str, list[dict[str, str]]] = defaultdict(list)
        for row in reach(source, "counted", "node", block):
            counted[row["node"]].append(row)
        citing = {row["node"]: int(row["citing"]) for row in reach(source, "cited-by", "node", block)}
        sent = _days(source, {row["document"] for rows in counted.values() for row in rows})
        for one in block:
            yield _node(one, facts[one], counted[one], citing.get(one), sent)


def kind(classes: Iterable[str]) -> str:
    """The kind of a thing of these classes, "Other" where it has none that a network tells apart.

    >>> kind(["Document", "Ghost", "Cable"]), kind(["Passage"]), kind(["Evidence"])
    ('Cable', 'Passage', 'Other')
    """
    known = set(classes)
    return next((one for one in (*KINDS, PASSAGE) if one in known), "Other")


def _days(source: Queryable, documents: Iterable[str]) -> dict[str, str]:
    rows = reach(source, "facts", "node", sorted(documents))
    return {row["node"]: row["value"][:DAY] for row in rows if local(row["property"]) == "sent"}


def _node(
    one: str,
    facts: Facts,
    counted: Sequence[Mapping[str, str]],
    citing: int | None,
    sent: Mapping[str, str],
) -> Node:
    what = kind(map(local, facts.get("type", ())))
    names = sorted(facts.get("label") or facts.get("prefLabel") or ())
    told: dict[str, Value] = {"label": names[0] if names else short(one), "kind": what}
    date = next((facts[name][0] for name in DATES if facts.get(name)), None)
    if date is None and what in DATED_BY:
        date = min((sent[row["document"]] for row in counted if row["document"] in sent), default=None)
    if date is not None:
        told["date"] = date[:DAY]
    mark = _marking(facts, counted)
    if mark is not None:
        told["marking"] = mark
    if what in DOCUMENTS:
        if facts.get("held"):
            told["held"] = "True" in facts["held"]
        told["cited_by"] = citing or 0
    told["evidence"] = sum(int(row["evidence"]) for row in counted)
    told["documents"] = len({row["document"] for row in counted})
    told |= {to: facts[name][0] for name, to in WORDS.items() if facts.get(name)}
    told |= {to: local(facts[name][0]) for name, to in CODES.items() if facts.get(name)}
    about = sorted(value for value in facts.get("about", ()) if "://" not in value)
    if about:
        told["about"] = about[0]
    return Node(one, told | {"iri": one})


def _marking(facts: Facts, counted: Sequence[Mapping[str, str]]) -> str | None:
    """The mark of a document or passage; of anything else the highest of the passages that speak of it."""
    if facts.get("marking"):
        return local(sorted(facts["marking"])[0])
    marks = [(int(row.get("level", "0")), local(row["mark"])) for row in counted if "mark" in row]
    return max(marks)[1] if marks else None
