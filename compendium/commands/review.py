"""``compendium review``: what most needs a human, shown and judged in the terminal."""

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal

import typer

from compendium.commands.options import DEFAULT_STORE, Curation, Store

if TYPE_CHECKING:
    from ingest.judgement.judged import Verdict
    from ingest.load.review import Matter

Shape = Literal["text", "json"]
ANSWERS: "Final[dict[str, Verdict]]" = {"s": "same", "n": "not-same", "u": "undecided"}
ASKED: Final = "[s]ame, [n]ot same, [u]ndecided, s[k]ip, [q]uit"


def review(
    store: Store = DEFAULT_STORE,
    listed: Annotated[bool, typer.Option("--list", help="Print the list and ask nothing.")] = False,
    form: Annotated[Shape, typer.Option("--format", "-f", help="How the list is printed.")] = "text",
    limit: Annotated[int, typer.Option(help="How many to show.")] = 20,
    who: Annotated[str, typer.Option(help="Your name, as it stands beside your judgements.")] = "",
    curation: Curation = None,
) -> None:
    """Show what most needs a human, by effect: undecided pairs, unsure joins, ambiguous names; ask for each.

    Answers go into same.tsv of the folder of judgements. Example: compendium review --who "J. Doe"
    """
    from compendium.commands.guard import guarded
    from ingest.load.curated import FOLDER, curation_of
    from ingest.load.review import review as matters

    with guarded():
        found = matters(store, curation=curation)
    if form == "json":
        typer.echo(json.dumps([asdict(one) for one in found[:limit]], ensure_ascii=False, indent=1))
        return
    if listed:
        for number, one in enumerate(found[:limit], 1):
            typer.echo(_shown(number, one))
        typer.echo(f"{min(limit, len(found)):,} of {len(found):,} to look at")
        return
    folder = curation_of(store, curation) or store.absolute().parent / FOLDER
    judged = _asked([one for one in found if len(one.sides) == 2][:limit], folder, who)
    if judged:
        typer.echo(f"{judged:,} judged, in {folder / 'same.tsv'}; now run: compendium build --store {store}")
    else:
        typer.echo("nothing was judged")


def _asked(found: "list[Matter]", folder: Path, who: str) -> int:
    """How many were judged by whoever sits at the terminal."""
    from ingest.judgement.write import append_sameness

    if not found:
        typer.echo("no pair is left to judge")
        return 0
    name = who or typer.prompt("Your name, as it stands beside your judgements").strip()
    count = 0
    for number, one in enumerate(found, 1):
        typer.echo(_shown(number, one))
        answer = _answer()
        if answer == "q":
            break
        verdict = ANSWERS.get(answer)
        if verdict is not None:
            why = typer.prompt("Why").strip()
            left, right = (side.name for side in one.sides)
            day = date.today().isoformat()
            append_sameness(folder, left, right, verdict, who=name, when=day, why=why)
            count += 1
    return count


def _answer() -> str:
    while True:
        given = str(typer.prompt(ASKED)).strip().lower()[:1]
        if given in {*ANSWERS, "k", "q"}:
            return given
        typer.echo(f"answer with one of: {ASKED}")


def _shown(number: int, one: "Matter") -> str:
    what = f"{one.kind}, {one.rule} {one.score:.2f}" if one.rule else one.kind
    lines = [f"{number}. {what}; effect {one.effect}: {one.reason}"]
    for side in one.sides:
        lines.append(f"   {side.name}")
        lines += [f"     says: {words}" for words in side.words]
        lines += [f"     {quote}" for quote in side.quotes]
        lines.append(f"     in {len(side.documents)}: {', '.join(side.documents[:8])}")
    return "\n".join(lines)
