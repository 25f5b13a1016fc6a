"""``compendium link``: judged links to other datasets; new ones are asked for and proposed to a person."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from compendium.commands.options import DEFAULT_STORE, Store


class Form(StrEnum):
    """The forms that links are written in."""

    SSSOM = "sssom"
    TTL = "ttl"
    NQ = "nq"


def link(
    form: Annotated[Form, typer.Option("--format", "-f", help="How the links that hold are written.")] = (
        Form.SSSOM
    ),
    output: Annotated[Path | None, typer.Option("-o", "--output", help="A file; else the terminal.")] = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Write the links to other datasets that hold: those of the tables, and those that people accepted.

    Example: compendium link --format sssom -o compendium.sssom.tsv
    """
    from compendium.commands.shown import fail
    from compendium.linking.stated import written
    from queries import Fault, open_reader

    try:
        text = written(open_reader(store), form=form.value)
    except Fault as error:
        fail(str(error), code=2)
    if output is None:
        sys.stdout.write(text)
    else:
        output.write_text(text, encoding="utf-8")
