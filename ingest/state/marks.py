"""Marks of classification: their order, how several join, and the name of the graph that they lead to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Final

from ingest.knowledge import Marking

SHORT: Final = ("U", "SBU", "C", "S", "TS")
UNMARKED: Final = "unmarked"


@dataclass(frozen=True, slots=True)
class Mark:
    """A level (0 to 4; above all where it is unknown) with the controls that stand beside it.

    >>> Mark(3, ("NF",)).name, Mark(3, ("NF",)).suffix, UNKNOWN.suffix
    ('S/NF', 'S-NF', 'unmarked')
    """

    level: int
    controls: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The mark as it is written."""
        base = SHORT[self.level] if self.level < len(SHORT) else UNMARKED
        return "/".join((base, *self.controls))

    @property
    def suffix(self) -> str:
        """The mark in characters that are safe in an IRI."""
        return "-".join(self.name.replace("/", " ").split())

    def joined(self, other: "Mark") -> "Mark":
        """The lowest mark that is as high as both: the higher level, the controls of both.

        >>> Mark(2, ("REL MTCR",)).joined(Mark(1, ("NF",))).name
        'C/NF/REL MTCR'
        """
        return Mark(max(self.level, other.level), tuple(sorted({*self.controls, *other.controls})))


UNKNOWN: Final = Mark(len(SHORT))


def levels(markings: Iterable[Marking]) -> dict[str, int]:
    """The level of each mark of the tables, by its name in capitals without parentheses."""
    return {_plain(one.name): one.level for one in markings if one.level is not None}


def mark(written: str | None, known: Mapping[str, int]) -> Mark | None:
    """What a mark says; ``None`` where its first words are no known level.

    >>> known = {"C": 2, "S": 3, "UNCLASSIFIED": 0, "S/NF": 3}
    >>> mark("(C/REL MTCR)", known), mark("UNCLASSIFIED", known), mark("X", known)
    (Mark(level=2, controls=('REL MTCR',)), Mark(level=0, controls=()), None)
    """
    if written is None:
        return None
    plain = _plain(written)
    base, *controls = [part.strip() for part in plain.split("/") if part.strip()] or [""]
    words = base.split()
    for size in range(len(words), 0, -1):
        level = known.get(" ".join(words[:size]))
        if level is not None:
            rest = (" ".join(words[size:]), *controls)
            return Mark(max(level, known.get(plain, 0)), tuple(sorted({one for one in rest if one})))
    return None


def joined(marks: Iterable[Mark]) -> Mark:
    """The lowest mark that is as high as all of them.

    >>> joined([Mark(0), Mark(2), Mark(1)]).name
    'C'
    """
    return reduce(Mark.joined, marks)


def _plain(written: str) -> str:
    return " ".join(written.upper().replace("(", " ").replace(")", " ").split())
