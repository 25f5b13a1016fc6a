"""The things that a question can name, read from the graph with all the names that it gives them."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

from ontology.names import RDFS, REG, SKOS
from queries.result import Result
from queries.store import Queryable
from queries.wording import norm, words

SUPPORT: Final = Path(__file__).parent / "support"
_ROLES: Final = {f"{RDFS}label": "label", f"{SKOS}notation": "code"}
"""What else a thing is called by is one of its other names."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing of the graph: its IRI, kind, label, and all its names; ``held`` for documents."""

    iri: str
    kind: str
    label: str
    names: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    held: bool = False


@dataclass(frozen=True, slots=True)
class Meeting:
    """What tells one meeting from another. ``named`` says that a held document speaks of it."""

    iri: str
    label: str
    series: frozenset[str] = frozenset()
    regime: str | None = None
    ordinal: int | None = None
    year: str | None = None
    places: frozenset[str] = frozenset()
    start: str | None = None
    end: str | None = None
    named: bool = False


@dataclass(frozen=True, slots=True)
class Matter:
    """A decision or proposal: what it is about, who it concerns or comes from, and when it was made where."""

    iri: str
    label: str
    about: frozenset[str] = frozenset()
    meetings: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    generic: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything that has a name.

    >>> bonn = Meeting("x:1", "MTCR TEM 2008, Bonn", regime="x:mtcr", named=True)
    >>> known = Lexicon((Thing("x:BRA", "Country", "Brazil"), Thing("x:STATE", "Post", "STATE")), (bonn,))
    >>> known.regime, [one.label for one in known.of("Country")]
    ('x:mtcr', ['Brazil'])
    """

    things: tuple[Thing, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    decisions: tuple[Matter, ...] = ()
    proposals: tuple[Matter, ...] = ()
    by_iri: dict[str, Thing] = field(default_factory=dict)

    @property
    def regime(self) -> str | None:
        """The regime that the documents speak of most."""
        counted = Counter(one.regime for one in self.meetings if one.named and one.regime)
        return min(counted, key=lambda one: (-counted[one], one), default=None)

    def of(self, kind: str) -> tuple[Thing, ...]:
        """All things of one kind."""
        return tuple(one for one in self.things if one.kind == kind)


@cache
def support(name: str) -> str:
    """The text of one of the queries that asking needs.

    >>> "SELECT" in support("names")
    True
    """
    return (SUPPORT / f"{name}.rq").read_text("utf-8")


def read_lexicon(source: Queryable) -> Lexicon:
    """The lexicon of a graph.

    >>> from queries.store import open_reader
    >>> known = read_lexicon(open_reader("tests/data/shape.trig"))
    >>> known.meetings[0].label, [one.label for one in known.of("Country")]
    ('MTCR Plenary 2003, Buenos Aires', ['Argentina', 'Soviet Union'])
    """
    things = _things(source.query(support("names"), file="names.rq"))
    return Lexicon(
        things,
        _meetings(source.query(support("meetings"), file="meetings.rq")),
        _matters(source.query(support("decisions"), file="decisions.rq"), "decision"),
        _matters(source.query(support("proposals"), file="proposals.rq"), "proposal"),
        {one.iri: one for one in things},
    )


def _things(result: Result) -> tuple[Thing, ...]:
    found: dict[str, dict[str, list[str]]] = {}
    held: set[str] = set()
    kinds: dict[str, str] = {}
    for kind, iri, name, value in _sorted(result, "type", "thing", "property", "value"):
        kinds.setdefault(iri, kind.removeprefix(REG))
        said = found.setdefault(iri, {"label": [], "name": [], "code": []})
        if name == f"{REG}held" and value == "True":
            held.add(iri)
        elif name and name != f"{REG}held" and value not in (told := said[_ROLES.get(name, "name")]):
            told.append(value)
    return tuple(
        Thing(
            iri,
            kinds[iri],
            (said["label"] or said["name"] or [iri])[0],
            tuple(dict.fromkeys(said["label"] + sorted(said["name"]))),
            tuple(said["code"]),
            iri in held,
        )
        for iri, said in found.items()
    )


def _meetings(result: Result) -> tuple[Meeting, ...]:
    said: dict[str, dict[str, list[str]]] = {}
    for iri, name, value in _sorted(result, "meeting", "property", "value"):
        told = said.setdefault(iri, {})
        told.setdefault(name.removeprefix(REG).removeprefix(RDFS), []).append(value)
    return tuple(_meeting(iri, values) for iri, values in said.items())


def _sorted(result: Result, *columns: str) -> list[tuple[str, ...]]:
    """The rows as text in order; nothing is the empty text."""
    told = (result.column(name) for name in columns)
    return sorted({tuple("" if one is None else str(one) for one in row) for row in zip(*told, strict=True)})


def _meeting(iri: str, said: dict[str, list[str]]) -> Meeting:
    def first(name: str) -> str | None:
        return next(iter(said.get(name, ())), None)

    ordinal = first("ordinal")
    return Meeting(
        iri,
        first("label") or iri,
        frozenset(map(_plain, said.get("series", ()))),
        first("regime"),
        int(ordinal) if ordinal and ordinal.isdigit() else None,
        first("year") or (first("startDate") or "")[:4] or None,
        frozenset(map(_plain, said.get("place", ()))),
        first("startDate"),
        first("endDate"),
        "named" in said,
    )


def _plain(name: str) -> str:
    return " ".join(word.norm for word in words(name))


def _matters(result: Result, key: str) -> tuple[Matter, ...]:
    said: dict[str, dict[str, set[str]]] = {}
    for row in result.dicts():
        name = str(row["property"]).removeprefix(REG).removeprefix(RDFS)
        if row["value"] is not False:
            said.setdefault(str(row[key]), {}).setdefault(name, set()).add(str(row["value"]))
    return tuple(_matter(iri, values) for iri, values in said.items())


def _matter(iri: str, said: dict[str, set[str]]) -> Matter:
    def gathered(*names: str) -> frozenset[str]:
        return frozenset().union(*(said.get(name, ()) for name in names))

    return Matter(
        iri,
        min(gathered("label"), default=iri),
        frozenset(norm(word.norm) for word in words(" ".join(sorted(gathered("about", "label"))))),
        gathered("adoptedAt"),
        gathered("concerns", "proposedBy"),
        gathered("year"),
        bool(gathered("generic")),
    )
