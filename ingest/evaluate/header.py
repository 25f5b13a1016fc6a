"""How well the header was read: one item a field, one for each element of a list."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from ingest.evaluate.assign import tally
from ingest.evaluate.tally import Item, Tally
from ingest.evaluate.words import alike, same

FIELDS: Final = (
    "id",
    "kind",
    "classification",
    "post",
    "number",
    "sent",
    "from",
    "to",
    "info",
    "attention",
    "eo",
    "declassify",
    "tags",
    "subject",
    "subject_marking",
    "classified_by",
    "reasons",
)


def header(gold: Mapping[str, Any], found: Mapping[str, Any]) -> Tally:
    """The tally of the fields that both sides fill; a field that only the extraction fills is false.

    >>> gold = {"document": {"id": "x", "tags": ["PARM", "FR"], "unscored": ["subject"]}}
    >>> header(gold, {"document": {"id": "x", "tags": ["PARM"], "subject": "S", "eo": "12958"}}).strict
    Count(gold=3, found=3, right=2)
    """
    document = gold.get("document") or {}
    skipped = frozenset(document.get("unscored") or ())
    wanted = [item for item in _items(document) if item.value["field"] not in skipped]
    got = [item for item in _items(found.get("document") or {}) if item.value["field"] not in skipped]
    return tally("header", wanted, got, _strict, _lenient)


def _items(document: Mapping[str, Any]) -> Iterator[Item]:
    precedence = document.get("precedence") or {}
    values = {field: document.get(field) for field in FIELDS}
    values |= {f"precedence {part}": precedence.get(part) for part in ("action", "info")}
    for field, value in values.items():
        for one in value if isinstance(value, list | tuple) else (value,):
            if one not in (None, ""):
                yield Item(f"{field}: {one}", None, {"field": field, "value": one})


def _strict(gold: Item, found: Item) -> float:
    return float(
        gold.value["field"] == found.value["field"] and same(gold.value["value"], found.value["value"])
    )


def _lenient(gold: Item, found: Item) -> float:
    if gold.value["field"] != found.value["field"]:
        return 0.0
    if gold.value["field"] == "sent":
        return float(str(gold.value["value"])[:10] == str(found.value["value"])[:10])
    return float(alike(gold.value["value"], found.value["value"]))
