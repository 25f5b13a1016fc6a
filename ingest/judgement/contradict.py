"""Judgements that cannot all be true: A is B, B is C, and A is not C."""

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence

from ingest.judgement.judged import Sameness


def contradictions(same: Sequence[Sameness]) -> Iterator[str]:
    """Each contradiction in words, with all the lines that make it.

    >>> from ingest.judgement.judged import Line
    >>> def line(number): return Line("J. Doe", "2026-11-23", "so it is", f"same.tsv, line {number}")
    >>> told = [("a", "b", "same"), ("b", "c", "same"), ("a", "c", "not-same")]
    >>> for one in contradictions([Sameness(*said, line(at)) for at, said in enumerate(told, 2)]):
    ...     print(one)
    same.tsv, line 4 (a, c: not-same) contradicts same.tsv, line 2 (a, b: same), same.tsv, line 3 (b, c: same)
    """
    near: dict[str, list[Sameness]] = defaultdict(list)
    for one in same:
        if one.verdict == "same":
            near[one.left].append(one)
            near[one.right].append(one)
    for one in same:
        if one.verdict != "same":
            way = _way(one.left, one.right, near)
            if way:
                yield f"{_told(one)} contradicts {', '.join(map(_told, way))}"
    yield from _twice(same)


def _twice(same: Sequence[Sameness]) -> Iterator[str]:
    """Pairs of which one line says that they are not the same and another that this is undecided."""
    first: dict[tuple[str, str], Sameness] = {}
    for one in same:
        if one.verdict != "same":
            other = first.setdefault(one.names, one)
            if other.verdict != one.verdict:
                yield f"{_told(one)} contradicts {_told(other)}"


def _way(start: str, end: str, near: Mapping[str, Sequence[Sameness]]) -> list[Sameness]:
    """The shortest chain of judgements by which two names are one."""
    came: dict[str, tuple[str, Sameness] | None] = {start: None}
    queue = deque([start])
    while queue and end not in came:
        at = queue.popleft()
        for one in near.get(at, ()):
            other = one.right if one.left == at else one.left
            if other not in came:
                came[other] = (at, one)
                queue.append(other)
    way: list[Sameness] = []
    step = came.get(end)
    while step is not None:
        way.append(step[1])
        step = came[step[0]]
    return way[::-1]


def _told(one: Sameness) -> str:
    return f"{one.line.place} ({one.left}, {one.right}: {one.verdict})"
