"""Tables of words: cue phrases, verbs and the small words that hold a sentence together."""

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from ingest.annotate.language.word import Word

Row: TypeAlias = Mapping[str, str]
_Elements: TypeAlias = Sequence[frozenset[str]]


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
    >>> "are" in phrases("modals").first, "requested" in phrases("modals").first
    (True, True)
    >>> phrases("modals").may_stand(found.lows), phrases("modals").may_stand(words("We are here.").lows)
    (True, False)
    """

    first: frozenset[str]
    """The words with which a phrase may begin."""
    by_last: Mapping[str, tuple["_Phrase", ...]]
    by_key: Mapping[str, tuple["_Phrase", ...]]
    by_two: Mapping[str, Mapping[str, tuple["_Phrase", ...]]]
    """By the first word those that go on with the second, with those of one word."""
    alone: Mapping[str, tuple["_Phrase", ...]]

    def may_stand(self, lows: frozenset[str]) -> bool:
        """Whether a sentence of those words has all that some phrase needs."""
        for low in lows & self.by_key.keys():
            for phrase in self.by_key[low]:
                if all(map(lows.intersection, phrase.elements)):
                    return True
        return False

    def at(self, words: Sequence[Word], start: int) -> Cue | None:
        """The longest phrase that begins at that word."""
        if not 0 <= start < len(words):
            return None
        low = words[start].low
        follow = self.by_two.get(low)
        if follow is None:
            return None
        second = words[start + 1].low if start + 1 < len(words) else ""
        for phrase in follow.get(second) or self.alone.get(low, ()):
            end = start + phrase.size
            if end <= len(words) and (phrase.size == 1 or phrase.stands(words, start)):
                return Cue(phrase.row, start, end)
        return None

    def ending(self, words: Sequence[Word], end: int) -> Cue | None:
        """The longest phrase whose last word is the one before *end*."""
        if not 0 < end <= len(words):
            return None
        for phrase in self.by_last.get(words[end - 1].low, ()):
            start = end - phrase.size
            if start >= 0 and phrase.stands(words, start):
                return Cue(phrase.row, start, end)
        return None


@dataclass(frozen=True, slots=True)
class _Phrase:
    elements: tuple[frozenset[str], ...]
    row: Row
    size: int

    def stands(self, words: Sequence[Word], start: int) -> bool:
        for at, element in enumerate(self.elements, start):
            if words[at].low not in element:
                break
        else:
            return True
        return False


@cache
def phrases(name: str, column: str = "phrase") -> Phrases:
    """The phrases in that column of a table, longest first.

    >>> from ingest.annotate.language.word import words
    >>> cue = phrases("modals").at(words("posts are requested to reply"), 1)
    >>> cue.row["modality"], cue.end
    ('should', 4)
    """
    found = [
        _Phrase(elements, row, len(elements))
        for row in table(name)
        for elements in [tuple(alternatives(one.lower()) for one in row[column].split())]
    ]
    by_first = _by_word(found, lambda one: one[0])
    return Phrases(
        frozenset(by_first),
        _by_word(found, lambda one: one[-1]),
        _by_word(found, key_of),
        {low: _by_second(those) for low, those in by_first.items()},
        {low: tuple(one for one in those if one.size == 1) for low, those in by_first.items()},
    )


def _by_second(found: Sequence[_Phrase]) -> Mapping[str, tuple[_Phrase, ...]]:
    """Phrases that begin with one word, by the word that follows, in their order."""
    seconds = frozenset(word for one in found if one.size > 1 for word in one.elements[1])
    return {word: tuple(one for one in found if one.size == 1 or word in one.elements[1]) for word in seconds}


def alternatives(element: str) -> frozenset[str]:
    """The words of which an element of a phrase may be any; "@own" stands for all words of that class.

    >>> sorted(alternatives("a|an")), "their" in alternatives("the|@own")
    (['a', 'an'], True)
    """
    parts = (_classes()[one[1:]] if one[0] == "@" else [one] for one in element.split("|") if one)
    return frozenset(word for part in parts for word in part)


@cache
def _classes() -> Mapping[str, Sequence[str]]:
    return {row["name"]: row["words"].split("|") for row in table("word_classes")}


def key_of(elements: Sequence[frozenset[str]]) -> frozenset[str]:
    """The element of a phrase that fewest sentences have: no small words, else the longest.

    >>> sorted(key_of([frozenset({"is", "are"}), frozenset({"requested"}), frozenset({"to"})]))
    ['requested']
    """
    return max(elements, key=lambda one: (not one & _kinds().keys(), min(map(len, one))))


def _by_word(
    found: Sequence[_Phrase], which: Callable[[_Elements], frozenset[str]]
) -> Mapping[str, tuple[_Phrase, ...]]:
    """The phrases by each of the words that one of their elements may be, the longest first."""
    made: dict[str, list[_Phrase]] = {}
    for phrase in sorted(found, key=lambda one: -one.size):
        for word in which(phrase.elements):
            made.setdefault(word, []).append(phrase)
    return {word: tuple(made[word]) for word in sorted(made)}


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
    if kind is None:
        return low.endswith("ly") and len(low) > 4 and "adverb" in wanted
    return kind in wanted
