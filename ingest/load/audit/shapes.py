"""Whether the graph has the shape that the ontology asks for."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pyoxigraph as ox

from ingest.load.audit.finding import Audit, Finding
from ontology import shapes
from ontology import terms as t
from ontology.names import PREFIXES

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Identifier

CHECK = "shapes"


def audit_shapes(store: ox.Store) -> Audit:
    """Every violation of a SHACL shape, in the union of all graphs; lesser results are warnings.

    Constraints that are queries are asked of the store itself, once for all nodes: node by node they take
    longer than all others together.

    >>> store, thing = ox.Store(), ox.NamedNode("https://example.org/decision")
    >>> store.add(ox.Quad(thing, ox.NamedNode(t.RDF_TYPE), ox.NamedNode(t.C_DECISION)))
    >>> sorted({one.message.partition(":")[0] for one in audit_shapes(store).findings})
    ['about', 'evidence', 'label', 'regime']
    """
    import rdflib
    from rdflib.namespace import SH

    wanted = rdflib.Graph().parse(data=shapes(), format="turtle")
    findings = list(_asked(store, wanted))
    wanted.remove((None, SH.sparql, None))
    data = _union(store)
    findings.extend(_held(data, wanted))
    return Audit("statements held against the shapes", len(data), tuple(sorted(findings)))


def _held(data: "Graph", wanted: "Graph") -> Iterator[Finding]:
    import pyshacl
    from rdflib import Graph, URIRef
    from rdflib.namespace import RDF, SH

    _, results, _ = pyshacl.validate(data, shacl_graph=wanted, inference="none", advanced=False)
    if not isinstance(results, Graph):
        raise RuntimeError(f"the shapes could not be applied: {results}")
    for result in results.subjects(RDF.type, SH.ValidationResult):
        message = str(results.value(result, SH.resultMessage) or "")
        path = results.value(result, SH.resultPath)
        where = str(results.value(result, SH.focusNode))
        warning = results.value(result, SH.resultSeverity) != SH.Violation
        term = str(path).rpartition("#")[2].rpartition("/")[2] if isinstance(path, URIRef) else ""
        yield Finding(CHECK, where, f"{term}: {message}" if term else message, warning)


def _asked(store: ox.Store, wanted: "Graph") -> Iterator[Finding]:
    """What the queries among the constraints select, of the nodes that their shapes are for."""
    from rdflib.namespace import SH

    for shape, constraint in wanted.subject_objects(SH.sparql):
        targets = {str(one) for one in wanted.objects(shape, SH.targetClass)}
        warning = wanted.value(constraint, SH.severity) not in (None, SH.Violation)
        message = str(wanted.value(constraint, SH.message))
        found = store.query(
            str(wanted.value(constraint, SH.select)), prefixes=PREFIXES, use_default_graph_as_union=True
        )
        if not isinstance(found, ox.QuerySolutions):
            raise RuntimeError(f"a constraint of {shape} is no SELECT query")
        for node in sorted({one.value for row in found if isinstance(one := row["this"], ox.NamedNode)}):
            if not targets or targets & _classes(store, node):
                yield Finding(CHECK, node, message, warning)


def _classes(store: ox.Store, node: str) -> set[str]:
    found = store.quads_for_pattern(ox.NamedNode(node), ox.NamedNode(t.RDF_TYPE), None, None)
    return {quad.object.value for quad in found if isinstance(quad.object, ox.NamedNode)}


def _union(store: ox.Store) -> "Graph":
    from rdflib import Graph, URIRef

    data, known = Graph(), dict[str, URIRef]()

    def term(one: object) -> "Identifier":
        if isinstance(one, ox.NamedNode):
            return known.setdefault(one.value, URIRef(one.value))
        if isinstance(one, ox.Literal):
            return _literal(one)
        raise RuntimeError(f"the graph has a term without a name: {one}")

    for quad in store:
        data.add((term(quad.subject), term(quad.predicate), term(quad.object)))
    return data


def _literal(one: ox.Literal) -> "Identifier":
    from rdflib import Literal, URIRef

    kind = one.datatype.value
    if one.language:
        return Literal(one.value, lang=one.language)
    return Literal(one.value, datatype=None if kind.endswith("#string") else URIRef(kind), normalize=False)
