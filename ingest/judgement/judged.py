"""Judgements of people: that two names mean one thing or not, and what was read wrongly."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from typing import Final, Literal, TypeAlias

Verdict: TypeAlias = Literal["same", "not-same", "undecided"]
VERDICTS: Final[tuple[Verdict, ...]] = ("same", "not-same", "undecided")

USE: Final = "@"
"""Parts a name from the document whose use of it is meant."""


@dataclass(frozen=True, slots=True)
class Line:
    """Who judged, on which day, and why; ``place`` is the line of the file. Withdrawn ones are not read.

    >>> Line("J. Doe", "2026-11-23", "the same words", "same.tsv, line 2").who
    'J. Doe'
    """

    who: str
    when: str
    why: str
    place: str


@dataclass(frozen=True, slots=True)
class Sameness:
    """Whether two names mean one thing: "decision/mtcr-2003-...", or, behind "@", a document's use of it.

    >>> line = Line("J. Doe", "2026-11-23", "the same words", "same.tsv, line 2")
    >>> Sameness("decision/a@2008STATE1", "decision/b", "not-same", line).names
    ('decision/a@2008STATE1', 'decision/b')
    """

    left: str
    right: str
    verdict: Verdict
    line: Line

    @property
    def names(self) -> tuple[str, str]:
        """Both names, in their order."""
        one, other = sorted((self.left, self.right))
        return one, other


def set_apart(same: Iterable[Sameness]) -> frozenset[str]:
    """The uses that are not what others use the same identifier for, by judgements that say so.

    >>> line = Line("J. Doe", "2026-11-23", "it is another one", "same.tsv, line 2")
    >>> sorted(set_apart([Sameness("decision/a@2008STATE1", "decision/a", "not-same", line)]))
    ['decision/a@2008STATE1']
    """
    return frozenset(
        name
        for one in same
        if one.verdict == "not-same" and one.left.partition(USE)[0] == one.right.partition(USE)[0]
        for name in one.names
        if USE in name
    )


def in_whole(same: Iterable[Sameness]) -> tuple[Sameness, ...]:
    """The judgements with the name of the whole for each use that is not set apart.

    >>> line = Line("J. Doe", "2026-11-23", "the same words", "same.tsv, line 2")
    >>> in_whole([Sameness("decision/a@2008STATE1", "decision/b", "same", line)])[0].left
    'decision/a'
    """
    told = tuple(same)
    apart = set_apart(told)

    def whole(name: str) -> str:
        return name if name in apart else name.partition(USE)[0]

    return tuple(replace(one, left=whole(one.left), right=whole(one.right)) for one in told)


@dataclass(frozen=True, slots=True)
class Correction:
    """What a document says of a thing instead of what was read."""

    document: str
    thing: str
    field: str
    value: str
    line: Line


@dataclass(frozen=True, slots=True)
class Rejection:
    """A thing that a document does not say, though it was read."""

    document: str
    thing: str
    line: Line


@dataclass(frozen=True, slots=True)
class Judged:
    """All judgements that hold; none of them is withdrawn.

    >>> line = Line("J. Doe", "2026-11-23", "it is a heading", "rejections.tsv, line 2")
    >>> made = Judged(rejections=(Rejection("2008STATE900001", "decision/a", line),))
    >>> made.settled("2008STATE900001"), made.settled("2008STATE900002"), Judged().digest, len(made.digest)
    ({'reject decision/a': ''}, {}, '', 12)
    >>> list(made.lines()) == [line], made.of("2008STATE900001")
    (True, {})
    >>> made.rejects("2008STATE900001", "decision/a")
    True
    """

    same: tuple[Sameness, ...] = ()
    corrections: tuple[Correction, ...] = ()
    rejections: tuple[Rejection, ...] = ()

    @property
    def digest(self) -> str:
        """Tells these judgements from others; empty for none."""
        if not (self.same or self.corrections or self.rejections):
            return ""
        told = (repr(sorted(asdict(one).items(), key=str)) for one in self._all())
        return sha256("\n".join(sorted(told)).encode()).hexdigest()[:12]

    def _all(self) -> Iterator[Sameness | Correction | Rejection]:
        yield from self.same
        yield from self.corrections
        yield from self.rejections

    def lines(self) -> Iterator[Line]:
        """Who judged what when, of all judgements."""
        return (one.line for one in self._all())

    def settled(self, document: str) -> dict[str, str]:
        """What is changed in what a document was read to say, in the form in which the journal keeps it."""
        found = {f"reject {one.thing}": "" for one in self.rejections if one.document == document}
        for one in self.corrections:
            if one.document == document:
                found[f"correct {one.thing} {one.field}"] = one.value
        return dict(sorted(found.items()))

    def of(self, document: str) -> Mapping[tuple[str, str], str]:
        """The corrected values of a document's things, by thing and field."""
        return {(one.thing, one.field): one.value for one in self.corrections if one.document == document}

    def rejects(self, document: str, thing: str) -> bool:
        """Whether a document does not say that, though it was read."""
        return any(one.document == document and one.thing == thing for one in self.rejections)
