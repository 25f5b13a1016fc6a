"""``compendium check``: whether everything in a store is in order."""

from typing import Annotated

import typer

from compendium.commands.options import DEFAULT_STORE, Store


def check(
    store: Store = DEFAULT_STORE,
    shapes: Annotated[bool, typer.Option(help="Also hold the graph against the ontology's shapes.")] = True,
    limit: Annotated[int, typer.Option(help="How many findings of a kind to print.")] = 20,
) -> None:
    """Read every quotation again, account for every reference, and compare graph, journal and documents.

    Leaves with 1 if anything is wrong. Example: compendium check --store compendium.db
    """
    from compendium.commands.guard import guarded
    from ingest.load import check as examine

    with guarded():
        report = examine(store, shapes=shapes)
    for what, count in report.checked.items():
        typer.echo(f"{count:>10,}  {what}")
    for warning, title in ((False, "wrong"), (True, "to look at")):
        found = [one for one in report.findings if one.warning == warning]
        typer.echo(f"{len(found):>10,}  {title}")
        for one in found[:limit]:
            typer.echo(f"            {one.check}: {one.where}: {one.message}")
        if len(found) > limit:
            typer.echo(f"            and {len(found) - limit} more")
    raise typer.Exit(0 if report.ok else 1)
