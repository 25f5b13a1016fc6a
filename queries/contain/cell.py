"""One worker as its parent has it: started, asked, ended; and why it ended."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Final

import pyoxigraph as ox

from ontology.names import PREFIXES
from queries.contain.frame import HEAD, Said, framed
from queries.contain.limits import Limits
from queries.error import Contained, NoStore, OutOfMemory, TookTooLong, WorkerLost
from queries.snapshot import Room

_ROOT: Final = Path(__file__).parents[2]
_BOOT: Final = f"""
import sys, types
for name in ("queries", "queries.contain"):
    sys.modules[name] = types.ModuleType(name)
    sys.modules[name].__path__ = [{str(_ROOT)!r} + "/" + name.replace(".", "/")]
sys.path.append({str(Path(ox.__file__).parents[1])!r})
from queries.contain.worker import main
main()
"""
"""The packages without what they import: a worker needs a tenth of it, and starts in a tenth of the time."""

_STARTING: Final = 30.0
_MEMORY: Final = (b"memory allocation", b"bad_alloc", b"MemoryError", b"out of memory")


@dataclass(frozen=True, slots=True)
class Generation:
    """One snapshot; its folder goes away with the last worker that reads it."""

    room: Room
    number: int


class Cell:
    """A worker process and the line to it.

    >>> from queries.contain.asked import Asked
    >>> from queries.contain.frame import asking
    >>> from queries.contain.picture import pictured
    >>> cell = Cell(Generation(pictured(Path("tests/data/shape.trig")), 1), Limits())
    >>> cell.opened()
    >>> cell.exchanged(asking(Asked("ASK {}", "text/csv"), dataset=False), lambda: 5.0)[1]
    b'true'
    >>> cell.moved(Generation(cell.generation.room, 2))
    >>> cell.end(too_long(cell.limits))
    >>> print(cell.loss().cap)
    seconds
    >>> cell.buried()
    """

    def __init__(self, generation: Generation, limits: Limits) -> None:
        self.generation, self.limits = generation, limits
        self.sealed = self.aside = False
        self.client = ""
        self.alive = True
        self.stopped: Contained | None = None
        self._last: IO[bytes] = TemporaryFile()  # noqa: SIM115 - closed with the cell
        self.line, there = socket.socketpair()
        told = {
            "parent": os.getpid(),
            "line": there.fileno(),
            "room": str(generation.room.path),
            "prefixes": PREFIXES,
            "rows": limits.rows,
            "bytes": limits.answer_bytes,
            "seconds": limits.seconds,
            "memory": limits.memory,
        }
        with there:
            self.process = subprocess.Popen(
                [sys.executable, "-I", "-c", _BOOT, json.dumps(told)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._last,
                pass_fds=(there.fileno(),),
            )

    def opened(self) -> None:
        """Wait until it has opened its snapshot; NoStore where it cannot."""
        self.line.settimeout(_STARTING)
        try:
            head = self.line.recv(HEAD.size, socket.MSG_WAITALL)
        except OSError:
            head = b""
        if len(head) < HEAD.size:
            self.end()
            words = self._words()[-300:].decode("utf-8", "replace")
            raise NoStore(f"no worker could open {self.generation.room.path}: {words}")
        self.sealed = bool(Said.read(head).rows)

    def moved(self, generation: Generation) -> None:
        """Have it open another snapshot."""
        self.line.settimeout(_STARTING)
        self.line.sendall(framed({"open": str(generation.room.path)}))
        self.generation = generation
        self.opened()

    def exchanged(self, request: bytes, left: Callable[[], float]) -> tuple[Said, bytes]:
        """Ask and wait for the whole answer; *left* gives the seconds to wait until it is asked again.

        BrokenPipeError where the worker had ended before, EOFError where it ends now.
        """
        self.line.settimeout(_STARTING)
        self.line.sendall(request)
        said = Said.read(self._read(HEAD.size, left))
        return said, self._read(said.size, left)

    def _read(self, size: int, left: Callable[[], float]) -> bytes:
        body = bytearray(size)
        view, at = memoryview(body), 0
        while at < size:
            self.line.settimeout(left())
            try:
                got = self.line.recv_into(view[at:])
            except TimeoutError:
                continue
            if not got:
                raise EOFError
            at += got
        return bytes(body)

    def end(self, why: Contained | None = None) -> None:
        """End the process now, whatever it does; *why* is what its query is told."""
        if self.alive:
            self.alive, self.stopped = False, why
        self.process.kill()

    def buried(self) -> None:
        """Wait for the end of the process and give back what was held for it."""
        self.process.wait()
        self.line.close()
        self._last.close()

    def loss(self) -> Contained:
        """Why it ended in the middle of a query.

        A query that needs more memory than there is ends its worker, as the engine has no other way.
        """
        if self.stopped is not None:
            return self.stopped
        self.alive = False
        try:
            code = self.process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            code = 0
        if code == -signal.SIGALRM:
            return too_long(self.limits)
        words = self._words()
        if code == -signal.SIGKILL or any(one in words for one in _MEMORY):
            return no_memory(self.limits)
        return WorkerLost(
            f"the query ended the process that ran it ({code}): write it with fewer or shorter parts"
        )

    def _words(self) -> bytes:
        self._last.seek(0)
        return self._last.read(4096)


def too_long(limits: Limits) -> TookTooLong:
    """What is said of a query that ran to the end of its time.

    >>> print(too_long(Limits(seconds=2)))
    the query was stopped after 2 s: ask for less, or bind more of it
    """
    return TookTooLong(f"the query was stopped after {limits.seconds:g} s: ask for less, or bind more of it")


def no_memory(limits: Limits) -> OutOfMemory:
    """What is said of a query that needed too much memory.

    >>> print(no_memory(Limits()))
    the query needed more than 1024 MiB of memory: sort and group fewer rows
    """
    return OutOfMemory(
        f"the query needed more than {limits.memory >> 20} MiB of memory: sort and group fewer rows"
    )
