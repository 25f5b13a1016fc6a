"""``compendium extract``: what one document says, without a store."""

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Form(StrEnum):
    """The forms in which one document can be shown."""

    JSON = "json"
    TRIG = "trig"
    NQ = "nq"


def extract(
    file: Annotated[Path, typer.Argument(help="One document as text.")],
    format: Annotated[Form, typer.Option("--format", "-f", help="How to print it.")] = Form.JSON,
) -> None:
    """Print what one document says: its header, references, passages, meetings, decisions and directives.

    Example: compendium extract cable.txt --format trig
    """
    from compendium.commands.guard import guarded
    from ingest.extract import extract as whole
    from ingest.load.export import write
    from ingest.present import present
    from ingest.read import read
    from ingest.state import state
    from ingest.tables import knowledge

    with guarded():
        extraction = whole(read(file), knowledge())
    if format is Form.JSON:
        typer.echo(json.dumps(present(extraction), ensure_ascii=False, indent=2))
    else:
        write(state(extraction, knowledge()), sys.stdout.buffer, format=format.value)
