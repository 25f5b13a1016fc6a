"""Whether things have the shape that the ontology asks for, by what a document or the whole store says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

import pyoxigraph as ox

from ingest.load.audit.finding import Finding
from ingest.load.audit.shapes.shape import Asked, Constraint, Shape, read_shapes
from ingest.load.audit.view import Term, View, iri
from ontology import shapes, triples
from ontology import terms as t
from ontology.names import PREFIXES, RDFS

CHECK: Final = "shapes"
TYPE: Final = iri(t.RDF_TYPE)


@dataclass(slots=True)
class Holding:
    """The shapes, and the classes above each class; what is asked of a set of classes is found out once.

    >>> import pyoxigraph as ox
    >>> from ingest.load.audit.view import Whole
    >>> store, thing = ox.Store(), "https://example.org/decision"
    >>> store.add(ox.Quad(ox.NamedNode(thing), ox.NamedNode(t.RDF_TYPE), ox.NamedNode(t.C_DECISION)))
    >>> found = holding().thing(f"<{thing}>", Whole(store))
    >>> sorted({one.message.partition(":")[0] for one in found})
    ['about', 'evidence', 'label', 'regime']
    >>> len(holding().objects_of), len(holding().inverses)
    (3, 2)
    >>> made, kind = holding(), iri(t.C_MEETING_SERIES)
    >>> len(made.constraints((kind,))), kind in made.classes((kind,)), len(list(made.queries(store)))
    (2, True, 0)
    """

    shapes: tuple[Shape, ...]
    above: Mapping[Term, frozenset[Term]]
    _asked: dict[tuple[Term, ...], tuple[Constraint, ...]] = field(default_factory=dict)

    @property
    def objects_of(self) -> dict[Term, tuple[Constraint, ...]]:
        """What is asked of the objects of some predicates, by predicate."""
        found: dict[Term, tuple[Constraint, ...]] = {}
        for shape in self.shapes:
            for predicate in shape.objects_of:
                found[predicate] = (*found.get(predicate, ()), *shape.constraints)
        return found

    @property
    def inverses(self) -> frozenset[Term]:
        """The predicates that constraints follow against their direction."""
        every = (one for shape in self.shapes for one in shape.constraints)
        return frozenset(predicate for one in every for predicate in one.path.inverses)

    def classes(self, types: tuple[Term, ...]) -> frozenset[Term]:
        """Some classes and all above them."""
        return frozenset(one for kind in types for one in self.above.get(kind, {kind}))

    def constraints(self, types: tuple[Term, ...]) -> tuple[Constraint, ...]:
        """What is asked of a thing of some classes."""
        if types not in self._asked:
            classes = self.classes(types)
            self._asked[types] = tuple(
                one for shape in self.shapes if shape.classes & classes for one in shape.constraints
            )
        return self._asked[types]

    def thing(self, thing: Term, view: View) -> Iterator[Finding]:
        """What is wrong with a thing, as it is described there."""
        return broken(thing, self.constraints(view.values(thing, TYPE)), view)

    def queries(self, store: ox.Store) -> Iterator[Finding]:
        """What the constraints that are queries select; they are asked once for all things of a store."""
        for shape in self.shapes:
            for asked in shape.asked:
                yield from self._query(shape, asked, store)

    def _query(self, shape: Shape, asked: Asked, store: ox.Store) -> Iterator[Finding]:
        found = store.query(asked.select, prefixes=PREFIXES, use_default_graph_as_union=True)
        if not isinstance(found, ox.QuerySolutions):
            raise RuntimeError(f"a constraint of the shapes selects nothing: {asked.message}")
        for thing in sorted({one.value for row in found if isinstance(one := row["this"], ox.NamedNode)}):
            kinds = store.quads_for_pattern(ox.NamedNode(thing), ox.NamedNode(t.RDF_TYPE), None, None)
            if not shape.classes or shape.classes & self.classes(tuple(str(one.object) for one in kinds)):
                yield Finding(CHECK, thing, asked.message, asked.warning)


def broken(thing: Term, asked: tuple[Constraint, ...], view: View) -> Iterator[Finding]:
    """The constraints that a thing does not meet.

    >>> from ingest.load.audit.view import Near, Whole
    >>> made, view = holding(), Near({"<urn:a>": {}}, Whole(ox.Store()))
    >>> asked = made.constraints((iri(t.C_MEETING_SERIES),))
    >>> sorted({one.message.partition(":")[0] for one in broken("<urn:a>", asked, view)})
    ['label', 'regime']
    """
    for one in asked:
        values = one.path.values(thing, view)
        if not all(test(thing, values, view) for test in one.tests):
            yield Finding(CHECK, thing[1:-1], one.said, one.warning)


def holding() -> Holding:
    """The shapes of the ontology.

    >>> len(holding().shapes) > 25
    True
    """
    return Holding(read_shapes(shapes()), dict(_above()))


def _above() -> Iterator[tuple[Term, frozenset[Term]]]:
    """Each class with all that it is part of, itself included."""
    up: dict[Term, set[Term]] = {}
    for one in triples():
        if one.predicate.value == RDFS + "subClassOf":
            up.setdefault(str(one.subject), set()).add(str(one.object))
    for kind in up:
        seen, ahead = {kind}, [kind]
        while ahead:
            fresh = up.get(ahead.pop(), set()) - seen
            seen |= fresh
            ahead.extend(fresh)
        yield kind, frozenset(seen)
