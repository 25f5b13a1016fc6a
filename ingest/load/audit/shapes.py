"""Whether the graph has the shape that the ontology asks for."""

from typing import TYPE_CHECKING

import pyoxigraph as ox

from ingest.load.audit.finding import Audit, Finding
from ontology import shapes

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node


def audit_shapes(store: ox.Store) -> Audit:
    """Every violation of a SHACL shape, in the union of all graphs; lesser results are warnings."""
    import pyshacl
    import rdflib
    from rdflib.namespace import RDF, SH

    data = rdflib.Graph()
    triples = {str(quad.triple) for quad in store}
    data.parse(data=" .\n".join(sorted(triples)) + " .\n" if triples else "", format="nt")
    wanted = rdflib.Graph().parse(data=shapes(), format="turtle")
    _, results, _ = pyshacl.validate(data, shacl_graph=wanted, inference="none", advanced=False)
    assert isinstance(results, rdflib.Graph)
    findings = []
    for result in results.subjects(RDF.type, SH.ValidationResult):
        message = str(results.value(result, SH.resultMessage) or "")
        path = str(results.value(result, SH.resultPath) or "")
        where = str(results.value(result, SH.focusNode))
        warning = _severity(results, wanted, result) != SH.Violation
        findings.append(Finding("shapes", where, f"{path} {message}".strip(), warning))
    return Audit("statements held against the shapes", len(triples), tuple(sorted(findings)))


def _severity(results: "Graph", wanted: "Graph", result: "Node") -> "Node | None":
    """That of the constraint, where it has one of its own, else that of the shape."""
    from rdflib.namespace import SH

    constraint = results.value(result, SH.sourceConstraint)
    own = None if constraint is None else wanted.value(constraint, SH.severity)
    own = own or (None if constraint is None else results.value(constraint, SH.severity))
    return own or results.value(result, SH.resultSeverity)
