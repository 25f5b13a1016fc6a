"""What a cell of a table or a column of a file is called, and the role that this gives to its words."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

TOLD: Final = frozenset(
    {
        "identifier",
        "date",
        "released",
        "classification",
        "origin",
        "to",
        "subject",
        "tags",
        "references",
        "row",
    }
)
"""Roles of words that speak of a document from outside: they are no words of the message."""

_LONGEST: Final = 40


def role_of(label: str) -> str | None:
    """The role of what is labelled so, ``None`` where no file that is known calls anything so.

    >>> role_of("Reference ID"), role_of("CREATED:"), role_of("Weather")
    ('identifier', 'date', None)
    """
    return None if len(label) > _LONGEST else _labels().get(_plain(label))


def _plain(label: str) -> str:
    return "".join(c for c in label.lower() if c.isalpha())


@cache
def _labels() -> Mapping[str, str]:
    table = tomllib.loads(files("ingest.read").joinpath("labels.toml").read_text("utf-8"))
    return {_plain(label): role for role, labels in table.items() for label in labels}
