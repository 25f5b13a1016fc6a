"""Things by names that look like one that is given: where names of other people's tables are looked up."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rapidfuzz import fuzz

from queries.search.gather import query
from queries.search.index import Index
from queries.search.make import normal

LONGEST: Final = 255
"""So many characters of a name are looked at."""
NEAR: Final = 200
"""So many names that share letters with one are compared with it."""
FEW: Final = 3
MANY: Final = 5000
"""Where fewer names share letters with one, it is compared with so many that are about as long."""
ENOUGH: Final = 40.0
TITLED: Final = 95.0
"""What a title that is the same earns: several documents may have it."""

_DIGITS: Final = re.compile(r"\d+")
_OTHER_NUMBER: Final = 0.8
_PART: Final = 0.85
"""What a name earns that only stands in another one."""


@dataclass(frozen=True, slots=True)
class Alike:
    """A thing, the name of it that is likest, and how alike that is, of 100; ``exact`` where it is the same.

    ``marking`` is that of a document, whose title may be as sensitive as the rest of it.
    """

    iri: str
    kind: str
    label: str
    title: str = ""
    marking: str = ""
    name: str = ""
    score: float = 0.0
    exact: bool = False


def alike(index: Index, name: str, *, kinds: Iterable[str] = (), limit: int = 10) -> tuple[Alike, ...]:
    """The things that have a name like this one, the likest first, each once.

    >>> from pathlib import Path
    >>> index = Index.open(Path("tests/data/shape.trig"))
    >>> [(one.label, one.exact) for one in alike(index, "argentina", kinds=["country"])]
    [('Argentina', True)]
    >>> alike(index, "Argentinia")[0].label, alike(index, "08 STATE 900003", kinds=["document"])[0].score < 80
    ('Argentina', True)
    >>> alike(index, "?!")
    ()
    """
    asked = normal(name[:LONGEST])
    if not asked:
        return ()
    wanted = tuple(kinds)
    found: dict[str, Alike] = {}
    for one, norm in _near(index, asked, wanted):
        scored = _scored(one, norm, asked)
        if scored.score >= ENOUGH and scored.score > getattr(found.get(one.iri), "score", 0.0):
            found[one.iri] = scored
    ordered = sorted(found.values(), key=lambda one: (-one.score, len(one.name), one.label, one.iri))
    return tuple(ordered[:limit])


def called(index: Index, iris: Sequence[str]) -> tuple[Alike, ...]:
    """What these things are called; those that are unknown are left out.

    >>> from pathlib import Path
    >>> from ontology.names import thing
    >>> [one.label for one in called(Index.open(Path("tests/data/shape.trig")), [thing("country", "ARG")])]
    ['Argentina']
    """
    with index.reading() as database:
        rows = database.execute(query("called.sql"), {"iris": json.dumps(list(iris))}).fetchall()
    return tuple(Alike(*row) for row in rows)


def _near(index: Index, asked: str, kinds: Sequence[str]) -> list[tuple[Alike, str]]:
    """Names that begin with what is asked for, or share runs of three letters with it."""
    values = {"kind": json.dumps(list(kinds)) if kinds else None, "limit": NEAR}
    runs = list(dict.fromkeys(asked[at : at + 3] for at in range(len(asked) - 2)))
    with index.reading() as database:
        rows = database.execute(
            query("exact.sql"), {**values, "norm": asked, "end": asked + "\uffff"}
        ).fetchall()
        if runs:
            sought = " OR ".join(f'"{one}"' for one in runs)
            rows += database.execute(query("alike.sql"), {**values, "expression": sought}).fetchall()
        if len(rows) < FEW:
            lengths = {"least": len(asked) - 1, "most": len(asked) + 1, "limit": MANY}
            rows += database.execute(query("lengths.sql"), {**values, **lengths}).fetchall()
    return [(Alike(*row[:-1]), row[-1]) for row in rows]


def _scored(one: Alike, norm: str, asked: str) -> Alike:
    """A number that is another one tells things apart, however alike the rest is."""
    titled = one.name == one.title != one.label
    if norm == asked:
        return replace(one, score=TITLED if titled else 100.0, exact=not titled)
    whole = max(fuzz.ratio(asked, norm), fuzz.token_sort_ratio(asked, norm))
    score = min(max(whole, _PART * fuzz.WRatio(asked, norm)), TITLED - 1)
    told, there = set(_DIGITS.findall(asked)), set(_DIGITS.findall(norm))
    if told and there and not told <= there:
        score *= _OTHER_NUMBER
    return replace(one, score=round(score, 1))
