"""The graph described: VoID, examples of queries, and a DCAT catalogue with version and licence."""

from collections.abc import Callable, Iterator
from typing import Final
from urllib.parse import quote

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from compendium.about import CREATOR, LICENCE, PROVENANCE, RIGHTS, about
from compendium.web.context import Context
from compendium.web.negotiate import GRAPHS, TURTLE, chosen, content_type, prefers
from compendium.web.pages.known import Known
from compendium.web.pages.show import shown
from compendium.web.pages.spoken import most
from compendium.web.pages.start import holding
from compendium.web.problems import Problem
from compendium.web.rdf import triple, written
from ontology import terms as t
from ontology.names import (
    BASE,
    DCAT,
    DCTERMS,
    FOAF,
    ID,
    OWL,
    PREFIXES,
    PROV,
    RDFS,
    SCHEMA,
    SD,
    SH,
    VOID,
    XSD,
    thing,
)  # fmt: skip
from queries import Denominator
from queries.explain import denominator
from queries.question import catalogue
from queries.reach import text
from queries.store import Queryable
from queries.term import declared, fill

DATASET: Final = thing("dataset", "compendium")
_FORMS: Final = {media: media for media in dict.fromkeys(GRAPHS.values())}
Triples = Callable[[Context, Queryable], Iterator[ox.Triple]]


def routes(context: Context) -> list[BaseRoute]:
    """What describes the graph, for programs; ``/catalog`` for people, too.

    >>> from tests.web.served import context
    >>> [one.path for one in routes(context())]
    ['/.well-known/void', '/.well-known/sparql-examples', '/catalog']
    """
    known = Known(context, lambda source: (holding(source), about()))

    def catalog(request: Request) -> Response:
        if prefers(request.headers.get("accept", ""), "text/html", _FORMS):
            holds, told = known.now()
            extra = {"Vary": "Accept", "Link": '</catalog>; rel="alternate"; type="text/turtle"'}
            return shown(
                "data.html", holds=holds, about=told, licence=LICENCE, rights=RIGHTS, headers=extra,
                provenance=PROVENANCE, url=context.settings.url, dump=dump(context), prefixes=PREFIXES,
            )  # fmt: skip
        return described(request)

    described = _told(context, catalogued)
    return [
        Route("/.well-known/void", _told(context, void)),
        Route("/.well-known/sparql-examples", _told(context, examples)),
        Route("/catalog", catalog),
    ]


def _told(context: Context, triples: Triples) -> Callable[[Request], Response]:
    known = Known(context, lambda source: tuple(triples(context, source)))

    def told(request: Request) -> Response:
        media = chosen(request.headers.get("accept", ""), {TURTLE: TURTLE, **_FORMS})
        if media is None:
            raise Problem(406, f"it can be had as {', '.join(_FORMS)}", accepted=list(_FORMS))
        headers = {"Vary": "Accept", "Cache-Control": "no-cache", "Content-Type": content_type(media)}
        return Response(written(known.now(), media), headers=headers)

    return told


def dump(context: Context) -> str:
    """Where the whole graph is had at once, as far as the limits of an answer go.

    >>> from tests.web.served import context
    >>> dump(context()).startswith("http://127.0.0.1:8765/sparql?query=CONSTRUCT")
    True
    """
    lines = [line for line in text("everything").splitlines() if not line.startswith("#")]
    return f"{context.settings.url}sparql?query={quote(' '.join(' '.join(lines).split()))}"


def void(context: Context, source: Queryable) -> Iterator[ox.Triple]:
    """The dataset with its partitions by class and property, its links to others, and where it is asked.

    >>> from tests.web.served import context
    >>> told = list(void(context(), context().pool))
    >>> sum(one.predicate.value == VOID + "classPartition" for one in told) > 20
    True
    """
    node, url = ox.NamedNode, context.settings.url
    yield from _named(context)
    yield triple(DATASET, t.RDF_TYPE, node(VOID + "Dataset"))
    yield triple(DATASET, VOID + "sparqlEndpoint", node(url + "sparql"))
    yield triple(DATASET, VOID + "dataDump", node(dump(context)))
    yield triple(DATASET, VOID + "uriSpace", ID)
    yield triple(DATASET, VOID + "vocabulary", node(BASE + "ontology"))
    for iri, _ in most(source).values():
        yield triple(DATASET, VOID + "exampleResource", node(iri))
    total = 0
    for row in source.query(fill(text("relations"), {}), file="relations.rq").dicts():
        total += int(str(row["statements"]))
        part = _part(url, "property", str(row["property"]))
        yield triple(DATASET, VOID + "propertyPartition", node(part))
        yield triple(part, VOID + "property", node(str(row["property"])))
        yield triple(part, VOID + "triples", int(str(row["statements"])))
    yield triple(DATASET, VOID + "triples", total)
    for row in source.query(fill(text("kinds"), {}), file="kinds.rq").dicts():
        part = _part(url, "class", str(row["kind"]))
        yield triple(DATASET, VOID + "classPartition", node(part))
        yield triple(part, VOID + "class", node(str(row["kind"])))
        yield triple(part, VOID + "entities", int(str(row["things"])))
    yield from source.query(fill(text("linksets"), {}), file="linksets.rq").triples or ()


def _part(url: str, kind: str, iri: str) -> str:
    return f"{url}.well-known/void#{kind}-{quote(iri, safe='')}"


def _named(context: Context) -> Iterator[ox.Triple]:
    """Title, version, licence, citation and provenance: the same in VoID and DCAT."""
    told = about()
    for name, words in (
        ("title", told.title), ("description", told.summary), ("creator", CREATOR), ("rights", RIGHTS),
        ("bibliographicCitation", told.citation), ("provenance", PROVENANCE),
    ):  # fmt: skip
        yield triple(DATASET, DCTERMS + name, words)
    yield triple(DATASET, DCTERMS + "license", ox.NamedNode(LICENCE))
    yield triple(DATASET, OWL + "versionInfo", told.version)
    yield triple(DATASET, FOAF + "homepage", ox.NamedNode(context.settings.url))


def examples(context: Context, source: Queryable) -> Iterator[ox.Triple]:
    """The questions of the catalogue as queries that can be run.

    >>> from tests.web.served import context
    >>> told = list(examples(context(), context().pool))
    >>> sum(one.predicate.value == SH + "select" for one in told) == len(catalogue())
    True
    """
    from compendium.web.editor import example

    node, url = ox.NamedNode, context.settings.url
    things = {kind: node(iri) for kind, (iri, _) in most(source).items()}
    for one in catalogue():
        asked = f"{url}questions/{one.name}#query"
        yield triple(asked, t.RDF_TYPE, node(SH + "SPARQLExecutable"))
        yield triple(asked, t.RDF_TYPE, node(SH + "SPARQLSelectExecutable"))
        yield triple(asked, RDFS + "label", one.question)
        yield triple(asked, RDFS + "comment", one.summary)
        yield triple(asked, SH + "select", declared(example(one, things)))
        yield triple(asked, SCHEMA + "target", node(url + "sparql"))


def catalogued(context: Context, source: Queryable) -> Iterator[ox.Triple]:
    """The catalogue with its one dataset, and the ways in which it is had.

    >>> from tests.web.served import context
    >>> {one.object.value.rpartition("#")[2] for one in catalogued(context(), context().pool)
    ...  if one.predicate.value == t.RDF_TYPE} >= {"Catalog", "Dataset", "DataService", "Distribution"}
    True
    """
    node, url = ox.NamedNode, context.settings.url
    catalog, service, whole, run = (
        f"{url}{one}" for one in ("catalog", "sparql", "catalog#dump", "catalog#run")
    )
    yield from _named(context)
    yield from _dated(denominator(source))
    yield triple(catalog, t.RDF_TYPE, node(DCAT + "Catalog"))
    yield triple(catalog, DCTERMS + "title", about().title)
    yield triple(catalog, DCAT + "dataset", node(DATASET))
    yield triple(catalog, DCAT + "service", node(service))
    yield triple(DATASET, t.RDF_TYPE, node(DCAT + "Dataset"))
    yield triple(DATASET, DCAT + "version", about().version)
    yield triple(DATASET, DCTERMS + "conformsTo", node(BASE + "ontology"))
    yield triple(DATASET, PROV + "wasGeneratedBy", node(run))
    yield triple(run, t.RDF_TYPE, node(PROV + "Activity"))
    yield triple(run, RDFS + "label", f"compendium build, version {about().version}")
    for word in about().keywords:
        yield triple(DATASET, DCAT + "keyword", word)
    yield triple(DATASET, DCAT + "distribution", node(whole))
    yield triple(whole, t.RDF_TYPE, node(DCAT + "Distribution"))
    yield triple(whole, DCTERMS + "license", node(LICENCE))
    yield triple(whole, DCAT + "accessURL", node(dump(context)))
    yield triple(whole, DCAT + "mediaType", "text/turtle")
    yield triple(whole, DCAT + "accessService", node(service))
    yield triple(service, t.RDF_TYPE, node(DCAT + "DataService"))
    yield triple(service, t.RDF_TYPE, node(SD + "Service"))
    yield triple(service, DCAT + "endpointURL", node(service))
    yield triple(service, DCAT + "endpointDescription", node(f"{url}openapi.json"))
    yield triple(service, DCAT + "servesDataset", node(DATASET))


def _dated(total: Denominator) -> Iterator[ox.Triple]:
    """From when to when the documents are that the graph tells of, where that is known."""
    period = f"{DATASET}#period"
    if total.earliest and total.latest:
        yield triple(DATASET, DCTERMS + "temporal", ox.NamedNode(period))
        yield triple(period, t.RDF_TYPE, ox.NamedNode(DCTERMS + "PeriodOfTime"))
        for name, day in (("startDate", total.earliest), ("endDate", total.latest)):
            yield triple(period, DCAT + name, ox.Literal(day, datatype=ox.NamedNode(XSD + "date")))
