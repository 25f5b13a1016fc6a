"""What a query tells and what it should tell, in a form in which two of them can be compared."""

from collections import Counter
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox
import rdflib
from rdflib.plugins.sparql.results.rdfresults import RDFResult

Rows: TypeAlias = "Counter[str] | bool"


def table(body: bytes, media: str) -> ox.QuerySolutions | ox.QueryBoolean:
    """A table as it was sent."""
    form = ox.QueryResultsFormat.from_media_type(media.partition(";")[0])
    assert form is not None
    return ox.parse_query_results(body, format=form)


def expected(path: Path) -> ox.QuerySolutions | ox.QueryBoolean:
    """A table as a file of the suite has it."""
    if path.suffix == ".ttl":  # rows as statements, which only the older tests have
        graph = rdflib.Graph().parse(path)
        body = RDFResult(graph).serialize(format="json")
        assert body is not None
        return ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
    form = ox.QueryResultsFormat.from_extension(path.suffix[1:])
    assert form is not None, path
    return ox.parse_query_results(path.read_bytes(), format=form)


def same_rows(told: bytes, media: str, wanted: Path) -> bool:
    """Whether two tables have the same rows, whatever their order and the names of their blank nodes."""
    first, second = table(told, media), expected(wanted)
    if isinstance(first, ox.QueryBoolean) or isinstance(second, ox.QueryBoolean):
        return isinstance(first, ox.QueryBoolean) and bool(first) == bool(second)
    return _written(first) == _written(second)


def quads(file: Path, graph: ox.NamedNode | ox.DefaultGraph) -> list[ox.Quad]:
    """The statements of a file, all in one graph."""
    form = ox.RdfFormat.from_extension(file.suffix[1:])
    parsed = ox.parse(file.read_bytes(), form, base_iri=f"file://{file}", rename_blank_nodes=True)
    return [ox.Quad(one.subject, one.predicate, one.object, graph) for one in parsed]


def same_graphs(told: list[ox.Quad], wanted: list[ox.Quad]) -> bool:
    """Whether two sets of statements are the same but for the names of their blank nodes."""
    return _canonical(told) == _canonical(wanted)


def _written(rows: ox.QuerySolutions) -> list[str]:
    """Rows as statements about themselves: a store writes numbers in one way, as the service does."""
    names = [one.value for one in rows.variables]
    quads = []
    count = 0
    for row in rows:
        count += 1
        subject = ox.BlankNode()
        quads.append(ox.Quad(subject, ox.NamedNode("x:in"), ox.NamedNode("x:rows")))
        for name in names:
            if row[name] is not None:
                quads.append(ox.Quad(subject, ox.NamedNode(f"x:{name}"), row[name]))
    return [f"{sorted(names)} {count}", *_canonical(quads)]


def _canonical(quads: list[ox.Quad]) -> list[str]:
    store = ox.Store()
    store.extend(quads)
    found = ox.Dataset(store)
    found.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return sorted(str(one) for one in found)
