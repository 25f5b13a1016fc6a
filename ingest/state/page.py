"""One document on its way into the graph: which name each node gets, and which graph each statement."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from ingest.annotate.names.names import per_knowledge
from ingest.cable import Cable, Passage
from ingest.claim import Evidence, Extraction
from ingest.document import Span
from ingest.knowledge import Knowledge
from ingest.state.label import document_label, post_names
from ingest.state.marks import UNKNOWN, Mark, joined, levels, mark, stated
from ingest.state.written import Statement, Term, literal, node
from ontology import names
from ontology import terms as t

_A, _LABEL = f" {node(t.RDF_TYPE)} ", f" {node(t.RDFS_LABEL)} "

Pair: TypeAlias = tuple[str, Term | Iterable[Term] | None]


@dataclass(frozen=True, slots=True)
class Page:
    """What every module of this package needs to know of the document that it states.

    >>> from ingest.tables import knowledge
    >>> from tests.make import cable
    >>> made = page(Extraction(cable("1. (C) Brazil agreed.")), knowledge())
    >>> made.label, made.cable.year, made.quote(Span(7, 13))
    ('08 STATE 900001', 2008, 'Brazil')
    >>> words = Evidence(Span(7, 13), "1", "country-name")
    >>> things = made.iri, made.passage("1"), made.evidence(words), made.own("ref", "A")
    >>> [one.strip(">").partition("/document/")[2] for one in things]
    ['2008STATE900001', '2008STATE900001/p/1', '2008STATE900001/e/7-13/country-name', '2008STATE900001/ref/A']
    >>> graphs = made.graph([words]), made.graph(), made.graph_of(Mark(3, ("NF",)))
    >>> [one.strip(">").rpartition("/")[2] for one in graphs]
    ['C', 'unmarked', 'S-NF']
    """

    extraction: Extraction
    knowledge: Knowledge
    levels: Mapping[str, int]
    posts: Mapping[str, str]
    overall: Mark
    marks: Mapping[str, Mark]
    cable: Cable
    iri: Term
    label: str
    edges: Sequence[int]
    """Where passages begin and end, in order."""
    graphs: dict[Mark, Term] = field(default_factory=dict)

    def own(self, *parts: str) -> Term:
        """A thing that only this document has: a passage, a directive, a piece of evidence."""
        return f"{self.iri[:-1]}/{'/'.join(map(names.escaped, parts))}>"

    def passage(self, number: str) -> Term:
        """The passage of that number."""
        return self.own("p", number)

    def evidence(self, one: Evidence) -> Term:
        """The node of a piece of evidence; the same words under the same rule have one."""
        return self.own("e", f"{one.span.start}-{one.span.end}", one.rule)

    def quote(self, span: Span) -> str:
        """The words there."""
        return span.of(self.cable.document.text)

    def graph(self, evidence: Iterable[Evidence] = ()) -> Term:
        """The graph of what rests on that evidence; that of the document itself where there is none."""
        return self.graph_of(
            joined(found) if (found := [self._mark(one) for one in evidence]) else self.overall
        )

    def graph_of(self, level: Mark) -> Term:
        """The graph of what the document says at that level."""
        if level not in self.graphs:
            self.graphs[level] = node(names.document_graph(self.cable.id, level.suffix))
        return self.graphs[level]

    def _mark(self, one: Evidence) -> Mark:
        """The mark of the passage, and of every other that the words reach into."""
        own = self.marks.get(one.passage or "", self.overall)
        if bisect_right(self.edges, one.span.start) == bisect_left(self.edges, one.span.end):
            return own
        reached = [own]
        for passage in self.cable.passages:
            touched = passage.span.start < one.span.end and one.span.start < passage.span.end
            if touched and not passage.span.holds(one.span):
                reached.append(self.marks[passage.number])
        return joined(reached)


def page(extraction: Extraction, knowledge: Knowledge) -> Page:
    """The document with what its marks mean.

    >>> from ingest.tables import knowledge
    >>> from tests.make import cable
    >>> made = page(Extraction(cable("1. (C) Text.")), knowledge())
    >>> made.marks["1"].name, made.overall.name
    ('C', 'unmarked')
    """
    known = _levels(knowledge)
    overall = raised(_overall(extraction.cable, known), extraction.raised, known)
    marks = {one.number: _passage_mark(one, known, overall) for one in extraction.cable.passages}
    posts = _post_names(knowledge)
    cable = extraction.cable
    edges = sorted({edge for one in cable.passages for edge in (one.span.start, one.span.end)})
    label = document_label(cable.id, posts, knowledge)
    iri = node(names.document(cable.id))
    return Page(extraction, knowledge, known, posts, overall, marks, cable, iri, label, edges)


def raised(own: Mark, by_copies: str | None, known: Mapping[str, int]) -> Mark:
    """The mark of a document of which a copy may have a higher one.

    >>> raised(Mark(2), "S/NF", {}).name, raised(Mark(2), None, {}).name
    ('S/NF', 'C')
    """
    found = mark(by_copies, known)
    return own if found is None else own.joined(found)


@per_knowledge
def _levels(knowledge: Knowledge) -> Mapping[str, int]:
    return levels(knowledge.markings)


@per_knowledge
def _post_names(knowledge: Knowledge) -> Mapping[str, str]:
    return post_names(knowledge.posts)


def facts(subject: Term, graph: Term, *pairs: Pair) -> Iterator[Statement]:
    """One statement for each value; those that are absent are left out.

    >>> from ingest.state.written import node, text
    >>> one = facts(node("urn:s"), node("urn:g"), ("urn:p", text("x")), ("urn:q", None), ("urn:r", ()))
    >>> list(one)
    ['<urn:s> <urn:p> "x" <urn:g> .']
    """
    for predicate, value in pairs:
        if value is None:
            continue
        for term in (value,) if isinstance(value, str) else value:
            yield f"{subject} <{predicate}> {term} {graph} ."


def named(
    thing: Term, graph: Term, label: str | None, *classes: str, also: Iterable[Pair] = ()
) -> Iterator[Statement]:
    """What a thing is and is called, with whatever else is said of it.

    >>> from tests.brief import brief
    >>> brief(named(node("urn:x/BRA"), node("urn:g"), "Brazil", t.C_COUNTRY))
    ['BRA label Brazil', 'BRA type Country']
    """
    for one in classes:
        yield f"{thing}{_A}<{one}> {graph} ."
    if label is not None and label.strip():
        yield f"{thing}{_LABEL}{literal(label)} {graph} ."
    if also:
        yield from facts(thing, graph, *also)


def known_as(thing: Term, graph: Term, label: str, kind: str, *, reworded: bool) -> Iterator[Statement]:
    """What a thing is and is called; its other name, where it goes by the words of another document.

    >>> from tests.brief import brief
    >>> brief(known_as(node("urn:x/p"), node("urn:g"), "brokers", t.C_PROPOSAL, reworded=True))
    ['p altLabel brokers', 'p type Proposal']
    """
    also = [(t.SKOS_ALT_LABEL, literal(label))] if reworded else []
    yield from named(thing, graph, None if reworded else label, kind, also=also)


def _overall(cable: Cable, known: Mapping[str, int]) -> Mark:
    if cable.header.classification is None:
        return Mark(0) if cable.kind == "PressStatement" else UNKNOWN
    return stated(cable.header, known) or UNKNOWN


def _passage_mark(passage: Passage, known: Mapping[str, int], overall: Mark) -> Mark:
    return overall if passage.marking_status == "lost" else mark(passage.marking, known) or overall
