"""A pool of workers, for threads and for an event loop; each query has one worker to itself while it runs."""

import asyncio
import time
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
from queries.error import BadParameter, Busy, Contained, Fault, TooLarge, WorkerLost
from queries.guard import guard
from queries.result import Result, gathered
from queries.store import broken

_JSON: Final = "application/sparql-results+json"
_TRIPLES: Final = "application/n-triples"
_WAITING: Final = 5.0


class Pool:
    """Workers on a snapshot of a store, without a network where the system allows it (``Pool.sealed``).

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
        spare: int = 1,
        seconds_waiting: float = _WAITING,
    ) -> None:
        self.store, self.limits, self.seconds_waiting = store, limits, seconds_waiting
        self._keeper = Keeper(pictured(store), limits, workers=workers, spare=spare)

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
        future: Future[Cell] = Future()
        cell = self._keeper.lend(waiter := _waiter(future))
        if cell is None:
            try:
                cell = future.result(self.seconds_waiting)
            except TimeoutError:
                cell = self._late(future, waiter)
        stays = False
        try:
            said, body = cell.exchanged(request, time.monotonic() + self.limits.seconds)
            stays = said.stays
        except (EOFError, OSError) as error:
            raise self._stopped(cell, error) from None
        finally:
            self._give_back(cell, stays)
        return self._told(asked, said, body)

    async def ask(self, asked: Asked) -> Told:
        """The same for an event loop; where its task is cancelled, the query ends."""
        request = self._request(asked)
        cell = await self._lent()
        stays = False
        try:
            async with asyncio.timeout(self.limits.seconds):
                said, body = await _exchanged(cell, request)
            stays = said.stays
        except (EOFError, OSError) as error:
            raise self._stopped(cell, error) from None
        finally:
            self._give_back(cell, stays)
        return self._told(asked, said, body)

    def query(self, sparql: str, *, file: str = "query") -> Result:
        """The result of a query as terms; *file* names it in messages."""
        media = _TRIPLES if guard(sparql).form in ("CONSTRUCT", "DESCRIBE") else _JSON
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
        limits = self.limits
        scanned = guard(asked.sparql, size=limits.query_bytes, depth=limits.depth, operators=limits.operators)
        return asking(asked, dataset=scanned.dataset)

    async def _lent(self) -> Cell:
        loop = asyncio.get_running_loop()
        future: Future[Cell] = Future()
        cell = self._keeper.lend(waiter := _waiter(future))
        if cell is not None:
            return cell
        try:
            return await asyncio.wait_for(asyncio.wrap_future(future, loop=loop), self.seconds_waiting)
        except TimeoutError:
            return self._late(future, waiter)
        except asyncio.CancelledError:
            if not future.cancelled() and not future.cancel() and future.exception() is None:
                self._keeper.take_back(future.result())
            self._keeper.forget(waiter)
            raise

    def _late(self, future: "Future[Cell]", waiter: Waiter) -> Cell:
        """The worker that came at the last moment; Busy where none did."""
        if not future.cancelled() and not future.cancel():
            return future.result()
        self._keeper.forget(waiter)
        raise Busy(
            f"all {self._keeper.workers} workers were taken for {self.seconds_waiting:g} s: try again",
            wait=self.limits.seconds,
        )

    def _give_back(self, cell: Cell, stays: bool) -> None:
        if not stays:
            cell.end()
        self._keeper.take_back(cell, stays=stays)

    def _stopped(self, cell: Cell, error: Exception) -> Contained:
        if isinstance(error, TimeoutError):
            cell.end()
            return too_long(self.limits)
        return cell.loss()

    def _told(self, asked: Asked, said: Said, body: bytes) -> Told:
        if said.outcome is Outcome.WHOLE:
            return Told(body, asked.media, said.rows if said.rows >= 0 else None)
        raise self._fault(said, body.decode("utf-8", "replace"), asked.media)

    def _fault(self, said: Said, words: str, media: str) -> Fault:
        limits = self.limits
        match said.outcome:
            case Outcome.BROKEN:
                return broken(words, "query")
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
