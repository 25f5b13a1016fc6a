"""What a graph says of a thing: of the statements of one document, or of the whole store."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Protocol, TypeAlias

import pyoxigraph as ox

Term: TypeAlias = str
"""A term as N-Triples writes it."""

About: TypeAlias = dict[Term, dict[Term, list[Term]]]
"""Statements by their subject and predicate."""

REMEMBERED: Final = 50_000
"""So many answers of a store are kept: the same shared things are asked for by document after document."""


def iri(name: str) -> Term:
    """An IRI as a term.

    >>> iri("urn:a")
    '<urn:a>'
    """
    return f"<{name}>"


def name(term: Term) -> str:
    """The IRI of a term that is one, and the term itself otherwise.

    >>> name("<urn:a>"), name('"a"')
    ('urn:a', '"a"')
    """
    return term[1:-1] if term.startswith("<") else term


class View(Protocol):
    """Where a thing's statements are looked up; each value is there once.

    >>> def count(view: View) -> int:
    ...     return len(view.values("<urn:s>", "<urn:p>")) + len(view.sources("<urn:o>", "<urn:p>"))
    >>> count(Whole(ox.Store()))
    0
    """

    def values(self, thing: Term, predicate: Term) -> tuple[Term, ...]:
        """The objects of a thing's statements with a predicate."""

    def sources(self, thing: Term, predicate: Term) -> tuple[Term, ...]:
        """The subjects of the statements with a predicate whose object a thing is."""


class Whole:
    """The union of all graphs of a store.

    >>> store, (s, p, o) = ox.Store(), (ox.NamedNode(f"urn:{one}") for one in "spo")
    >>> store.add(ox.Quad(s, p, o))
    >>> whole = Whole(store)
    >>> whole.values("<urn:s>", "<urn:p>"), whole.sources("<urn:o>", "<urn:p>"), whole.described("<urn:o>")
    (('<urn:o>',), ('<urn:s>',), False)
    >>> whole.pointed("<urn:o>")
    True
    """

    def __init__(self, store: ox.Store) -> None:
        self.store = store
        self.values = lru_cache(REMEMBERED)(self._values)
        self.described = lru_cache(REMEMBERED)(self._described)

    def _values(self, thing: Term, predicate: Term) -> tuple[Term, ...]:
        subject = _resource(thing)
        if subject is None:
            return ()
        found = self.store.quads_for_pattern(subject, ox.NamedNode(name(predicate)), None, None)
        return tuple(dict.fromkeys(str(quad.object) for quad in found))

    def sources(self, thing: Term, predicate: Term) -> tuple[Term, ...]:
        """The subjects of the statements with a predicate whose object a thing is."""
        target = _resource(thing)
        if target is None:
            return ()
        found = self.store.quads_for_pattern(None, ox.NamedNode(name(predicate)), target, None)
        return tuple(dict.fromkeys(str(quad.subject) for quad in found))

    def _described(self, thing: Term) -> bool:
        return any(True for _ in self.store.quads_for_pattern(_resource(thing), None, None, None))

    def pointed(self, thing: Term) -> bool:
        """Whether any statement has the thing as its object."""
        return any(True for _ in self.store.quads_for_pattern(None, None, _resource(thing), None))


@dataclass(slots=True)
class Near:
    """The statements of one document; of what they do not describe the whole store is asked.

    >>> near = Near({"<urn:s>": {"<urn:p>": ["<urn:o>", "<urn:o>"]}}, Whole(ox.Store()))
    >>> near.values("<urn:s>", "<urn:p>"), near.sources("<urn:o>", "<urn:p>")
    (('<urn:o>',), ('<urn:s>',))
    >>> near.values("<urn:o>", "<urn:p>")
    ()
    """

    about: About
    whole: Whole
    _turned: dict[Term, dict[Term, list[Term]]] = field(default_factory=dict)

    def values(self, thing: Term, predicate: Term) -> tuple[Term, ...]:
        """The objects of a thing's statements with a predicate."""
        said = self.about.get(thing)
        if said is None:
            return self.whole.values(thing, predicate)
        found = said.get(predicate, ())
        return tuple(found) if len(found) < 2 else tuple(dict.fromkeys(found))

    def sources(self, thing: Term, predicate: Term) -> tuple[Term, ...]:
        """The subjects of the statements with a predicate whose object a thing is."""
        turned = self._turned.get(predicate)
        if turned is None:
            turned = self._turned[predicate] = {}
            for subject, said in self.about.items():
                for target in dict.fromkeys(said.get(predicate, ())):
                    turned.setdefault(target, []).append(subject)
        return tuple(turned.get(thing, ()))


def about(statements: Iterable[str]) -> About:
    """Statements, written as N-Triples without the full stop, by subject and predicate.

    >>> about(['<urn:s> <urn:p> "a b"'])
    {'<urn:s>': {'<urn:p>': ['"a b"']}}
    """
    made: About = {}
    for one in statements:
        subject, predicate, value = one.split(" ", 2)
        made.setdefault(subject, {}).setdefault(predicate, []).append(value)
    return made


def _resource(term: Term) -> ox.NamedNode | ox.BlankNode | None:
    if term.startswith("<"):
        return ox.NamedNode(term[1:-1])
    return ox.BlankNode(term[2:]) if term.startswith("_:") else None
