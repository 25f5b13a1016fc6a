"""``compendium mcp``: the store as tools for programs that speak the Model Context Protocol."""

from importlib.util import find_spec
from typing import Annotated

import typer

from compendium.commands.options import DEFAULT_STORE, Store


def mcp(
    store: Store = DEFAULT_STORE,
    workers: Annotated[int, typer.Option(help="Queries that run at the same time.", min=1, max=16)] = 1,
) -> None:
    """Offer search, describe, ask, select and passage over standard input and output; nothing is written.

    Example: compendium mcp --store compendium.db
    """
    from compendium.commands.shown import fail

    if find_spec("mcp") is None:
        fail("compendium mcp needs an extra: pip install 'compendium-kg[mcp]'", code=2)
    from compendium.mcp import Source
    from compendium.mcp.server import server
    from queries import Fault
    from queries.contain import Pool

    try:
        with Pool(store, workers=workers, spare=1) as pool:
            server(Source(store, pool)).run("stdio")
    except Fault as error:
        fail(str(error), code=2)
