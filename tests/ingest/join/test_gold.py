"""Things judged by hand: what is joined is right, and most of what is one is joined."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from time import perf_counter

from ingest.evaluate.joins import Judged, Told, judged, measured, read_joins
from ingest.extract import extract
from ingest.join.alike import SURE
from ingest.join.join import Joined, join
from ingest.join.named import Named
from ingest.join.naming import named_in
from ingest.tables import knowledge

ROOT = Path(__file__).parents[3]
FOLDERS = (ROOT / "examples", ROOT / "tests/gold/mended-on", ROOT / "tests/gold/knowledge")
LINES = (0.5, 0.55, 0.6, 0.62, 0.65, 0.7, 0.75, 0.8)
RIGHT = 0.98
"""A rule that joins needs so much precision."""


@cache
def named() -> tuple[Named, ...]:
    """What the specimens name, each read alone."""
    paths = [path for folder in FOLDERS for path in sorted(folder.iterdir())]
    read = [path for path in paths if path.suffix in (".txt", ".md") and path.name != "README.md"]
    known = knowledge()
    return tuple(one for path in read for one in named_in(extract(path, known), known))


@cache
def told() -> tuple[Told, ...]:
    """The things of the specimens as a reader judged them."""
    return read_joins(ROOT / "tests/gold/joins.tsv")


def test_most_of_what_the_specimens_name_was_judged() -> None:
    made = measured(named(), told(), join(named()))
    names = {one.name for one in named() if not one.listed and not one.generic}
    assert made.names >= 0.8 * len(names), "much of joins.tsv is gone: judge what is named today"


def test_what_is_joined_is_right_and_most_of_what_is_one_is_joined() -> None:
    made = measured(named(), told(), join(named()))
    assert made.precision >= RIGHT, made.wrong
    assert made.recall >= 0.85, made.missed


def test_a_line_fitted_without_a_document_joins_rightly_what_that_document_names() -> None:
    """For each document: the lowest line that is right on the others' pairs, and what it joins on its own."""
    pairs = tuple(judged(named(), told()))
    at = {line: join(named(), line=line) for line in LINES}
    joined = right = same = 0
    for document in sorted({one.document for one in named()}):
        own = [one for one in pairs if document in one.documents]
        line = _fitted([one for one in pairs if document not in one.documents], at)
        found = [one for one in own if _is_joined(one, at[line])]
        joined += len(found)
        right += sum(one.same for one in found)
        same += sum(one.same for one in own)
    assert right >= RIGHT * joined, (right, joined)
    assert right >= 0.85 * same, (right, same)
    assert _fitted(pairs, at) <= SURE


def _fitted(pairs: Sequence[Judged], at: Mapping[float, Joined]) -> float:
    """The lowest line at which what is joined is right often enough."""
    for line in LINES:
        found = [one for one in pairs if _is_joined(one, at[line])]
        if sum(one.same for one in found) >= RIGHT * len(found):
            return line
    return LINES[-1]


def _is_joined(one: Judged, made: Joined) -> bool:
    return made.kept_for(one.left) == made.kept_for(one.right)


def test_the_order_of_documents_changes_nothing() -> None:
    assert join(reversed(named())) == join(named())


def test_joining_takes_a_moment() -> None:
    join(named())
    start = perf_counter()
    join(named())
    assert perf_counter() - start < 1, "it takes a twentieth of a second on an idle machine"
