"""``compendium ask``: an English question, its answer and the passages that support it."""

from pathlib import Path
from typing import Annotated

import typer


def ask(
    question: Annotated[list[str], typer.Argument(help="the question, in English")],
    everything: Annotated[bool, typer.Option("--all", help="show every supporting passage")] = False,
    store: Annotated[Path, typer.Option(envvar="COMPENDIUM_STORE", help="the store, or an RDF file")] = Path(
        "compendium.db"
    ),
) -> None:
    """Answer an English question from the store: no model, no network.

    Example: compendium ask "which guidance depends on the 2003 Buenos Aires decision"
    """
    from rich.console import Console

    from compendium.commands.shown import MOST, fail, show_answer
    from queries import Ambiguous, Fault, NotUnderstood, ask, open_reader

    try:
        answer = ask(open_reader(store), " ".join(question))
    except NotUnderstood as error:
        fail(str(error), *(f"for example: {one}" for one in error.nearest), code=1)
    except Ambiguous as error:
        fail(str(error), *error.choices, code=1)
    except Fault as error:
        fail(str(error), code=2)
    show_answer(Console(), answer, most=len(answer.passages) if everything else MOST)
