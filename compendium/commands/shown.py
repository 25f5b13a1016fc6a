"""How an answer, a result and a failure look in a terminal."""

from typing import Final, NoReturn

import typer
from rich.console import Console, Group
from rich.markup import escape
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from queries import Answer, Question, Result, SupportingPassage
from queries.term import plain, short

MOST: Final = 12


def fail(message: str, *lines: str, code: int) -> NoReturn:
    """End the command with a message on standard error."""
    console = Console(stderr=True, soft_wrap=True)
    console.print(Text(message, style="bold red"))
    for line in lines:
        console.print(Text(f"  {line}"))
    raise typer.Exit(code)


def show_answer(console: Console, answer: Answer, *, most: int = MOST) -> None:
    """Print what was understood, the rows, the passages and the denominator."""
    console.print(Text(answer.understood, style="bold"))
    console.print(Text(f"({answer.question.name})", style="dim"))
    for note in answer.notes:
        console.print(Text(note, style="dim"))
    if answer.why_empty is not None:
        console.print(Text(f"Nothing found: {answer.why_empty}.", style="yellow"))
        for near in answer.alternatives:
            console.print(Text(f"  known: {near}"))
    else:
        names, rows = answer.shown()
        wide = console.width >= 18 * len(names)
        console.print(_table(names, rows) if wide else _cards(names, rows))
    for passage in answer.passages[:most]:
        console.print(_passage(passage))
    if len(answer.passages) > most:
        console.print(
            Text(f"and {len(answer.passages) - most} more passages (--all shows them)", style="dim")
        )
    console.print(Text(str(answer.denominator), style="dim"))


def show_result(console: Console, result: Result) -> None:
    """Print the rows of a query, or its yes or no, or its triples."""
    if result.boolean is not None:
        console.print("yes" if result.boolean else "no")
    elif result.triples is not None:
        console.print(Text(result.written("ttl")))
    else:
        rows = tuple(tuple(_cell(plain(one)) for one in row) for row in result.rows)
        console.print(_table(result.columns, rows))
        console.print(Text(f"{len(rows)} rows", style="dim"))


def question_page(question: Question) -> Group:
    """Everything about one question of the catalogue."""
    said = Table("parameter", "type", "", "example")
    for one in question.parameters:
        said.add_row(one.name, one.type, "required" if one.required else "optional", escape(one.example))
    columns = Table("column", "what stands in it")
    for column in question.columns:
        columns.add_row(column.name, column.meaning)
    asked = "\n".join(f"  {one}" for one in question.paraphrases)
    turned = f"Turned round: {question.inverse}" if question.inverse else ""
    head = Text(
        f"{question.name}\n{question.question}\n\n{question.summary}\n\nAlso asked as:\n{asked}\n{turned}"
    )
    return Group(head, said, columns)


def _table(names: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Table:
    table = Table(*names, show_lines=True)
    for row in rows:
        table.add_row(*map(escape, row))
    return table


def _cards(names: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Table:
    """One row below the other, where a table would not be readable."""
    table = Table(show_header=False, show_lines=True)
    for count, row in enumerate(rows, 1):
        lines = [f"[dim]{name}:[/dim] {escape(cell)}" for name, cell in zip(names, row, strict=True) if cell]
        table.add_row(str(count), "\n".join(lines))
    return table


def _cell(value: object) -> str:
    return "" if value is None else short(str(value))


def _passage(passage: SupportingPassage) -> Panel:
    mark = passage.marking or ("mark lost" if passage.marking_status == "lost" else "no mark")
    title = f"{passage.document_label}, {passage.number} ({mark})"
    text = Text(passage.text)
    for words in passage.words:
        text.highlight_words([words], style="bold reverse")
    return Panel(text, title=escape(title), title_align="left")
