"""One judgement that a thing here and a thing elsewhere are the same, or nearly."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

from ontology import names

PREDICATES: Final = {
    "skos:exactMatch": names.SKOS + "exactMatch",
    "skos:closeMatch": names.SKOS + "closeMatch",
    "skos:broadMatch": names.SKOS + "broadMatch",
    "skos:narrowMatch": names.SKOS + "narrowMatch",
    "skos:relatedMatch": names.SKOS + "relatedMatch",
    "owl:sameAs": names.OWL + "sameAs",
    "rdfs:seeAlso": names.RDFS + "seeAlso",
}
"""The properties by which a link can be stated."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """Another dataset: its IRIs begin with ``namespace``."""

    id: str
    label: str
    namespace: str
    home: str
    license: str | None
    of: str


@dataclass(frozen=True, slots=True)
class Source:
    """What a link of the tables was taken from, with its licence and the day."""

    id: str
    label: str
    version: str | None
    date: str
    license: str
    address: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Link:
    """A judgement: ``subject`` and ``object`` are IRIs, ``predicate`` and ``justification`` short names.

    ``sources`` are those of the tables; ``author`` is the person who judged, where it was one.

    >>> link = Link(names.thing("country", "ARG"), "skos:exactMatch", "http://www.wikidata.org/entity/Q414",
    ...     "semapv:LexicalMatching", 0.99, "2026-11-23")
    >>> link.predicate_iri.rpartition("#")[2], link.justification_iri.rpartition("/")[2]
    ('exactMatch', 'LexicalMatching')
    """

    subject: str
    predicate: str
    object: str
    justification: str
    confidence: float
    date: str
    sources: tuple[str, ...] = ()
    author: str | None = None
    note: str | None = None

    @property
    def predicate_iri(self) -> str:
        """The IRI of the property."""
        return PREDICATES[self.predicate]

    @property
    def justification_iri(self) -> str:
        """The IRI of the kind of reason."""
        return names.SEMAPV + self.justification.removeprefix("semapv:")


def dataset_of(iri: str, datasets: Iterable[Dataset]) -> Dataset | None:
    """The dataset whose IRIs begin like that one.

    >>> wikidata = Dataset("wikidata", "Wikidata", "http://www.wikidata.org/entity/", "", None, "")
    >>> dataset_of("http://www.wikidata.org/entity/Q414", [wikidata]).id, dataset_of("urn:x", [wikidata])
    ('wikidata', None)
    """
    return next((one for one in datasets if iri.startswith(one.namespace) and iri != one.namespace), None)


def link_name(link: Link, dataset: Dataset | None) -> str:
    """The IRI of the link itself: what it links, readable where the other dataset is known.

    >>> wikidata = Dataset("wikidata", "Wikidata", "http://www.wikidata.org/entity/", "", None, "")
    >>> link = Link(names.thing("country", "ARG"), "skos:exactMatch", wikidata.namespace + "Q414", "", 1, "")
    >>> link_name(link, wikidata).removeprefix(names.ID), link_name(link, None).removeprefix(names.ID)
    ('link/country/ARG/wikidata/Q414', 'link/country/ARG/elsewhere/11ceb549')
    """
    own = link.subject.removeprefix(names.ID)
    if dataset is None:
        mark = blake2b(link.object.encode(), digest_size=4).hexdigest()
        return f"{names.thing('link')}/{own}/elsewhere/{mark}"
    local = link.object.removeprefix(dataset.namespace).strip("/")
    return f"{names.thing('link')}/{own}/{names.escaped(dataset.id)}/{names.escaped(local)}"
