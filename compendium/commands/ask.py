"""``compendium ask``: an English question, its answer and the passages that support it."""

from pathlib import Path
from typing import Annotated, Final

import typer

FEW: Final = 3
"""So many passages are offered where a question is not understood."""


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
        examples = (f"for example: {one}" for one in error.nearest)
        fail(str(error), *examples, *_passages(store, " ".join(question)), code=1)
    except Ambiguous as error:
        fail(str(error), *error.choices, code=1)
    except Fault as error:
        fail(str(error), code=2)
    show_answer(Console(), answer, most=len(answer.passages) if everything else MOST)


def _passages(store: Path, question: str) -> list[str]:
    """Passages that have words of a question which no question of the catalogue fits."""
    from compendium.commands.search import headed
    from queries import Fault
    from queries.search import Index, any_of

    sought = any_of(question)
    try:
        page = Index.open(store).find(sought, {}, limit=FEW) if sought else None
    except Fault:
        return []
    if page is None or not page.hits:
        return []
    said = [f"{headed(hit)}: {' '.join(hit.snippet.text.split())}" for hit in page.hits]
    return [f"{page.total} passages and titles have words of it (compendium search), such as", *said]
