"""What follows from several documents together, computed anew from the whole store as it is read through."""

from array import array
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import pyoxigraph as ox

from ingest.load.ghosts import ghost_quads
from ingest.load.judged import judged_quads
from ingest.load.settle import Shown
from ingest.state.terms import node
from ontology import terms as t
from ontology.names import DERIVED_GRAPH

GRAPH: Final = node(DERIVED_GRAPH)


def derived_quads(store: ox.Store, shown: Shown) -> Iterator[ox.Quad]:
    """The quads of the derived graph: ghosts, what guidance rests on indirectly, what is one.

    >>> from ingest.join.join import Joined
    >>> from ingest.register import register
    >>> from tests.brief import brief
    >>> store = ox.Store()
    >>> store.bulk_load(path="tests/data/shape.trig", format=ox.RdfFormat.TRIG)
    >>> shown = Shown(lambda: register(()), Joined)
    >>> for one in brief(derived_quads(store, shown), "citedIn", "earliest", "latest"):
    ...     print(one)
    2008STATE900002 citedIn 2008STATE900001
    2008STATE900002 earliest 2008-01-01
    2008STATE900002 latest 2008-04-04
    """
    yield from ghost_quads(store, shown.register())
    yield from _closure(store)
    yield from judged_quads(shown.joined(), shown.judged, lambda thing: _is_told(store, thing))


def _is_told(store: ox.Store, thing: ox.NamedNode) -> bool:
    """Whether a document says anything of a thing."""
    return any(quad.graph_name != GRAPH for quad in store.quads_for_pattern(thing, None, None, None))


def _closure(store: ox.Store) -> Iterator[ox.Quad]:
    """Everything that a directive rests on, directly or through the guidance that it follows."""
    names: dict[str, int] = {}
    rests: dict[int, array[int]] = {}
    for directive, target in _links(store, t.DEPENDS_ON):
        one, other = (names.setdefault(each, len(names)) for each in (directive, target))
        rests.setdefault(one, array("L")).append(other)
    inside = _directives_of_documents(store, names, rests)
    told = list(names)
    for number in rests:
        for found in sorted(reached(number, rests, inside)):
            yield ox.Quad(node(told[number]), node(t.DEPENDS_ON_INDIRECTLY), node(told[found]), GRAPH)


def reached(start: int, rests: Mapping[int, Iterable[int]], inside: Mapping[int, Iterable[int]]) -> set[int]:
    """What a directive rests on in one step or more; circles end. *inside* has the directives of a document.

    >>> sorted(reached(1, {1: [20], 2: [30, 10]}, {10: [1], 20: [2]}))
    [10, 20, 30]
    """
    found: set[int] = set()
    queue = deque(rests.get(start, ()))
    while queue:
        target = queue.popleft()
        if target not in found:
            found.add(target)
            for directive in inside.get(target, ()):
                queue.extend(rests.get(directive, ()))
    return found


def _directives_of_documents(
    store: ox.Store, names: Mapping[str, int], rests: Mapping[int, Iterable[int]]
) -> "dict[int, array[int]]":
    """The directives that rest on something, by the document that gives them, where others rest on that."""
    inside: dict[int, array[int]] = {}
    for name, number in names.items():
        if number in rests:
            for passage in store.quads_for_pattern(node(name), node(t.IN_PASSAGE), None, None):
                for quad in store.quads_for_pattern(None, node(t.HAS_PASSAGE), passage.object, None):
                    document = (
                        names.get(quad.subject.value) if isinstance(quad.subject, ox.NamedNode) else None
                    )
                    if document is not None:
                        inside.setdefault(document, array("L")).append(number)
    return inside


def _links(store: ox.Store, predicate: str) -> Iterator[tuple[str, str]]:
    for quad in store.quads_for_pattern(None, node(predicate), None, None):
        subject, target = quad.subject, quad.object
        if (
            isinstance(subject, ox.NamedNode)
            and isinstance(target, ox.NamedNode)
            and quad.graph_name != GRAPH
        ):
            yield subject.value, target.value
