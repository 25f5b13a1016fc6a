"""One-to-one assignment of what was found to what the gold names."""

from collections.abc import Callable, Sequence
from typing import Any, Final, TypeAlias

import networkx as nx

from ingest.evaluate.tally import Agreement, Case, Count, Fired, Item, Tally

Match: TypeAlias = Callable[[Item, Item], float]
"""How well a found item (second) answers one of the gold (first), from 0 to 1; 0 is not at all."""

REQUIRED: Final = 1_000_000
OPTIONAL: Final = 1_000
CLOSENESS: Final = 100


def assign(gold: Sequence[Item], found: Sequence[Item], match: Match) -> dict[int, int]:
    """The best one-to-one assignment: index of gold to index of found, required items before optional ones.

    >>> gold, found = [Item("a", None, {}), Item("b", None, {})], [Item("b", None, {}), Item("c", None, {})]
    >>> assign(gold, found, lambda g, f: float(g.label == f.label))
    {1: 0}
    """
    graph: Any = nx.Graph()
    for at, wanted in enumerate(gold):
        for other, item in enumerate(found):
            closeness = match(wanted, item)
            if closeness > 0:
                worth = OPTIONAL if wanted.optional else REQUIRED
                graph.add_edge(("gold", at), ("found", other), weight=worth + round(closeness * CLOSENESS))
    pairs = (sorted(pair, reverse=True) for pair in nx.max_weight_matching(graph))
    return dict(sorted((one[1], other[1]) for one, other in pairs))


def tally(kind: str, gold: Sequence[Item], found: Sequence[Item], strict: Match, lenient: Match) -> Tally:
    """The counts and cases of one kind; what *strict* accepts *lenient* accepts too.

    >>> gold, found = [Item("a", "1", {})], [Item("A", "1", {}), Item("x", "2", {})]
    >>> t = tally("names", gold, found, lambda g, f: float(g.label == f.label),
    ...           lambda g, f: float(g.label == f.label.lower()))
    >>> t.strict, t.lenient
    (Count(gold=1, found=2, right=0), Count(gold=1, found=2, right=1))
    >>> [(case.label, case.status) for case in t.cases]
    [('a', 'near'), ('x', 'false')]
    """
    # an optional item takes from the found what it can at all excuse, so it is always met leniently
    first = assign(gold, found, lambda g, f: lenient(g, f) if g.optional else strict(g, f))
    second = assign(gold, found, lambda g, f: max(lenient(g, f), 1.0 if strict(g, f) else 0.0))
    return Tally(
        kind,
        _count(gold, found, first),
        _count(gold, found, second),
        tuple(_cases(kind, gold, found, first, second)),
        _fired(gold, found, first),
    )


def agreement(of: str, gold: Sequence[Item], found: Sequence[Item], alike: Match, same: Match) -> Agreement:
    """How often items that are *alike* say the *same*; optional items of the gold do not count.

    >>> gold, found = [Item("a", "1", {}), Item("b", "1", {})], [Item("A", "1", {}), Item("b", "1", {})]
    >>> agreement("spelling", gold, found, lambda g, f: float(g.label == f.label.lower()),
    ...           lambda g, f: float(g.label == f.label))
    Agreement(of='spelling', met=2, same=1)
    """
    pairs = [
        (gold[at], found[other]) for at, other in assign(gold, found, alike).items() if not gold[at].optional
    ]
    return Agreement(of, len(pairs), sum(1 for one, other in pairs if same(one, other) > 0))


def _fired(gold: Sequence[Item], found: Sequence[Item], pairs: dict[int, int]) -> tuple[Fired, ...]:
    """What each rule found; an item that several rules found counts for each."""
    right = {other for at, other in pairs.items() if not gold[at].optional}
    excused = {*pairs.values()} - right
    fired: dict[str, Fired] = {}
    for at, item in enumerate(found):
        for rule in str(item.value.get("rule") or "").split(", "):
            if rule and at not in excused:
                one = Fired(rule, 1, int(at in right))
                fired[rule] = one if rule not in fired else fired[rule].plus(one)
    return tuple(sorted(fired.values()))


def _count(gold: Sequence[Item], found: Sequence[Item], pairs: dict[int, int]) -> Count:
    right = sum(1 for at in pairs if not gold[at].optional)
    excused = len(pairs) - right
    return Count(sum(1 for item in gold if not item.optional), len(found) - excused, right)


def _cases(
    kind: str, gold: Sequence[Item], found: Sequence[Item], strict: dict[int, int], lenient: dict[int, int]
) -> list[Case]:
    near = {at: other for at, other in lenient.items() if at not in strict and other not in strict.values()}
    met = {*strict.values(), *near.values()}
    cases = []
    for at, item in enumerate(gold):
        if not item.optional:
            status = "right" if at in strict else "near" if at in near else "missed"
            cases.append(Case(kind, item.passage or "", item.label, status))  # type: ignore[arg-type]
    for other, item in enumerate(found):
        if other not in met:
            cases.append(Case(kind, item.passage or "", item.label, "false"))
    return sorted(cases)
