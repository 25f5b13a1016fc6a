"""Kills builds at every point at which they touch the disk, finishes them, and prints how each ended as JSON.

A program of its own: it forks before any database is open, since a fork does not take a database's threads along.
"""

import io
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ingest.load import build, check, export, project
from ingest.load.build import rebuild
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
    project._replace = wrapped(project._replace)  # type: ignore[attr-defined]


def exported(store: Path) -> bytes:
    output = io.BytesIO()
    export(store, output)
    return output.getvalue()


def main(folder: Path, step: int) -> None:
    """Three ways to write: a first build, one more document with a changed one, and a rebuild."""
    early, late = folder / "early", folder / "late"
    for place, numbers in ((early, (1, 2)), (late, (3, 4))):
        place.mkdir()
        for number in numbers:
            (place / f"{number}.txt").write_text(telegram(900010 + number, cites=900011 + number))
    (late / "1 again.txt").write_text(telegram(900011, cites=900014) + "A longer copy.\n")

    def write(store: Path, *folders: Path) -> None:
        build(folders, store, knowledge=knowledge(), extract=read_by_hand)

    def again(store: Path) -> None:
        rebuild(store, knowledge=knowledge(), extract=read_by_hand)

    def whole(store: Path) -> None:
        write(store)
        if not check(store, shapes=False).ok:
            raise SystemExit("what the journal acknowledged is not in the graph")

    ends = []
    for name in ("first", "more", "rebuild"):
        wanted = folder / f"{name}.nq"
        reference = folder / f"{name}.db"
        folders = (early,) if name == "first" else (early, late)
        in_child(lambda: (write(reference, *folders), wanted.write_bytes(exported(reference)))[0])
        for point in range(1, 500, step):
            store = folder / f"{name}{point}.db"
            if name != "first":
                in_child(lambda: write(store, *((early,) if name == "more" else folders)))

            def act() -> None:
                killing(point)
                again(store) if name == "rebuild" else write(store, *folders)

            ended = in_child(act)
            result = folder / "result.nq"
            in_child(lambda: whole(store))
            in_child(lambda: (write(store, *folders), result.write_bytes(exported(store)))[0])
            ends.append([name, point, ended, result.read_bytes() == wanted.read_bytes()])
            shutil.rmtree(store)
            if not ended:
                break
    print(json.dumps(ends))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
