"""The shapes of the ontology as constraints, read from SHACL; an unknown word of SHACL is an error."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from ingest.load.audit.shapes.path import Kind, Path
from ingest.load.audit.shapes.test import TESTS, Test, Told
from ingest.load.audit.view import About, Term, about, name
from ontology.names import RDF

SH: Final = "http://www.w3.org/ns/shacl#"

ABOUT_ALL: Final = frozenset(f"<{SH}{one}>" for one in ("path", "message", "severity"))
_PATHS: Final[Mapping[str, Kind]] = {
    f"<{SH}inversePath>": "inverse",
    f"<{SH}alternativePath>": "alternative",
    f"<{SH}zeroOrMorePath>": "any number",
}


@dataclass(frozen=True, slots=True)
class Constraint:
    """What the values at the end of a path have to be.

    >>> Constraint(Path("predicate", "<urn:x#held>"), (), "Decide.", warning=False).said
    'held: Decide.'
    """

    path: Path
    tests: tuple[Test, ...]
    message: str
    warning: bool

    @property
    def said(self) -> str:
        """The message, after the name of what it is about."""
        term = name(self.path.predicate).rpartition("#")[2].rpartition("/")[2]
        return f"{term}: {self.message}" if term else self.message


@dataclass(frozen=True, slots=True)
class Asked:
    """A constraint that is a query: it selects the things, as ``$this``, that are not as they should be."""

    select: str
    message: str
    warning: bool


@dataclass(frozen=True, slots=True)
class Shape:
    """What things of some classes, or the objects of some predicates, have to be like."""

    classes: frozenset[Term]
    objects_of: frozenset[Term]
    constraints: tuple[Constraint, ...]
    asked: tuple[Asked, ...]


def read_shapes(turtle: str) -> tuple[Shape, ...]:
    """The shapes of a file; ``ValueError`` where it has a constraint that is not known here.

    >>> from ontology import shapes
    >>> read = read_shapes(shapes())
    >>> len(read) > 25, sum(len(one.constraints) for one in read) > 70
    (True, True)
    """
    triples = ox.parse(turtle, format=ox.RdfFormat.TURTLE)
    said = about(f"{one.subject} {one.predicate} {one.object}" for one in triples)
    shaped = f"<{SH}NodeShape>"
    kind = f"<{RDF}type>"
    return tuple(_shape(said, one) for one in said if shaped in said[one].get(kind, ()))


def _shape(said: About, shape: Term) -> Shape:
    own = said[shape]
    known = {f"<{SH}{one}>" for one in ("targetClass", "targetObjectsOf", "property", "sparql")}
    _only(shape, own, known | {f"<{RDF}type>"})
    return Shape(
        frozenset(own.get(f"<{SH}targetClass>", ())),
        frozenset(own.get(f"<{SH}targetObjectsOf>", ())),
        tuple(_constraint(said, one) for one in own.get(f"<{SH}property>", ())),
        tuple(_asked(said, one) for one in own.get(f"<{SH}sparql>", ())),
    )


def _constraint(said: About, one: Term) -> Constraint:
    own = said[one]
    _only(one, own, ABOUT_ALL | {f"<{SH}{word}>" for word in TESTS} | {f"<{SH}qualifiedValueShape>"})
    return Constraint(_path(said, own[f"<{SH}path>"][0]), tuple(_tests(said, own)), *_told(own))


def _tests(said: About, own: Mapping[Term, list[Term]]) -> Iterator[Test]:
    """The tests of a constraint; words that ask of each value are one test, and those of a count another."""
    inner = own.get(f"<{SH}qualifiedValueShape>")
    asked = said[inner[0]].get(f"<{SH}class>", []) if inner else []
    for word, make in TESTS.items():
        for value in own.get(f"<{SH}{word}>", ()):
            if value.startswith("_:"):
                members = tuple(_list(said, value))
                told = Told(value, members, tuple(_datatypes(said, members)), tuple(asked))
            else:
                told = Told(value, asked=tuple(asked))
            yield make(told)


def _datatypes(said: About, members: tuple[Term, ...]) -> Iterator[Term]:
    for one in members:
        if one.startswith("_:"):
            _only(one, said[one], {f"<{SH}datatype>"})
            yield from said[one][f"<{SH}datatype>"]


def _asked(said: About, one: Term) -> Asked:
    from ingest.load.audit.shapes.literal import text

    own = said[one]
    _only(one, own, {f"<{SH}{word}>" for word in ("prefixes", "message", "select", "severity")})
    return Asked(text(own[f"<{SH}select>"][0]), *_told(own))


def _told(own: Mapping[Term, list[Term]]) -> tuple[str, bool]:
    from ingest.load.audit.shapes.literal import text

    severity = own.get(f"<{SH}severity>", [f"<{SH}Violation>"])[0]
    return text(own[f"<{SH}message>"][0]), severity != f"<{SH}Violation>"


def _path(said: About, one: Term) -> Path:
    if not one.startswith("_:"):
        return Path("predicate", one)
    own = said[one]
    if f"<{RDF}first>" in own:
        return Path("sequence", parts=tuple(_path(said, part) for part in _list(said, one)))
    for word, kind in _PATHS.items():
        if word in own:
            inner = own[word][0]
            parts = tuple(_list(said, inner)) if kind == "alternative" else (inner,)
            return Path(kind, parts=tuple(_path(said, part) for part in parts))
    raise ValueError(f"the shapes have a path that is not known: {sorted(own)}")


def _list(said: About, one: Term) -> Iterator[Term]:
    while one != f"<{RDF}nil>":
        yield said[one][f"<{RDF}first>"][0]
        one = said[one][f"<{RDF}rest>"][0]


def _only(one: Term, own: Mapping[Term, list[Term]], known: frozenset[str] | set[str]) -> None:
    unknown = sorted(set(own) - known)
    if unknown:
        raise ValueError(f"{one} of the shapes asks what is not known here: {', '.join(map(name, unknown))}")
