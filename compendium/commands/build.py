"""``compendium build``: files and folders into a store."""

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from compendium.commands.options import DEFAULT_STORE, Curation, Profiles, Store, known

if TYPE_CHECKING:
    from ingest.load.summary import Summary


def build(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]...", help="Files, or folders with files; none: what the store keeps."),
    ] = None,
    store: Store = DEFAULT_STORE,
    jobs: Annotated[int, typer.Option(help="Processes that read; 0: one for each processor.")] = 0,
    seconds: Annotated[float, typer.Option(help="How long reading one document may take.")] = 60.0,
    memory: Annotated[int, typer.Option(help="How many MiB a process that reads may have.")] = 2048,
    verify: Annotated[bool, typer.Option(help="Also read files again that look unchanged.")] = False,
    profiles: Profiles = None,
    curation: Curation = None,
) -> None:
    """Read documents into the store; what is there already is read again only where something changed.

    Example: compendium build cables/ statement.txt --store compendium.db
    """
    from compendium.commands.guard import guarded
    from compendium.commands.progress import shown
    from compendium.commands.stop import stoppable
    from ingest.load import build as load
    from ingest.load.limits import Limits

    if not paths and not store.is_dir():
        raise typer.BadParameter("name files or folders to read", param_hint="PATH")
    began = time.monotonic()
    with guarded(), shown() as (told, progress), stoppable(told):
        done = load(
            paths or (),
            store,
            knowledge=known(profiles),
            progress=progress,
            jobs=jobs or os.cpu_count() or 1,
            limits=Limits(seconds, memory * 1024**2),
            verify=verify,
            curation=curation,
        )
    show(done, store, time.monotonic() - began)
    raise typer.Exit(1 if done.refused else 0)


def show(done: "Summary", store: Path, seconds: float) -> None:
    """Print what a build did, for someone who has never seen one."""
    from rich.console import Console

    from compendium.commands.summary import lines

    console = Console(highlight=False)
    for part in lines(done, store, seconds):
        console.print(part)
