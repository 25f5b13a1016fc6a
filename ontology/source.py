"""What the Turtle files declare, sorted: the source of terms, term page and stored triples."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, TypeAlias

import pyoxigraph as ox

from ontology.names import DEFAULT_BASE, OWL, PREFIXES, RDF, RDFS, SKOS

HERE: Final = Path(__file__).parent
REGIME: Final = HERE / "regime.ttl"
BORROWED: Final = HERE / "borrowed.ttl"
SHAPES: Final = HERE / "shapes.ttl"
ALIGNMENTS: Final = HERE / "alignments.ttl"
VOCABULARIES: Final = HERE / "vocabularies"

DEFAULT_REG: Final = DEFAULT_BASE + "ontology#"

Kind: TypeAlias = Literal["class", "property"]
KINDS: Final[Mapping[str, Kind]] = {
    OWL + "Class": "class",
    OWL + "DatatypeProperty": "property",
    OWL + "ObjectProperty": "property",
    RDF + "Property": "property",
}
Values: TypeAlias = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Term:
    """A class or property as ``regime.ttl`` declares it.

    ``name`` is its local name, ``type`` its OWL or RDF type; the tuples hold IRIs, sorted.
    """

    name: str
    kind: Kind
    type: str
    label: str
    comment: str
    example: str
    parents: tuple[str, ...]
    domains: tuple[str, ...]
    ranges: tuple[str, ...]
    disjoint: tuple[str, ...]


def parse(path: Path) -> Iterator[ox.Triple]:
    """The triples of a Turtle file, in its order; a syntax error names the file and the line.

    >>> sum(1 for triple in parse(REGIME) if triple.object.value == OWL + "Ontology")
    1
    """
    for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
        yield quad.triple


def described(triples: Iterable[ox.Triple]) -> dict[str, Values]:
    """The values of each property of each named subject: IRIs and lexical forms, each list sorted.

    >>> described(parse(REGIME))[DEFAULT_REG + "Cable"][RDFS + "label"]
    ('cable',)
    """
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for triple in triples:
        if isinstance(triple.subject, ox.NamedNode) and isinstance(triple.object, ox.NamedNode | ox.Literal):
            found[triple.subject.value][triple.predicate.value].add(triple.object.value)
    return {
        subject: {name: tuple(sorted(values)) for name, values in sorted(properties.items())}
        for subject, properties in sorted(found.items())
    }


def terms(path: Path = REGIME) -> tuple[Term, ...]:
    """The terms that a Turtle file declares, classes first, each kind sorted by name.

    >>> [term.name for term in terms() if term.name.startswith("Press")]
    ['PressStatement']
    """
    declared = (
        _term(iri.removeprefix(DEFAULT_REG), values)
        for iri, values in described(parse(path)).items()
        if iri.startswith(DEFAULT_REG)
    )
    return tuple(sorted(declared, key=lambda term: (term.kind, term.name)))


@dataclass(frozen=True, slots=True)
class Borrowed:
    """A term of another vocabulary that the graph uses, and what for."""

    prefix: str
    name: str
    use: str


def borrowed() -> tuple[Borrowed, ...]:
    """The terms of ``borrowed.ttl``, sorted by prefix and name.

    >>> [term.name for term in borrowed() if term.prefix == "rdf"]
    ['type']
    """
    found = []
    for iri, values in described(parse(BORROWED)).items():
        prefix, space = next(pair for pair in PREFIXES.items() if iri.startswith(pair[1]))
        found.append(Borrowed(prefix, iri.removeprefix(space), _only(iri, values, SKOS + "scopeNote")))
    return tuple(sorted(found, key=lambda term: (term.prefix, term.name)))


def _term(name: str, values: Values) -> Term:
    types = [one for one in values.get(RDF + "type", ()) if one in KINDS]
    if len(types) != 1:
        raise ValueError(
            f"reg:{name} is declared {len(types)} times over: give it one type of {', '.join(KINDS)}"
        )
    return Term(
        name=name,
        kind=KINDS[types[0]],
        type=types[0],
        label=_only(name, values, RDFS + "label"),
        comment=_only(name, values, RDFS + "comment"),
        example=_only(name, values, SKOS + "example"),
        parents=values.get(RDFS + "subClassOf", ()) + values.get(RDFS + "subPropertyOf", ()),
        domains=values.get(RDFS + "domain", ()),
        ranges=values.get(RDFS + "range", ()),
        disjoint=values.get(OWL + "disjointWith", ()),
    )


def _only(name: str, values: Values, predicate: str) -> str:
    found = values.get(predicate, ())
    if len(found) != 1:
        raise ValueError(f"{name} has {len(found)} values of <{predicate}>: write exactly one")
    return found[0]
