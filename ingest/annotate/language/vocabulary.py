"""Tables of words: cue phrases, verbs and the small words that hold a sentence together."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from ingest.annotate.language.word import Word

Row: TypeAlias = Mapping[str, str]


@cache
def table(name: str) -> tuple[Row, ...]:
    """The rows of the table of that name, in its order.

    >>> table("modals")[0]["modality"]
    'should'
    """
    text = (files("ingest") / "tables" / f"{name}.csv").read_text(encoding="utf-8")
    return tuple(dict(row) for row in csv.DictReader(text.splitlines()))


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase of a table where it stands in a sentence: words ``start`` to ``end`` (excluded)."""

    row: Row
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of one table, found by their first word; an element "is|are" stands for either word.

    >>> from ingest.annotate.language.word import words
    >>> found = words("posts are requested to reply")
    >>> cue, same = phrases("modals").at(found, 1), phrases("modals").ending(found, 4)
    >>> cue and (cue.start, cue.end), cue == same, phrases("modals").at(found, 0)
    ((1, 4), True, None)
    """

    by_first: Mapping[str, tuple[tuple[tuple[frozenset[str], ...], Row], ...]]
    longest: int

    def at(self, words: Sequence[Word], start: int) -> Cue | None:
        """The longest phrase that begins at that word."""
        if not 0 <= start < len(words):
            return None
        for elements, row in self.by_first.get(words[start].low, ()):
            end = start + len(elements)
            if end <= len(words) and all(
                one.low in element for one, element in zip(words[start:end], elements, strict=True)
            ):
                return Cue(row, start, end)
        return None

    def ending(self, words: Sequence[Word], end: int) -> Cue | None:
        """The longest phrase whose last word is the one before *end*."""
        for start in range(max(0, end - self.longest), end):
            for elements, row in self.by_first.get(words[start].low, ()):
                if start + len(elements) == end and all(
                    one.low in element for one, element in zip(words[start:end], elements, strict=True)
                ):
                    return Cue(row, start, end)
        return None


@cache
def phrases(name: str, column: str = "phrase") -> Phrases:
    """The phrases in that column of a table, longest first.

    >>> from ingest.annotate.language.word import words
    >>> cue = phrases("modals").at(words("posts are requested to reply"), 1)
    >>> cue.row["modality"], cue.end
    ('should', 4)
    """
    found: dict[str, list[tuple[tuple[frozenset[str], ...], Row]]] = {}
    for row in table(name):
        elements = tuple(frozenset(one.lower().split("|")) for one in row[column].split())
        for first in sorted(elements[0]):
            found.setdefault(first, []).append((elements, row))
    ordered = {
        first: tuple(sorted(rows, key=lambda one: -len(one[0]))) for first, rows in sorted(found.items())
    }
    longest = max(len(elements) for rows in ordered.values() for elements, _ in rows)
    return Phrases(ordered, longest)


@cache
def _kinds() -> Mapping[str, str]:
    """What kind of small word each is: "the" a determiner, "of" a preposition."""
    return {row["word"]: row["kind"] for row in table("function_words")}


def is_kind(low: str, *wanted: str) -> bool:
    """Whether a word is a small word of one of those kinds.

    >>> is_kind("of", "preposition"), is_kind("also", "preposition", "adverb"), is_kind("fully", "adverb")
    (True, True, True)
    >>> is_kind("supply", "adverb")
    False
    """
    kind = _kinds().get(low)
    if kind is None and low.endswith("ly") and len(low) > 4:
        kind = "adverb"
    return kind in wanted
