"""What the copies of a document say otherwise."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Final

from ingest.load.entry import Entry
from ingest.load.index import Index, index
from ingest.load.journal import read_journal
from ingest.load.layout import Layout, existing

MOST_WORDS: Final = 20_000
"""So many words of two copies are compared; behind them only their number is told."""

LONGEST_STRETCH: Final = 12


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch of words that two copies have otherwise: those of the one that stands, and of the other.

    ``layout``: they have the same letters and digits, and differ in how these are set.
    """

    standing: str
    other: str
    layout: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """A copy beside the one that stands for the document, and the stretches in which they differ."""

    standing: Entry
    other: Entry
    differences: tuple[Difference, ...]

    @property
    def of_words(self) -> tuple[Difference, ...]:
        """The stretches that say something else.

        >>> entry = Entry("00", "a.txt", "2008STATE900001", "Cable", "1", 9, (), 0, "")
        >>> found = tuple(differences("-- agreed, 1. now", "agreed, (1) then"))
        >>> [(one.standing, one.other) for one in Compared(entry, entry, found).of_words]
        [('now', 'then')]
        """
        return tuple(one for one in self.differences if not one.layout)


def compared(store: Path) -> Iterator[Compared]:
    """Every copy of a document that another copy stands for, document by document.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     (Path(folder) / "journal").touch()
    ...     list(compared(Path(folder)))
    []
    """
    layout = existing(store)
    journal = index(read_journal(layout))
    texts = _texts(layout, journal)
    for entry in journal.held("WHERE d.copies > 1"):
        standing, *others = journal.copies_of(entry.id)
        for other in others:
            stretches = differences(_text(texts, standing), _text(texts, other))
            yield Compared(standing, other, tuple(stretches))


def _texts(layout: Layout, journal: Index) -> sqlite3.Connection:
    """The texts of all copies, read file by file, apart from memory."""
    from ingest.document import Document
    from ingest.load.texts import read_again

    texts = sqlite3.connect("")
    texts.execute("CREATE TABLE texts (key TEXT PRIMARY KEY, text TEXT)")
    wanted = "WHERE NOT refused AND id IN (SELECT id FROM documents WHERE copies > 1)"
    for entry, found in read_again(layout, journal.entries(wanted)):
        if isinstance(found, Document):
            texts.execute("INSERT OR REPLACE INTO texts VALUES (?, ?)", (entry.key, found.text))
    return texts


def _text(texts: sqlite3.Connection, entry: Entry) -> str:
    row = texts.execute("SELECT text FROM texts WHERE key = ?", (entry.key,)).fetchone()
    return "" if row is None else str(row[0])


def differences(standing: str, other: str) -> Iterator[Difference]:
    """The stretches in which two texts differ, word by word; white space does not count.

    Words that have the same letters and digits are set beside each other, whatever marks stand around them.

    >>> for one in differences("1. (C) The U.S. agrees now.", "1. (C) The US agrees"):
    ...     print(one)
    Difference(standing='U.S.', other='US', layout=True)
    Difference(standing='now.', other='', layout=False)
    """
    one, two = standing.split(), other.split()
    first, second = one[:MOST_WORDS], two[:MOST_WORDS]
    bare = [_letters(word) for word in first], [_letters(word) for word in second]
    for what, start, end, begin, stop in SequenceMatcher(None, *bare, autojunk=False).get_opcodes():
        here, there = first[start:end], second[begin:stop]
        if what == "equal":
            yield from (
                Difference(*pair, layout=True) for pair in zip(here, there, strict=True) if pair[0] != pair[1]
            )
        else:
            layout = _letters("".join(here)) == _letters("".join(there))
            yield Difference(_stretch(here), _stretch(there), layout)
    if len(one) > MOST_WORDS or len(two) > MOST_WORDS:
        yield Difference(
            f"({max(0, len(one) - MOST_WORDS):,} more words)",
            f"({max(0, len(two) - MOST_WORDS):,} more words)",
        )


def _letters(words: str) -> str:
    """What is left of words when how they are set is left out: marks of punctuation, rules, hyphens."""
    return "".join(filter(str.isalnum, words))


def _stretch(words: list[str]) -> str:
    if len(words) <= LONGEST_STRETCH:
        return " ".join(words)
    half = LONGEST_STRETCH // 2
    return f"{' '.join(words[:half])} ... {' '.join(words[-half:])} ({len(words):,} words)"
