"""The words of ``vocabulary.toml``: what tells the parts of a telegram from one another."""

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Each field is a list of the table of the same name."""

    small_words: frozenset[str]
    headings: frozenset[str]
    not_in_headings: frozenset[str]
    clause_words: frozenset[str]
    titles: frozenset[str]
    no_headings: frozenset[str]
    endings: frozenset[str]
    address_words: frozenset[str]
    post_prefixes: frozenset[str]
    post_suffixes: frozenset[str]
    message_offices: frozenset[str]
    department_names: frozenset[str]
    months: frozenset[str]
    print_labels: frozenset[str]
    common_labels: frozenset[str]
    print_rubrics: frozenset[str]
    no_values: frozenset[str]
    no_towns: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, read once.

    >>> "summary" in vocabulary().headings
    True
    """
    table = tomllib.loads(files("ingest.parse.text").joinpath("vocabulary.toml").read_text("utf-8"))
    return Vocabulary(**{field.name: frozenset(table[field.name]) for field in fields(Vocabulary)})
