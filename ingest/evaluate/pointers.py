"""How well the list of references and the pointers to it were read."""

from collections.abc import Iterable, Mapping
from typing import Any

from ingest.evaluate.assign import tally
from ingest.evaluate.folding import folding, paragraph
from ingest.evaluate.tally import Item, Tally
from ingest.evaluate.words import same


def references(gold: Mapping[str, Any], found: Mapping[str, Any]) -> Tally:
    """The tally of references: strict wants all that the gold gives, lenient the type with label or target.

    >>> gold = {"references": [{"label": "A", "type": "cable", "target": "2008STATE1", "caption": "IE"}]}
    >>> item = {"label": "A", "type": "cable", "target": "2008STATE1", "caption": None}
    >>> t = references(gold, {"references": [item]})
    >>> t.strict.right, t.lenient.right
    (0, 1)
    """
    return tally(
        "references", _listed(gold.get("references")), _listed(found.get("references")), _full, _partly
    )


def _listed(rows: Iterable[dict[str, Any]] | None) -> list[Item]:
    return [
        Item(
            " ".join(str(row[key]) for key in ("label", "type", "target", "date", "caption") if row.get(key)),
            None,
            row,
            bool(row.get("optional")),
        )
        for row in rows or ()
    ]


def _full(gold: Item, found: Item) -> float:
    wanted, got = gold.value, found.value
    plain = all(
        same(got.get(key) or "", wanted[key] or "")
        for key in ("label", "type", "target", "date", "caption")
        if key in wanted
    )
    flags = all(bool(got.get(key)) == wanted[key] for key in ("notal", "and_previous") if key in wanted)
    parties = {str(one).upper() for one in got.get("parties") or ()} == set(wanted.get("parties") or ())
    # a caption that the gold does not give is a misreading ("NOTAL" is none)
    uncaptioned = "caption" in wanted or not got.get("caption")
    return float(plain and flags and uncaptioned and (parties or "parties" not in wanted))


def _partly(gold: Item, found: Item) -> float:
    if gold.value.get("type") != found.value.get("type"):
        return 0.0
    keys = [key for key in ("target", "label") if gold.value.get(key)]
    return sum(0.5 for key in keys if gold.value[key] == found.value.get(key))


def citations(gold: Mapping[str, Any], found: Mapping[str, Any]) -> Tally:
    """The tally of pointers in passages, each as often as it stands; lenient takes them by paragraph.

    >>> gold = {"citations": [{"passage": "2", "label": "A", "count": 2}]}
    >>> citations(gold, {"citations": [{"passage": "2", "label": "A"}]}).strict
    Count(gold=2, found=1, right=1)
    """
    depth = folding(gold)
    targets = {row["label"]: row.get("target") for row in gold.get("references") or () if row.get("label")}
    wanted = [
        _pointer(row, depth.of(row["passage"]), row.get("target") or targets.get(row.get("label")))
        for row in gold.get("citations") or ()
        for _ in range(row.get("count", 1))
    ]
    got = [
        _pointer(row, depth.of(row.get("passage")), row.get("target")) for row in found.get("citations") or ()
    ]
    return tally("citations", wanted, got, _there, _thereabouts)


def _pointer(row: dict[str, Any], passage: str, target: object) -> Item:
    label = row.get("label")
    words = f"{'REF ' + str(label) if label else target} in {passage}"
    return Item(words, passage, {"label": label, "target": target}, bool(row.get("optional")))


def _pointed(gold: Item, found: Item) -> bool:
    label, target = gold.value["label"], gold.value["target"]
    return bool(label and label == found.value["label"]) or bool(target and target == found.value["target"])


def _there(gold: Item, found: Item) -> float:
    return float(gold.passage == found.passage and _pointed(gold, found))


def _thereabouts(gold: Item, found: Item) -> float:
    return float(paragraph(gold.passage) == paragraph(found.passage) and _pointed(gold, found))
