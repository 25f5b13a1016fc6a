"""The summary of a build, for people."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rich.console import RenderableType
from rich.markup import escape
from rich.table import Table

from compendium.commands.count import counted

if TYPE_CHECKING:
    from ingest.load.summary import Summary


MOST: Final = 10
"""So many documents that could not be taken in are named."""


def lines(done: "Summary", store: Path, seconds: float) -> Iterator[RenderableType]:
    """What was read, what was skipped and why, what the store has now, and where to look next."""
    if done.read or done.codes or done.others:
        yield (
            f"[bold]Read {counted(done.read, 'document')} in {seconds:.1f} s[/bold]: "
            f"{done.added:,} new, {done.changed:,} changed, {done.unchanged:,} as before."
        )
    else:
        held = counted(done.documents, "document")
        yield f"[bold]The graph was brought up to date in {seconds:.1f} s[/bold]: it has {held}."
    if done.renewed:
        renewed = counted(
            done.renewed, "document that the store has was", "documents that the store has were"
        )
        yield f"{renewed} derived anew: program or tables changed."
    yield from _skipped(done)
    yield _table(done, store)
    yield from _next(store)


def _skipped(done: "Summary") -> Iterator[RenderableType]:
    total = sum(done.codes.values())
    if total:
        by_code = ", ".join(f"{count:,} {code}" for code, count in done.codes.items())
        yield f"[bold red]{counted(total, 'document')} could not be taken in[/bold red] ({by_code}):"
        for one in done.refused[:MOST]:
            name = escape(" ".join(filter(None, (one.source, one.part))))
            yield f"  {name}: {escape(one.message)} ({one.code})"
        if total > MOST:
            yield f"  and {total - MOST:,} more"
    if done.others:
        others = counted(done.others, "other file in the folders is", "other files in the folders are")
        yield f"{others} no {'document and was' if done.others == 1 else 'documents and were'} left alone."


def _table(done: "Summary", store: Path) -> Table:
    table = Table(title=f"In {escape(str(store))}", title_justify="left", show_header=False)
    table.add_column(style="bold")
    table.add_column(justify="right")
    table.add_column()
    kinds = ", ".join(f"{count} {kind}" for kind, count in done.kinds.items())
    table.add_row("documents held", f"{done.documents:,}", kinds)
    if done.copies:
        table.add_row("second copies", f"{done.copies:,}", "kept: compendium check --copies")
    table.add_row("documents cited, not held", f"{done.ghosts:,}", "ghosts")
    identified = f"{done.references_identified:,} identified, {done.references_out:,} accounted for"
    table.add_row("items of reference lists", f"{done.references_in:,}", identified)
    for kind, count in done.found.items():
        if kind != "references":
            table.add_row(kind, f"{count:,}", "")
    table.add_row("unresolved", f"{done.unresolved:,}", "seen and not decided, each with its reason")
    table.add_row("statements", f"{done.quads:,}", "about documents")
    return table


NEXT: Final = (
    (
        'ask "which guidance depends on the 2003 Buenos Aires decision"',
        "an answer, with the words",
    ),
    ("view -o picture.html", "a picture of everything, to open in a browser"),
    ("query documents-not-held", "which documents are cited and not held"),
    ("check", "whether every quotation and reference is in order"),
)


def _next(store: Path) -> Iterator[str]:
    option = "" if str(store) == "compendium.db" else f" --store {store}"
    yield "Where to look next:"
    yield "  compendium questions                           what can be asked"
    for what, why in NEXT:
        yield f"  compendium {what}{option}\n      {why}"
