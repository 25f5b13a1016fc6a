"""Documents read in processes of their own, each with a clock and a limit of memory.

A document that is too slow or too large ends its process, and no other document.
"""

import contextlib
import resource
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from typing import Any, Final, TypeAlias, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from ingest.load.errors import StoreError
from ingest.load.limits import Limits
from ingest.load.sources import Skipped
from ingest.load.take import Pipeline, Taken, Task, take
from ingest.read import Refused
from ingest.read.forms import patience

T = TypeVar("T")

Result: TypeAlias = Taken | Skipped
TakeAll: TypeAlias = Callable[[Iterable[Task | T]], Iterator[tuple[Task, Result] | T]]
"""Takes documents in and gives them back in their order, each with its result; other things go through."""

AHEAD: Final = 4
"""So many documents for each process are on their way, and in memory."""

TRIES: Final = 2
KILLED: Final = frozenset({-signal.SIGABRT, -signal.SIGKILL})
"""What the engines do that cannot have more memory, and what the system does when it has none."""

_pipelines: list[Pipeline] = []


@contextmanager
def workers(made_by: Pipeline, jobs: int, limits: Limits | None = None) -> Iterator["Pool"]:
    """Processes that take in many documents and give the results in their order; 0: this process does.

    >>> from ingest.extract import extract
    >>> from ingest.read.given import Given
    >>> from ingest.tables import knowledge
    >>> with workers(Pipeline(extract, knowledge(), "1"), 0) as pool:
    ...     [one.code for _, one in pool.take_all([Task(Given("empty.txt", data=b""))])]
    ['empty']
    """
    pool = Pool(made_by, jobs, limits or Limits())
    try:
        yield pool
    except BaseException:
        pool.stop()
        raise
    pool.stop()


@dataclass(slots=True)
class Pool:
    """The processes, started when the first document comes and again when they are lost.

    >>> from ingest.extract import extract
    >>> from ingest.knowledge import Knowledge
    >>> pool = Pool(Pipeline(extract, Knowledge((), {}, (), {}, {}, ()), "1"), 0, Limits())
    >>> list(pool.take_all(["no document"])), pool.stop()
    (['no document'], None)
    """

    made_by: Pipeline
    jobs: int
    limits: Limits
    _pool: ProcessPool | None = field(init=False, default=None)
    _lost: int = field(init=False, default=0)

    def take_all(self, items: Iterable[Task | T]) -> Iterator[tuple[Task, Result] | T]:
        """Each document with what became of it, in their order; what is no document goes through."""
        waiting: deque[tuple[Task | T, ProcessFuture[Result] | None]] = deque()
        for item in items:
            waiting.append((item, self._begin(item) if isinstance(item, Task) else None))
            while len(waiting) > self.jobs * AHEAD:
                yield self._end(*waiting.popleft())
        while waiting:
            yield self._end(*waiting.popleft())

    def stop(self) -> None:
        """End all processes at once."""
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.stop()  # type: ignore[no-untyped-call]
            pool.join()

    def _begin(self, task: Task) -> "ProcessFuture[Result] | None":
        if not self.jobs:
            return None
        for _ in range(TRIES):
            if self._pool is None:
                self._pool = self._start()
            try:
                return self._pool.schedule(_attempt_here, (task,), timeout=self._seconds(task))
            except RuntimeError:
                self._lose()
        raise StoreError("the processes that read documents end at once; see that there is free memory")

    def _end(self, item: Task | T, future: "ProcessFuture[Result] | None") -> tuple[Task, Result] | T:
        if not isinstance(item, Task):
            return item
        if future is None:
            return item, _attempt(self.made_by, item)
        for _ in range(TRIES):
            try:
                return item, future.result()
            except TimeoutError:
                message = f"reading it took more than {self._seconds(item):g} s"
                return item, _skipped(item, "too-slow", message)
            except ProcessExpired as error:
                return item, _skipped(item, *ended(error.exitcode))
            except (BrokenProcessPool, RuntimeError):
                # all that was on its way is lost with them, and begun again one after the other
                self._lose()
                again = self._begin(item)
                assert again is not None
                future = again
            except Exception as error:
                return item, _skipped(item, "failed", f"{type(error).__name__}: {error}")
        return item, _skipped(item, "failed", "the processes that read it ended twice")

    def _seconds(self, task: Task) -> float:
        return self.limits.seconds * (patience(task.given) if task.given is not None else 1)

    def _start(self) -> ProcessPool:
        # a fork would take along the locks of a database that is open here, and none of its threads
        pool = ProcessPool(
            self.jobs,
            initializer=_begin,
            initargs=(self.made_by, self.limits.memory),
            context=get_context("spawn"),
        )
        with undisturbed():
            if not pool.active:
                raise StoreError("the processes that read documents cannot be started")
        return pool

    def _lose(self) -> None:
        with contextlib.suppress(RuntimeError):
            self.stop()
        self._pool = None


@contextmanager
def undisturbed() -> Iterator[None]:
    """Processes and threads that are started in the block leave Ctrl-C to this one.

    >>> with undisturbed():
    ...     signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, [])
    True
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def confine(memory: int) -> None:
    """Give this process no more memory than that; 0 sets no limit.

    >>> confine(0)
    """
    if memory:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (memory, hard))


def why(error: BaseException) -> tuple[str, str]:
    """The code and the message of an error that reading met.

    >>> why(MemoryError())[0], why(ValueError("odd"))
    ('too-much-memory', ('failed', 'ValueError: odd'))
    """
    if isinstance(error, Refused):
        return error.code, error.message
    if isinstance(error, MemoryError):
        return "too-much-memory", "reading it takes more memory than a document may have"
    return "failed", f"{type(error).__name__}: {error}"[:500]


def ended(code: int | None) -> tuple[str, str]:
    """The code and the message of a process that ended before its work was done.

    >>> ended(-9)[0], ended(1)[0]
    ('too-much-memory', 'failed')
    """
    if code in KILLED:
        return "too-much-memory", "the process that read it ended for want of memory"
    return "failed", f"the process that read it ended with {code}"


def _attempt(made_by: Pipeline, task: Task) -> Result:
    """One document taken in, or why not."""
    try:
        return take(task, made_by)
    except Exception as error:
        return _skipped(task, *why(error))


def _skipped(task: Task, code: str, message: str) -> Skipped:
    return Skipped(task.source, code, message, part=task.part)


def _begin(made_by: Pipeline, memory: int) -> None:
    confine(memory)
    _pipelines.append(made_by)


def _attempt_here(task: Task) -> Any:
    try:
        return take(task, _pipelines[0])
    # an engine's panic is no Exception, and cannot be sent to another process
    except BaseException as error:
        return _skipped(task, *why(error))
