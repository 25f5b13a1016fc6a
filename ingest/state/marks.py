"""Marks of classification: their order, how several join, and the name of the graph that they lead to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, reduce
from typing import Final

import pyoxigraph as ox

from ingest.cable import Header
from ingest.knowledge import Marking
from ontology import terms as t
from ontology import triples

SHORT: Final = ("U", "SBU", "C", "S", "TS")
UNMARKED: Final = "unmarked"
FULL: Final = {"NOFORN": "NF"}
"""Controls that have a short form, by the long one."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A level (0 to 4; above all where it is unknown) with the controls that stand beside it.

    ``word`` is how the level is called where it has a name of its own, as in older documents.

    >>> Mark(3, ("NF",)).name, Mark(3, ("NF",)).suffix, UNKNOWN.suffix
    ('S/NF', 'S-NF', 'unmarked')
    """

    level: int
    controls: tuple[str, ...] = ()
    word: str = ""

    @property
    def name(self) -> str:
        """The mark as it is written."""
        base = SHORT[self.level] if self.level < len(SHORT) else UNMARKED
        return "/".join((self.word or base, *self.controls))

    @property
    def suffix(self) -> str:
        """The mark in characters that are safe in an IRI."""
        return "-".join(self.name.replace("/", " ").split())

    def joined(self, other: "Mark") -> "Mark":
        """The lowest mark that is as high as both: the higher level, the controls of both.

        >>> Mark(2, ("REL MTCR",)).joined(Mark(1, ("NF",))).name
        'C/NF/REL MTCR'
        """
        controls = tuple(sorted({*self.controls, *other.controls}))
        if self.level != other.level:
            higher = max(self, other, key=lambda one: one.level)
            return Mark(higher.level, controls, higher.word)
        return Mark(self.level, controls, self.word if self.word == other.word else "")


UNKNOWN: Final = Mark(len(SHORT))


def levels(markings: Iterable[Marking]) -> dict[str, int]:
    """The level of each mark of the tables, by its name in capitals without parentheses.

    >>> levels([Marking("(C)", "portion", 2, None, None, None)])
    {'C': 2}
    """
    return {_plain(one.name): one.level for one in markings if one.level is not None}


def mark(written: str | None, known: Mapping[str, int]) -> Mark | None:
    """What a mark says; ``None`` where its first words are no known level.

    What makes an unclassified text a sensitive one is of the level of that.

    >>> known = {"C": 2, "S": 3, "UNCLASSIFIED": 0, "S/NF": 3}
    >>> mark("(C/REL MTCR)", known), mark("UNCLASSIFIED", known), mark("X", known)
    (Mark(level=2, controls=('REL MTCR',), word=''), Mark(level=0, controls=(), word=''), None)
    >>> mark("UNCLASSIFIED//SENSITIVE", known).name, mark("C//SENSITIVE", known).name
    ('SBU', 'C/SENSITIVE')
    """
    if written is None:
        return None
    plain = _plain(written)
    if plain in listed():
        return listed()[plain]
    return _read(plain, known) or (_read(plain.replace("-", "/"), known) if "-" in plain else None)


def _read(plain: str, known: Mapping[str, int]) -> Mark | None:
    base, *controls = [part.strip() for part in plain.split("/") if part.strip()] or [""]
    words = base.split()
    for size in range(len(words), 0, -1):
        name = " ".join(words[:size])
        level = known.get(name)
        found = listed().get(name) or (None if level is None else Mark(level))
        if found is not None:
            rest = sorted({one for one in (" ".join(words[size:]), *controls) if one})
            return _with(replace(found, level=max(found.level, known.get(plain, 0))), rest)
    return None


def _with(level: Mark, rest: Iterable[str]) -> Mark:
    """A level with what stands beside it, of which some makes of an unclassified text a sensitive one."""
    made = level
    for one in rest:
        raised = listed().get(one)
        if level.level <= 1 and raised is not None and raised.level == 1:
            made = made.joined(raised)
        else:
            made = Mark(made.level, tuple(sorted({*made.controls, FULL.get(one, one)})), made.word)
    return made


def stated(header: Header, known: Mapping[str, int]) -> Mark | None:
    """The mark of a document as its header says: its level, and a caption that makes of U a sensitive one.

    >>> from ingest.cable import Read
    >>> from ingest.document import Span
    >>> said = Header(Read("UNCLASSIFIED", Span(0, 6), ""), captions=(Read("SENSITIVE", Span(7, 16), ""),))
    >>> stated(said, {"UNCLASSIFIED": 0}).name
    'SBU'
    """
    if header.classification is None:
        return None
    marks = ((one.value, listed().get(one.value)) for one in header.captions)
    beside = [name for name, found in marks if found is not None and found.level == 1]
    level = mark(header.classification.value, known)
    if level is None or level.level > 0 or not beside:
        return level
    return mark("/".join((header.classification.value, *beside)), known)


@cache
def listed() -> dict[str, Mark]:
    """The marks of the ontology's list, by every spelling that it gives.

    >>> listed()["S//NF"].name, listed()["LIMITED OFFICIAL USE"].name
    ('S/NF', 'LOU')
    """
    said: dict[object, dict[str, list[str]]] = {}
    for quad in triples():
        if isinstance(quad.object, ox.Literal):
            said.setdefault(quad.subject, {}).setdefault(quad.predicate.value, []).append(quad.object.value)
    found = {}
    for one in said.values():
        for level, notation in zip(one.get(t.LEVEL, ()), one.get(t.SKOS_NOTATION, ()), strict=False):
            base, *controls = notation.split("/")
            made = Mark(int(level), tuple(sorted(controls)), "" if base == SHORT[int(level)] else base)
            found.update({_plain(name): made for name in (notation, *one.get(t.SKOS_ALT_LABEL, ()))})
    return found


def joined(marks: Iterable[Mark]) -> Mark:
    """The lowest mark that is as high as all of them.

    >>> joined([Mark(0), Mark(2), Mark(1)]).name
    'C'
    """
    return reduce(Mark.joined, marks)


def _plain(written: str) -> str:
    return " ".join(written.upper().replace("(", " ").replace(")", " ").split())
