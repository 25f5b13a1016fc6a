"""What follows from several documents together, computed anew from the whole store."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

import pyoxigraph as ox

from ingest.serial import serial
from ingest.state.label import DATED
from ingest.state.terms import flag, moment, node
from ontology import terms as t
from ontology.names import DERIVED_GRAPH

GRAPH: Final = node(DERIVED_GRAPH)


def derived_quads(store: ox.Store) -> Iterator[ox.Quad]:
    """The quads of the derived graph: ghosts, and dependence through guidance that rests on guidance.

    >>> from tests.brief import brief
    >>> store = ox.Store()
    >>> store.bulk_load(path="tests/data/shape.trig", format=ox.RdfFormat.TRIG)
    >>> for one in brief(derived_quads(store), "citedIn", "earliest", "latest"):
    ...     print(one)
    2008STATE900002 citedIn 2008STATE900001
    2008STATE900002 earliest 2008-01-01
    2008STATE900002 latest 2008-04-04
    """
    yield from _ghosts(store)
    yield from _closure(store)


def _ghosts(store: ox.Store) -> Iterator[ox.Quad]:
    """The documents that are cited and not held, with the interval in which each must have been sent."""
    held = _subjects(store, t.HELD, flag(True))
    citing: dict[str, set[str]] = defaultdict(set)
    for source, target in _links(store, t.CITES):
        if target not in held:
            citing[target].add(source)
    sent = dict(_values(store, t.SENT))
    names = dict(_values(store, t.DCTERMS_IDENTIFIER))
    for ghost in sorted(citing):
        thing = node(ghost)
        yield ox.Quad(thing, node(t.RDF_TYPE), node(t.C_GHOST), GRAPH)
        yield ox.Quad(thing, node(t.HELD), flag(False), GRAPH)
        for source in sorted(citing[ghost]):
            yield ox.Quad(thing, node(t.CITED_IN), node(source), GRAPH)
        days = sorted(sent[one][:10] for one in citing[ghost] if len(sent.get(one, "")) >= 10)
        for predicate, day in _interval(names.get(ghost, ""), days[0] if days else None):
            value = moment(day)
            if value is not None:
                yield ox.Quad(thing, node(predicate), value, GRAPH)


def _closure(store: ox.Store) -> Iterator[ox.Quad]:
    """Everything that a directive rests on, directly or through the guidance that it follows."""
    rests: dict[str, set[str]] = defaultdict(set)
    for directive, target in _links(store, t.DEPENDS_ON):
        rests[directive].add(target)
    inside = _directives_of_documents(store, rests)
    for directive in sorted(rests):
        for target in sorted(reached(directive, rests, inside)):
            yield ox.Quad(node(directive), node(t.DEPENDS_ON_INDIRECTLY), node(target), GRAPH)


def reached(start: str, rests: Mapping[str, set[str]], inside: Mapping[str, Iterable[str]]) -> set[str]:
    """What a directive rests on in one step or more; circles end.

    >>> sorted(reached("d1", {"d1": {"doc2"}, "d2": {"decision", "doc1"}}, {"doc1": ["d1"], "doc2": ["d2"]}))
    ['decision', 'doc1', 'doc2']
    """
    found: set[str] = set()
    queue = deque(rests.get(start, ()))
    while queue:
        target = queue.popleft()
        if target not in found:
            found.add(target)
            for directive in inside.get(target, ()):
                queue.extend(rests.get(directive, ()))
    return found


def _directives_of_documents(store: ox.Store, rests: Mapping[str, set[str]]) -> dict[str, list[str]]:
    """The directives that rest on something, by the document that gives them."""
    document: dict[str, str] = {passage: one for one, passage in _links(store, t.HAS_PASSAGE)}
    inside: dict[str, list[str]] = defaultdict(list)
    for directive, passage in _links(store, t.IN_PASSAGE):
        if directive in rests and passage in document:
            inside[document[passage]].append(directive)
    return inside


def _interval(identifier: str, cited: str | None) -> list[tuple[str, str]]:
    """The first and the last day on which a document of that name can have been sent.

    >>> [day for _, day in _interval("2008STATE900002", "2008-04-04")]
    ['2008-01-01', '2008-04-04']
    """
    cable, dated = serial(identifier), DATED.match(identifier)
    if dated is not None and _is_day(dated.text(2)):
        return [(t.EARLIEST, dated.text(2)), (t.LATEST, dated.text(2))]
    if cable is None:
        return [] if cited is None or not _is_day(cited) else [(t.LATEST, cited)]
    first, last = f"{cable.year}-01-01", f"{cable.year}-12-31"
    if cited is not None and first <= cited < last:
        last = cited
    return [(t.EARLIEST, first), (t.LATEST, last)]


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _links(store: ox.Store, predicate: str) -> Iterator[tuple[str, str]]:
    for quad in store.quads_for_pattern(None, node(predicate), None, None):
        subject, target = quad.subject, quad.object
        if (
            isinstance(subject, ox.NamedNode)
            and isinstance(target, ox.NamedNode)
            and quad.graph_name != GRAPH
        ):
            yield subject.value, target.value


def _values(store: ox.Store, predicate: str) -> Iterator[tuple[str, str]]:
    for quad in store.quads_for_pattern(None, node(predicate), None, None):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
            yield quad.subject.value, quad.object.value


def _subjects(store: ox.Store, predicate: str, value: ox.Literal) -> set[str]:
    found = store.quads_for_pattern(None, node(predicate), value, None)
    return {quad.subject.value for quad in found if isinstance(quad.subject, ox.NamedNode)}
