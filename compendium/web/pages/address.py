"""Where a thing is told of: from the path of a request to an IRI of ours, and back."""

from typing import Final
from urllib.parse import unquote, urlsplit

from ontology.names import BASE, ID, thing

PAGE: Final = "/page/"
DATA: Final = "/data/"
FORMS: Final = {
    ".ttl": "text/turtle",
    ".jsonld": "application/ld+json",
    ".nt": "application/n-triples",
    ".rdf": "application/rdf+xml",
}
"""Suffixes of the addresses of data, and what they are sent as."""


def named(path: str) -> str:
    """The IRI of the thing that a path names, its parts escaped as IRIs of ours are.

    >>> named("post/ABU%20DHABI").removeprefix(BASE), named("document/2008STATE900001/p/7.C")[-5:]
    ('id/post/ABU%20DHABI', 'p/7.C')
    """
    return thing(*(unquote(part) for part in path.split("/")))


def split(path: str) -> tuple[str, str | None]:
    """A path and the media type that its suffix asks for, if it has one.

    >>> split("document/2008STATE900001/p/7.C.ttl"), split("document/2008STATE900001/p/7.C")
    (('document/2008STATE900001/p/7.C', 'text/turtle'), ('document/2008STATE900001/p/7.C', None))
    """
    for suffix, media in FORMS.items():
        if path.endswith(suffix):
            return path.removesuffix(suffix), media
    return path, None


def address(iri: str) -> str | None:
    """Where people read about a thing: on our page, or elsewhere on the web; None where nobody can go.

    >>> address(ID + "country/ARG"), address("https://example.org/a"), address("javascript:alert(1)")
    ('/page/country/ARG', 'https://example.org/a', None)
    >>> address(BASE + "ontology#Decision"), address(BASE + "graph/authority")
    ('/ontology#Decision', '/graph/authority')
    """
    if iri.startswith(ID):
        return PAGE + iri.removeprefix(ID)
    if iri.startswith(BASE):
        return "/" + iri.removeprefix(BASE)
    return iri if urlsplit(iri).scheme in ("http", "https") else None


def data(iri: str, suffix: str) -> str:
    """Where programs read about a thing of ours, in the form of that suffix.

    >>> data(ID + "country/ARG", ".ttl")
    '/data/country/ARG.ttl'
    """
    return DATA + iri.removeprefix(ID) + suffix
