"""What follows from several documents together, computed anew from the whole store as it is read through."""

from array import array
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

import pyoxigraph as ox

from ingest.load.judged import judged_quads
from ingest.load.settle import Shown
from ingest.register import Register
from ingest.register.register import day_of
from ingest.state.label import DATED
from ingest.state.terms import flag, moment, node
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
    yield from _ghosts(store, shown.register())
    yield from _closure(store)
    yield from judged_quads(shown.joined(), shown.judged, lambda thing: _is_told(store, thing))


def _is_told(store: ox.Store, thing: ox.NamedNode) -> bool:
    """Whether a document says anything of a thing."""
    return any(quad.graph_name != GRAPH for quad in store.quads_for_pattern(thing, None, None, None))


def _ghosts(store: ox.Store, known: Register) -> Iterator[ox.Quad]:
    """The documents that are cited and not held, with the interval in which each must have been sent."""
    last = None
    for quad in store.quads_for_pattern(None, node(t.CITES), None, None):
        # the engine gives the citations of one document together: each is asked for once
        if quad.object != last and isinstance(quad.object, ox.NamedNode):
            last = quad.object
            if not any(store.quads_for_pattern(last, node(t.HELD), flag(True), None)):
                yield from _ghost(store, last, known)


def _ghost(store: ox.Store, ghost: ox.NamedNode, known: Register) -> Iterator[ox.Quad]:
    citing = {
        quad.subject.value
        for quad in store.quads_for_pattern(None, node(t.CITES), ghost, None)
        if isinstance(quad.subject, ox.NamedNode)
    }
    yield ox.Quad(ghost, node(t.RDF_TYPE), node(t.C_GHOST), GRAPH)
    yield ox.Quad(ghost, node(t.HELD), flag(False), GRAPH)
    for source in sorted(citing):
        yield ox.Quad(ghost, node(t.CITED_IN), node(source), GRAPH)
    sent = (day_of(_value(store, node(one), t.SENT)) for one in citing)
    days = sorted(one for one in sent if one is not None)
    name = _value(store, ghost, t.DCTERMS_IDENTIFIER) or ""
    for predicate, day in _interval(name, days[0] if days else None, known):
        value = moment(day.isoformat())
        if value is not None:
            yield ox.Quad(ghost, node(predicate), value, GRAPH)


def _interval(name: str, cited: date | None, known: Register) -> list[tuple[str, date]]:
    """The first and the last day on which a document of that name can have been sent.

    >>> from ingest.register import register
    >>> [day.isoformat() for _, day in _interval("2008STATE900002", date(2008, 4, 4), register(()))]
    ['2008-01-01', '2008-04-04']
    """
    dated = DATED.match(name)
    found = known.interval(name, cited, None if dated is None else day_of(dated.text(2)))
    if found is None:
        return []
    first = [] if found.earliest == date.min else [(t.EARLIEST, found.earliest)]
    return [*first, (t.LATEST, found.latest)]


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


def _value(store: ox.Store, thing: ox.NamedNode, predicate: str) -> str | None:
    """The first of a thing's values; ``None`` where it has none."""
    found = store.quads_for_pattern(thing, node(predicate), None, None)
    return min((quad.object.value for quad in found if isinstance(quad.object, ox.Literal)), default=None)
