"""Kills builds at every point at which they touch the disk, finishes them, and prints how each ended as JSON.

A program of its own: it forks before any database is open, since a fork does not take its threads along.
"""

import io
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.load import build, check, export, project
from ingest.load.build import rebuild
from ingest.load.index import Index
from ingest.load.stage import Stage
from ingest.tables import knowledge
from tests.ingest.guidance import read_by_hand, telegram


def in_child(act: Callable[[], None]) -> int:
    """Run *act* in a process of its own; returns the number of the signal that ended it, or 0."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            act()
            status = 0
        finally:
            os._exit(status)
    _, ended = os.waitpid(child, 0)
    if os.WIFEXITED(ended) and os.WEXITSTATUS(ended):
        raise SystemExit("a build that was not killed failed")
    return os.WTERMSIG(ended) if os.WIFSIGNALED(ended) else 0


def killing(point: int) -> None:
    """From now on die at the *point*-th write to the disk."""
    seen = 0

    def wrapped(function: Callable[..., Any]) -> Callable[..., Any]:
        def instead(*arguments: Any, **options: Any) -> Any:
            nonlocal seen
            seen += 1
            if seen == point:
                os.kill(os.getpid(), signal.SIGKILL)
            return function(*arguments, **options)

        return instead

    for name in ("fsync", "fdatasync", "replace", "rename", "unlink"):
        setattr(os, name, wrapped(getattr(os, name)))
    for module, function in ((project, "_replace"), (project, "_note"), (Stage, "add"), (Index, "record")):
        setattr(module, function, wrapped(getattr(module, function)))


def exported(store: Path) -> bytes:
    output = io.BytesIO()
    export(store, output)
    return output.getvalue()


@dataclass(frozen=True)
class Way:
    """A way to write: what stands in the store before, and what is written to it."""

    before: tuple[Path, ...]
    folders: tuple[Path, ...]
    afresh: bool = False

    def prepare(self, store: Path) -> None:
        if self.before:
            write(store, *self.before)

    def act(self, store: Path, point: int) -> None:
        killing(point)
        if self.afresh:
            rebuild(store, knowledge=knowledge(), extract=read_by_hand, in_process=True)
        else:
            write(store, *self.folders)

    def finish(self, store: Path, result: Path) -> None:
        """First only what the journal acknowledged, which must all be there; then everything again."""
        write(store)
        if not check(store, shapes=False).ok:
            raise SystemExit("what the journal acknowledged is not in the graph")
        write(store, *self.folders)
        result.write_bytes(exported(store))

    def kill(self, folder: Path, point: int) -> tuple[int, bytes]:
        """The signal that ended the writer at that point, and the content of the finished store."""
        store, result = folder / "store", folder / "result.nq"
        in_child(lambda: self.prepare(store))
        ended = in_child(lambda: self.act(store, point))
        in_child(lambda: self.finish(store, result))
        shutil.rmtree(store)
        return ended, result.read_bytes()


def write(store: Path, *folders: Path) -> None:
    build(folders, store, knowledge=knowledge(), extract=read_by_hand, in_process=True)


def main(folder: Path, step: int) -> None:
    early, late = folder / "early", folder / "late"
    for place, numbers in ((early, (1, 2)), (late, (3, 4))):
        place.mkdir()
        for number in numbers:
            (place / f"{number}.txt").write_text(telegram(900010 + number, cites=900011 + number))
    (late / "1 again.txt").write_text(telegram(900011, cites=900014) + "A longer copy.\n")
    both = (early, late)
    ends = []
    for way in (Way((), (early,)), Way((early,), both), Way(both, both, afresh=True)):
        _, wanted = way.kill(folder, sys.maxsize)
        for point in range(1, sys.maxsize, step):
            ended, content = way.kill(folder, point)
            ends.append([way.afresh, point, ended, content == wanted])
            if not ended:
                break
    print(json.dumps(ends))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
