"""The links as statements of the graph of links: each stated, each with its reason, counted by dataset."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import pyoxigraph as ox

from ingest.links.link import PREDICATES, Dataset, Link, Source, dataset_of, link_name
from ingest.links.tables import Known
from ingest.state.fact import source
from ingest.state.page import facts, named
from ingest.state.written import Statement, decimal, line, moment, node, number, quads, text
from ontology import names
from ontology import terms as t

LINKS: Final = node(names.LINKS_GRAPH)
TOOL: Final = "compendium"
OWN: Final = node(names.thing("dataset", "compendium"))


def link_quads(store: ox.Store, links: Iterable[Link], tables: Known) -> Iterator[ox.Quad]:
    """The graph of links about what the store has: a link of a thing that it has not is left out.

    >>> from ingest.links.tables import known
    >>> from tests.brief import brief
    >>> store = ox.Store()
    >>> store.bulk_load(path="tests/data/shape.trig", format=ox.RdfFormat.TRIG)
    >>> quads = list(link_quads(store, known().links, known()))
    >>> stated = brief(quads, "exactMatch", "triples")
    >>> "ARG exactMatch Q414" in stated, "exactMatch triples 2" in stated
    (True, True)
    >>> [one for one in stated if one.startswith("AFG")]
    []
    """
    labels = dict[str, str]()
    for one in links:
        if one.subject not in labels and (label := _label(store, one.subject)) is not None:
            labels[one.subject] = label
    held = [one for one in dict.fromkeys(links) if one.subject in labels]
    yield from quads(dict.fromkeys(_statements(held, labels, tables)))


def _label(store: ox.Store, thing: str) -> str | None:
    """What a thing is called, where another graph than that of the links says so."""
    for quad in store.quads_for_pattern(ox.NamedNode(thing), ox.NamedNode(t.RDFS_LABEL), None, None):
        if str(quad.graph_name) != LINKS and isinstance(quad.object, ox.Literal):
            return quad.object.value
    return None


def _statements(links: Iterable[Link], labels: Mapping[str, str], tables: Known) -> Iterator[Statement]:
    counts, cited = Counter[tuple[str, str]](), set[str]()
    elsewhere = {one.id: one for one in tables.datasets}
    for one in links:
        dataset = dataset_of(one.object, tables.datasets)
        yield from _link(one, labels[one.subject], dataset)
        cited.update(one.sources)
        if dataset is not None:
            counts[dataset.id, one.predicate] += 1
    for name in sorted(cited):
        yield from _source(tables.sources[name])
    if counts:
        yield from named(OWN, LINKS, "Compendium", t.VOID_DATASET)
    for name in sorted({dataset for dataset, _ in counts}):
        yield from _dataset(elsewhere[name])
    for (name, predicate), count in sorted(counts.items()):
        yield from _linkset(elsewhere[name], predicate, count)


def _link(link: Link, label: str, dataset: Dataset | None) -> Iterator[Statement]:
    yield line(node(link.subject), node(link.predicate_iri), node(link.object), LINKS)
    itself = node(link_name(link, dataset))
    there = link.object if dataset is None else link.object.removeprefix(dataset.namespace).strip("/")
    title = f"{label}: {there}" if dataset is None else f"{label}: {dataset.label} {there}"
    yield from named(itself, LINKS, title, t.C_LINK, t.OWL_AXIOM)
    yield from facts(
        itself,
        LINKS,
        (t.OWL_ANNOTATED_SOURCE, node(link.subject)),
        (t.OWL_ANNOTATED_PROPERTY, node(link.predicate_iri)),
        (t.OWL_ANNOTATED_TARGET, node(link.object)),
        (t.SSSOM_MAPPING_JUSTIFICATION, node(link.justification_iri)),
        (t.SSSOM_CONFIDENCE, decimal(link.confidence)),
        (t.DCTERMS_CREATED, moment(link.date)),
        (t.SSSOM_AUTHOR_LABEL, text(link.author)),
        (t.SSSOM_MAPPING_TOOL, None if link.author is not None else text(TOOL)),
        (t.DCTERMS_SOURCE, (node(names.thing("source", one)) for one in link.sources)),
        (t.RDFS_COMMENT, text(link.note)),
    )


def _source(one: Source) -> Iterator[Statement]:
    itself = node(names.thing("source", one.id))
    yield from named(itself, LINKS, " ".join(filter(None, (one.label, one.version))))
    yield from facts(
        itself,
        LINKS,
        (t.DCTERMS_LICENSE, text(one.license)),
        (t.DCTERMS_CREATED, moment(one.date)),
        (t.RDFS_SEE_ALSO, source(one.address)),
        (t.RDFS_COMMENT, text(one.note)),
    )


def _dataset(one: Dataset) -> Iterator[Statement]:
    itself = node(names.thing("dataset", one.id))
    yield from named(itself, LINKS, one.label, t.VOID_DATASET)
    yield from facts(
        itself,
        LINKS,
        (t.VOID_URI_SPACE, text(one.namespace)),
        (t.RDFS_SEE_ALSO, source(one.home)),
        (t.DCTERMS_LICENSE, source(one.license)),
    )


def _linkset(dataset: Dataset, predicate: str, count: int) -> Iterator[Statement]:
    local = predicate.partition(":")[2]
    itself = node(names.thing("linkset", dataset.id, local))
    yield from named(itself, LINKS, f"Compendium to {dataset.label}: {local}", t.VOID_LINKSET)
    yield from facts(
        itself,
        LINKS,
        (t.VOID_SUBJECTS_TARGET, OWN),
        (t.VOID_OBJECTS_TARGET, node(names.thing("dataset", dataset.id))),
        (t.VOID_LINK_PREDICATE, node(PREDICATES[predicate])),
        (t.VOID_TRIPLES, number(count)),
    )
