"""Files of several documents, read in a process of their own that gives one document after the other."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Final

from ingest.document import Document
from ingest.load.limits import Limits
from ingest.load.sources import Skipped
from ingest.load.workers import confine, ended, undisturbed, why
from ingest.read import Refused, documents_of
from ingest.read.forms import patience
from ingest.read.given import Given

END: Final = "end"


@dataclass(frozen=True, slots=True)
class Broken:
    """A file that cannot be read, or not to its end; what was read of it before stands."""

    why: Skipped


@dataclass(slots=True)
class Reading:
    """The process, started when the first file comes; without ``own`` this one reads.

    >>> from ingest.load.limits import Limits
    >>> reading = Reading(Limits(), own=False)
    >>> [one.text for one in reading.documents(Given("a.txt", data=b"STATE 900001"))]
    ['STATE 900001']
    >>> reading.stop()
    """

    limits: Limits
    own: bool = True
    _process: BaseProcess | None = field(init=False, default=None)
    _pipe: "Connection | None" = field(init=False, default=None)

    def documents(self, given: Given) -> Iterator[Document | Skipped | Broken]:
        """The documents of a file, as they are read; refusals in their place; at last why it broke off."""
        if not self.own:
            yield from _documents(given)
            return
        pipe = self._started()
        pipe.send(given)
        # asked of the file once: the answer reads its beginning
        seconds = self.limits.seconds * patience(given)
        whole = False
        try:
            while (found := self._next(pipe, given, seconds)) is not None:
                yield found
            whole = True
        finally:
            if not whole:
                self.stop()

    def stop(self) -> None:
        """End the process at once."""
        process, self._process = self._process, None
        pipe, self._pipe = self._pipe, None
        if pipe is not None:
            pipe.close()
        if process is not None:
            process.kill()
            process.join()

    def _started(self) -> "Connection":
        if self._pipe is None:
            context = get_context("spawn")
            ours, theirs = context.Pipe()
            with undisturbed():
                process = context.Process(target=_serve, args=(theirs, self.limits.memory), daemon=True)
                process.start()
            theirs.close()
            self._process, self._pipe = process, ours
        return self._pipe

    def _next(self, pipe: "Connection", given: Given, seconds: float) -> Document | Skipped | Broken | None:
        if self._pipe is None:
            return None
        if not pipe.poll(seconds):
            self.stop()
            message = f"a document took more than {seconds:g} s to read"
            return Broken(Skipped(given.name, "too-slow", message))
        try:
            found: Document | Skipped | Broken | str = pipe.recv()
        except (EOFError, OSError):
            return Broken(Skipped(given.name, *self._ended()))
        return None if isinstance(found, str) else found

    def _ended(self) -> tuple[str, str]:
        process = self._process
        if process is not None:
            process.join(1)
        code = None if process is None else process.exitcode
        self.stop()
        return ended(code)


def _documents(given: Given) -> Iterator[Document | Skipped | Broken]:
    try:
        for found in documents_of(given):
            yield _refused(found) if isinstance(found, Refused) else found
    except Exception as error:
        yield Broken(Skipped(given.name, *why(error)))


def _refused(error: Refused) -> Skipped:
    return Skipped(error.source, error.code, error.message)


def _serve(pipe: "Connection", memory: int) -> None:
    """Read file after file, until nobody asks for another."""
    confine(memory)
    with contextlib.suppress(EOFError, BrokenPipeError, KeyboardInterrupt):
        while True:
            given = pipe.recv()
            try:
                for found in _documents(given):
                    pipe.send(found)
            except (BrokenPipeError, KeyboardInterrupt):
                raise
            except BaseException as error:
                pipe.send(Broken(Skipped(given.name, *why(error))))
            pipe.send(END)
