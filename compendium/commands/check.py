"""``compendium check``: whether everything in a store is in order."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from compendium.commands.options import DEFAULT_STORE, Curation, Store

if TYPE_CHECKING:
    from ingest.load.entry import Entry


def check(
    store: Store = DEFAULT_STORE,
    shapes: Annotated[bool, typer.Option(help="Also hold the graph against the ontology's shapes.")] = True,
    limit: Annotated[int, typer.Option(help="How many findings of a kind to print.")] = 20,
    copies: Annotated[bool, typer.Option(help="Print how the copies of documents differ instead.")] = False,
    curation: Curation = None,
) -> None:
    """Read every quotation again, account for every reference, and compare graph, journal and documents.

    Leaves with 1 if anything is wrong. Example: compendium check --store compendium.db
    """
    from compendium.commands.guard import guarded
    from ingest.load import check as examine

    if copies:
        with guarded():
            _copies(store, limit)
        return
    from compendium.commands.progress import shown

    with guarded(), shown() as (_, progress):
        report = examine(store, shapes=shapes, progress=progress, curation=curation)
    for what, count in report.checked.items():
        typer.echo(f"{count:>10,}  {what}")
    for warning, title in ((False, "wrong"), (True, "to look at")):
        found = [one for one in report.findings if one.warning == warning]
        total = len(found) + report.more.get(warning, 0)
        typer.echo(f"{total:>10,}  {title}")
        for one in found[:limit]:
            typer.echo(f"            {one.check}: {one.where}: {one.message}")
        if total > limit:
            typer.echo(f"            and {total - limit:,} more")
    if report.unfinished:
        typer.echo(f"unfinished: {report.unfinished}")
    raise typer.Exit(0 if report.ok else 1)


def _copies(store: Path, limit: int) -> None:
    """Print every document of which several copies are held, and what they say otherwise."""
    from compendium.commands.count import counted
    from ingest.load import compared

    documents, count, last = 0, 0, None
    for one in compared(store):
        if one.standing.id != last:
            last, documents = one.standing.id, documents + 1
            typer.echo(f"{last}\n  stands: {_copy(one.standing)}")
        count += 1
        layout = len(one.differences) - len(one.of_words)
        said = counted(len(one.of_words), "stretch says", "stretches say")
        typer.echo(f"  copy:   {_copy(one.other)}; {said} something else, {layout:,} differ in layout alone")
        for stretch in one.of_words[:limit]:
            typer.echo(f"    - {stretch.standing or 'nothing'}\n    + {stretch.other or 'nothing'}")
        if len(one.of_words) > limit:
            typer.echo(f"    and {len(one.of_words) - limit:,} more")
    copies_held = counted(count, "further copy", "further copies")
    typer.echo(f"{counted(documents, 'document has', 'documents have')} {copies_held}")


def _copy(entry: "Entry") -> str:
    name = " ".join(filter(None, (entry.source, entry.part)))
    marking = entry.marking or "no marking"
    return f"{name} ({entry.form}, {marking}, {entry.length:,} characters, {entry.sha256[:12]})"
