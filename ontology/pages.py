"""Derives ``docs/ontology/index.html``: ``python -m ontology.pages``, or ``--check`` to compare only.

The page is one file without scripts; each term is an anchor under its local name, so that the IRI of a term
leads to its description wherever the page is served as the ontology.
"""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ontology.generate import write
from ontology.names import DCTERMS, DEFAULT_BASE, OWL, PREFIXES, RDF, SKOS
from ontology.source import (
    DEFAULT_REG,
    HERE,
    REGIME,
    VOCABULARIES,
    Term,
    Values,
    borrowed,
    described,
    parse,
    terms,
)

TARGET: Final = HERE.parent / "docs" / "ontology" / "index.html"
LEVEL: Final = DEFAULT_REG + "level"
UNRANKED: Final = "9"


@dataclass(frozen=True, slots=True)
class Link:
    """A term as the page names it: what is shown, and where it leads."""

    shown: str
    href: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A term of the page with everything that is said of it; each row is a title and its links."""

    term: Term
    type: Link
    rows: tuple[tuple[str, tuple[Link, ...]], ...]


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept of a scheme; ``level`` is empty where it has none."""

    anchor: str
    iri: str
    notation: str
    label: str
    definition: str
    example: str
    level: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """A list of concepts."""

    anchor: str
    iri: str
    label: str
    definition: str
    concepts: tuple[Concept, ...]


def link(iri: str) -> Link:
    """How the page names a term, ours or another's.

    >>> link(DEFAULT_REG + "Cable"), link(SKOS + "Concept").shown
    (Link(shown='reg:Cable', href='#Cable'), 'skos:Concept')
    """
    if iri.startswith(DEFAULT_REG):
        name = iri.removeprefix(DEFAULT_REG)
        return Link(f"reg:{name}", f"#{name}")
    for prefix, space in PREFIXES.items():
        if iri.startswith(space):
            return Link(f"{prefix}:{iri.removeprefix(space)}", iri)
    return Link(iri, iri)


def _entries(declared: Iterable[Term]) -> tuple[Entry, ...]:
    """The terms with what stands above and below them, and the properties that start or end at a class."""
    known = tuple(declared)
    return tuple(Entry(term, link(term.type), _rows(term, known)) for term in known)


def _rows(term: Term, known: tuple[Term, ...]) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    iri = DEFAULT_REG + term.name
    rows = (
        ("is a kind of", term.parents),
        ("kinds of it", _names(other for other in known if iri in other.parents)),
        ("from", term.domains),
        ("to", term.ranges),
        ("its properties", _names(other for other in known if iri in other.domains)),
        ("properties that lead to it", _names(other for other in known if iri in other.ranges)),
        (
            "never at once a",
            _names(o for o in known if iri in o.disjoint or DEFAULT_REG + o.name in term.disjoint),
        ),
    )
    return tuple((title, tuple(map(link, iris))) for title, iris in rows if iris)


def _names(found: Iterable[Term]) -> tuple[str, ...]:
    return tuple(DEFAULT_REG + term.name for term in found)


def schemes(folder: Path = VOCABULARIES) -> tuple[Scheme, ...]:
    """The lists of concepts, sorted by name, their concepts by level and notation.

    >>> stances = next(one for one in schemes() if one.label == "stances")
    >>> [concept.notation for concept in stances.concepts][:2]
    ['opposes', 'questions']
    """
    known = described(triple for path in sorted(folder.glob("*.ttl")) for triple in parse(path))
    return tuple(
        Scheme(
            anchor=_anchor(iri),
            iri=iri,
            label=_first(values, SKOS + "prefLabel"),
            definition=_first(values, SKOS + "definition"),
            concepts=_members(iri, known),
        )
        for iri, values in known.items()
        if SKOS + "ConceptScheme" in values[RDF + "type"]
    )


def _members(scheme: str, known: Mapping[str, Values]) -> tuple[Concept, ...]:
    found = (
        Concept(
            anchor=_anchor(iri),
            iri=iri,
            notation=_first(values, SKOS + "notation"),
            label=_first(values, SKOS + "prefLabel"),
            definition=_first(values, SKOS + "definition"),
            example=_first(values, SKOS + "example"),
            level=_first(values, LEVEL),
        )
        for iri, values in known.items()
        if scheme in values.get(SKOS + "inScheme", ())
    )
    return tuple(sorted(found, key=lambda concept: (concept.level or UNRANKED, concept.notation)))


def _anchor(iri: str) -> str:
    return iri.removeprefix(DEFAULT_BASE + "id/").replace("/", "-")


def _first(values: Values, predicate: str) -> str:
    return values.get(predicate, ("",))[0]


def page() -> str:
    """The HTML of the term page: the same files give the same bytes.

    >>> html = page()
    >>> 'id="Directive"' in html, "<script" in html
    (True, False)
    """
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    ontology = described(parse(REGIME))[DEFAULT_BASE + "ontology"]
    known = _entries(terms())
    return environment.get_template("terms.html").render(
        title=_first(ontology, DCTERMS + "title"),
        description=_first(ontology, DCTERMS + "description"),
        version=_first(ontology, OWL + "versionInfo"),
        license=_first(ontology, DCTERMS + "license"),
        namespace=DEFAULT_REG,
        sections=(
            ("page-classes", "Classes", tuple(one for one in known if one.term.kind == "class")),
            ("page-properties", "Properties", tuple(one for one in known if one.term.kind == "property")),
        ),
        schemes=schemes(),
        borrowed=tuple((link(PREFIXES[one.prefix] + one.name), one.use) for one in borrowed()),
    )


def main(arguments: list[str]) -> int:
    """Rewrite the term page, or with ``--check`` tell by exit code 1 that it is stale; 2 is wrong use.

    >>> main(["--check"]), main(["--wrong"])
    (0, 2)
    """
    if arguments not in ([], ["--check"]):
        print("usage: python -m ontology.pages [--check]", file=sys.stderr)
        return 2
    if write(TARGET, page(), check=bool(arguments)):
        return 0
    print(f"{TARGET.name} is not what its sources say: run python -m ontology.pages", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
