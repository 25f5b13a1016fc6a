"""Time and memory, measured so that a noisy machine does little harm."""

import resource
import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Speed:
    """The median CPU time of several runs over the same work."""

    seconds: float
    documents: int
    characters: int

    @property
    def documents_per_second(self) -> float:
        return self.documents / self.seconds

    @property
    def megabytes_per_second(self) -> float:
        return self.characters / self.seconds / 1e6


def speed(act: Callable[[T], object], work: Iterable[T], characters: int, *, runs: int = 3) -> Speed:
    """How fast *act* does all of *work*: the median CPU time of *runs* runs, after one to warm up."""
    items = list(work)
    times = []
    for run in range(runs + 1):
        begin = time.process_time()
        for item in items:
            act(item)
        if run:
            times.append(time.process_time() - begin)
    return Speed(statistics.median(times), len(items), characters)


def peak() -> float:
    """The most memory that this process has had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A table in Markdown."""
    lines = [head, tuple("---" if not place else "---:" for place in range(len(head))), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
