"""How well what several documents name is joined, on things that were judged by hand."""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Final

from ingest.join.join import Joined
from ingest.join.named import Named

UNKNOWN: Final = "?"
"""The thing of what nobody could judge by reading; it is not counted."""

NEAR: Final = 0.5
"""Words of the gold that extraction has since cut in another way are known by so many in common."""


@dataclass(frozen=True, slots=True)
class Told:
    """The words by which a document names a thing, judged by a reader."""

    kind: str
    document: str
    words: str
    thing: str


@dataclass(frozen=True, slots=True)
class Joining:
    """The pairs of names that are one, that were joined, and both; by rule, those that were joined.

    >>> made = Joining(same=4, joined=2, right=2)
    >>> made.precision, made.recall
    (1.0, 0.5)
    """

    names: int = 0
    same: int = 0
    joined: int = 0
    right: int = 0
    undecided: int = 0
    rules: Mapping[str, int] = field(default_factory=dict)
    wrong: tuple[tuple[str, str], ...] = ()
    missed: tuple[tuple[str, str], ...] = ()

    @property
    def precision(self) -> float:
        """The part of what was joined that is one."""
        return self.right / self.joined if self.joined else 1.0

    @property
    def recall(self) -> float:
        """The part of what is one that was joined."""
        return self.right / self.same if self.same else 1.0


@dataclass(frozen=True, slots=True)
class Judged:
    """Two names, whether they are one, and the documents that use either."""

    left: str
    right: str
    same: bool
    documents: frozenset[str]


def read_joins(path: Path) -> tuple[Told, ...]:
    """The judgements of a file.

    >>> from tempfile import mkdtemp
    >>> path = Path(mkdtemp()) / "joins.tsv"
    >>> row = "decision\\t2005STATE900001\\tyearly reports\\treports\\n"
    >>> _ = path.write_text("kind\\tdocument\\twords\\tthing\\n" + row)
    >>> [one.words for one in read_joins(path)]
    ['yearly reports']
    """
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(Told(**row) for row in csv.DictReader(file, delimiter="\t"))


def judged(named: Sequence[Named], told: Iterable[Told]) -> Iterator[Judged]:
    """The pairs of names of one kind and regime that no document uses both.

    What one document names twice is a matter of reading that document.

    >>> named = [Named("decision", one, f"doc-{one}", "mtcr", about=f"report {one}") for one in "ab"]
    >>> told = [Told("decision", f"doc-{one}", f"report {one}", "reports") for one in "ab"]
    >>> [(one.left, one.right, one.same) for one in judged(named, told)]
    [('decision/a', 'decision/b', True)]
    """
    things = _things(named, told)
    uses: dict[str, set[str]] = defaultdict(set)
    groups: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in named:
        uses[one.name].add(one.document)
        if one.name in things:
            groups[one.kind, one.regime].add(one.name)
    for names in groups.values():
        for left, right in combinations(sorted(names), 2):
            if not uses[left] & uses[right]:
                yield Judged(left, right, things[left] == things[right], frozenset(uses[left] | uses[right]))


def _things(named: Iterable[Named], told: Iterable[Told]) -> Mapping[str, str]:
    """What each name stands for; of names that stand for two things, neither."""
    by_document: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for row in told:
        by_document[row.kind, row.document].append(row)
    found: dict[str, set[str]] = defaultdict(set)
    for one in named:
        rows = by_document[one.kind, one.document]
        words = one.id if one.kind == "meeting" else one.about
        best = max(rows, key=lambda row: _alike(words, row.words), default=None)
        if best is not None and _alike(words, best.words) >= NEAR:
            found[one.name].add(best.thing)
    return {name: next(iter(one)) for name, one in found.items() if len(one) == 1 and UNKNOWN not in one}


def _alike(one: str, other: str) -> float:
    left, right = set(one.casefold().split()), set(other.casefold().split())
    return len(left & right) / len(left | right) if left | right else 0.0


def measured(named: Sequence[Named], told: Iterable[Told], made: Joined) -> Joining:
    """How much of what is one was joined, and how much of what was joined is one.

    >>> from ingest.join.join import join
    >>> said = {"about": "yearly reports", "year": 2003}
    >>> named = [Named("decision", one, f"doc-{one}", "mtcr", **said) for one in "ab"]
    >>> told = [Told("decision", f"doc-{one}", "yearly reports", "reports") for one in "ab"]
    >>> made = measured(named, told, join(named))
    >>> made.same, made.joined, made.right, dict(made.rules)
    (1, 1, 1, {'same-words': 1})
    """
    pairs = tuple(judged(named, told))
    joined = [one for one in pairs if made.kept_for(one.left) == made.kept_for(one.right)]
    missed = [one for one in pairs if one.same and one not in joined]
    return Joining(
        len({name for one in pairs for name in (one.left, one.right)}),
        sum(one.same for one in pairs),
        len(joined),
        sum(one.same for one in joined),
        len(made.undecided),
        dict(sorted(Counter(one.rule for one in made.joins).items())),
        tuple((one.left, one.right) for one in joined if not one.same),
        tuple((one.left, one.right) for one in missed),
    )
