"""``compendium export``: the graph, a part of it, or an answer as a file for another tool."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, Final

import typer

from compendium.commands.options import DEFAULT_STORE, Store

if TYPE_CHECKING:
    from compendium.exchange.selection import Selection


class Format(StrEnum):
    """The forms that a graph can be written in."""

    NQ = "nq"
    TRIG = "trig"
    TTL = "ttl"
    JSONLD = "jsonld"
    GRAPHML = "graphml"
    GEXF = "gexf"
    CSV = "csv"
    BIBTEX = "bibtex"
    RIS = "ris"


RDF: Final = (Format.NQ, Format.TRIG, Format.TTL, Format.JSONLD)
LISTS: Final = (Format.BIBTEX, Format.RIS)
Names = list[str] | None


def export(
    store: Store = DEFAULT_STORE,
    format: Annotated[Format, typer.Option("--format", "-f", help="nq is the reference form.")] = Format.NQ,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A file (csv: a folder); else the terminal.")
    ] = None,
    question: Annotated[
        str | None, typer.Option(help="Only the answer to a question of the catalogue, or in English.")
    ] = None,
    parameter: Annotated[Names, typer.Option("-p", "--parameter", help="key=value, for --question.")] = None,
    around: Annotated[str | None, typer.Option(help="Only what is tied to a thing, by its name.")] = None,
    depth: Annotated[int, typer.Option(min=1, max=5, help="How many ties away from --around.")] = 1,
    kind: Annotated[Names, typer.Option(help="Only things of this kind; may be repeated.")] = None,
    relation: Annotated[Names, typer.Option(help="Only ties of this relation; may be repeated.")] = None,
    nodes: Annotated[Path | None, typer.Option(help="csv: the file of things.")] = None,
    edges: Annotated[Path | None, typer.Option(help="csv: the file of ties.")] = None,
    ghosts: Annotated[
        bool, typer.Option("--ghosts", help="bibtex, ris: documents that are cited and not held, too.")
    ] = False,
    crate: Annotated[
        Path | None,
        typer.Option(help="A folder: the whole graph, with RO-Crate and Croissant metadata to publish it."),
    ] = None,
    date: Annotated[str | None, typer.Option(help="crate: the day of publication, else today.")] = None,
) -> None:
    """Write the graph, a part of it or an answer: the same content gives the same bytes.

    Example: compendium export -f gexf --question "who follows 08 STATE 26726" -o answer.gexf
    """
    from compendium.commands.query import values
    from compendium.commands.shown import fail
    from compendium.exchange.selection import Selection
    from queries import Ambiguous, Fault, NotUnderstood

    if crate is not None:
        _crate(store, crate, date)
        return
    try:
        wanted = Selection(question, values(parameter or []), around, depth, _tuple(kind), _tuple(relation))
        _export(store, format, output, wanted, (nodes, edges), ghosts=ghosts)
    except Ambiguous as error:
        fail(str(error), *error.choices, code=1)
    except NotUnderstood as error:
        fail(str(error), *error.nearest, code=1)
    except LookupError as error:
        fail(str(error.args[0]), code=1)
    except Fault as error:
        fail(str(error), code=2)


def _crate(store: Path, folder: Path, day: str | None) -> None:
    import datetime

    from compendium.commands.guard import guarded
    from compendium.exchange.crate import write_crate

    try:
        told = datetime.date.fromisoformat(day) if day else datetime.datetime.now(datetime.UTC).date()
    except ValueError:
        raise typer.BadParameter(f"--date is a day such as 2026-11-23, not {day!r}") from None
    with guarded():
        files = write_crate(store, folder, day=told.isoformat())
    for one in files:
        typer.echo(f"{folder / one.name}: {one.size:,} bytes, {one.words}")


def _tuple(given: Names) -> tuple[str, ...] | None:
    return tuple(given) if given else None


def _export(
    store: Path,
    format: Format,
    output: Path | None,
    wanted: "Selection",
    tables: tuple[Path | None, Path | None],
    *,
    ghosts: bool,
) -> None:
    from compendium.commands.guard import guarded
    from ingest.load import export as write

    if any(tables) and format is not Format.CSV:
        raise typer.BadParameter("--nodes and --edges are for csv")
    if ghosts and format not in LISTS:
        raise typer.BadParameter("--ghosts is for bibtex and ris; the other forms have them always")
    with guarded(), ExitStack() as opened:
        if format is Format.CSV:
            _tables(store, output, wanted, tables)
        elif format in RDF and wanted.is_all:
            write(store, _file(output, opened), format=format.value)
        elif format in LISTS:
            entries = _entries(store, format, wanted, ghosts=ghosts)
            first = next(entries, "")
            file = _file(output, opened)
            file.writelines(entry.encode("utf-8", "replace") for entry in chain((first,), entries))
        else:
            written = _bytes(store, format, wanted)
            _file(output, opened).write(written)


def _file(output: Path | None, opened: ExitStack) -> IO[bytes]:
    if output is None:
        return sys.stdout.buffer
    output.parent.mkdir(parents=True, exist_ok=True)
    return opened.enter_context(output.open("wb"))


def _bytes(store: Path, format: Format, wanted: "Selection") -> bytes:
    from io import BytesIO

    from compendium.exchange.markup import gexf, graphml
    from compendium.exchange.network import network
    from ingest.load.export import write
    from queries import open_reader
    from queries.excerpt import statements

    reader = open_reader(store)
    part = wanted.part(reader)
    if format not in RDF:
        return (graphml if format is Format.GRAPHML else gexf)(network(part))
    if part.members is None:
        raise typer.BadParameter("--kind and --relation are for graphml, gexf and csv, or go with --around")
    output = BytesIO()
    write(statements(reader, part.members), output, format=format.value)
    return output.getvalue()


def _entries(store: Path, format: Format, wanted: "Selection", *, ghosts: bool) -> Iterator[str]:
    from compendium.exchange.bibtex import bibtex
    from compendium.exchange.ris import ris
    from queries import open_reader
    from queries.bibliography import records

    part = wanted.part(open_reader(store))
    found = records(part.source, part.documents(), ghosts=ghosts)
    yield from (bibtex if format is Format.BIBTEX else ris)(found)


def _tables(
    store: Path, output: Path | None, wanted: "Selection", tables: tuple[Path | None, Path | None]
) -> None:
    from compendium.exchange.tables import write_tables
    from queries import open_reader

    nodes, edges = tables
    if output is not None:
        nodes, edges = nodes or output / "nodes.csv", edges or output / "edges.csv"
    if nodes is None or edges is None:
        raise typer.BadParameter("csv is two tables: give a folder with -o, or both --nodes and --edges")
    part = wanted.part(open_reader(store))
    for path in (nodes, edges):
        path.parent.mkdir(parents=True, exist_ok=True)
    with (
        nodes.open("w", encoding="utf-8", newline="") as things,
        edges.open("w", encoding="utf-8", newline="") as ties,
    ):
        counted = write_tables(part, things, ties)
    typer.echo(f"{nodes}: {counted[0]} things; {edges}: {counted[1]} ties")
