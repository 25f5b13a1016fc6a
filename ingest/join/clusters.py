"""Things put together, the likeliest first, never against what keeps them apart."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from ingest.join.pair import Pair
from ingest.join.ruling import Ruling
from ingest.join.thing import Thing

RIVAL: Final = 0.85
"""A third thing that is so nearly as like leaves open which one is meant."""

_TWICE: Final = "one document names both, or what they were joined with"


@dataclass(slots=True)
class Clusters:
    """The clusters of things, made by :meth:`join`.

    >>> from ingest.join.named import Named
    >>> from ingest.join.pair import pair
    >>> from ingest.join.thing import thing
    >>> names = ("decision/a", "decision/b", "decision/c")
    >>> uses = [Named("decision", one[9:], f"doc-{one}", "mtcr", about=one) for one in names]
    >>> things = {one.name: thing(one.name, [one]) for one in uses}
    >>> pairs = [pair(*names[:2], "same-words", 0.9, "")]
    >>> pairs += [pair(*names[1:], "same-words", 0.5, "", sure=False)]
    >>> made = Clusters(things, pairs)
    >>> made.join()
    >>> made.members("decision/a"), len(list(made.several())), [one.right for one in made.undecided()]
    (('decision/a', 'decision/b'), 1, ['decision/c'])
    """

    things: Mapping[str, Thing]
    pairs: Sequence[Pair]
    ruled: Ruling = field(default_factory=Ruling)
    joins: list[Pair] = field(default_factory=list)
    _open: list[Pair] = field(default_factory=list)
    _of: dict[str, str] = field(default_factory=dict)
    _members: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def members(self, name: str) -> tuple[str, ...]:
        """The things that are one with a thing, itself among them."""
        return self._members.get(self._head(name), (name,))

    def several(self) -> Iterator[tuple[str, ...]]:
        """The clusters of more than one."""
        return (found for _, found in sorted(self._members.items()) if len(found) > 1)

    def join(self) -> None:
        """Join what is surely one: the likeliest first, so that the order of the pairs does not matter."""
        for same in self.ruled.ones(self.things):
            for left, right in pairwise(same):
                self._unite(left, right)
        near: dict[str, list[Pair]] = defaultdict(list)
        for one in self.pairs:
            near[one.left].append(one)
            near[one.right].append(one)
        for one in sorted(self.pairs, key=lambda one: (-one.score, one)):
            if self._head(one.left) == self._head(one.right):
                continue
            if self.ruled.forbids(self.members(one.left), self.members(one.right)):
                continue
            why = self._against(one, near) if one.sure else ""
            if one.sure and not why:
                self._unite(one.left, one.right)
                self.joins.append(one)
            else:
                self._open.append(_doubted(one, why) if why else one)

    def settle(self, one: Pair) -> None:
        """Join one more pair if it is sure and nothing speaks against it; else it stays open.

        >>> from ingest.join.named import Named
        >>> from ingest.join.pair import pair
        >>> from ingest.join.thing import thing
        >>> uses = [Named("decision", one, f"doc-{one}", "mtcr", about=one) for one in "ab"]
        >>> made = Clusters({one.name: thing(one.name, [one]) for one in uses}, ())
        >>> made.settle(pair("decision/a", "decision/b", "same-words", 0.9, ""))
        >>> made.members("decision/a")
        ('decision/a', 'decision/b')
        """
        if self._head(one.left) == self._head(one.right):
            return
        if self.ruled.forbids(self.members(one.left), self.members(one.right)):
            return
        if one.sure and not self._documents(one.left) & self._documents(one.right):
            self._unite(one.left, one.right)
            self.joins.append(one)
        else:
            self._open.append(_doubted(one, _TWICE) if one.sure else one)

    def undecided(self) -> Iterator[Pair]:
        """The pairs that stay open, of each two clusters the likeliest."""
        seen: set[tuple[str, ...]] = set()
        for one in self._open:
            heads = tuple(sorted((self._head(one.left), self._head(one.right))))
            barred = self.ruled.forbids(self.members(one.left), self.members(one.right))
            if heads[0] != heads[-1] and heads not in seen and not barred:
                seen.add(heads)
                yield one

    def _head(self, name: str) -> str:
        return self._of.get(name, name)

    def _unite(self, one: str, other: str) -> None:
        both = tuple(sorted({*self.members(one), *self.members(other)}))
        self._members.pop(self._head(one), None)
        self._members.pop(self._head(other), None)
        self._members[both[0]] = both
        self._of.update((name, both[0]) for name in both)

    def _against(self, one: Pair, near: Mapping[str, Sequence[Pair]]) -> str:
        """Why a pair that is like enough is not joined all the same."""
        if self._documents(one.left) & self._documents(one.right):
            return _TWICE
        for name in (one.left, one.right):
            rivals = (other for other in near[name] if other.sure and other.score >= RIVAL * one.score)
            for other in rivals:
                rival = other.other(name)
                if not self._may_be_all_one(rival, one, near):
                    return f"it may as well be {rival}"
        return ""

    def _may_be_all_one(self, rival: str, one: Pair, near: Mapping[str, Sequence[Pair]]) -> bool:
        """Whether a third thing that is as like as the two is one with both of them."""
        theirs = set(self.members(rival))
        for name in (one.left, one.right):
            ours = self.members(name)
            linked = not theirs.isdisjoint(ours) or any(
                not other.apart and other.other(each) in theirs for each in ours for other in near[each]
            )
            shared = self._documents(rival) & self._documents(name)
            if not linked or (shared and theirs.isdisjoint(ours)):
                return False
        return True

    def _documents(self, name: str) -> set[str]:
        return {document for one in self.members(name) for document in self.things[one].documents}


def _doubted(one: Pair, why: str) -> Pair:
    return replace(one, reason=f"{one.reason}; but {why}", sure=False)
