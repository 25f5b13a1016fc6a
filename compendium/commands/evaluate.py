"""``compendium evaluate``: extraction against hand-made gold."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, TypeAlias

import typer

if TYPE_CHECKING:
    from ingest.evaluate import Score

Scores: TypeAlias = "tuple[Score, ...]"
Golds: TypeAlias = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="GOLD",
        help="Gold files (YAML), those of a checkout's specimens by default; or a folder of published "
        "volumes with what their editors checked.",
    ),
]


def evaluate(
    golds: Golds = None,
    document: Annotated[
        Path | None,
        typer.Option(
            help="The document, or the folder of the documents, where they do not stand near their gold."
        ),
    ] = None,
    against: Annotated[
        Path | None, typer.Option(help="Earlier scores (--json) to compare with, case by case.")
    ] = None,
    json_file: Annotated[Path | None, typer.Option("--json", help="Write the scores there.")] = None,
    write: Annotated[Path | None, typer.Option(help="Write the page on quality there.")] = None,
    check: Annotated[
        list[Path] | None, typer.Option(help="A page (.md) or scores (.json) that must be up to date.")
    ] = None,
    carry: Annotated[Path | None, typer.Option(help="Scores of real documents that are not at hand.")] = None,
    floor: Annotated[
        list[str] | None, typer.Option(help="Least strict F1 over all kinds (0.95) or of one (meetings=0.9).")
    ] = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Show each item that is not right.")
    ] = False,
    rules: Annotated[
        bool, typer.Option("--rules", help="Show on how many documents each rule fired.")
    ] = False,
) -> None:
    """Measure precision, recall and F1 by kind, strict and lenient, and show gains and losses.

    Example: compendium evaluate examples/gold/*.yaml --against tests/gold/scores.json -v
    """
    if golds and len(golds) == 1 and golds[0].is_dir():
        _folder(golds[0], json_file, check or (), floor or (), verbose=verbose)
    floors = _floors(floor or ())
    if not golds:
        golds, carry = _checkout(carry)
    if document is not None and len(golds) != 1 and not document.is_dir():
        raise typer.BadParameter("--document goes with exactly one gold file, or is a folder")
    with _guarded():
        read = _read(golds, document)
        scores = _scores(read, carry)
        _show(scores, read if rules else {}, against, verbose=verbose)
        _put(scores, json_file, write)
        stale = _stale(scores, check or ())
    below = _below(scores, floors)
    for line in (*stale, *below):
        typer.echo(f"compendium: {line}", err=True)
    raise typer.Exit(1 if stale or below else 0)


def _folder(
    folder: Path, json_file: Path | None, check: Sequence[Path], floors: Sequence[str], *, verbose: bool
) -> NoReturn:
    """Published volumes: their figures are of another kind than those of gold made by hand."""
    from compendium.published import evaluate_folder
    from ingest.evaluate.published import is_folder

    if not is_folder(folder):
        raise typer.BadParameter(f"{folder} has no volumes/ and resolved_citations.jsonl")
    with _guarded():
        lines = evaluate_folder(folder, json_file=json_file, check=check, floors=floors, verbose=verbose)
    for line in lines:
        typer.echo(f"compendium: {line}", err=True)
    raise typer.Exit(1 if lines else 0)


def _checkout(carry: Path | None) -> tuple[list[Path], Path | None]:
    """The gold of the specimens in the folder at hand, and the scores that are kept beside the tests."""
    golds = sorted(Path("examples/gold").glob("*.yaml"))
    golds += sorted(Path("tests/gold").glob("*/gold/*.yaml"))
    if not golds:
        raise typer.BadParameter("name at least one gold file: there is no examples/gold here")
    kept = Path("tests/gold/scores.json")
    return golds, carry if carry is not None or not kept.is_file() else kept


@contextmanager
def _guarded() -> Iterator[None]:
    from ingest.evaluate import GoldError
    from ingest.read import Refused

    try:
        yield
    except (GoldError, Refused, OSError) as error:
        typer.echo(f"compendium: {error}", err=True)
        raise typer.Exit(2) from error


def _read(golds: Sequence[Path], document: Path | None) -> dict[str, tuple[Any, Any]]:
    """The gold and the extraction of each document, by its identifier."""
    from ingest.evaluate import document_of, extracted, read_gold

    read = {}
    for path in golds:
        gold = read_gold(path)
        folder = document if document is not None and document.is_dir() else None
        found = document_of(path, folder) if document is None or folder is not None else document
        read[str(gold["document"]["id"])] = (gold, extracted(found))
    return read


def _scores(read: dict[str, tuple[Any, Any]], carry: Path | None) -> Scores:
    from ingest.evaluate import score

    fresh = {name: score(gold, found) for name, (gold, found) in read.items()}
    kept = {one.document: one for one in _kept(carry) if not one.specimen} if carry is not None else {}
    return tuple(one for _, one in sorted({**kept, **fresh}.items()))


def _kept(path: Path) -> Scores:
    from ingest.evaluate import GoldError, from_json

    try:
        return from_json(json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, KeyError, TypeError) as error:
        raise GoldError(f"{path} holds no scores: {error}") from error


def _show(scores: Scores, read: dict[str, tuple[Any, Any]], against: Path | None, *, verbose: bool) -> None:
    from compendium.scores import print_cases, print_changes, print_rules, print_table
    from ingest.evaluate import changes, rules

    print_table(scores)
    if verbose:
        # what is missed in documents held out is shown where nothing else was asked for
        print_cases([one for one in scores if not one.held_out] or scores)
    if read:
        print_rules(rules({name: found for name, (_, found) in read.items()}), len(read))
    if against is not None:
        print_changes(changes(_kept(against), scores))


def _content(path: Path, scores: Scores) -> str:
    """What the file should hold: scores where its name ends in .json, the page elsewhere."""
    from compendium.published import kept_section
    from ingest.evaluate import page, to_json

    if path.suffix == ".json":
        return json.dumps(to_json(scores), indent=1, ensure_ascii=False) + "\n"
    return page(scores, kept_section())


def _put(scores: Scores, json_file: Path | None, write: Path | None) -> None:
    for path in (json_file, write):
        if path is not None:
            form = Path("scores.json") if path is json_file else Path("page.md")
            path.write_text(_content(form, scores), encoding="utf-8")


def _stale(scores: Scores, paths: Sequence[Path]) -> list[str]:
    return [
        f"{path} is out of date: write it again with --write or --json"
        for path in paths
        if not path.is_file() or path.read_text(encoding="utf-8") != _content(path, scores)
    ]


def _floors(texts: Sequence[str]) -> dict[str, float]:
    from ingest.evaluate import KINDS

    floors = {}
    for text in texts:
        kind, _, value = text.rpartition("=")
        try:
            least = float(value)
        except ValueError as error:
            raise typer.BadParameter(f"--floor {text}: expected 0.95 or KIND=0.95") from error
        if kind and kind not in KINDS:
            raise typer.BadParameter(f"--floor {text}: the kinds are {', '.join(KINDS)}")
        floors[kind or "all"] = least
    return floors


def _below(scores: Scores, floors: dict[str, float]) -> list[str]:
    from ingest.evaluate import added, total

    tallies = {tally.kind: tally for tally in added(scores)}
    tallies["all"] = total(tallies.values())
    below = []
    for kind, least in floors.items():
        f1 = tallies[kind].strict.f1 if kind in tallies else None
        if f1 is None or f1 < least:
            reached = "nothing was measured" if f1 is None else f"F1 {f1:.4f}"
            below.append(f"{kind}: {reached}, the floor is {least}")
    return below
