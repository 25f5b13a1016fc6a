"""Whether everything that is pointed to is described, and every piece of evidence is used."""

from collections.abc import Iterator, Mapping
from typing import Final

from ingest.load.audit.finding import Finding
from ingest.load.audit.view import About, Term, Whole, iri
from ontology import terms as t
from ontology.names import ID, REG

CHECK: Final = "links"
DECLARED: Final = frozenset(map(iri, (*t.CLASSES, *t.PROPERTIES)))
TYPE, EVIDENCE = iri(t.RDF_TYPE), iri(t.C_EVIDENCE)
THINGS, TERMS = f"<{ID}", f"<{REG}"


def links(about: About, pointed: Mapping[Term, Term], whole: Whole) -> Iterator[Finding]:
    """No name without a description, no term that the ontology lacks, no evidence that supports nothing.

    >>> import pyoxigraph as ox
    >>> from ingest.load.audit.view import about
    >>> said = about([f"{THINGS}document/2008STATE900001> {iri(t.CITES)} {THINGS}document/2008STATE900002>"])
    >>> [one.where.removeprefix(ID) for one in links(said, pointed_to(said), Whole(ox.Store()))]
    ['document/2008STATE900002']
    """
    for thing, source in pointed.items():
        if thing not in about and not whole.described(thing):
            yield Finding(CHECK, thing[1:-1], f"is pointed to by {source[1:-1]} and described nowhere")
    for thing, own in about.items():
        if EVIDENCE in own.get(TYPE, ()) and thing not in pointed and not whole.pointed(thing):
            yield Finding(CHECK, thing[1:-1], "supports nothing")
    for term in sorted(_terms(about) - DECLARED):
        yield Finding(CHECK, term[1:-1], "is a term that the ontology lacks")


def pointed_to(about: About) -> dict[Term, Term]:
    """The things of ours that statements point to, each with one that does.

    >>> found = pointed_to({"<urn:a>": {"<urn:p>": [f"{THINGS}country/ARG>", '"ARG"']}})
    >>> [(one.removeprefix(THINGS), other) for one, other in found.items()]
    [('country/ARG>', '<urn:a>')]
    """
    found: dict[Term, Term] = {}
    for subject, own in about.items():
        for predicate, values in own.items():
            if predicate != TYPE:
                for value in values:
                    if value.startswith(THINGS):
                        found.setdefault(value, subject)
    return found


def _terms(about: About) -> set[Term]:
    used = {predicate for own in about.values() for predicate in own}
    used.update(kind for own in about.values() for kind in own.get(TYPE, ()))
    return {one for one in used if one.startswith(TERMS)}
