"""``compendium push``: the graph into another SPARQL 1.1 store."""

import base64
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

import typer

from compendium.commands.options import DEFAULT_STORE, Store

if TYPE_CHECKING:
    from compendium.pushing import Sent

TOKEN, LOGIN = "COMPENDIUM_PUSH_TOKEN", "COMPENDIUM_PUSH_LOGIN"
MEBIBYTE = 1024 * 1024
Secret: TypeAlias = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="A file with the secret; else the environment has it."),
]


def push(
    url: Annotated[str, typer.Argument(help="The address of the graph store, or of its updates.")],
    protocol: Annotated[
        Literal["graph-store", "update"], typer.Option(help="What is spoken there.")
    ] = "graph-store",
    count_at: Annotated[
        str | None, typer.Option(metavar="URL", help="Where queries count; else graphs are read back.")
    ] = None,
    token_file: Secret = None,
    login_file: Secret = None,
    record: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Note what was sent, and go on from there.")
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="Send also what the record has.")] = False,
    prune: Annotated[
        bool, typer.Option("--prune", help="Remove graphs of earlier pushes that the store has no more.")
    ] = False,
    batch: Annotated[int, typer.Option(help="Bytes of one request.", min=1024, max=64 * MEBIBYTE)] = (
        4 * MEBIBYTE
    ),
    timeout: Annotated[float, typer.Option(help="Seconds for one request.", min=0.1)] = 60.0,
    tries: Annotated[int, typer.Option(help="Tries of one request.", min=1, max=10)] = 4,
    store: Store = DEFAULT_STORE,
) -> None:
    """Send the graph to another store, graph by graph, and compare the counts.

    Example: compendium push http://127.0.0.1:3030/compendium/data --record pushed.jsonl
    """
    from compendium.commands.shown import fail
    from compendium.pushing import Manners, Record, Target
    from compendium.pushing import push as send
    from queries import Fault, open_reader

    try:
        secret = authorization(token_file, login_file, os.environ)
        target = Target(url, protocol, count_at, Manners(timeout, batch, tries), secret)
        known = Record.read(record, url)
        sent = send(open_reader(store), target, known, again=again, prune=prune, tell=_told)
    except Fault as error:
        hint = () if record is None else (f"what arrived is noted in {record}; the same command goes on",)
        fail(str(error), *hint, code=2)
    except OSError as error:
        fail(f"{error.filename or url}: {error.strerror or error}", code=2)
    _show(sent, url)
    if sent.differ:
        raise typer.Exit(1)


def authorization(token: Path | None, login: Path | None, environment: Mapping[str, str]) -> str | None:
    """The header that opens the target; no option has a secret in it, which other users could read.

    >>> authorization(None, None, {"COMPENDIUM_PUSH_LOGIN": "jane:secret"})
    'Basic amFuZTpzZWNyZXQ='
    """
    from queries import BadParameter

    if token is not None and login is not None:
        raise BadParameter("a token or a login, not both")
    kind = "login" if login is not None else "token"
    file = login or token
    said = file.read_text("utf-8").strip() if file is not None else environment.get(TOKEN, "").strip()
    if not said and file is None:
        kind, said = "login", environment.get(LOGIN, "").strip()
    if not said:
        if file is not None:
            raise BadParameter(f"{file} is empty")
        return None
    if not said.isprintable():
        raise BadParameter(f"a {kind} is one line")
    if kind == "token":
        return f"Bearer {said}"
    if ":" not in said:
        raise BadParameter("a login is user:password")
    return "Basic " + base64.b64encode(said.encode()).decode()


def _told(name: str, triples: int) -> None:
    typer.echo(f"{name}: {triples:,} triples", err=True)


def _show(sent: "Sent", url: str) -> None:
    typer.echo(
        f"{url}: {sent.graphs:,} graphs sent in {sent.batches:,} requests, {sent.size:,} bytes;"
        f" {sent.there:,} were there; {sent.triples:,} triples in all."
    )
    if sent.levels:
        typer.echo(
            "Graphs of documents by marking: " + ", ".join(f"{n} {count:,}" for n, count in sent.levels)
        )
    if sent.removed:
        typer.echo(f"{sent.removed:,} graphs that the store has no more were removed.")
    if sent.left:
        typer.echo(
            f"{len(sent.left):,} graphs of earlier pushes are no more in the store: --prune removes them."
        )
    if sent.differ is None:
        typer.echo("Not counted: give --count-at with the address for queries.")
    elif not sent.differ:
        typer.echo("The counts of all graphs agree.")
    for name, found, wanted in sent.differ or ():
        typer.echo(f"{name}: {found:,} triples there, {wanted:,} here", err=True)
