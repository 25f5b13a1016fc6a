"""Whether everything that is pointed to is described, and every piece of evidence is used."""

from typing import Final

import pyoxigraph as ox

from ingest.load.audit.finding import Audit, Finding
from ontology import terms as t
from ontology.names import ID, REG

DECLARED: Final = frozenset((*t.CLASSES, *t.PROPERTIES))


def audit_links(store: ox.Store) -> Audit:
    """No name without a description, no term that the ontology lacks, no evidence that supports nothing.

    >>> store, cable = ox.Store(), ox.NamedNode(ID + "document/2008STATE900001")
    >>> store.add(ox.Quad(cable, ox.NamedNode(t.CITES), ox.NamedNode(ID + "document/2008STATE900002")))
    >>> [one.where.removeprefix(ID) for one in audit_links(store).findings]
    ['document/2008STATE900002']
    """
    described: set[str] = set()
    pointed: dict[str, str] = {}
    evidence: set[str] = set()
    terms: set[str] = set()
    for quad in store:
        subject, target = _iri(quad.subject), _iri(quad.object)
        described.add(subject)
        terms.add(quad.predicate.value)
        if quad.predicate.value == t.RDF_TYPE:
            terms.add(target)
            if target == t.C_EVIDENCE:
                evidence.add(subject)
        elif target.startswith(ID):
            pointed.setdefault(target, subject)
    findings = [
        Finding("links", name, f"is pointed to by {pointed[name]} and described nowhere")
        for name in sorted(set(pointed) - described)
    ]
    findings += [Finding("links", name, "supports nothing") for name in sorted(evidence - set(pointed))]
    unknown = sorted(one for one in terms if one.startswith(REG) and one not in DECLARED)
    findings += [Finding("links", name, "is a term that the ontology lacks") for name in unknown]
    return Audit("things pointed to", len(pointed), tuple(findings))


def _iri(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode) else ""
