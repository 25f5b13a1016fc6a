"""How far a build has come: a bar on a terminal, a line now and then elsewhere."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from compendium.commands.count import counted

if TYPE_CHECKING:
    from ingest.load.progress import Progress, Step

EVERY: Final = 30.0
"""Seconds between two lines where there is no terminal."""


@dataclass(slots=True)
class Told:
    """What was last told of a build, and when it began."""

    began: float
    documents: int = 0
    line: float = 0.0

    def note(self, step: "Step") -> None:
        """Keep what a step says."""
        self.documents = step.documents

    def speed(self) -> float:
        """Documents a second since the beginning."""
        return self.documents / max(0.001, time.monotonic() - self.began)

    def left(self, step: "Step") -> str:
        """How long the rest of the files will take, as it went so far."""
        if not step.done or step.done >= step.total:
            return ""
        seconds = (time.monotonic() - self.began) * (step.total - step.done) / step.done
        return f", about {_time(seconds)} left"


@contextmanager
def shown() -> "Iterator[tuple[Told, Progress]]":
    """What a build calls at every step, and what it told last."""
    told = Told(time.monotonic())
    told.line = told.began
    if sys.stderr.isatty():
        with _bar(told) as progress:
            yield told, progress
    else:
        yield told, lambda step: _line(told, step)


@contextmanager
def _bar(told: Told) -> "Iterator[Progress]":
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (BarColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)

        def advance(step: "Step") -> None:
            told.note(step)
            bar.update(
                task,
                completed=step.done,
                total=step.total or None,
                description=_words(told, step, named=True),
            )

        yield advance


def _line(told: Told, step: "Step") -> None:
    told.note(step)
    now = time.monotonic()
    if now - told.line >= EVERY:
        told.line = now
        typer.echo(f"compendium: {_words(told, step)}", err=True)


def _words(told: Told, step: "Step", *, named: bool = False) -> str:
    name = f" {Path(step.name).name}" if named and step.name else ""
    speed = f"{counted(told.documents, 'document')}, {told.speed():.1f} a second"
    return f"{step.doing}: {speed}{told.left(step)}{name}"


def _time(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
