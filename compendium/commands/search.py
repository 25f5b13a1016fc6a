"""``compendium search``: passages that have these words, the best first."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Final, Literal

import typer

from compendium.commands.options import DEFAULT_STORE, Store

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from queries.search import Hit, Page, Snippet

MOST: Final = 8
"""So many values of a facet are listed."""


def search(
    words: Annotated[
        list[str], typer.Argument(help='words; "a phrase", plenar*, OR, NOT and brackets can be used')
    ],
    kind: Annotated[list[str] | None, typer.Option(help="only in documents of this kind: Cable")] = None,
    year: Annotated[list[str] | None, typer.Option(help="only in documents of this year")] = None,
    country: Annotated[list[str] | None, typer.Option(help="only passages that name it: ARG")] = None,
    marking: Annotated[list[str] | None, typer.Option(help="only passages with this mark: C")] = None,
    regime: Annotated[list[str] | None, typer.Option(help="only passages that name it, by its code")] = None,
    limit: Annotated[int, typer.Option(help="how many", min=1, max=500)] = 10,
    form: Annotated[
        Literal["text", "json"], typer.Option("--format", "-f", help="how they are written")
    ] = "text",
    store: Store = DEFAULT_STORE,
) -> None:
    """Find passages by their words, and documents by their names and titles.

    Example: compendium search "end use" --country CHN --year 2008
    """
    from rich.console import Console

    from compendium.commands.shown import fail
    from queries import Fault
    from queries.search import Index

    try:
        page = Index.open(store).search(
            " ".join(words),
            kinds=kind or (),
            years=year or (),
            countries=country or (),
            markings=marking or (),
            regimes=regime or (),
            limit=limit,
        )
    except Fault as error:
        fail(str(error), code=2)
    if form == "json":
        typer.echo(json.dumps(asdict(page), ensure_ascii=False, indent=2))
    else:
        _show(Console(), page)
    if not page.total:
        raise typer.Exit(1)


def _show(console: "Console", page: "Page") -> None:
    from rich.text import Text

    from queries.search import FIELDS

    for hit in page.hits:
        console.print(headed(hit))
        console.print(Text("  ") + marked(hit.snippet))
    shown = f"{len(page.hits)} of {page.total} shown" if page.total else "Nothing found"
    console.print(Text(f"{shown}, among passages and titles.", style="dim"))
    for name in FIELDS:
        values = page.of(name)
        if len(values) > 1:
            said = ", ".join(f"{one.value} {one.count}" for one in values[:MOST])
            console.print(Text(f"  --{name}: {said}{' ...' * (len(values) > MOST)}", style="dim"))


def headed(hit: "Hit") -> "Text":
    """The line above a snippet: what it is of, its mark, and the title of the document.

    >>> from pathlib import Path
    >>> from queries.search import Index
    >>> print(headed(Index.open(Path("tests/data/shape.trig")).search("urge").hits[0]))
    08 STATE 900001, 7.C (C) MTCR: GUIDANCE FOR THE RPOC
    """
    from rich.text import Text

    mark = hit.marking or (f"document {hit.document_marking}" if hit.document_marking else "no mark")
    if hit.marking_status == "lost":
        mark = "mark lost"
    return Text.assemble((hit.label, "bold"), f" ({mark}) ", (hit.document_title, "dim"))


def marked(snippet: "Snippet") -> "Text":
    """A snippet for a terminal.

    >>> from queries.search import Snippet
    >>> marked(Snippet("the\\nplenary", 0, ((4, 11),))).plain
    'the plenary'
    """
    from rich.text import Text

    pieces = (
        (" ".join(text.split("\n")), "bold reverse" if sought else "") for text, sought in snippet.parts()
    )
    return Text.assemble(*pieces)
