"""How like the wordings of two decisions, or of two proposals, are."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ingest.join.pair import Pair, pair
from ingest.join.thing import Thing
from ingest.join.words import Weights, opposed, things_of

SURE: Final = 0.62
LIKELY: Final = 0.4
"""From here on two things are shown to people; from SURE on they are joined."""

FEW: Final = 1.5
"""So much has to be said by the words of both, in words that are met once in the corpus's fewest wordings."""

COMMON: Final = 400
"""A word that so many things of one year have in common brings none of them together."""

LONG: Final = 4
"""Proposals of one country on one subject, so many years apart, may be two."""


_UNSAID: Final = "the words do not say what was decided"
_FEW_WORDS: Final = "they share little"
_LITTLE: Final = ("", _UNSAID, _FEW_WORDS)


def alike(things: Sequence[Thing], weights: Weights, *, line: float = SURE) -> Iterator[Pair]:
    """The pairs among decisions or proposals that may be one thing.

    >>> from ingest.join.named import Named
    >>> from ingest.join.thing import thing
    >>> told = {"a": "report annually on catch-all controls", "b": "annual reports on catch-all controls",
    ...         "c": "amend the Annex in three places"}
    >>> things = [thing(f"decision/{one}", [Named("decision", one, f"doc-{one}", "mtcr", about=words,
    ...           meeting="mtcr-plenary-2003-oslo", year=2003)]) for one, words in told.items()]
    >>> [(one.left, one.right, one.rule) for one in alike(things, Weights.learnt(t.words for t in things))]
    [('decision/a', 'decision/b', 'same-words')]
    """
    met: dict[tuple[object, ...], list[Thing]] = defaultdict(list)
    for one in sorted(things, key=lambda one: one.name):
        for word in sorted(one.words):
            met[one.kind, one.best.regime, _when(one), word].append(one)
    seen: set[tuple[str, str]] = set()
    for found in met.values():
        if len(found) > COMMON:
            continue
        for at, one in enumerate(found):
            for other in found[at + 1 :]:
                if (one.name, other.name) not in seen:
                    seen.add((one.name, other.name))
                    likeness = compared(one, other, weights, line=line)
                    if likeness is not None:
                        yield likeness


def _when(one: Thing) -> object:
    return one.best.year if one.kind == "decision" else None


def compared(one: Thing, other: Thing, weights: Weights, *, line: float = SURE) -> Pair | None:
    """Two things of one kind, regime and year as a pair, with what speaks against their being one.

    >>> from ingest.join.named import Named
    >>> from ingest.join.thing import thing
    >>> made = [thing(f"proposal/{who}", [Named("proposal", who, f"doc-{who}", "mtcr", about="brokering",
    ...         countries=(who,))]) for who in ("SWE", "RUS")]
    >>> compared(*made, Weights.learnt(()))
    """
    if one.best.generic or other.best.generic or not may_meet(one, other):
        return None
    shared = weights.sum(one.words & other.words)
    least = min(weights.sum(one.words), weights.sum(other.words))
    every = weights.sum(one.words | other.words)
    if not shared or opposed(one.words, other.words) or other_numbers(one, other):
        return None
    contained, overlap = shared / least, shared / every
    score = (contained + overlap) / 2
    if score < LIKELY:
        return None
    against = _against(one, other, shared, weights)
    rule = "same-words" if overlap == 1 else "words-contained" if contained == 1 else "words-alike"
    reason = f"both say {_told(one.words & other.words)}" + (f"; but {against}" if against else "")
    return pair(
        one.name,
        other.name,
        rule,
        score,
        reason,
        sure=score >= line and not against,
        apart=against not in _LITTLE,
    )


def may_meet(one: Thing, other: Thing) -> bool:
    """Whether meeting, countries or makers do not part them already.

    >>> from ingest.join.named import Named
    >>> from ingest.join.thing import thing
    >>> made = [thing(f"decision/{at}", [Named("decision", at, "doc", "mtcr", meeting=at)]) for at in "ab"]
    >>> may_meet(*made), may_meet(made[0], made[0])
    (False, True)
    """
    mine, theirs = one.best, other.best
    if one.kind == "proposal":
        return not mine.countries or not theirs.countries or bool({*mine.countries} & {*theirs.countries})
    if mine.meeting is not None and theirs.meeting is not None and mine.meeting != theirs.meeting:
        return False
    return not (mine.countries and theirs.countries and not {*mine.countries} & {*theirs.countries})


def other_numbers(one: Thing, other: Thing) -> bool:
    """Whether both name items by number, and none in common.

    >>> from ingest.join.named import Named
    >>> from ingest.join.thing import thing
    >>> told = [Named("decision", at, "doc", "mtcr", about=f"Item {at}") for at in "67"]
    >>> made = [thing("decision/a", [one]) for one in told]
    >>> other_numbers(*made), other_numbers(made[0], made[0])
    (True, False)
    """
    return bool(one.numbers and other.numbers and not one.numbers & other.numbers)


def _against(one: Thing, other: Thing, shared: float, weights: Weights) -> str:
    """What keeps a likely pair from being joined; empty where nothing does."""
    mine, theirs = one.best, other.best
    if one.documents & other.documents:
        return "one document names both"
    if mine.unsaid or theirs.unsaid:
        return _UNSAID
    if one.kind == "proposal":
        if mine.countries != theirs.countries:
            return "not the same countries are said to have proposed it"
        between = gap(one, other)
        if between > LONG:
            return f"{between} years lie between the documents"
        return _of_words(one, other, 2 * shared, weights)
    if mine.year is None:
        return "no words say when"
    sorts = {mine.sort, theirs.sort} - {None, "other"}
    if len(sorts) > 1:
        return f"one is a decision on {mine.sort}, one on {theirs.sort}"
    if "membership" in sorts and mine.countries != theirs.countries:
        return "they concern other countries"
    return _of_words(one, other, shared, weights)


def _of_words(one: Thing, other: Thing, shared: float, weights: Weights) -> str:
    mine, theirs = things_of(one.words - other.words), things_of(other.words - one.words)
    if mine and theirs:
        return f"one says {_told(mine)}, one {_told(theirs)}"
    if one.words == other.words:
        # the same words at one meeting are as telling as the same identifier
        return ""
    of_one_thing = one.kind == "proposal" and len(things_of(one.words & other.words)) < 2
    if shared < FEW * weights.of("") or (of_one_thing and (mine or theirs)):
        return _FEW_WORDS
    return ""


def _told(found: Iterable[str]) -> str:
    return ", ".join(sorted(word.lstrip("@~+#") for word in found))


def gap(one: Thing, other: Thing) -> int:
    """The years between the documents of one and those of the other.

    >>> from ingest.join.named import Named
    >>> from ingest.join.thing import thing
    >>> days = "2003-01-01", "2009-01-01"
    >>> made = [thing("proposal/a", [Named("proposal", "a", "doc", "mtcr", sent=day)]) for day in days]
    >>> gap(*made)
    6
    """
    return max(_years(other.first) - _years(one.last), _years(one.first) - _years(other.last))


def _years(day: str) -> int:
    return int(day[:4]) if day[:4].isdigit() else 0
