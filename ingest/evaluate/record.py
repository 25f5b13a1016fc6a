"""Scores as JSON that can be kept beside the code, and what changed between two of them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias, cast

from ingest.evaluate.gold import GoldError
from ingest.evaluate.tally import Agreement, Case, Count, Fired, Score, Status, Tally

FORMAT: Final = 6
MEASURES: Final = ("strict", "lenient")
Key: TypeAlias = tuple[str, str, str, str]


def to_json(scores: Iterable[Score]) -> dict[str, Any]:
    """The scores as plain JSON values, sorted by document; ``from_json`` reads them back.

    Of documents held out the counts alone are written: whoever reads them must not learn what was missed.

    >>> s = Score("x", (Tally("meetings", Count(1, 1, 1), Count(1, 1, 1)),))
    >>> from_json(to_json([s])) == (s,)
    True
    """
    ordered = sorted(scores, key=lambda score: score.document)
    return {"format": FORMAT, "documents": {score.document: _score(score) for score in ordered}}


def _score(score: Score) -> dict[str, Any]:
    kinds = {
        tally.kind: {
            "strict": _count(tally.strict),
            "lenient": _count(tally.lenient),
            # one line a case, so that a change of a score reads as a diff
            "cases": [] if score.held_out else [_line(case) for case in tally.cases],
            "rules": {one.rule: f"{one.found} found, {one.right} right" for one in tally.rules},
        }
        for tally in score.tallies
    }
    agreements = {one.of: f"{one.met} met, {one.same} same" for one in score.agreements}
    return {
        "specimen": score.specimen,
        "held out": score.held_out,
        "mended on": score.mended_on,
        "agreements": agreements,
        "kinds": kinds,
    }


def _line(case: Case) -> str:
    return "\t".join((case.status, case.passage, case.label))


def _count(count: Count) -> str:
    return f"{count.gold} gold, {count.found} found, {count.right} right"


def from_json(content: Mapping[str, Any]) -> tuple[Score, ...]:
    """The scores of a file written from ``to_json``.

    Raises ``GoldError`` where it is of another format.

    >>> kept = to_json([Score("2008STATE900001", (Tally("meetings", Count(2, 1, 1), Count(2, 1, 1)),))])
    >>> from_json(kept)[0].tallies[0].strict
    Count(gold=2, found=1, right=1)
    """
    if not isinstance(content, Mapping) or content.get("format") != FORMAT:
        raise GoldError(
            f"these are not scores of format {FORMAT}: write them with `compendium evaluate --json`"
        )
    return tuple(
        Score(
            document,
            tuple(_tally(kind, value) for kind, value in kept["kinds"].items()),
            kept["specimen"],
            kept["held out"],
            tuple(Agreement(of, *_numbers(value)) for of, value in kept["agreements"].items()),
            kept["mended on"],
        )
        for document, kept in content["documents"].items()
    )


def _tally(kind: str, value: Mapping[str, Any]) -> Tally:
    split = (line.split("\t", 2) for line in value["cases"])
    cases = tuple(Case(kind, passage, label, cast(Status, status)) for status, passage, label in split)
    strict, lenient = (Count(*_numbers(value[key])) for key in MEASURES)
    rules = tuple(Fired(rule, *_numbers(counts)) for rule, counts in value["rules"].items())
    return Tally(kind, strict, lenient, cases, rules)


def _numbers(text: str) -> tuple[int, ...]:
    """The numbers of "4 gold, 3 found, 3 right"."""
    return tuple(int(part.split()[0]) for part in text.split(","))


@dataclass(frozen=True, slots=True)
class Change:
    """One case that fares otherwise than before; ``better`` tells the direction."""

    document: str
    kind: str
    passage: str
    label: str
    before: str
    after: str
    better: bool


WORTH: Final = {"right": 3, "near": 2, "missed": 1, "false": 0}


def changes(before: Iterable[Score], after: Iterable[Score]) -> tuple[Change, ...]:
    """What was gained and lost, case by case, for the documents that both hold; losses first.

    A case that only one of them has is "absent" in the other; an absent false item is the better. For
    documents held out the counts of a kind take the place of its cases.

    >>> old = Score("x", (Tally("k", Count(1, 0, 0), Count(1, 0, 0), (Case("k", "1", "a", "missed"),)),))
    >>> new = Score("x", (Tally("k", Count(1, 1, 1), Count(1, 1, 1), (Case("k", "1", "a", "right"),)),))
    >>> [(c.label, c.before, c.after, c.better) for c in changes([old], [new])]
    [('a', 'missed', 'right', True)]
    """
    old, new = ({score.document: score for score in side} for side in (before, after))
    found: list[Change] = []
    for document in sorted(old.keys() & new.keys()):
        if old[document].held_out or new[document].held_out:
            found += _counted(old[document], new[document])
            continue
        was, now = _keyed(old[document]), _keyed(new[document])
        for key in sorted(was.keys() | now.keys()):
            one, other = was.get(key, "absent"), now.get(key, "absent")
            if one != other:
                found.append(Change(document, *key[:3], one, other, _better(one, other)))
    return tuple(sorted(found, key=lambda change: (change.better, change.document, change.kind)))


def _counted(before: Score, after: Score) -> Iterator[Change]:
    was = {tally.kind: tally.strict for tally in before.tallies}
    for tally in after.tallies:
        one, other = was.get(tally.kind, Count(0, 0, 0)), tally.strict
        if one != other:
            better = (other.f1 or 0.0) > (one.f1 or 0.0)
            yield Change(after.document, tally.kind, "", "held out", _count(one), _count(other), better)


def _keyed(score: Score) -> dict[Key, str]:
    """The status of each case; the n-th of several that are named alike is told apart by its number."""
    keyed: dict[Key, str] = {}
    for case in score.cases:
        place, number = ("gold" if case.status != "false" else "found"), 0
        while (key := (case.kind, case.passage, case.label, f"{place}{number}")) in keyed:
            number += 1
        keyed[key] = case.status
    return keyed


def _better(before: str, after: str) -> bool:
    if "absent" in (before, after):
        return before == "false" or after in ("right", "near")
    return WORTH[after] > WORTH[before]
