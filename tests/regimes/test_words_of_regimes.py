"""Code knows only regimes in general: what one of them is called stands in its profile and nowhere else."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.annotate.names.names import is_abbreviation
from ingest.tables import knowledge

ROOT = Path(__file__).parents[2]
FOLDERS = ("ontology", "ingest", "queries", "viz", "compendium")
AS_WRITTEN = {
    "holder_heads.csv": {"poc"},  # the point of contact of any ministry: a person who says something
    "markings.csv": {"mtcr"},  # a portion mark as telegrams write it
    # wordings of "list" in decisions that several documents tell, whatever the list is of
    "same_words.csv": {
        "trigger list",
        "technical annex",
        "equipment and technology annex",
    },
}
"""Words of general tables that are a regime's too, each with the reason."""


def own_words() -> set[str]:
    """The ids and names of all regimes, short names of their meetings, full names of their works."""
    words: set[str] = set()
    for profile in knowledge().profiles:
        words |= {profile.id, profile.label, *profile.names, *profile.short}
        words |= {name for series in profile.series for name in series.names if is_abbreviation(name)}
        words |= {name for work in profile.works for name in work.names if " " in name}
    return {word.casefold() for word in words}


WORD = re.compile(
    r"(?<![\w-])(?:" + "|".join(sorted(map(re.escape, own_words()), key=len, reverse=True)) + r")(?![\w-])"
)


def said(text: str) -> set[str]:
    """The words of regimes that stand in a text.

    >>> sorted(said("the RPOC of the MTCR, no rpocket"))
    ['mtcr', 'rpoc']
    """
    return set(WORD.findall(text.casefold()))


def strings(path: Path) -> Iterator[str]:
    """The strings of a module that do something: no docstrings, no examples of patterns."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    shown = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    for one in ast.walk(tree):
        if isinstance(one, ast.keyword) and one.arg == "example":
            shown |= {id(part) for part in ast.walk(one.value)}
    for one in ast.walk(tree):
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in shown:
            yield one.value


MODULES = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))


def test_no_module_names_a_regime() -> None:
    named = {
        str(path.relative_to(ROOT)): sorted(words)
        for path in MODULES
        if (words := {word for text in strings(path) for word in said(text)})
    }
    assert named == {}


def test_a_name_in_a_module_would_be_seen(tmp_path: Path) -> None:
    module = tmp_path / "one.py"
    module.write_text('"""The MTCR."""\nREGIME = "nsg"\nMADE = f(example="RPOC")\n', encoding="utf-8")
    assert [word for text in strings(module) for word in said(text)] == ["nsg"]


TABLES = sorted(
    path
    for path in [*ROOT.glob("ingest/tables/*.csv"), *ROOT.glob("ingest/annotate/**/*.csv")]
    if path.name not in ("posts.csv", "tags.csv")  # facts about posts and tags, with their sources
)


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_no_general_table_names_a_regime(path: Path) -> None:
    assert said(path.read_text(encoding="utf-8")) - AS_WRITTEN.get(path.name, set()) == set()
