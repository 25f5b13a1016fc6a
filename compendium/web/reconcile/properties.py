"""The properties of things: which there are, what they are called, and their values."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from ontology import terms as t
from ontology.names import PREFIXES, REG
from ontology.source import borrowed, terms
from queries.search.gather import KINDS
from queries.store import Queryable
from queries.term import Term, fill, iri, short

_HIDDEN: Final = frozenset({t.EVIDENCE, t.HAS_PASSAGE, t.HAS_REFERENCE, t.RDF_TYPE})
"""Nobody joins a table to these: there are thousands of them, and they have no names."""


@dataclass(frozen=True, slots=True)
class Property:
    """A property: its IRI, its id in the API, its name, and what it says."""

    iri: str
    id: str
    name: str
    said: str

    def told(self) -> dict[str, str]:
        """The property as a JSON object.

        >>> property_of("sent").told()["name"]
        'sent'
        """
        return {"id": self.id, "name": self.name, "description": self.said}


@cache
def known() -> tuple[Property, ...]:
    """All properties that the graph uses, sorted by name.

    >>> [one.id for one in known() if one.name == "title"]
    ['dcterms:title']
    """
    ours = [
        Property(REG + one.name, one.name, one.label, one.comment)
        for one in terms()
        if one.kind == "property"
    ]
    others = [
        Property(PREFIXES[one.prefix] + one.name, f"{one.prefix}:{one.name}", one.name, one.use)
        for one in borrowed()
        if one.prefix in PREFIXES and one.name[0].islower()
    ]
    shown = [one for one in (*ours, *others) if one.iri not in _HIDDEN]
    return tuple(sorted(shown, key=lambda one: (one.name, one.id)))


def property_of(name: str) -> Property | None:
    """The property of that id; also by its IRI or prefixed name.

    >>> property_of("reg:sent") == property_of("sent") == property_of(REG + "sent"), property_of("P31")
    (True, None)
    """
    return _by_name().get(name)


@cache
def _by_name() -> dict[str, Property]:
    return {name: one for one in known() for name in (one.id, one.iri, short(one.iri))}


@cache
def _query(name: str) -> str:
    return (resources.files("compendium.web.reconcile") / name).read_text("utf-8")


def by_kind(source: Queryable) -> dict[str, tuple[Property, ...]]:
    """The properties that things of each kind have in a graph, the commonest first.

    >>> from queries import open_reader
    >>> found = by_kind(open_reader("tests/data/shape.trig"))
    >>> [one.id for one in found["meeting"]][:3]
    ['rdfs:label', 'hostCountry', 'inSeries']
    """
    found = {}
    for kind, stored in KINDS:
        rows = source.query(fill(_query("properties.rq"), {"kind": [iri(kind)]}), file="properties.rq")
        named = [_by_name().get(str(one)) for one in rows.column("property")]
        found[stored] = tuple(one for one in named if one is not None)
    return found


def values(
    source: Queryable, things: Sequence[str], properties: Iterable[Property]
) -> Mapping[tuple[str, str], tuple[tuple[Term, str], ...]]:
    """The values that things have for properties, by the IRIs of both, each with its label.

    >>> from ontology.names import thing
    >>> from queries import open_reader
    >>> meeting, host = thing("meeting", "mtcr-plenary-2003-buenos-aires"), property_of("hostCountry")
    >>> found = values(open_reader("tests/data/shape.trig"), [meeting], [host])
    >>> [label for _, label in found[meeting, host.iri]]
    ['Argentina']
    """
    asked = {"thing": list(map(iri, things)), "property": [iri(one.iri) for one in properties]}
    found: dict[tuple[str, str], dict[Term, str]] = {}
    if not all(asked.values()):
        return {}
    for thing, name, value, label in source.query(fill(_query("values.rq"), asked), file="values.rq").rows:
        if value is not None:
            said = found.setdefault((str(thing).strip("<>"), str(name).strip("<>")), {})
            said.setdefault(value, str(getattr(label, "value", "") or ""))
    return {key: tuple(said.items()) for key, said in found.items()}
