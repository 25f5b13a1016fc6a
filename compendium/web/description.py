"""The service described to programs: SPARQL 1.1 Service Description."""

import json
from typing import Final

import pyoxigraph as ox

from compendium.web.context import Context
from ontology import terms as t
from ontology.names import FORMATS, PREFIXES, SD
from queries.contain import Asked

_GRAPHS: Final = Asked("SELECT ?graph { GRAPH ?graph {} } ORDER BY ?graph", "application/sparql-results+json")

_RESULTS: Final = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "N-Quads",
    "TriG",
    "JSON-LD",
    "RDF_XML",
)
_INPUTS: Final = ("Turtle", "N-Triples", "RDF_XML", "JSON-LD")


async def described(context: Context, media: str) -> bytes:
    """What the service can do and which graphs it has, in an RDF format.

    >>> import asyncio
    >>> from tests.web.served import context
    >>> b"UnionDefaultGraph" in asyncio.run(described(context(), "text/turtle"))
    True
    """
    told = await context.pool.ask(_GRAPHS)
    rows = json.loads(told.body)["results"]["bindings"]
    names = [row["graph"]["value"] for row in rows if row["graph"]["type"] == "uri"]
    form = ox.RdfFormat.from_media_type(media)
    if form is None:
        raise ValueError(f"{media} is no RDF format")
    triples = _service(context, names)
    return ox.serialize(triples, format=form, prefixes={"sd": SD, "rdf": PREFIXES["rdf"]}) or b""


def _service(context: Context, names: list[str]) -> list[ox.Triple]:
    endpoint = context.settings.url + "sparql"
    service, dataset = ox.NamedNode(endpoint), ox.NamedNode(f"{endpoint}#dataset")
    writes = context.settings.token is not None
    languages = ("SPARQL11Query", "SPARQL11Update") if writes else ("SPARQL11Query",)
    told = [
        _triple(service, t.RDF_TYPE, SD + "Service"),
        _triple(service, SD + "endpoint", endpoint),
        _triple(service, SD + "feature", SD + "UnionDefaultGraph"),
        *(_triple(service, SD + "supportedLanguage", SD + one) for one in languages),
        *(_triple(service, SD + "resultFormat", FORMATS + one) for one in _RESULTS),
        *(_triple(service, SD + "inputFormat", FORMATS + one) for one in _INPUTS if writes),
        _triple(service, SD + "defaultDataset", dataset.value),
        _triple(service, SD + "availableGraphs", dataset.value),
    ]
    return [*told, *_dataset(dataset, names)]


def _dataset(dataset: ox.NamedNode, names: list[str]) -> list[ox.Triple]:
    union = ox.NamedNode(f"{dataset.value}-union")
    told = [
        _triple(dataset, t.RDF_TYPE, SD + "Dataset"),
        _triple(dataset, t.RDF_TYPE, SD + "GraphCollection"),
        _triple(dataset, SD + "defaultGraph", union.value),
        _triple(union, t.RDF_TYPE, SD + "Graph"),
    ]
    for name in names:
        named = ox.BlankNode()
        told += [
            ox.Triple(dataset, ox.NamedNode(SD + "namedGraph"), named),
            ox.Triple(named, ox.NamedNode(t.RDF_TYPE), ox.NamedNode(SD + "NamedGraph")),
            ox.Triple(named, ox.NamedNode(SD + "name"), ox.NamedNode(name)),
        ]
    return told


def _triple(subject: ox.NamedNode, predicate: str, value: str) -> ox.Triple:
    return ox.Triple(subject, ox.NamedNode(predicate), ox.NamedNode(value))
