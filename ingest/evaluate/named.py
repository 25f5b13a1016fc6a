"""How well decisions and proposals were recognised; their ids in the gold are names that a person gave."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ingest.evaluate.assign import Match, assign, tally
from ingest.evaluate.folding import Folding, covers, folding, meets
from ingest.evaluate.tally import Item, Tally
from ingest.evaluate.words import overlap


@dataclass(frozen=True, slots=True)
class Named:
    """A tally, and the found id for each id of the gold that something answers to."""

    tally: Tally
    answers: dict[str, str]


def decisions(gold: Mapping[str, Any], found: Mapping[str, Any]) -> Named:
    """The tally of decisions, by meeting, year, passages and words.

    >>> one = {"id": "ba", "adopted_at": "m", "year": 2003, "about": "voluntary reports", "passages": ["7.C"]}
    >>> other = {"id": "x-1", "adopted_at": "m", "year": 2003, "about": "report", "passages": ["7.C"]}
    >>> named = decisions({"decisions": [one]}, {"decisions": [other]})
    >>> named.tally.strict.right, named.answers
    (1, {'ba': 'x-1'})
    """
    return _named("decisions", gold, found, _same_decision, _exact_decision)


def proposals(gold: Mapping[str, Any], found: Mapping[str, Any]) -> Named:
    """The tally of proposals, by proponents, passages and words.

    >>> one = {"id": "g", "proponents": ["DEU"], "about": "end use controls", "passages": ["7"]}
    >>> other = {"id": "p", "proponents": ["FRA"], "about": "end use controls", "passages": ["7"]}
    >>> t = proposals({"proposals": [one]}, {"proposals": [other]}).tally
    >>> t.strict.right, t.lenient.right
    (0, 1)
    """
    return _named("proposals", gold, found, _same_proposal, _exact_proposal)


def _named(kind: str, gold: Mapping[str, Any], found: Mapping[str, Any], alike: Match, exact: Match) -> Named:
    depth = folding(gold)
    wanted = [_item(row, depth) for row in gold.get(kind) or ()]
    got = [_item(row, depth) for row in found.get(kind) or ()]

    def lenient(one: Item, other: Item) -> float:
        return alike(one, other) if meets(one.value, depth.all(other.value.get("passages")), depth) else 0.0

    def strict(one: Item, other: Item) -> float:
        whole = covers(one.value, depth.all(other.value.get("passages")), depth)
        generic = bool(one.value.get("generic")) == bool(other.value.get("generic"))
        return lenient(one, other) if whole and generic and exact(one, other) else 0.0

    pairs = assign(wanted, got, lenient)
    answers = {
        str(wanted[at].value.get("id")): str(got[other].value.get("id")) for at, other in pairs.items()
    }
    return Named(tally(kind, wanted, got, strict, lenient), answers)


def _item(row: dict[str, Any], depth: Folding) -> Item:
    where = ", ".join(sorted(depth.all(row.get("passages"))))
    who = " ".join(str(one) for one in (row.get("proponents") or [row.get("year") or ""]))
    return Item(f"{row.get('about', '')} ({who})".strip(), where, row, bool(row.get("optional")))


def _same_decision(gold: Item, found: Item) -> float:
    one, other = gold.value, found.value
    if one.get("year") and other.get("year") and int(one["year"]) != int(other["year"]):
        return 0.0
    meeting = bool(one.get("adopted_at")) and one["adopted_at"] == other.get("adopted_at")
    if one.get("adopted_at") and other.get("adopted_at") and not meeting:
        return 0.0
    words = overlap(one.get("about"), other.get("about"))
    year = bool(one.get("year")) and bool(other.get("year"))
    return 0.3 * meeting + 0.2 * year + 0.5 * words


def _exact_decision(gold: Item, found: Item) -> float:
    one, other = gold.value, found.value
    named = "adopted_at" not in one or one["adopted_at"] == other.get("adopted_at")
    dated = "year" not in one or str(one["year"]) == str(other.get("year"))
    about = {*(one.get("concerns") or ()), *([one["country"]] if "country" in one else [])}
    worded = overlap(one.get("about"), other.get("about")) > 0
    return float(named and dated and worded and about <= set(other.get("concerns") or ()))


def _same_proposal(gold: Item, found: Item) -> float:
    shared = set(gold.value.get("proponents") or ()) & set(found.value.get("proponents") or ())
    return 0.5 * bool(shared) + 0.5 * overlap(gold.value.get("about"), found.value.get("about"))


def _exact_proposal(gold: Item, found: Item) -> float:
    one, other = gold.value, found.value
    whose = set(one.get("proponents") or ()) == set(other.get("proponents") or ())
    outlined = "outlined_in" not in one or one["outlined_in"] == other.get("outlined_in")
    return float(whose and outlined and overlap(one.get("about"), other.get("about")) > 0)
