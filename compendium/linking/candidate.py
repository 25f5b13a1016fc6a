"""How well something elsewhere fits a thing here: points, each with its reason, for a person to weigh."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, TypeAlias

from compendium.linking.thing import Thing

Found: TypeAlias = dict[str, list[str]]
"""What another dataset says of one of its things: ``item``, ``label``, ``description``, ``how``, ``key``,
``type``, ``iso3``, ``geonames``, ``country``, each with its values; ``score`` where a service gives one."""

TARGETS: Final = files("compendium") / "linking" / "targets"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something elsewhere that may be the thing: ``score`` is from 0 to 100."""

    thing: Thing
    item: str
    label: str
    description: str
    score: int
    reasons: tuple[str, ...]


def candidate(thing: Thing, found: Found, dataset: str) -> Candidate:
    """The candidate with its points and the reason for each.

    >>> thing = Thing("country/ARG", "country", "Argentina", ("Argentina",), iso3="ARG")
    >>> said = {"item": ["http://www.wikidata.org/entity/Q414"], "label": ["Argentina"], "how": ["code"],
    ...     "key": ["ARG"], "iso3": ["ARG"], "type": ["http://www.wikidata.org/entity/Q6256"]}
    >>> made = candidate(thing, said, "wikidata")
    >>> made.score, made.reasons
    (100, ('has the code ARG', 'is of the kind: country'))
    """
    total, reasons = 0, list[str]()
    for sign, value in _signs(thing, found, dataset):
        points, words = _points()[sign]
        total += points
        reasons.append(words.format(value=value))
    for score in found.get("score", ()):
        total += round(float(score))
        reasons.append(f"the service gives it {float(score):g}")
    return Candidate(
        thing,
        found["item"][0],
        next(iter(found.get("label", ())), ""),
        next(iter(found.get("description", ())), ""),
        max(0, min(100, total)),
        tuple(reasons),
    )


def _signs(thing: Thing, found: Found, dataset: str) -> Iterator[tuple[str, str]]:
    for name, own in (("iso3", thing.iso3), ("geonames", thing.geonames)):
        codes = found.get(name, [])
        if own is not None and codes:
            yield ("code", own) if own in codes else ("other code", codes[0])
    called = found.get("how", [])
    if "code" not in called:
        for how in ("name", "other name"):
            if how in called:
                yield how, found.get("key", [thing.label])[0]
                break
    fitting = _types().get((thing.kind, dataset), {})
    types = [one.rpartition("/")[2] for one in found.get("type", ())]
    known = [fitting[one] for one in types if one in fitting]
    if known:
        yield "type", known[0]
    elif types and fitting:
        yield "other type", types[0]
    where = found.get("country", [])
    if thing.country is not None and where:
        yield ("country", thing.country) if thing.country in where else ("other country", where[0])


def best(candidates: Iterable[Candidate], most: int) -> tuple[Candidate, ...]:
    """The candidates of a thing with any point, the best first; *most* of them.

    >>> best([], 5)
    ()
    """
    ranked = sorted((one for one in candidates if one.score), key=lambda one: (-one.score, one.item))
    return tuple(ranked[:most])


@cache
def _points() -> dict[str, tuple[int, str]]:
    return {one["sign"]: (int(one["points"]), one["words"]) for one in _rows("points.csv")}


@cache
def _types() -> dict[tuple[str, str], dict[str, str]]:
    made: dict[tuple[str, str], dict[str, str]] = {}
    for one in _rows("types.csv"):
        made.setdefault((one["kind"], one["dataset"]), {})[one["type"]] = one["label"]
    return made


def _rows(name: str) -> Iterator[dict[str, str]]:
    return csv.DictReader((TARGETS / name).read_text(encoding="utf-8").splitlines())
