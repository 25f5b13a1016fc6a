"""What a comparison yields: items, cases, counts, and the score of a document."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

Status: TypeAlias = Literal["right", "near", "missed", "false"]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that the gold names or the extraction found: where it stands, and how to name it to a reader.

    An ``optional`` item of the gold is neither a miss when absent nor false when found.
    """

    label: str
    passage: str | None
    value: dict[str, Any] = field(compare=False, hash=False)
    optional: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Case:
    """One item and how it fared: right, near (only the lenient measure accepts it), missed or false."""

    kind: str
    passage: str
    label: str
    status: Status


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are, how many were found, and how many of those are right.

    >>> Count(4, 5, 3).precision, Count(4, 5, 3).recall, Count(4, 6, 4).f1
    (0.6, 0.75, 0.8)
    >>> Count(0, 0, 0).f1 is None
    True
    """

    gold: int
    found: int
    right: int

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right; ``None`` where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of the gold that was found; ``None`` where there is nothing to find."""
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; ``None`` where there was nothing to find or found."""
        total = self.gold + self.found
        return 2 * self.right / total if total else None

    def plus(self, other: "Count") -> "Count":
        """Both counts together.

        >>> Count(1, 2, 1).plus(Count(3, 3, 2))
        Count(gold=4, found=5, right=3)
        """
        return Count(self.gold + other.gold, self.found + other.found, self.right + other.right)


@dataclass(frozen=True, slots=True, order=True)
class Fired:
    """How many items a rule found, and how many of them are right; what the gold excuses is not counted.

    >>> Fired("as-agreed-at", 4, 3).plus(Fired("as-agreed-at", 1, 1)).precision
    0.8
    """

    rule: str
    found: int
    right: int

    @property
    def precision(self) -> float | None:
        """The share of what the rule found that is right; ``None`` where all of it is excused."""
        return self.right / self.found if self.found else None

    def plus(self, other: "Fired") -> "Fired":
        """Both together, under the name of the first."""
        return Fired(self.rule, self.found + other.found, self.right + other.right)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of what was found at the right place for the right party or act (``met``), how much says the same.

    >>> Agreement("stance", 4, 3).share
    0.75
    """

    of: str
    met: int
    same: int

    @property
    def share(self) -> float | None:
        """The accuracy; ``None`` where nothing was met."""
        return self.same / self.met if self.met else None


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts of one kind, strict and lenient, its cases in order, and how each rule fared (strictly)."""

    kind: str
    strict: Count
    lenient: Count
    cases: tuple[Case, ...] = ()
    rules: tuple[Fired, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """How well one document was read: a tally for each kind that its gold covers.

    A ``specimen`` was written for the purpose; what is none is a real document. One of a set that is
    ``held_out`` is for measuring alone: no rule may be written with it in view. One of a set that is
    ``mended_on`` shows how far the mending of rules has come. A set is named like its folder; "" is none.

    >>> case = Case("meetings", "4", "MTCR Plenary 2003, Buenos Aires", "right")
    >>> one = Count(1, 1, 1)
    >>> Score("2008STATE900001", (Tally("meetings", one, one, (case,)),)).cases[0].status
    'right'
    """

    document: str
    tallies: tuple[Tally, ...]
    specimen: bool = False
    held_out: str = ""
    agreements: tuple[Agreement, ...] = ()
    mended_on: str = ""

    @property
    def cases(self) -> tuple[Case, ...]:
        """All cases of the document, kind by kind."""
        return tuple(case for tally in self.tallies for case in tally.cases)


def total(tallies: Iterable[Tally]) -> Tally:
    """All kinds added up, as a tally that is called "all".

    >>> one = Tally("meetings", Count(1, 1, 1), Count(1, 1, 1))
    >>> total((one, one)).strict.gold
    2
    """
    strict, lenient = Count(0, 0, 0), Count(0, 0, 0)
    for tally in tallies:
        strict, lenient = strict.plus(tally.strict), lenient.plus(tally.lenient)
    return Tally("all", strict, lenient)


def added(scores: tuple[Score, ...]) -> tuple[Tally, ...]:
    """The tallies of several documents added up, kind by kind and rule by rule, without cases.

    >>> one = Score("x", (Tally("meetings", Count(1, 1, 1), Count(1, 1, 1)),))
    >>> added((one, one))[0].strict
    Count(gold=2, found=2, right=2)
    """
    totals: dict[str, tuple[Count, Count]] = {}
    rules: dict[str, dict[str, Fired]] = {}
    for score in scores:
        for tally in score.tallies:
            strict, lenient = totals.get(tally.kind, (Count(0, 0, 0), Count(0, 0, 0)))
            totals[tally.kind] = (strict.plus(tally.strict), lenient.plus(tally.lenient))
            known = rules.setdefault(tally.kind, {})
            for one in tally.rules:
                known[one.rule] = one if one.rule not in known else known[one.rule].plus(one)
    return tuple(
        Tally(kind, strict, lenient, rules=tuple(sorted(rules[kind].values())))
        for kind, (strict, lenient) in totals.items()
    )


def agreed(scores: tuple[Score, ...]) -> tuple[Agreement, ...]:
    """The agreements of several documents added up.

    >>> one = Score("x", (), agreements=(Agreement("stance", 2, 1),))
    >>> agreed((one, one))
    (Agreement(of='stance', met=4, same=2),)
    """
    totals: dict[str, Agreement] = {}
    for one in (one for score in scores for one in score.agreements):
        known = totals.get(one.of, Agreement(one.of, 0, 0))
        totals[one.of] = Agreement(one.of, known.met + one.met, known.same + one.same)
    return tuple(totals.values())
