"""Stances told of something that pleases or troubles somebody: "the clause was anathema to Egypt"."""

from collections.abc import Iterator, Sequence, Set
from functools import cache
from typing import Final, cast

from ingest.annotate.language.holders import Named, heads
from ingest.annotate.language.said import Said
from ingest.annotate.language.verb_groups import group, lemmas_of
from ingest.annotate.language.vocabulary import Row, alternatives, is_kind, table
from ingest.annotate.language.word import ALONE, Telling, Word
from ingest.annotate.positions.met import goes_on
from ingest.annotate.positions.passive_stances import listed
from ingest.annotate.positions.speakers import supposed
from ingest.annotate.positions.stance_rows import DEGREES, LINKING
from ingest.annotate.positions.topics import POINTING, is_topical
from ingest.mention import Stance

Rest = tuple[tuple[frozenset[str], bool], ...]
PROVING: Final = LINKING | {"prove"}


@cache
def _rows() -> dict[str, tuple[tuple[Rest, Row], ...]]:
    made: dict[str, list[tuple[Rest, Row]]] = {}
    for row in table("reaching_verbs"):
        rest = tuple((alternatives(one.rstrip("?")), one.endswith("?")) for one in row["rest"].split())
        made.setdefault(row["lemma"], []).append((rest, row))
    return {lemma: tuple(sorted(rows, key=lambda one: -len(one[0]))) for lemma, rows in made.items()}


def _lemmas(low: str) -> tuple[str, ...]:
    lemmas = lemmas_of(low)
    return ("be", *lemmas) if PROVING & set(lemmas) else lemmas


def _reaches(low: str) -> Set[str] | None:
    rows = [one for lemma in _lemmas(low) for one in _rows().get(lemma, ())]
    if not rows:
        return None
    keys = [next((element for element, optional in rest if not optional), ALONE) for rest, _ in rows]
    return ALONE if any(not one for one in keys) else frozenset[str]().union(*keys)


REACHES: Final = Telling(_reaches)
"""Words at which it may be told that something pleases or troubles somebody."""


def reaching(found: Sequence[Word], named: Named) -> Iterator[Said]:
    """The stances of those whom something pleases, troubles or suits, towards it.

    >>> from ingest.annotate.language.word import words
    >>> found = words("The clause was anathema to Egypt.")
    >>> [(one.codes, one.stance, one.towards) for one in reaching(found, {5: ("EGY", 6)})]
    [(('EGY',), 'opposes', (0, 2))]
    """
    for at in REACHES.places(found) if named else ():
        for rest, row in (one for lemma in _lemmas(found[at].low) for one in _rows().get(lemma, ())):
            end = _after(found, at + 1, rest)
            made = None if end is None else _reached(found, at, end, row, named)
            if made is not None:
                yield made
                break


def _after(found: Sequence[Word], at: int, rest: Rest) -> int | None:
    """The index after the rest of a phrase; adverbs may stand between verb and rest."""
    while (
        rest and at < len(found) and (is_kind(found[at].low, "adverb") or found[at].low in DEGREES | {"not"})
    ):
        at += 1
    for element, optional in rest:
        if at < len(found) and found[at].low in element:
            at += 1
        elif not optional:
            return None
    return at


def _reached(found: Sequence[Word], at: int, end: int, row: Row, named: Named) -> Said | None:
    around = group(found, at)
    codes, stop = listed(found, end, named)
    if not codes or around.unreal or found[stop - 1].low.endswith(("'s", "s'")):
        return None
    if goes_on(found, stop) and found[stop].low not in heads():
        return None
    start = around.start
    while start and not (found[start - 1].is_mark or is_kind(found[start - 1].low, "opener", "conjunction")):
        start -= 1
    subject = found[start : around.start]
    if not any(is_topical(one.low) or one.low in POINTING for one in subject) or supposed(found, start):
        return None
    negated = around.negated != any(one.low in ("not", "never") for one in found[at + 1 : end])
    stance = row["denied"] if negated else row["stance"]
    if not stance:
        return None
    return Said(start, stop, codes, cast(Stance, stance), (start, around.start), None, None, "reaches-holder")
