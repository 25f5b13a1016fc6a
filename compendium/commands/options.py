"""Options that several commands share."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

if TYPE_CHECKING:
    from ingest.knowledge import Knowledge

Store: TypeAlias = Annotated[
    Path,
    typer.Option("--store", envvar="COMPENDIUM_STORE", help="Folder of the store.", show_default=True),
]
DEFAULT_STORE = Path("compendium.db")
Profiles: TypeAlias = Annotated[
    list[Path] | None,
    typer.Option(
        "--profiles",
        envvar="COMPENDIUM_PROFILES",
        metavar="DIR",
        help="A folder with profiles of further regimes; may be given more than once.",
    ),
]

Curation: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--curation",
        envvar="COMPENDIUM_CURATION",
        metavar="DIR",
        help="The folder of people's judgements; by default the folder curation beside the store, if any.",
        show_default=False,
    ),
]


def known(profiles: Sequence[Path] | None) -> "Knowledge | None":
    """The tables with the profiles of those folders; ``None``, which means the usual ones, without any.

    >>> known(None), [one.id for one in known([Path("ingest/profiles/mtcr")]).profiles][-1]
    (None, 'wassenaar')
    """
    if not profiles:
        return None
    from ingest.tables import knowledge

    return knowledge(*profiles)
