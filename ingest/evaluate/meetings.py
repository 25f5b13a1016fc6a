"""How well meetings were recognised."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from ingest.evaluate.assign import tally
from ingest.evaluate.folding import Folding, covers, folding, meets
from ingest.evaluate.tally import Item, Tally
from ingest.evaluate.words import same
from ingest.tables import knowledge


def meetings(gold: Mapping[str, Any], found: Mapping[str, Any]) -> Tally:
    """The tally of meetings, by identifier or by series with year, place and start.

    Strict wants the passages and every detail that the gold gives; lenient the meeting in one of its
    paragraphs.

    >>> row = {"id": "mtcr-plenary-2003-buenos-aires", "series": "Plenary", "year": 2003, "passages": ["7"]}
    >>> other = {"id": "x", "series": "Plenary", "year": 2003, "passages": ["7", "8"]}
    >>> t = meetings({"meetings": [row]}, {"meetings": [other]})
    >>> t.strict.right, t.lenient.right
    (0, 1)
    """
    depth = folding(gold)
    wanted = [_item(row, depth) for row in gold.get("meetings") or ()]
    got = [_item(row, depth) for row in found.get("meetings") or ()]

    def strict(one: Item, other: Item) -> float:
        right = covers(one.value, depth.all(other.value.get("passages")), depth) and _detailed(one, other)
        return identity(one.value, other.value) if right else 0.0

    def lenient(one: Item, other: Item) -> float:
        near = meets(one.value, depth.all(other.value.get("passages")), depth)
        return identity(one.value, other.value) if near else 0.0

    return tally("meetings", wanted, got, strict, lenient)


def _item(row: dict[str, Any], depth: Folding) -> Item:
    where = ", ".join(sorted(depth.all(row.get("passages"))))
    parts = (row.get("series"), _year(row), row.get("place"), row.get("start"))
    label = str(row.get("id") or " ".join(str(part) for part in parts if part))
    return Item(label, where, row, bool(row.get("optional")))


def _year(row: Mapping[str, Any]) -> str | None:
    value = row.get("year") or str(row.get("start") or "")[:4]
    return str(value) if value else None


def identity(gold: Mapping[str, Any], found: Mapping[str, Any]) -> float:
    """How sure it is that both mean the same meeting: 1 for one identifier, less for agreeing attributes.

    >>> identity({"series": "TEM", "year": 2008}, {"series": "TEM", "year": 2009})
    0.0
    """
    if gold.get("id") and gold["id"] in (found.get("id"), found.get("same_as")):
        return 1.0
    regimes = [row.get("regime") or default_regime() for row in (gold, found)]
    if regimes[0] != regimes[1] or (
        gold.get("series") and not same(gold["series"], found.get("series") or "")
    ):
        return 0.0
    pairs = [(_year(gold), _year(found)), (gold.get("place"), found.get("place"))]
    pairs.append((gold.get("start"), found.get("start")))
    if any(one and other and not _agree(one, other) for one, other in pairs):
        return 0.0
    shared = sum(1 for one, other in pairs if one and other)
    # a series without year and place answers only to one that says no more
    bare = not any(one for one, _ in pairs) and not any(other for _, other in pairs)
    return 0.5 if bare else shared * 0.3


@cache
def default_regime() -> str | None:
    """The regime that a gold file means where it names none: that of the profile which says so.

    >>> default_regime()
    'mtcr'
    """
    return next((one.id for one in knowledge().profiles if one.default), None)


def _agree(one: object, other: object) -> bool:
    first, second = str(one), str(other)
    return same(first, second) or first.startswith(second) or second.startswith(first)


def _detailed(gold: Item, found: Item) -> bool:
    wanted, got = gold.value, found.value
    plain = all(
        key not in wanted or _agree(wanted[key], got.get(key) or "?")
        for key in ("place", "country", "host", "start", "end", "ordinal")
    )
    people = "participants" not in wanted or set(got.get("participants") or ()) == set(wanted["participants"])
    return plain and people and bool(got.get("intersessional")) == bool(wanted.get("intersessional"))
