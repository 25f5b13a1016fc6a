"""Lists of words that annotators look for, kept in tables beside them."""

import csv
from functools import cache
from importlib import resources


@cache
def word_lists(table: str) -> dict[str, frozenset[str]]:
    """The words of a table ``kind,word`` in this folder by their kind, in lower case.

    The kinds are those of the table as they stand.

    >>> "agreed" in word_lists("countries")["government-does"]
    True
    """
    text = resources.files(__package__).joinpath(f"{table}.csv").read_text(encoding="utf-8")
    kinds: dict[str, set[str]] = {}
    for row in csv.DictReader(text.splitlines()):
        kinds.setdefault(row["kind"], set()).add(row["word"].casefold())
    return {kind: frozenset(words) for kind, words in kinds.items()}
