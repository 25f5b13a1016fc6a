"""A pool of workers, for threads and for an event loop; each query has one worker to itself while it runs."""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from types import TracebackType
from typing import Final

import pyoxigraph as ox

from queries.contain.asked import Asked, Told
from queries.contain.cell import Cell, no_memory, too_long
from queries.contain.frame import HEAD, Outcome, Said, asking
from queries.contain.keeper import Keeper, Waiter
from queries.contain.limits import Limits
from queries.contain.picture import pictured
from queries.contain.turns import asker
from queries.error import BadParameter, Busy, Contained, Fault, Refused, TooLarge, Unreadable, WorkerLost
from queries.result import Result, gathered
from queries.store import broken
from queries.term import iri

_JSON: Final = "application/sparql-results+json"
_TRIPLES: Final = "application/n-triples"
_WAITING: Final = 5.0
BRIEF: Final = 0.1
"""Seconds after which a query makes way for others."""


class Pool:
    """Workers on a snapshot of a store, without a network where the system allows it (``Pool.sealed``).

    *workers* answer at once and *spare* more stand ready; *aside* queries that are not brief may run behind
    all others. So many processes there are at most, and each has at most the memory of the limits.

    >>> with Pool(Path("tests/data/shape.trig"), workers=1) as pool:
    ...     told = pool.run(Asked("SELECT ?t { ?d dcterms:title ?t }", "text/csv"))
    ...     yes = asyncio.run(pool.ask(Asked("ASK { ?d a reg:Cable }", "text/csv")))
    ...     pool.renew()
    ...     titles = pool.query("SELECT ?t { ?d dcterms:title ?t }").column("t")
    ...     sealed = pool.sealed
    >>> pool.close()  # once more does no harm
    >>> told.rows, told.body.split()[0], yes.body, titles
    (1, b't', b'true', ('MTCR: GUIDANCE FOR THE RPOC',))
    """

    def __init__(
        self,
        store: Path,
        *,
        limits: Limits = Limits(),  # noqa: B008 - frozen
        workers: int = 2,
        spare: int = 2,
        aside: int = 4,
        seconds_waiting: float = _WAITING,
    ) -> None:
        self.store, self.limits, self.seconds_waiting = store, limits, seconds_waiting
        self._keeper = Keeper(pictured(store), limits, workers=workers, spare=spare, aside=aside)

    def __enter__(self) -> "Pool":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def sealed(self) -> bool:
        """Whether no worker can reach a network."""
        return self._keeper.sealed()

    def run(self, asked: Asked) -> Told:
        """The whole answer, or a Fault that says what the caller can do; blocks its thread."""
        request = self._request(asked)
        while True:
            cell, stays = self._lent(), False
            try:
                said, body = cell.exchanged(request, self._patience(cell))
                stays = said.stays
                return self._told(asked, said, body)
            except BrokenPipeError:  # it had ended while it waited: another has not
                continue
            except (EOFError, OSError):
                raise cell.loss() from None
            finally:
                self._give_back(cell, stays)

    async def ask(self, asked: Asked) -> Told:
        """The same for an event loop; where its task is cancelled, the query ends."""
        request = self._request(asked)
        while True:
            cell, stays = await self._lent_later(), False
            watch = _Watch(self._keeper, cell, self.limits)
            try:
                said, body = await _exchanged(cell, request)
                stays = said.stays
                return self._told(asked, said, body)
            except BrokenPipeError:
                continue
            except (EOFError, OSError):
                raise cell.loss() from None
            finally:
                watch.handle.cancel()
                self._give_back(cell, stays)

    def query(self, sparql: str, *, file: str = "query") -> Result:
        """The result of a query as terms; *file* names it in messages."""
        media = _TRIPLES if self.limits.scanned(sparql).form in ("CONSTRUCT", "DESCRIBE") else _JSON
        try:
            told = self.run(Asked(sparql, media))
        except Contained as error:
            error.args = (f"{file}: {error}",)
            raise
        if media == _TRIPLES:
            quads = ox.parse(told.body, format=ox.RdfFormat.N_TRIPLES)
            return Result(triples=tuple(sorted((quad.triple for quad in quads), key=str)))
        return gathered(ox.parse_query_results(told.body, format=ox.QueryResultsFormat.JSON))

    def renew(self) -> None:
        """Take a new snapshot: queries that start after this see it; those at work end on the old one."""
        self._keeper.renew(pictured(self.store))

    def close(self) -> None:
        """End the workers and remove what was held for them."""
        self._keeper.close()

    def _request(self, asked: Asked) -> bytes:
        for name in (*(asked.default_graphs or ()), *(asked.named_graphs or ())):
            if name:
                _known_as(name)
        return asking(asked, dataset=self.limits.scanned(asked.sparql).dataset)

    def _lent(self) -> Cell:
        future: Future[Cell] = Future()
        cell = self._keeper.lend(waiter := _waiter(future), asker())
        if cell is not None:
            return cell
        try:
            return future.result(self.seconds_waiting)
        except TimeoutError:
            return self._late(future, waiter)

    async def _lent_later(self) -> Cell:
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Cell] = loop.create_future()
        cell = self._keeper.lend(waiter := _task(future, self._keeper), asker())
        if cell is not None:
            return cell
        timer = loop.call_later(self.seconds_waiting, _settle, future, self._busy())
        try:
            return await future
        except asyncio.CancelledError:
            if future.done() and not future.cancelled() and future.exception() is None:
                self._keeper.take_back(future.result())
            raise
        finally:
            timer.cancel()
            self._keeper.forget(waiter)

    def _late(self, future: "Future[Cell]", waiter: Waiter) -> Cell:
        """The worker that came at the last moment; Busy where none did."""
        self._keeper.forget(waiter)
        if not future.cancel() and not future.cancelled():
            return future.result()
        raise self._busy()

    def _busy(self) -> Busy:
        return Busy(
            f"all {self._keeper.workers} workers were taken for {self.seconds_waiting:g} s: try again",
            wait=self.limits.seconds,
        )

    def _give_back(self, cell: Cell, stays: bool) -> None:
        if not stays:
            cell.end()
        self._keeper.take_back(cell, stays=stays)

    def _patience(self, cell: Cell) -> Callable[[], float]:
        """The seconds until the next thing happens to a query that goes on: it is set aside, or ended."""
        begun, seconds = time.monotonic(), self.limits.seconds

        def left() -> float:
            spent = time.monotonic() - begun
            if spent >= seconds:
                cell.end(too_long(self.limits))
                raise EOFError
            if spent >= BRIEF and not cell.aside:
                self._keeper.set_aside(cell)
            return seconds - spent if cell.aside else min(BRIEF, seconds) - spent

        return left

    def _told(self, asked: Asked, said: Said, body: bytes) -> Told:
        if said.outcome is Outcome.WHOLE:
            return Told(body, asked.media, said.rows if said.rows >= 0 else None)
        raise self._fault(said, body.decode("utf-8", "replace"), asked.media)

    def _fault(self, said: Said, words: str, media: str) -> Fault:
        limits = self.limits
        match said.outcome:
            case Outcome.BROKEN:
                return broken(words, "query")
            case Outcome.FAILED:
                return Refused(f"the query reads well and has no answer: {words}", cap="evaluation")
            case Outcome.UNREADABLE:
                return Unreadable(words)
            case Outcome.MEMORY:
                return no_memory(limits)
            case Outcome.TOO_LONG:
                return TooLarge(
                    f"the answer is longer than {limits.answer_bytes} bytes: ask for less with LIMIT"
                )
            case Outcome.TOO_MANY:
                return TooLarge(
                    f"the answer has {said.rows} rows, more than {limits.rows}: ask for less with LIMIT",
                    cap="rows",
                )
            case Outcome.OTHER_FORM:
                return BadParameter(f"the answer is {words}, which {media} does not hold")
        return WorkerLost(f"the query ended the process that ran it ({words}): write it another way")


class _Watch:
    """Sets a query aside that is not brief, and ends it with its time; for event loops."""

    def __init__(self, keeper: Keeper, cell: Cell, limits: Limits) -> None:
        self.keeper, self.cell, self.limits = keeper, cell, limits
        self.loop = asyncio.get_running_loop()
        brief, after = (BRIEF, self._aside) if limits.seconds > BRIEF else (limits.seconds, self._end)
        self.handle = self.loop.call_later(brief, after)

    def _aside(self) -> None:
        try:
            self.keeper.set_aside(self.cell)
        except Busy as busy:
            self.cell.end(busy)
        else:
            self.handle = self.loop.call_later(self.limits.seconds - BRIEF, self._end)

    def _end(self) -> None:
        self.cell.end(too_long(self.limits))


def _known_as(name: str) -> None:
    try:
        iri(name)
    except ValueError:
        raise BadParameter(f"a graph is named by an IRI, which {name!r} is not") from None


def _waiter(future: "Future[Cell]") -> Waiter:
    def take(given: Cell | Fault) -> bool:
        if not future.set_running_or_notify_cancel():
            return False
        if isinstance(given, Fault):
            future.set_exception(given)
        else:
            future.set_result(given)
        return True

    return take


def _task(future: "asyncio.Future[Cell]", keeper: Keeper) -> Waiter:
    """For a task that waits; where the giver is in the same loop, no other thread is woken."""
    loop = future.get_loop()

    def elsewhere(given: Cell | Fault) -> None:
        if not _settle(future, given) and isinstance(given, Cell):
            keeper.take_back(given)

    def take(given: Cell | Fault) -> bool:
        if asyncio._get_running_loop() is loop:
            return _settle(future, given)
        try:
            loop.call_soon_threadsafe(elsewhere, given)
        except RuntimeError:  # its loop is closed
            return False
        return True

    return take


def _settle(future: "asyncio.Future[Cell]", given: Cell | Fault) -> bool:
    if future.done():
        return False
    if isinstance(given, Fault):
        future.set_exception(given)
    else:
        future.set_result(given)
    return True


async def _exchanged(cell: Cell, request: bytes) -> tuple[Said, bytes]:
    loop, line = asyncio.get_running_loop(), cell.line
    line.setblocking(False)
    await loop.sock_sendall(line, request)
    data = await loop.sock_recv(line, 65536)
    while len(data) < HEAD.size:
        more = await loop.sock_recv(line, 65536) if data else b""
        if not more:
            raise EOFError
        data += more
    said = Said.read(data[: HEAD.size])
    if len(data) == HEAD.size + said.size:
        return said, data[HEAD.size :]
    body = bytearray(said.size)
    at = len(data) - HEAD.size
    body[:at] = data[HEAD.size :]
    view = memoryview(body)
    while at < said.size:
        got = await loop.sock_recv_into(line, view[at:])
        if not got:
            raise EOFError
        at += got
    return said, bytes(body)
