"""Triples for programs: written with prefixes, in the form that was asked for."""

from collections.abc import Iterable
from typing import Final

import pyoxigraph as ox

from ontology.names import DCAT, FOAF, PREFIXES, SCHEMA, SD, SH

NAMED: Final = {**PREFIXES, "dcat": DCAT, "foaf": FOAF, "schema": SCHEMA, "sd": SD, "sh": SH}


def written(triples: Iterable[ox.Triple], media: str) -> bytes:
    """Triples in an RDF format, sorted, each once.

    >>> from ontology import terms as t
    >>> one = triple("https://example.org/a", t.RDFS_LABEL, "A")
    >>> written([one, one], "text/turtle").splitlines()[-1]
    b'<https://example.org/a> rdfs:label "A" .'
    """
    form = ox.RdfFormat.from_media_type(media)
    if form is None:
        raise ValueError(f"{media} is no RDF format")
    ordered = sorted(set(triples), key=lambda one: (str(one.subject), str(one.predicate), str(one.object)))
    used = {one for triple in ordered for one in _iris(triple)}
    prefixes = {name: space for name, space in NAMED.items() if any(one.startswith(space) for one in used)}
    return ox.serialize(ordered, format=form, prefixes=prefixes) or b""


def _iris(triple: ox.Triple) -> Iterable[str]:
    for term in (triple.subject, triple.predicate, triple.object):
        if isinstance(term, ox.NamedNode):
            yield term.value
        elif isinstance(term, ox.Literal):
            yield term.datatype.value


def rewritten(n_triples: bytes, media: str) -> bytes:
    """The same in another format.

    >>> rewritten(b"<x:a> <x:b> <x:c> .", "text/turtle")
    b'<x:a> <x:b> <x:c> .\\n'
    """
    quads = ox.parse(input=n_triples, format=ox.RdfFormat.N_TRIPLES)
    return written((quad.triple for quad in quads), media)


def triple(subject: str, predicate: str, value: str | int | ox.NamedNode | ox.Literal) -> ox.Triple:
    """A triple of a thing, a property and a value; text is a string, another thing is given as a node.

    >>> triple("x:a", "x:b", 3).object.value
    '3'
    """
    end = ox.Literal(value) if isinstance(value, str | int) else value
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), end)
