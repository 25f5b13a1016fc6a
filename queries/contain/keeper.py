"""Keeps workers at hand: starts and lends them, replaces those that ended, moves them to a new snapshot."""

import contextlib
import os
import threading
from collections import deque
from collections.abc import Callable
from typing import Final, TypeAlias

from queries.contain.cell import Cell, Generation
from queries.contain.limits import Limits
from queries.contain.turns import Turns
from queries.error import Busy, Crowding, Fault, NoStore
from queries.snapshot import Room

Waiter: TypeAlias = Callable[[Cell | Fault], bool]
"""Takes the worker that it waited for, or what went wrong; False where it has stopped waiting."""

_AGAIN: Final = 1.0
"""Seconds after which a start that failed is tried again."""
_BEHIND: Final = 10
"""The priority of a query that is not brief: a tenth of the share of others, so that it still ends."""


class Keeper:
    """At most *workers* are lent at once, and *spare* more stand ready for when one has to be ended.

    A query that is not brief is set aside: it runs on behind all others, and its place is free for the next.
    At most *aside* do so at once, and the last of these places is for a client that has none.

    >>> from pathlib import Path
    >>> from queries.contain.picture import pictured
    >>> room = pictured(Path("tests/data/shape.trig"))
    >>> keeper = Keeper(room, Limits(), workers=1, spare=1, aside=1)
    >>> came: list[Cell | Fault] = []
    >>> def waiter(given: Cell | Fault) -> bool:
    ...     came.append(given)
    ...     return True
    >>> first = keeper.lend(waiter)
    >>> first is None, keeper.lend(waiter) is None, keeper.sealed() in (True, False)
    (False, True, True)
    >>> keeper.take_back(first)
    >>> came == [first]  # who waits has it at once
    True
    >>> keeper.forget(waiter)
    >>> keeper.set_aside(first)
    >>> keeper.take_back(first)
    >>> keeper.renew(room)
    >>> keeper.lend(waiter).generation.number
    2
    >>> keeper.close()
    """

    def __init__(self, room: Room, limits: Limits, *, workers: int, spare: int, aside: int) -> None:
        self.limits, self.workers, self.kept, self.aside = limits, workers, workers + spare, aside
        self.generation = Generation(room, 1)
        self._changed = threading.Condition()
        self._idle: deque[Cell] = deque()
        self._waiting: Turns[Waiter] = Turns()
        self._ended: deque[Cell] = deque()
        self._stale: deque[Cell] = deque()
        self._all: set[Cell] = set()
        self._lent = self._aside = 0
        self._closed = False
        self._failed: Fault | None = None
        # the kernel ends a worker with the thread that started it: it must be one that stays
        self._thread = threading.Thread(target=self._keep, name="keeper of workers", daemon=True)
        self._thread.start()
        self._await_first()

    def _await_first(self) -> None:
        with self._changed:
            self._changed.wait_for(lambda: len(self._idle) >= self.kept or self._failed is not None)
            failed = self._failed
        if failed is not None:
            self.close()
            raise failed

    def sealed(self) -> bool:
        """Whether no worker has a network."""
        with self._changed:
            return bool(self._all) and all(cell.sealed for cell in self._all if cell.alive)

    def lend(self, waiter: Waiter, client: str = "") -> Cell | None:
        """A worker at once, or None, and the waiter is given one later: clients that wait take turns."""
        with self._changed:
            if self._closed:
                raise _stopping()
            if self._idle and self._lent < self.workers:
                return self._given(self._idle.pop(), client)
            self._waiting.add(client, waiter)
            return None

    def _given(self, cell: Cell, client: str) -> Cell:
        self._lent += 1
        cell.client = client
        return cell

    def forget(self, waiter: Waiter) -> None:
        """Stop waiting."""
        with self._changed:
            self._waiting.remove(waiter)

    def take_back(self, cell: Cell, *, stays: bool = True) -> None:
        """A worker that was lent; it is replaced where it does not stay."""
        with self._changed:
            if cell.aside:
                self._aside -= 1
            else:
                self._lent -= 1
            if not stays or cell.aside or not cell.alive:
                self._ended.append(cell)
                self._changed.notify_all()
            elif cell.generation is not self.generation:
                self._stale.append(cell)
                self._changed.notify_all()
            else:
                self._idle.append(cell)
            self._serve()

    def set_aside(self, cell: Cell) -> None:
        """Let a query run on behind all others; Busy where as many as may do so already."""
        with self._changed:
            self._may_be_long(cell)
            self._aside += 1
            self._lent -= 1
            cell.aside = True
            self._serve()
            self._changed.notify_all()
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, cell.process.pid, _BEHIND)

    def _may_be_long(self, cell: Cell) -> None:
        seconds = self.limits.seconds
        if self._aside >= self.aside:
            raise Busy(f"{self.aside} long queries run already: try again, or ask for less", wait=seconds)
        own = sum(one.aside and one.alive and one.client == cell.client for one in self._all)
        if cell.client and own and self._aside == self.aside - 1:
            raise Crowding(
                f"{own} of the long queries at work are yours, and the last place is for others:"
                " wait until one has ended, or ask for less",
                wait=seconds,
            )

    def _serve(self) -> None:
        while self._waiting and self._idle and self._lent < self.workers:
            client, waiter = self._waiting.take()
            cell = self._given(self._idle.pop(), client)
            if not waiter(cell):
                self._lent -= 1
                self._idle.append(cell)

    def renew(self, room: Room) -> None:
        """Have every worker read another snapshot; those at work first end what they do."""
        with self._changed:
            self.generation = Generation(room, self.generation.number + 1)
            self._stale.extend(self._idle)
            self._idle.clear()
            self._changed.notify_all()
            self._changed.wait_for(
                lambda: self._closed or self._failed or self._idle or self._lent >= self.workers
            )

    def close(self) -> None:
        """End all workers and wait until they are gone."""
        with self._changed:
            self._closed = True
            for cell in self._all:
                cell.end(_stopping())
            while self._waiting:
                self._waiting.take()[1](_stopping())
            self._changed.notify_all()
        self._thread.join()

    def _keep(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(self._work_to_do)
                if self._closed:
                    break
                ended, stale = list(self._ended), list(self._stale)
                self._ended.clear()
                self._stale.clear()
                missing = self.kept + self._aside - (len(self._all) - len(ended))
            self._start(missing)
            for cell in stale:
                self._ready(cell, lambda cell: cell.moved(self.generation))
            self._bury(ended)
        self._bury(list(self._all))
        self.generation.room.close()

    def _work_to_do(self) -> bool:
        return bool(self._closed or self._ended or self._stale or len(self._all) < self.kept + self._aside)

    def _start(self, missing: int) -> None:
        started: list[Cell] = []
        try:
            for _ in range(missing):
                started.append(Cell(self.generation, self.limits))
        except OSError as error:
            self._fail(NoStore(f"no worker can be started: {error}"))
        with self._changed:
            self._all.update(started)
        for cell in started:
            self._ready(cell, Cell.opened)

    def _ready(self, cell: Cell, make: Callable[[Cell], None]) -> None:
        try:
            make(cell)
        except Fault as error:
            self._fail(error, cell)
            return
        except OSError:  # it had ended before: that says nothing about the store
            with self._changed:
                self._ended.append(cell)
            return
        with self._changed:
            self._failed = None
            if cell.generation is self.generation:
                self._idle.append(cell)
            else:
                self._stale.append(cell)
            self._serve()
            self._changed.notify_all()

    def _fail(self, error: Fault, cell: Cell | None = None) -> None:
        with self._changed:
            self._failed = error
            if cell is not None:
                self._ended.append(cell)
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._closed, timeout=_AGAIN)

    def _bury(self, ended: list[Cell]) -> None:
        for cell in ended:
            cell.end()
            cell.buried()
        with self._changed:
            self._all.difference_update(ended)


def _stopping() -> Busy:
    return Busy("the service is stopping: try again when it is back")
