"""``compendium extract``: what one document says, without a store."""

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from compendium.commands.options import Profiles, known


class Form(StrEnum):
    """The forms in which one document can be shown."""

    JSON = "json"
    TRIG = "trig"
    NQ = "nq"


def extract(
    file: Annotated[
        Path, typer.Argument(help="A document: text, page, mail, PDF, image, or a part of a file.")
    ],
    format: Annotated[Form, typer.Option("--format", "-f", help="How to print it.")] = Form.JSON,
    part: Annotated[str | None, typer.Option("--part", help="Which document of a file of several.")] = None,
    profiles: Profiles = None,
) -> None:
    """Print what one document says: its header, references, passages, meetings, decisions and directives.

    Example: compendium extract cables.csv --part 08STATE34976 --format trig
    """
    from compendium.commands.guard import guarded
    from ingest.extract import extract as whole
    from ingest.load.export import write
    from ingest.present import present
    from ingest.read import read
    from ingest.state import state
    from ingest.tables import knowledge

    with guarded():
        tables = known(profiles) or knowledge()
        extraction = whole(read(file, part), tables)
    if format is Form.JSON:
        typer.echo(json.dumps(present(extraction), ensure_ascii=False, indent=2))
    else:
        write(state(extraction, tables), sys.stdout.buffer, format=format.value)
