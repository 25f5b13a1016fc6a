"""``compendium view``: one self-contained page of a thing's surroundings, an answer, or the whole graph."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from queries import Reader
    from viz.graph import GraphView

Kind = Literal["network", "lineage", "timeline", "matrix"]
MOST = 2000


def view(
    node: Annotated[
        str | None, typer.Argument(help="a thing by its name or IRI: 'Buenos Aires 2003', '08 STATE 34976'")
    ] = None,
    question: Annotated[
        str | None, typer.Option(help="draw the answer to a question of the catalogue, or to one in English")
    ] = None,
    parameter: Annotated[
        list[str] | None, typer.Option("-p", "--parameter", help="key=value, for a question of the catalogue")
    ] = None,
    kind: Annotated[Kind, typer.Option(help="how it is drawn")] = "network",
    output: Annotated[Path, typer.Option("-o", "--output", help="the page to write")] = Path("view.html"),
    depth: Annotated[int, typer.Option(min=1, max=5, help="how many ties away to go")] = 2,
    limit: Annotated[int, typer.Option(min=1, max=MOST, help="how many things to draw at most")] = 150,
    store: Annotated[Path, typer.Option(envvar="COMPENDIUM_STORE", help="the store, or an RDF file")] = Path(
        "compendium.db"
    ),
) -> None:
    """Write one page that opens without a network and shows how things are tied, and which words say so.

    Example: compendium view "Buenos Aires 2003" -o buenos-aires.html
    """
    from compendium.commands.shown import fail
    from queries import Ambiguous, Fault, NotUnderstood, open_reader
    from viz.layout import LAYOUTS
    from viz.lineage import dated, descent
    from viz.render import page
    from viz.view import stances

    if node is not None and question is not None:
        fail("give a thing or a --question, not both", code=2)
    try:
        reader = open_reader(store)
        if kind == "matrix" and node is None and question is None:
            shown = stances(reader, limit=limit)
        else:
            shown = _view(reader, node, question, parameter or [], depth=depth, limit=limit)
        shown = {"lineage": descent, "timeline": dated}.get(kind, lambda whole: whole)(shown)
    except (Ambiguous, NotUnderstood) as error:
        fail(str(error), *(error.choices if isinstance(error, Ambiguous) else error.nearest), code=1)
    except LookupError as error:
        fail(str(error.args[0]), code=1)
    except Fault as error:
        fail(str(error), code=2)
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_bytes(page(shown, LAYOUTS[kind](shown), kind=kind).encode("utf-8"))
    more = f" of {shown.total}" if shown.total > len(shown.nodes) else ""
    typer.echo(f"{output}: {len(shown.nodes)}{more} things, {len(shown.edges)} ties. Open it in a browser.")


def _view(
    reader: "Reader", node: str | None, question: str | None, given: list[str], *, depth: int, limit: int
) -> "GraphView":
    from compendium.commands.query import values
    from queries import answer, ask, find_question, find_things
    from viz.view import neighbourhood, of_answer, overview

    if question is not None:
        known = find_question(question)
        found = ask(reader, question) if known is None else answer(reader, known, values(given))
        return of_answer(reader, found, depth=depth - 1 or 1, limit=limit)
    if node is None:
        return overview(reader, limit=limit)
    things = find_things(reader, node)
    return neighbourhood(reader, things, title=f"Around {node}", depth=depth, limit=limit)
