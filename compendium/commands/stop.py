"""Ctrl-C, and a polite request to end, leave a store in order and say what is in it."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import typer

from compendium.commands.progress import Told


def told_of(documents: int) -> str:
    """What is kept of a build that was stopped.

    >>> told_of(0), told_of(1), told_of(2)
    ('nothing was read yet', 'the document that was read is kept', 'the 2 documents that were read are kept')
    """
    if not documents:
        return "nothing was read yet"
    if documents == 1:
        return "the document that was read is kept"
    return f"the {documents:,} documents that were read are kept"


@contextmanager
def stoppable(told: Told) -> Iterator[None]:
    """Say what is kept when a build is stopped, and leave with 130 (Ctrl-C) or 143 (SIGTERM)."""
    ended: list[int] = []

    def stop(number: int, _: FrameType | None) -> None:
        ended.append(number)
        raise KeyboardInterrupt

    before = {one: signal.signal(one, stop) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    except KeyboardInterrupt:
        typer.echo(
            f"compendium: stopped; {told_of(told.documents)}, and the same command goes on from there",
            err=True,
        )
        raise typer.Exit(128 + (ended or [signal.SIGINT])[0]) from None
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
