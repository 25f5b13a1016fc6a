"""The names of things: the one place where our base IRI and the namespaces stand.

An IRI is minted from parts that are escaped here, so that whatever a document says can be part of a name.
"""

import os
from string import ascii_letters, digits
from typing import Final
from urllib.parse import quote

DEFAULT_BASE: Final = "https://w3id.org/compendium/"
"""The base that the Turtle files carry; ``ontology.triples`` replaces it where ``BASE`` is another."""
BASE: Final = os.environ.get("COMPENDIUM_BASE", DEFAULT_BASE)

REG: Final = BASE + "ontology#"
ID: Final = BASE + "id/"
SEARCH: Final = BASE + "search#"
"""Of relations that no graph has: the full-text index answers where a query asks for them."""
GRAPH: Final = BASE + "graph/"

DCAT: Final = "http://www.w3.org/ns/dcat#"
DCTERMS: Final = "http://purl.org/dc/terms/"
FOAF: Final = "http://xmlns.com/foaf/0.1/"
OA: Final = "http://www.w3.org/ns/oa#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
PROV: Final = "http://www.w3.org/ns/prov#"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
SD: Final = "http://www.w3.org/ns/sparql-service-description#"
FORMATS: Final = "http://www.w3.org/ns/formats/"
SCHEMA: Final = "https://schema.org/"
SEMAPV: Final = "https://w3id.org/semapv/vocab/"
SH: Final = "http://www.w3.org/ns/shacl#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
SSSOM: Final = "https://w3id.org/sssom/"
VOID: Final = "http://rdfs.org/ns/void#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"

PREFIXES: Final[dict[str, str]] = {
    "reg": REG,
    "id": ID,
    "graph": GRAPH,
    "dcterms": DCTERMS,
    "oa": OA,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "semapv": SEMAPV,
    "skos": SKOS,
    "sssom": SSSOM,
    "void": VOID,
    "xsd": XSD,
}

_PLAIN: Final = frozenset(ascii_letters + digits + "-._~,")
"""The characters that stand for themselves in a part of a name."""

AUTHORITY_GRAPH: Final = GRAPH + "authority"
ONTOLOGY_GRAPH: Final = GRAPH + "ontology"
LINKS_GRAPH: Final = GRAPH + "links"
DERIVED_GRAPH: Final = GRAPH + "derived"
OWN_GRAPHS: Final = GRAPH + "own/"
"""Graphs below this are of the people who use a store, as are all that have another base."""


def follows(graph: str) -> bool:
    """Whether a graph follows from the documents of a store, so that nobody writes to it by hand.

    >>> follows(DERIVED_GRAPH), follows(OWN_GRAPHS + "notes"), follows("https://example.org/notes")
    (True, False, False)
    """
    return graph.startswith(GRAPH) and not graph.startswith(OWN_GRAPHS)


def thing(*parts: str) -> str:
    """IRI of the thing that *parts* name, each part escaped.

    >>> thing("document", "2008STATE34976", "p", "7.C").removeprefix(ID)
    'document/2008STATE34976/p/7.C'
    >>> thing("post", "ABU DHABI").removeprefix(ID)
    'post/ABU%20DHABI'
    """
    return ID + "/".join(escaped(part) for part in parts)


def escaped(part: str) -> str:
    """A part of a name in characters that an IRI can have.

    >>> escaped("7.C"), escaped("ABU DHABI")
    ('7.C', 'ABU%20DHABI')
    """
    # nearly all parts need no escape, and quote() takes long to find that out
    return part if _PLAIN.issuperset(part) else quote(part, safe="-._~,")


def document(identifier: str) -> str:
    """IRI of the document with that identifier.

    >>> document("2008STATE34976").removeprefix(BASE)
    'id/document/2008STATE34976'
    """
    return thing("document", identifier)


def passage(identifier: str, number: str) -> str:
    """IRI of one passage of a document.

    >>> passage("2008STATE34976", "7.C").removeprefix(BASE)
    'id/document/2008STATE34976/p/7.C'
    """
    return thing("document", identifier, "p", number)


def document_graph(identifier: str, level: str) -> str:
    """IRI of the named graph that holds what a document says at one marking level.

    >>> document_graph("2008STATE34976", "C").removeprefix(BASE)
    'graph/document/2008STATE34976/C'
    """
    return GRAPH + "/".join(("document", quote(identifier, safe="-._~,"), quote(level, safe="")))
