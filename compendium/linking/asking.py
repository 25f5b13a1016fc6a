"""Asks a service about many things: a few at a time, again after a passing fault, never twice the same."""

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Final

from compendium.linking.cache import Answered, Cache
from compendium.linking.service import Service
from compendium.linking.thing import Thing
from queries.error import Fault, RemoteFailure

TRIES: Final = 3
LONGEST: Final = 60.0
"""So many seconds a service may ask to wait; one that asks for more is left alone for this time."""
MOST_JOBS: Final = 4
AT_ONCE: Final = 25


@dataclass(frozen=True, slots=True)
class Failure:
    """What was asked in vain: what happened, and about which things nothing is known since."""

    what: str
    things: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found by the id of the thing; ``unasked`` were not asked at all after others failed."""

    found: dict[str, Answered]
    failures: tuple[Failure, ...] = ()
    unasked: tuple[str, ...] = ()
    kept: int = 0


@dataclass(slots=True)
class Manners:
    """How a service is asked: how often, how many at once, and who waits and tells the day.

    ``day`` gives today as ``2026-11-23``; ``sleep`` waits.
    """

    day: Callable[[], str]
    sleep: Callable[[float], None]
    tries: int = TRIES
    jobs: int = 2
    at_once: int = AT_ONCE


def ask(service: Service, things: Sequence[Thing], cache: Cache, manners: Manners) -> Outcome:
    """What the service has for each thing; what the cache has is not asked.

    A reply that is too long is asked for in halves; after a fault that may pass the same is asked again,
    after the time that the service asks for. Where it does not answer at all, the rest is not asked.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> class Nothing:
    ...     url = "https://example.org/sparql"
    ...     def question(self, thing): return (self.url, thing.id)
    ...     def ask(self, things): raise RemoteFailure("example.org did not answer", absent=True)
    >>> one = Thing("country/ARG", "country", "Argentina", ())
    >>> with TemporaryDirectory() as folder:
    ...     told = ask(Nothing(), [one], Cache(Path(folder)), Manners(lambda: "2026-11-23", print, tries=1))
    >>> told.failures[0].what, told.failures[0].things
    ('example.org did not answer', ('country/ARG',))
    """
    found = {one.id: kept for one in things if (kept := cache.get(service.question(one))) is not None}
    missing = [one for one in things if one.id not in found]
    work = _Work(service, cache, manners)
    batches = [missing[at : at + manners.at_once] for at in range(0, len(missing), manners.at_once)]
    with ThreadPoolExecutor(max_workers=max(1, min(MOST_JOBS, manners.jobs))) as pool:
        for one in pool.map(work.batch, batches):
            found.update(one)
    unasked = tuple(sorted(work.unasked))
    failures = tuple(sorted(work.failures, key=lambda one: (one.things, one.what)))
    return Outcome(found, failures, unasked, kept=len(things) - len(missing))


@dataclass(slots=True)
class _Work:
    service: Service
    cache: Cache
    manners: Manners
    failures: list[Failure] = field(default_factory=list)
    unasked: list[str] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)
    gate: threading.Lock = field(default_factory=threading.Lock)
    """Closed while the service is waited for: nobody asks meanwhile."""

    def batch(self, things: Sequence[Thing]) -> dict[str, Answered]:
        """What is found for these things; what is not is noted as a failure or as unasked."""
        if self.over.is_set():
            with self.lock:
                self.unasked.extend(one.id for one in things)
            return {}
        try:
            said = self._tried(things)
        except Fault as error:
            return self._failed(things, error)
        made = {}
        for one in things:
            made[one.id] = Answered(self.manners.day(), said.get(one.id, ()))
            self.cache.put(self.service.question(one), made[one.id])
        return made

    def _failed(self, things: Sequence[Thing], error: Fault) -> dict[str, Answered]:
        """Note a failure; a reply that was too long is asked for in halves."""
        if isinstance(error, RemoteFailure):
            if error.large and len(things) > 1:
                half = len(things) // 2
                return {**self.batch(things[:half]), **self.batch(things[half:])}
            if error.absent or error.wait is not None:
                self.over.set()
        with self.lock:
            self.failures.append(Failure(str(error), tuple(one.id for one in things)))
        return {}

    def _tried(self, things: Sequence[Thing]) -> dict[str, tuple[dict[str, list[str]], ...]]:
        for wait in self._waits():
            with self.gate:
                pass
            try:
                return self.service.ask(things)
            except RemoteFailure as error:
                asked = error.wait
                if not error.passing or wait is None or self.over.is_set():
                    raise
                if asked is not None and asked > LONGEST:
                    told = f"{error}; it asks to come back after {asked:g} s"
                    raise RemoteFailure(told, wait=asked) from None
                if asked is None:
                    self.manners.sleep(wait)
                else:
                    with self.gate:
                        self.manners.sleep(max(asked, wait))
        raise AssertionError("the last try raises or returns")

    def _waits(self) -> Iterator[float | None]:
        """How long to wait after each try; ``None`` after the last."""
        for number in range(max(1, self.manners.tries) - 1):
            yield float(2**number)
        yield None
