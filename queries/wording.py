"""The words of a question: what they are, what they stand for, and which way a verb points."""

import csv
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

TABLES: Final = Path(__file__).parent / "tables"
_WORD: Final = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")
_POSSESSIVE: Final = re.compile(r"(?<=\w)['’]s?\b")


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place in the text; ``norm`` has neither case nor accents nor dots."""

    text: str
    norm: str
    start: int
    end: int


def words(text: str) -> tuple[Word, ...]:
    """The words of a text; hyphens part them, dots inside do not.

    >>> [w.norm for w in words("The U.S. end-use controls, Germany's São Paulo")]
    ['the', 'us', 'end', 'use', 'controls', 'germany', 'sao', 'paulo']
    """
    bare = _POSSESSIVE.sub(lambda found: " " * len(found.group()), text)
    return tuple(Word(m.group(), norm(m.group()), m.start(), m.end()) for m in _WORD.finditer(bare))


def norm(word: str) -> str:
    """A word without case, accents and dots.

    >>> norm("U.S."), norm("Türkiye")
    ('us', 'turkiye')
    """
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c) and c != ".")


@cache
def stopwords() -> frozenset[str]:
    """Words that say nothing of what is asked.

    >>> "the" in stopwords(), "decision" in stopwords()
    (True, False)
    """
    with (TABLES / "stopwords.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(row["word"] for row in csv.DictReader(file))


@cache
def synonyms() -> dict[str, tuple[str, ...]]:
    """The concepts that a word may stand for, by its normal form.

    >>> synonyms()["hinges"]
    ('depend',)
    """
    found: dict[str, list[str]] = {}
    with (TABLES / "synonyms.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for word in row["words"].split():
                found.setdefault(word, []).append(row["concept"])
    return {word: tuple(concepts) for word, concepts in found.items()}


@cache
def frame() -> frozenset[str]:
    """Words that ask, and do not say what about: "guidance", "depends", "decision".

    >>> "depends" in frame(), "controls" in frame()
    (True, False)
    """
    with (TABLES / "synonyms.csv").open(encoding="utf-8", newline="") as file:
        rows = [row["words"].split() for row in csv.DictReader(file) if row["frame"] == "yes"]
    return frozenset(word for row in rows for word in row)


def concepts(word: str) -> tuple[str, ...]:
    """What a word stands for: concepts of the table, or its own stem; nothing for a word that says nothing.

    >>> concepts("resting"), concepts("the"), concepts("exports")
    (('depend',), (), ('export',))
    """
    known = synonyms().get(word)
    if known is not None:
        return known
    return () if word in stopwords() else (stem(word),)


def stem(word: str) -> str:
    """A word without its commonest endings.

    >>> stem("policies"), stem("exports"), stem("export"), stem("controls")
    ('policy', 'export', 'export', 'control')
    """
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def stems(text: str | Iterable[str]) -> frozenset[str]:
    """The stems of the words of a text that say something.

    >>> sorted(stems("changes to the Annex"))
    ['annex', 'change']
    """
    said = [w.norm for w in words(text)] if isinstance(text, str) else list(text)
    return frozenset(stem(word) for word in said if word not in stopwords())
