"""What the graph says of one document: read once, looked at by every check."""

from dataclasses import dataclass

import pyoxigraph as ox

from ingest.load.audit.view import About, Term, about, iri
from ingest.load.entry import Entry
from ontology import terms as t
from ontology.names import document


@dataclass(frozen=True, slots=True)
class Said:
    """The statements in the graphs of a document: as sorted lines of N-Quads, and by subject and predicate.

    >>> entry = Entry("00", "a.txt", "2008STATE900001", "Cable", "1", 12, (), 7, "")
    >>> found = Said(entry, (), {"<urn:a>": {iri(t.RDF_TYPE): [iri(t.C_EVIDENCE)]}})
    >>> list(found.of_class(t.C_EVIDENCE)), found.own("<urn:a>"), found.own(found.thing)
    (['<urn:a>'], False, True)
    """

    entry: Entry
    lines: tuple[bytes, ...]
    about: About

    @property
    def thing(self) -> Term:
        """The document."""
        return iri(document(self.entry.id))

    def own(self, thing: Term) -> bool:
        """Whether a thing is the document or a part of it, by its name."""
        return thing == self.thing or thing.startswith(self.thing[:-1] + "/")

    def of_class(self, kind: str) -> tuple[Term, ...]:
        """The things of a class."""
        wanted, typed = iri(kind), iri(t.RDF_TYPE)
        return tuple(thing for thing, own in self.about.items() if wanted in own.get(typed, ()))


def said(store: ox.Store, entry: Entry) -> Said:
    """What the graphs of a document say.

    >>> store, graph = ox.Store(), ox.NamedNode("urn:graph")
    >>> store.add(ox.Quad(*(ox.NamedNode(f"urn:{one}") for one in "spo"), graph))
    >>> found = said(store, Entry("00", "a.txt", "2008STATE1", "Cable", "1", 12, ("urn:graph",), 1, ""))
    >>> found.lines, found.about
    ((b'<urn:s> <urn:p> <urn:o> <urn:graph> .',), {'<urn:s>': {'<urn:p>': ['<urn:o>']}})
    """
    lines: set[bytes] = set()
    triples: list[str] = []
    for name in entry.graphs:
        graph = ox.NamedNode(name)
        written = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=graph) or b""
        end = f"{graph} .".encode()
        lines.update(one[:-1] + end for one in written.split(b"\n") if one)
        triples += (one[:-2] for one in written.decode().split("\n") if one)
    return Said(entry, tuple(sorted(lines)), about(triples))
