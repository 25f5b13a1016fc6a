"""What a batch of queries says, read with care: it comes from tables of other people."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from compendium.web.problems import Problem
from compendium.web.reconcile.kinds import Kind, kind

BATCH: Final = 50
"""So many queries come at once; OpenRefine sends ten."""
LIMIT: Final = 10
MOST: Final = 50
PROPERTIES: Final = 20

Json: TypeAlias = object

_KNOWN: Final = frozenset({"query", "type", "limit", "properties", "type_strict"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """A property that a thing should have, and what is known of its values; things by IRI or its end."""

    property: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """One name to look up. ``kinds`` is None where any will do, and empty where none can be right."""

    text: str
    kinds: tuple[Kind, ...] | None = None
    limit: int = LIMIT
    wanted: tuple[Wanted, ...] = ()
    firm: bool = True


def parsed(text: str, what: str) -> dict[str, Json]:
    """The JSON object that a parameter holds; Problem where it holds none.

    >>> parsed('{"q0": {}}', "queries")
    {'q0': {}}
    >>> parsed("[]", "queries")
    Traceback (most recent call last):
    compendium.web.problems.Problem: queries= is a JSON object
    """
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise Problem(400, f"{what}= is no JSON") from None
    if not isinstance(found, dict):
        raise Problem(400, f"{what}= is a JSON object")
    return found


def batch(text: str) -> dict[str, Query]:
    """The queries of a batch by their keys; Problem with the key of one that is wrong.

    >>> batch('{"q0": {"query": "Oslo", "type": "Post", "limit": 3}}')["q0"].limit
    3
    >>> batch('{"q0": {"limit": 3}}')
    Traceback (most recent call last):
    compendium.web.problems.Problem: queries=: 'q0' has neither query nor properties
    """
    found = parsed(text, "queries")
    if len(found) > BATCH:
        raise Problem(413, f"a batch has at most {BATCH} queries; this one has {len(found)}", cap="batch")
    return {key: _query(key, one) for key, one in found.items()}


def _query(key: str, given: Json) -> Query:
    if not isinstance(given, dict):
        raise _wrong(key, "is no object")
    if strange := sorted(set(given) - _KNOWN):
        raise _wrong(key, f"has {strange[0][:50]!r}, which is none of {', '.join(sorted(_KNOWN))}")
    text = given.get("query", "")
    if not isinstance(text, str):
        raise _wrong(key, "has a query that is no string")
    wanted = tuple(_wanted(key, given.get("properties", [])))
    if "query" not in given and not wanted:
        raise _wrong(key, "has neither query nor properties")
    strict = given.get("type_strict", "any")
    if strict not in ("any", "should", "all"):
        raise _wrong(key, "has a type_strict that is none of any, should, all")
    kinds = _kinds(key, given.get("type", []), strict)
    if not text and wanted:
        text = wanted[0].values[0] if wanted[0].values else ""
    return Query(text, kinds, _limit(key, given.get("limit", LIMIT)), wanted, strict != "should")


def _kinds(key: str, given: Json, strict: str) -> tuple[Kind, ...] | None:
    names = [given] if isinstance(given, str) else given
    if not isinstance(names, list) or not all(isinstance(one, str) for one in names):
        raise _wrong(key, "has a type that is neither an id nor a list of ids")
    if not [one for one in names if one]:
        return None
    found = tuple(dict.fromkeys(one for one in map(kind, names) if one is not None))
    return () if strict == "all" and (len(found) > 1 or len(found) < len(set(names))) else found


def _limit(key: str, given: Json) -> int:
    if isinstance(given, bool) or not isinstance(given, int | float) or not 1 <= given <= 1e9:
        raise _wrong(key, "has a limit that is no number from 1 on")
    return min(int(given), MOST)


def _wanted(key: str, given: Json) -> Iterator[Wanted]:
    if not isinstance(given, list) or len(given) > PROPERTIES:
        raise _wrong(key, f"has properties that are no list of at most {PROPERTIES}")
    for one in given:
        if not isinstance(one, dict) or not isinstance(one.get("pid"), str) or "v" not in one:
            raise _wrong(key, "has a property without pid and v")
        values = one["v"] if isinstance(one["v"], list) else [one["v"]]
        yield Wanted(one["pid"], tuple(_value(key, value) for value in values[:PROPERTIES]))


def _value(key: str, given: Json) -> str:
    match given:
        case Mapping() if isinstance(given.get("id"), str):
            return str(given["id"])
        case bool():
            return str(given).lower()
        case str() | int() | float():
            return str(given)
    raise _wrong(key, "has a value that is no string, number, boolean, or object with id")


def _wrong(key: str, what: str) -> Problem:
    return Problem(400, f"queries=: {key[:50]!r} {what}", query=key[:50])
