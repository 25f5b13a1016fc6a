"""``compendium build``: files and folders into a store."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from compendium.commands.options import DEFAULT_STORE, Store

if TYPE_CHECKING:
    from ingest.load.build import Progress
    from ingest.load.summary import Summary


def build(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]...", help="Files, or folders with files; none: what the store keeps."),
    ] = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Read documents into the store; what is there already is read again only where something changed.

    Example: compendium build cables/ statement.txt --store compendium.db
    """
    from compendium.commands.guard import guarded
    from ingest.load import build as load
    from ingest.tables import knowledge

    if not paths and not store.is_dir():
        raise typer.BadParameter("name files or folders to read", param_hint="PATH")
    began = time.monotonic()
    with guarded(), _progress() as progress:
        done = load(paths or (), store, knowledge=knowledge(), progress=progress, jobs=os.cpu_count() or 1)
    show(done, store, time.monotonic() - began)
    raise typer.Exit(1 if done.refused else 0)


def show(done: "Summary", store: Path, seconds: float) -> None:
    """Print what a build did, for someone who has never seen one."""
    from rich.console import Console

    from compendium.commands.summary import lines

    console = Console(highlight=False)
    for part in lines(done, store, seconds):
        console.print(part)


@contextmanager
def _progress() -> "Iterator[Progress | None]":
    """A bar on a terminal; nothing elsewhere, so that logs stay readable."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)

        def advance(done: int, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total, description=Path(name).name)

        yield advance
