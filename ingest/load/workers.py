"""Several documents at once, each in a process of its own: extraction keeps one processor busy."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from typing import Final, TypeAlias, TypeVar

from ingest.load.sources import Skipped
from ingest.load.take import Pipeline, Taken, take
from ingest.read import Refused

T = TypeVar("T")

Bytes: TypeAlias = tuple[bytes, str]
"""The bytes of a file and its name."""

TakeAll: TypeAlias = Callable[[Iterable[Bytes]], Iterator[Taken | Skipped]]

WORTH: Final = 20
"""So many documents for each process make up for the time that it takes to start one."""

_pipelines: list[Pipeline] = []


@contextmanager
def workers(made_by: Pipeline, jobs: int) -> Iterator[TakeAll]:
    """A function that takes in many documents and gives the results in their order.

    >>> from ingest.extract import extract
    >>> from ingest.tables import knowledge
    >>> with workers(Pipeline(extract, knowledge(), "1"), 1) as take_all:
    ...     [one.code for one in take_all([(b"", "empty.txt")])]
    ['empty']
    """
    if jobs <= 1:
        yield partial(map, partial(_attempt, made_by))
        return
    # a fork would take along the locks of a database that is open here, and none of its threads
    context = get_context("spawn")
    with ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(made_by,)) as pool:
        yield partial(pool.map, _attempt_here, chunksize=4)


def _attempt(made_by: Pipeline, found: Bytes) -> Taken | Skipped:
    """One document taken in, or why not."""
    try:
        return take(*found, made_by)
    except Refused as refused:
        return Skipped(refused.source, refused.code, refused.message)


def useful(jobs: int, documents: int) -> int:
    """How many processes are worth starting for so many documents, of at most *jobs*.

    >>> useful(8, 10), useful(8, 50), useful(2, 5000)
    (1, 2, 2)
    """
    return max(1, min(jobs, documents // WORTH))


def windows(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """The items in stretches of at most that size.

    >>> list(windows("abc", 2))
    ['ab', 'c']
    """
    return (items[start : start + size] for start in range(0, len(items), size))


def _begin(made_by: Pipeline) -> None:
    _pipelines.append(made_by)


def _attempt_here(found: Bytes) -> Taken | Skipped:
    return _attempt(_pipelines[0], found)
