"""Pairs of things judged by hand: what is joined is right, and much of what is one is joined."""

import csv
from functools import cache
from pathlib import Path

from ingest.extract import extract
from ingest.join.join import Joined, join
from ingest.join.named import Named
from ingest.join.naming import named_in
from ingest.tables import knowledge

ROOT = Path(__file__).parents[3]
FOLDERS = (ROOT / "examples", ROOT / "tests/gold/mended-on", ROOT / "tests/gold/knowledge")
GOLD = ROOT / "tests/gold/joins.tsv"


@cache
def named() -> tuple[Named, ...]:
    """What the specimens name, each read alone."""
    paths = [path for folder in FOLDERS for path in sorted(folder.iterdir())]
    read = [path for path in paths if path.suffix in (".txt", ".md") and path.name != "README.md"]
    known = knowledge()
    return tuple(one for path in read for one in named_in(extract(path, known), known))


def pairs() -> list[dict[str, str]]:
    """The pairs of the gold whose names the specimens still have: an identifier is made from words."""
    known = {one.name for one in named()}
    with GOLD.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    found = [row for row in rows if row["left"] in known and row["right"] in known]
    assert len(found) > 0.7 * len(rows), "most pairs of joins.tsv are gone: judge those of today"
    return found


def test_what_is_joined_is_right_and_most_of_what_is_plainly_one_is_joined() -> None:
    made: Joined = join(named())
    joined = [row for row in pairs() if made.kept_for(row["left"]) == made.kept_for(row["right"])]
    right = [row for row in joined if row["judgement"] == "same"]
    same = [row for row in pairs() if row["judgement"] == "same"]
    wrong = [row for row in joined if row["judgement"] != "same"]
    assert len(right) >= 0.98 * len(joined), wrong
    assert len(right) >= 0.5 * len(same)


def test_the_order_of_documents_changes_nothing() -> None:
    assert join(reversed(named())) == join(named())
