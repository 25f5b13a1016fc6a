"""``compendium questions``: the catalogue."""

from typing import Annotated

import typer


def questions(
    name: Annotated[str | None, typer.Argument(help="one question, with its parameters and columns")] = None,
) -> None:
    """List the questions that the graph answers; with a name, all about one.

    Example: compendium questions guidance-depending-on-decision
    """
    from rich.console import Console
    from rich.table import Table

    # of the module itself: `queries.catalogue` can also mean the folder of that name
    from queries.question import catalogue, find_question

    console = Console()
    if name is not None:
        question = find_question(name)
        if question is None:
            from compendium.commands.shown import fail

            fail(f"there is no question {name!r}: `compendium questions` lists them", code=2)
        from compendium.commands.shown import question_page

        console.print(question_page(question))
        return
    table = Table("", "name", "question", "example", show_lines=False)
    for one in catalogue():
        table.add_row(one.number, one.name, one.question, one.example)
    console.print(table)
