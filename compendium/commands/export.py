"""``compendium export``: the whole graph as a file."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from compendium.commands.options import DEFAULT_STORE, Store


class Format(StrEnum):
    """The forms that a graph can be written in."""

    NQ = "nq"
    TRIG = "trig"
    TTL = "ttl"
    JSONLD = "jsonld"


def export(
    store: Store = DEFAULT_STORE,
    format: Annotated[Format, typer.Option("--format", "-f", help="nq is the reference form.")] = Format.NQ,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A file; else the terminal.")] = None,
) -> None:
    """Write the whole graph, sorted: the same content gives the same bytes, whatever its history.

    Example: compendium export -f trig -o graph.trig
    """
    from compendium.commands.guard import guarded
    from ingest.load import export as write

    with guarded():
        if output is None:
            write(store, sys.stdout.buffer, format=format.value)
        else:
            with output.open("wb") as file:
                write(store, file, format=format.value)
