"""``compendium query``: a question of the catalogue or any SPARQL, on the store or on a remote endpoint."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from queries import Queryable, Question, Result

Shape = Literal["table", "csv", "tsv", "json", "xml", "ttl"]


def query(
    what: Annotated[
        str, typer.Argument(help="a question of the catalogue, a .rq file, or - for standard input")
    ],
    parameter: Annotated[
        list[str] | None,
        typer.Option("-p", "--parameter", help="key=value, in words: decision='Athens 2007'"),
    ] = None,
    form: Annotated[Shape, typer.Option("--format", "-f", help="how the result is written")] = "table",
    endpoint: Annotated[str | None, typer.Option(help="ask this SPARQL endpoint and not the store")] = None,
    timeout: Annotated[float, typer.Option(help="seconds to wait for an endpoint")] = 60.0,
    store: Annotated[Path, typer.Option(envvar="COMPENDIUM_STORE", help="the store, or an RDF file")] = Path(
        "compendium.db"
    ),
) -> None:
    """Run a question of the catalogue or any SPARQL query that reads.

    Example: compendium query guidance-depending-on-decision -p decision="Buenos Aires 2003" --format csv
    """
    from compendium.commands.shown import fail
    from queries import Ambiguous, BrokenQuery, Fault, open_reader
    from queries.remote import Remote

    try:
        source: Queryable = Remote(endpoint, timeout=timeout) if endpoint else open_reader(store)
        _run(source, what, values(parameter or []), form, None if endpoint else store)
    except Ambiguous as error:
        fail(str(error), *error.choices, code=1)
    except BrokenQuery as error:
        fail(str(error), code=1)
    except Fault as error:
        fail(str(error), code=2)


def values(given: list[str]) -> dict[str, str]:
    """The values of ``-p key=value`` options; BadParameter where one has another form.

    >>> values(["year=2003"])
    {'year': '2003'}
    """
    from queries import BadParameter

    read: dict[str, str] = {}
    for one in given:
        name, equals, value = one.partition("=")
        if not equals or not name or not value:
            raise BadParameter(f"-p takes key=value, not {one!r}")
        read[name] = value
    return read


def _run(
    source: "Queryable", what: str, values: dict[str, str], form: Shape, store: Path | None = None
) -> None:
    from rich.console import Console

    from compendium.commands.shown import show_answer, show_result
    from queries import BadParameter, Result, answer, find_question

    question = find_question(what) or _own_question(what)
    if question is not None:
        found = answer(source, question, values)
        if form == "table":
            show_answer(Console(), found)
            return
        result = Result(found.columns, found.rows)
        if found.why_empty is not None:
            typer.echo(f"nothing found: {found.why_empty}", err=True)
    else:
        if values:
            raise BadParameter("-p is for questions of the catalogue and files with a header")
        text, name = _text(what)
        result = source.query(text if store is None else _searched(text, store), file=name)
    if form == "table":
        show_result(Console(), result)
    else:
        _write(result, form)


def _searched(sparql: str, store: Path) -> str:
    """The query with what the index finds for ``search:matches``; says how much was taken of what."""
    from queries.search import Index
    from queries.search.relation import expanded

    found = expanded(sparql, lambda: Index.open(store))
    for one in found.matched:
        if one.taken < one.total:
            typer.echo(
                f"search:matches {one.words!r}: the best {one.taken} of {one.total} passages", err=True
            )
    return found.sparql


def _write(result: "Result", form: Literal["csv", "tsv", "json", "xml", "ttl"]) -> None:
    sys.stdout.write(result.written(form))


def _own_question(what: str) -> "Question | None":
    """The question in a file that has a header of its own."""
    from queries import read_question

    if what == "-" or not Path(what).is_file():
        return None
    text, name = _text(what)
    return read_question(text, name) if text.lstrip().startswith("#+") else None


def _text(what: str) -> tuple[str, str]:
    from queries import BadParameter

    if what == "-":
        return sys.stdin.read(), "standard input"
    path = Path(what)
    if path.is_file():
        try:
            return path.read_text("utf-8"), what
        except UnicodeDecodeError:
            raise BadParameter(f"{what} is not UTF-8 text") from None
    if any(space in what for space in " \n{"):
        return what, "query"
    raise BadParameter(
        f"{what!r} is neither a question of the catalogue nor a file: see `compendium questions`"
    )
