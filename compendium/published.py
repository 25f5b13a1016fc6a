"""Published volumes against what their editors checked: figures on a terminal, and kept in a file."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import typer
from rich.console import Console
from rich.markdown import Markdown
from rich.markup import escape

from ingest.evaluate import GoldError, figure
from ingest.evaluate.published import (
    Counts,
    Published,
    corpus,
    counts,
    from_json,
    measured,
    measures,
    read_folder,
    section,
    statuses,
    to_json,
)
from ingest.tables import knowledge

KEPT: Final = Path("tests/gold/frus.json")
"""Figures on published volumes, for the page on quality where the volumes are not at hand."""


def kept_section(path: Path = KEPT) -> str:
    """The section of the page on quality from kept figures; empty where there are none.

    >>> kept_section(Path("no such file.json"))
    ''
    """
    if not path.is_file():
        return ""
    try:
        return section(from_json(json.loads(path.read_text(encoding="utf-8"))))
    except (ValueError, KeyError, TypeError) as error:
        raise GoldError(f"{path} holds no figures on published volumes: {error}") from error


def evaluate_folder(
    folder: Path, *, json_file: Path | None, check: Sequence[Path], floors: Sequence[str], verbose: bool
) -> list[str]:
    """Measure, show and keep the figures of a folder; what is out of date or below a floor comes back.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as name:
    ...     (Path(name) / "volumes").mkdir()
    ...     size = (Path(name) / "resolved_citations.jsonl").write_text("")
    ...     evaluate_folder(Path(name), json_file=None, check=(), floors=(), verbose=False)[:0]
    Published volumes
    ...
    []
    """
    gold, tables = read_folder(folder), knowledge()
    blind = corpus(gold.volumes, tables, blind=True)
    linked = corpus(gold.volumes, tables, blind=False)
    found = measured(blind, linked, gold.checked, gold.cross, gold.lists)
    made = counts(found)
    Console().print(Markdown(section(made)))
    if verbose:
        _print_cases(found)
    content = json.dumps(to_json(made), indent=1, ensure_ascii=False) + "\n"
    if json_file is not None:
        json_file.write_text(content, encoding="utf-8")
    stale = [
        f"{path} is out of date: write it again with --json"
        for path in check
        if not path.is_file() or path.read_text(encoding="utf-8") != content
    ]
    return [*stale, *_below(made, floors)]


def _print_cases(found: Published) -> None:
    console = Console()
    for one in found.outcomes:
        if one.status != "right":
            words = f"{one.measure} {one.volume} {one.document} {one.label}: {one.why}"
            console.print(f"  {one.status:6} {escape(words)}", highlight=False, soft_wrap=True)


def _below(made: Counts, floors: Sequence[str]) -> list[str]:
    """The figures that are lower than asked for: "found=0.95", "right=0.97", "links=1"."""
    figures = _figures(made)
    below = []
    for text in floors:
        name, _, value = text.partition("=")
        if name not in figures or not value.replace(".", "", 1).isdigit():
            raise typer.BadParameter(f"--floor {text}: expected one of {', '.join(figures)} as NAME=0.95")
        reached = figures[name]
        if reached is None or reached < float(value):
            below.append(f"{name}: {figure(reached)}, the floor is {value}")
    return below


def _figures(made: Counts) -> dict[str, float | None]:
    def of(measure: str) -> tuple[float | None, float | None]:
        kept = [(key, number) for key, number in made.outcomes.items() if key.measure == measure]
        _, _, recall, _, _, precision = measures(statuses(kept))
        return recall, precision

    found, right = of("citations")
    links, true = of("links")
    return {
        "found": found,
        "right": right,
        "links": None if links is None or true is None else links * true,
        "lists": of("lists")[0],
    }
