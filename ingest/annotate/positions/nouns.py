"""Nouns that name a stance which somebody holds: "support", "opposition", "misgivings"."""

from collections.abc import Mapping
from functools import cache
from typing import cast

from ingest.annotate.language.vocabulary import table
from ingest.mention import Stance


@cache
def held_nouns(*, note: str = "") -> Mapping[str, Stance]:
    """The stance of each noun; with a *note*, of those alone that the table says it of.

    >>> held_nouns()["misgivings"], "interest" in held_nouns(), "interest" in held_nouns(note="owned")
    ('questions', False, True)
    """
    return {
        row["noun"]: cast(Stance, row["stance"])
        for row in table("held_nouns")
        if row["note"] in ("", note or "met")
    }
