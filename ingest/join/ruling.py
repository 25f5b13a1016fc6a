"""What people judged to be one or not, over the names of a corpus."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ingest.judgement.judged import USE, Judged, in_whole, set_apart


@dataclass(frozen=True, slots=True)
class Ruling:
    """Which names are one by judgement (``roots``), and which may not be joined.

    >>> from ingest.judgement.judged import Line, Sameness
    >>> line = Line("J. Doe", "2026-11-23", "so it is", "same.tsv, line 2")
    >>> told = ("d/a", "d/b", "same"), ("d/b", "d/c", "not-same"), ("d/e@X", "d/e", "not-same")
    >>> made = ruling(Judged(tuple(Sameness(*one, line) for one in told)))
    >>> made.forbids(["d/a"], ["d/c"]), made.forbids(["d/a"], ["d/b"]), list(made.ones({"d/a", "d/b", "d/c"}))
    (True, False, [('d/a', 'd/b')])
    >>> made.use("d/e", "X"), made.use("d/e", "Y")
    ('d/e@X', 'd/e')
    """

    roots: Mapping[str, str] = field(default_factory=dict)
    barred: frozenset[tuple[str, str]] = frozenset()
    apart: frozenset[str] = frozenset()

    def use(self, name: str, document: str) -> str:
        """The name under which a document's use of it counts."""
        own = f"{name}{USE}{document}"
        return own if own in self.apart else name

    def forbids(self, some: Iterable[str], others: Iterable[str]) -> bool:
        """Whether things of these names are judged not to be one, or judged to be undecided."""
        if not self.barred:
            return False
        theirs = {self._root(one) for one in others}
        return any((self._root(one), other) in self.barred for one in some for other in theirs)

    def ones(self, names: Iterable[str]) -> Iterator[tuple[str, ...]]:
        """The names among these that are one by judgement, those of each thing together."""
        found: dict[str, list[str]] = {}
        for name in sorted(set(names) & self.roots.keys()):
            found.setdefault(self.roots[name], []).append(name)
        return (tuple(same) for _, same in sorted(found.items()) if len(same) > 1)

    def _root(self, name: str) -> str:
        return self.roots.get(name, name)


def ruling(judged: Judged) -> Ruling:
    """What the judgements of people say of names.

    >>> ruling(Judged()).forbids(["d/a"], ["d/b"])
    False
    """
    told = in_whole(judged.same)
    roots: dict[str, str] = {}
    for one in told:
        if one.verdict == "same":
            left, right = (roots.get(name, name) for name in one.names)
            joined = {name for name, root in roots.items() if root in (left, right)} | {
                left,
                right,
                *one.names,
            }
            roots.update(dict.fromkeys(joined, min(left, right)))
    barred: set[tuple[str, str]] = set()
    for one in told:
        if one.verdict != "same":
            left, right = (roots.get(name, name) for name in one.names)
            barred |= {(left, right), (right, left)}
    return Ruling(roots, frozenset(barred), set_apart(judged.same))
