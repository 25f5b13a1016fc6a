"""Options that several commands share."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

Store: TypeAlias = Annotated[
    Path,
    typer.Option("--store", envvar="COMPENDIUM_STORE", help="Folder of the store.", show_default=True),
]
DEFAULT_STORE = Path("compendium.db")
