"""Scores as tables on a terminal."""

from collections.abc import Mapping, Sequence
from typing import Final

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from ingest.evaluate import Change, Score, Tally, added, figure, total

COLUMNS: Final = ("gold", "found", "right", "P", "R", "F1", "lenient F1")


def print_table(scores: Sequence[Score]) -> None:
    """Print the counts and measures of all documents together, kind by kind.

    >>> from ingest.evaluate.tally import Count
    >>> one = Tally("meetings", Count(4, 5, 3), Count(4, 5, 4))
    >>> print_table([Score("2008STATE900001", (one,))])
    2008STATE900001 ...
    │ meetings │ 4 │ 5 │ 3 │ 0.60 │ 0.75 │ 0.66 │ 0.88 │
    ...
    """
    tallies = added(tuple(scores))
    names = ", ".join(score.document for score in scores)
    table = Table(
        title=f"{len(scores)} documents: {names}" if len(scores) > 1 else names, title_justify="left"
    )
    table.add_column("kind", no_wrap=True)
    for column in COLUMNS:
        table.add_column(column, justify="right")
    for tally in (*tallies, total(tallies)):
        table.add_row(tally.kind, *_cells(tally), style="bold" if tally.kind == "all" else None)
    Console().print(table)


def _cells(tally: Tally) -> list[str]:
    strict, lenient = tally.strict, tally.lenient
    counts = [str(strict.gold), str(strict.found), str(strict.right)]
    measures = (strict.precision, strict.recall, strict.f1, lenient.f1)
    return [*counts, *(figure(value) for value in measures)]


def print_cases(scores: Sequence[Score]) -> None:
    """Print each item that is missed, false, or right only in the lenient sense.

    >>> from ingest.evaluate.tally import Case, Count
    >>> none, missed = Count(1, 0, 0), Case("meetings", "4", "MTCR TEM 2008, Bonn", "missed")
    >>> print_cases([Score("2008STATE900001", (Tally("meetings", none, none, (missed,)),))])
    <BLANKLINE>
    2008STATE900001: 1 of 1 not right
    missed meetings 4 MTCR TEM 2008, Bonn
    """
    console = Console()
    for score in scores:
        wrong = [case for case in score.cases if case.status != "right"]
        console.print(
            f"\n[bold]{escape(score.document)}[/bold]: {len(wrong)} of {len(score.cases)} not right"
        )
        for case in wrong:
            place = f"{case.passage} " if case.passage else ""
            console.print(
                f"  {case.status:6} {case.kind:15} {escape(place + case.label)}",
                highlight=False,
                soft_wrap=True,
            )


def print_changes(changes: Sequence[Change]) -> None:
    """Print losses, then gains, case by case.

    >>> print_changes([Change("2008STATE900001", "meetings", "4", "MTCR TEM 2008", "missed", "right", True)])
    <BLANKLINE>
    1 gained, 0 lost
    + 2008STATE900001 meetings 4 MTCR TEM 2008: missed -> right
    """
    console = Console()
    gained = sum(1 for change in changes if change.better)
    console.print(f"\n{gained} gained, {len(changes) - gained} lost")
    for change in changes:
        sign = "[green]+[/green]" if change.better else "[red]-[/red]"
        words = f"{change.document} {change.kind} {change.passage} {change.label}"
        console.print(
            f"  {sign} {escape(words)}: {change.before} -> {change.after}", highlight=False, soft_wrap=True
        )


def print_rules(fired: Mapping[str, Mapping[str, int]], documents: int) -> None:
    """Print on how many documents each rule fired, those that fired on fewest first.

    >>> print_rules({"series-year": {"2008STATE900001": 3}}, 12)
    1 rules on 12 documents ...
    │ series-year │ 1 │ 3 │ 2008STATE900001 │
    ...
    """
    table = Table(title=f"{len(fired)} rules on {documents} documents", title_justify="left")
    for column in ("rule", "documents", "times", "only in"):
        table.add_column(column)
    for rule, counts in sorted(fired.items(), key=lambda item: (len(item[1]), item[0])):
        only = next(iter(counts)) if len(counts) == 1 else ""
        table.add_row(escape(rule), str(len(counts)), str(sum(counts.values())), only)
    Console().print(table)
