"""``compendium wanted``: the documents that are cited and not held, and the text to ask for them."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal

import typer

from compendium.commands.options import DEFAULT_STORE, Store

if TYPE_CHECKING:
    from queries.wanted import Wanted

Shape = Literal["table", "csv", "tsv", "json", "request"]

MOST_CITING: Final = 12
"""So many citing documents a request names; it says how many more there are."""

COLUMNS: Final = (
    "rank",
    "identifier",
    "label",
    "kind",
    "earliest",
    "latest",
    "joins",
    "documents",
    "directives",
    "pointers",
    "captions",
    "cited by",
)


def wanted(
    document: Annotated[
        list[str] | None, typer.Argument(help="identifiers or names of some; all by default")
    ] = None,
    form: Annotated[
        Shape, typer.Option("--format", "-f", help="how the list is written; request: text to send")
    ] = "table",
    limit: Annotated[int | None, typer.Option(help="how many; 20 in a table, all elsewhere")] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="write it to a file")] = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """List the documents that are cited and not held, the one first that would connect most.

    Example: compendium wanted --format request --limit 5 -o requests.txt
    """
    from compendium.commands.shown import fail
    from queries import Fault, open_reader
    from queries.wanted import wanted as rank

    try:
        found = rank(open_reader(store))
    except Fault as error:
        fail(str(error), code=2)
    ranked = _chosen(list(enumerate(found, 1)), document or ())
    shown = ranked[: limit if limit is not None else 20 if form == "table" else None]
    if form == "table" and output is None:
        _show(shown, len(found))
        return
    text = _written(shown, form)
    if output is None:
        typer.echo(text, nl=False)
    else:
        output.write_text(text, encoding="utf-8")
        typer.echo(f"{len(shown)} of {len(found)} documents written to {output}")


def _chosen(ranked: "list[tuple[int, Wanted]]", named: Sequence[str]) -> "list[tuple[int, Wanted]]":
    if not named:
        return ranked
    asked = {_key(one) for one in named}
    found = [(rank, one) for rank, one in ranked if asked & {_key(one.identifier), _key(one.label)}]
    missing = asked - {_key(name) for _, one in found for name in (one.identifier, one.label)}
    if missing:
        names = ", ".join(sorted(named))
        raise typer.BadParameter(f"no document that is cited and not held is called {names}")
    return found


def _key(name: str) -> str:
    return "".join(name.split()).upper()


def _show(shown: "Sequence[tuple[int, Wanted]]", total: int) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    console = Console()
    if not total:
        console.print("Every document that is cited is held.")
        return
    table = Table("", "document", "sent between", "cited by", "follow it", "joins")
    for rank, one in shown:
        described = f"\n[dim]{escape('; '.join(one.captions))}[/dim]" if one.captions else ""
        first = one.cited_by[0].label if one.cited_by else ""
        more = f" and {len(one.cited_by) - 1} more" if len(one.cited_by) > 1 else ""
        table.add_row(
            str(rank),
            escape(one.label) + described,
            when(one),
            first + more,
            str(one.directives),
            str(one.joins),
        )
    console.print(table)
    console.print(
        f"[dim]{len(shown)} of {total} documents that are cited and not held. Nine of ten were sent between"
        " the days given, which the numbers of known telegrams show. 'follow it': directives that rest on it;"
        " 'joins': groups of held documents that it would connect."
        " --format request writes text to ask for them.[/dim]",
        soft_wrap=True,
    )


def when(one: "Wanted") -> str:
    """The interval in words.

    >>> from queries.wanted import Wanted
    >>> when(Wanted("x", "x", "x", None, "2008-01-02", "2008-02-01", 0, 0, 0, (), ()))
    '2008-01-02 to 2008-02-01'
    """
    if one.earliest is None and one.latest is None:
        return "unknown"
    if one.earliest == one.latest:
        return str(one.earliest)
    return f"{one.earliest} to {one.latest}" if one.earliest else f"before {one.latest}"


def _written(shown: "Sequence[tuple[int, Wanted]]", form: Shape) -> str:
    if form == "json":
        rows = [{"rank": rank} | asdict(one) for rank, one in shown]
        return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
    if form == "request":
        return request([one for _, one in shown])
    written = io.StringIO()
    table = csv.writer(written, delimiter="\t" if form == "tsv" else ",", lineterminator="\n")
    table.writerow(COLUMNS)
    for rank, one in shown:
        counts = (one.joins, len(one.cited_by), one.directives, one.pointers)
        told = (one.identifier, one.label, (one.kind or "").rpartition("#")[2], one.earliest, one.latest)
        citing = "; ".join(by.label for by in one.cited_by)
        table.writerow([rank, *told, *counts, "; ".join(one.captions), citing])
    return written.getvalue()


def request(shown: "Sequence[Wanted]") -> str:
    """The text of a request for each document, ready to be sent.

    >>> from queries import open_reader
    >>> from queries.wanted import wanted as rank
    >>> text = request(rank(open_reader("tests/data/shape.trig")))
    >>> [line.strip() for line in text.splitlines() if "900002" in line or "Described" in line]
    ['Document:    08 STATE 900002', 'Number:      900002', 'Described as: SMALL GROUP', '- 08 STATE ...']
    """
    from importlib import resources

    import jinja2

    page = (resources.files("compendium") / "templates" / "request.txt.j2").read_text(encoding="utf-8")
    template = jinja2.Environment(autoescape=False, keep_trailing_newline=True).from_string(page)
    return template.render(wanted=[_asked(one) for one in shown])


def _asked(one: "Wanted") -> dict[str, object]:
    name, _, number = one.label.rpartition(" ")
    is_cable = (one.kind or "").endswith("#Cable") and number.isdigit()
    count = len(one.cited_by)
    return {
        "name": one.label,
        "series": " ".join(name.split()[1:]) if is_cable else None,
        "number": number if is_cable else None,
        "when": when(one) + ("" if one.earliest == one.latest else " (estimated)"),
        "captions": "; ".join(one.captions),
        "count": f"{count} document{'' if count == 1 else 's'} that {'is' if count == 1 else 'are'} known",
        "cited_by": [
            {"label": by.label, "sent": by.sent, "words": "; ".join(f'"{word}"' for word in by.words)}
            for by in one.cited_by[:MOST_CITING]
        ],
        "more": max(0, count - MOST_CITING),
    }
