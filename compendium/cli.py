"""The command line. Each command is a file in ``compendium/commands`` and imports its needs when it runs."""

import typer

from compendium.commands.ask import ask
from compendium.commands.build import build
from compendium.commands.check import check
from compendium.commands.evaluate import evaluate
from compendium.commands.export import export
from compendium.commands.extract import extract
from compendium.commands.link import link
from compendium.commands.mcp import mcp
from compendium.commands.push import push
from compendium.commands.query import query
from compendium.commands.questions import questions
from compendium.commands.rebuild import rebuild
from compendium.commands.review import review
from compendium.commands.search import search
from compendium.commands.serve import serve
from compendium.commands.view import view
from compendium.commands.wanted import wanted

app = typer.Typer(
    name="compendium",
    help="The paper trail of an export-control regime as linked RDF, each statement traceable to its words.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_show_locals=False,
)

for command in (
    build,
    extract,
    ask,
    questions,
    query,
    search,
    view,
    check,
    rebuild,
    review,
    export,
    evaluate,
    wanted,
    link,
    serve,
    push,
    mcp,
):
    app.command()(command)


def main() -> None:
    """Run the command line; leaves with 0 done, 1 finished with findings, 2 wrong use.

    >>> from unittest.mock import patch
    >>> with patch("sys.argv", ["compendium", "no-such-command"]):
    ...     main()
    Traceback (most recent call last):
    SystemExit: 2
    """
    app()


if __name__ == "__main__":
    main()
