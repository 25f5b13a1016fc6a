"""The one writer as its parent has it: started when the first change comes, asked, ended, started again."""

import asyncio
import json
import os
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

from compendium.web.writing.change import Change, Done
from queries.contain.limits import MEBIBYTE
from queries.error import BrokenQuery, Busy, Refused, TookTooLong, Unwritten, WorkerLost

SECONDS: Final = 30.0
MEMORY: Final = 2048 * MEBIBYTE
BYTES: Final = 16 * MEBIBYTE
_QUEUE: Final = 32
"""So many changes wait for their turn."""
_BOOT: Final = f"""
import sys
sys.path.append({str(Path(__file__).parents[3])!r})
from compendium.web.writing.process import main
main()
"""
_UNSURE: Final = "ask whether it was made: it was, or nothing of it"


class Writer:
    """Makes changes to a store, one at a time, each whole or not at all, on the disk when it is done.

    >>> from tempfile import TemporaryDirectory
    >>> from compendium.web.writing.change import Update
    >>> with TemporaryDirectory() as folder:
    ...     writer = Writer(Path(folder))
    ...     print(asyncio.run(writer.write(Update("INSERT DATA { <x:a> <x:b> 1 }", "x:"))))
    ...     print(writer.make(Update("CLEAR ALL", "x:")))
    ...     writer.close()
    changed
    changed
    """

    def __init__(
        self, store: Path, *, seconds: float = SECONDS, memory: int = MEMORY, most: int = BYTES
    ) -> None:
        self.store, self.seconds, self.memory, self.most = store, seconds, memory, most
        # one thread, which lives as long as the writer: the process ends with the thread that started it
        self._thread = ThreadPoolExecutor(1, "writer")
        self._waiting = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._line: Connection | None = None

    async def write(self, change: Change) -> Done:
        """Make a change, while other requests are answered."""
        return await asyncio.to_thread(self.make, change)

    def make(self, change: Change) -> Done:
        """Make a change; blocks its thread, and waits for the changes before it."""
        if self._waiting >= _QUEUE:
            raise Busy(f"{_QUEUE} changes wait already: try again", wait=self.seconds)
        self._waiting += 1
        try:
            return _done(self._thread.submit(self._exchanged, change).result())
        finally:
            self._waiting -= 1

    def close(self) -> None:
        """End the process; a change that it is making is made or not."""
        self._thread.submit(self._end, kill=False).result()
        self._thread.shutdown()

    def _exchanged(self, change: Change) -> dict[str, Any]:
        line = self._line or self._started()
        try:
            line.send(change)
            if not line.poll(self.seconds):
                self._end()
                raise TookTooLong(f"the change was stopped after {self.seconds:g} s; {_UNSURE}")
            told: dict[str, Any] = json.loads(line.recv_bytes())
        except (EOFError, OSError) as error:
            self._end()
            raise WorkerLost(f"the change ended the process that made it; {_UNSURE}") from error
        return told

    def _started(self) -> Connection:
        here, there = socket.socketpair()
        told = {
            "parent": os.getpid(),
            "line": there.fileno(),
            "root": str(self.store.absolute()),
            "bytes": self.most,
            "memory": self.memory,
        }
        with there:
            self._process = subprocess.Popen(
                [sys.executable, "-c", _BOOT, json.dumps(told)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(there.fileno(),),
            )
        self._line = line = Connection(here.detach())
        try:
            if line.poll(self.seconds):
                line.recv_bytes()
                return line
        except (EOFError, OSError):
            pass
        self._end()
        raise WorkerLost("the process that writes did not start")

    def _end(self, *, kill: bool = True) -> None:
        if self._line is not None:
            self._line.close()
        if self._process is not None:
            if kill:
                self._process.kill()
            try:
                self._process.wait(self.seconds)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._process, self._line = None, None


def _done(told: dict[str, Any]) -> Done:
    if "done" in told:
        return Done(told["done"])
    if "broken" in told:
        raise BrokenQuery(told["broken"], file=told["file"], line=told["line"], column=told["column"])
    if "refused" in told:
        raise Refused(told["refused"], cap=told["cap"], line=told["line"], column=told["column"])
    raise Unwritten(told["why"], told=told["failed"])
