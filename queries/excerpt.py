"""The part of the graph that answers a question: what was found, and the passages that say so."""

from collections.abc import Iterable, Iterator
from typing import Final

import pyoxigraph as ox

from ontology import terms as t
from queries.answer import Answer
from queries.facts import nodes
from queries.network import KINDS, PASSAGE, Chosen, Part
from queries.store import Queryable, Reader
from queries.term import iri

FEW: Final = 3
"""Of what was asked about no more are taken; whoever asks about "the decisions of 2003" wants those found."""
POINTING: Final = tuple(map(iri, (t.NAMES, t.TARGET, t.BASIS, t.DEPENDENT)))
"""How mentions, citations and arrows of dependence point to things."""


def of_answer(source: Queryable, answer: Answer, *, chosen: Chosen | None = None) -> Part:
    """The things of an answer, its passages with their documents, and the ties among them.

    >>> from queries import ask, open_reader
    >>> source = open_reader("tests/data/shape.trig")
    >>> part = of_answer(source, ask(source, "who follows 08 STATE 900002"))
    >>> sorted({tie.relation for tie in part.edges()})
    ['cites', 'followsDocument', 'hasPassage']
    """
    asked = {term.value for b in answer.bindings for term in b.terms if isinstance(term, ox.NamedNode)}
    found = {cell.value for row in answer.rows for cell in row if isinstance(cell, ox.NamedNode)}
    found |= {end for passage in answer.passages for end in (passage.id, passage.document)}
    members = found | (asked if len(asked) <= FEW else set())
    chosen = Chosen((*KINDS, PASSAGE)) if chosen is None else chosen
    kept = tuple(node.iri for node in nodes(source, members) if node.attributes["kind"] in chosen.kinds)
    return Part(source, chosen, kept)


def statements(reader: Reader, members: Iterable[str]) -> Iterator[ox.Quad]:
    """What the graph says of *members*, with the evidence and mentions that stand in passages among them.

    Parts of a document that are not among them are left out; so is what points to them.

    >>> from queries import ask, open_reader
    >>> reader = open_reader("tests/data/shape.trig")
    >>> part = of_answer(reader, ask(reader, "who follows 08 STATE 900002"))
    >>> {str(quad.predicate).rpartition("#")[2] for quad in statements(reader, part.members)} >= {
    ...     "text>", "exact>", "dependent>"}
    True
    """
    taken = {iri(one) for one in members}
    taken |= _standing(reader.store, taken)
    for one in sorted(taken, key=str):
        for quad in reader.store.quads_for_pattern(one, None, None, None):
            end = quad.object
            if not isinstance(end, ox.NamedNode) or end in taken or not _is_part(end, taken):
                yield quad


def _standing(store: ox.Store, taken: set[ox.NamedNode]) -> set[ox.NamedNode]:
    """What speaks of the things taken in the passages taken: mentions, citations, arrows, and their words."""
    standing = {one for passage in taken for one in _subjects(store, iri(t.IN_PASSAGE), passage)}
    claims = standing | {claim for one in standing for claim in _subjects(store, iri(t.EVIDENCE), one)}
    speaking = {one for one in claims if one in taken or _points(store, one, taken)}
    words = {one for claim in speaking for one in _objects(store, claim, iri(t.EVIDENCE))} & standing
    return speaking | words | {end for one in words for end in _objects(store, one, iri(t.OA_HAS_SELECTOR))}


def _points(store: ox.Store, one: ox.NamedNode, taken: set[ox.NamedNode]) -> bool:
    return any(end in taken for relation in POINTING for end in _objects(store, one, relation))


def _objects(store: ox.Store, one: ox.NamedNode, relation: ox.NamedNode) -> Iterator[ox.NamedNode]:
    for quad in store.quads_for_pattern(one, relation, None, None):
        if isinstance(quad.object, ox.NamedNode):
            yield quad.object


def _subjects(store: ox.Store, relation: ox.NamedNode, end: ox.NamedNode) -> Iterator[ox.NamedNode]:
    for quad in store.quads_for_pattern(None, relation, end, None):
        if isinstance(quad.subject, ox.NamedNode):
            yield quad.subject


def _is_part(end: ox.NamedNode, taken: set[ox.NamedNode]) -> bool:
    """Whether *end* is a part (a passage, a reference, evidence) of a document that is taken."""
    return any(end.value.startswith(f"{one.value}/") for one in taken)
