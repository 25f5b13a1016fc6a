"""What was seen and not decided, from every stage, once each."""

from collections.abc import Iterator
from dataclasses import replace

from ingest.cable import Cable, Problem
from ingest.claim import CitationClaim, Evidence, Extraction
from ingest.document import Span
from ingest.state.label import short
from ingest.state.page import Page, facts, named
from ingest.state.written import Statement, text
from ontology import terms as t

RULE = "unresolved"


def undecided(extraction: Extraction) -> tuple[Problem, ...]:
    """The problems of a document in the order of its text.

    A reference whose document could not be told is always among them.

    >>> from ingest.claim import ReferenceClaim
    >>> from tests.make import cable
    >>> item = ReferenceClaim((Evidence(Span(5, 15), None, "ref-item"),), "A", "other", "A. TELECON")
    >>> [(one.text, one.why) for one in undecided(Extraction(cable("REF: A. TELECON"), references=(item,)))]
    [('A. TELECON', 'the item does not determine a document')]
    """
    problems = list(dict.fromkeys((*extraction.unresolved, *extraction.cable.problems)))
    reasons = {one.span: one.why for one in extraction.cable.references}
    for claim in extraction.references:
        span = claim.evidence[0].span
        if claim.target is None and not any(_same_place(span, one.span) for one in problems):
            why = reasons.get(span) or "the item does not determine a document"
            problems.append(Problem(claim.raw, span, why))
    for citation in pointless(extraction):
        span = citation.evidence[0].span
        if not any(_same_place(span, one.span) for one in problems):
            words = span.of(extraction.cable.text)
            problems.append(Problem(words, span, "the list of references has no such item"))
    told = (_verbatim(one, extraction.cable) for one in problems)
    return tuple(sorted(dict.fromkeys(told), key=lambda one: (one.span, one.why)))


def _verbatim(problem: Problem, cable: Cable) -> Problem:
    """The problem with its words as they came."""
    if problem.text != problem.span.of(cable.text):
        return problem
    return replace(problem, text=problem.span.of(cable.document.text))


def pointless(extraction: Extraction) -> tuple[CitationClaim, ...]:
    """The pointers that lead to no document and to no item of the list; they are stated as unresolved.

    >>> from tests.make import cable
    >>> pointer = CitationClaim((Evidence(Span(11, 16), "1", "ref-letter"),), "1", "K", None)
    >>> [one.label for one in pointless(Extraction(cable("1. (C) Per REF K."), citations=(pointer,)))]
    ['K']
    """
    letters = {one.label for one in extraction.references}
    return tuple(one for one in extraction.citations if one.target is None and one.label not in letters)


def untold(extraction: Extraction) -> tuple[Problem, ...]:
    """The problems that stand for references whose document could not be told, one for each of them.

    >>> from ingest.claim import ReferenceClaim
    >>> from tests.make import cable
    >>> item = ReferenceClaim((Evidence(Span(5, 15), None, "ref-item"),), "A", "other", "A. TELECON")
    >>> open_place = Problem("the Group", Span(20, 29), "no meeting of that name")
    >>> said = Extraction(cable("REF: A. TELECON"), references=(item,), unresolved=(open_place,))
    >>> [one.text for one in untold(said)]
    ['A. TELECON']
    """
    found = undecided(extraction)
    spans = [one.evidence[0].span for one in extraction.references if one.target is None]
    matched = (next((one for one in found if _same_place(span, one.span)), None) for span in spans)
    return tuple(one for one in matched if one is not None)


def problem_evidence(page: Page, problem: Problem) -> Evidence:
    """The words of a problem as evidence that it is there.

    >>> from ingest.state.page import page
    >>> from ingest.tables import knowledge
    >>> from tests.make import cable
    >>> made = page(Extraction(cable("1. (C) The Group met.")), knowledge())
    >>> problem_evidence(made, Problem("the Group", Span(7, 16), "no meeting of that name")).passage
    '1'
    """
    inside = page.cable.passage_at(problem.span.start)
    return Evidence(problem.span, None if inside is None else inside.number, RULE)


def _same_place(span: Span, other: Span) -> bool:
    return span.holds(other) or other.holds(span)


def unresolved_quads(page: Page) -> Iterator[Statement]:
    """A node for each place where reading abstained, with the reason.

    >>> from ingest.state.page import page
    >>> from ingest.tables import knowledge
    >>> from tests.brief import brief
    >>> from tests.make import cable
    >>> open_place = Problem("The Group", Span(7, 16), "no meeting of that name")
    >>> said = Extraction(cable("1. (C) The Group met."), unresolved=(open_place,))
    >>> brief(unresolved_quads(page(said, knowledge())), "label", "reason")
    ['7-16 label The Group', '7-16 reason no meeting of that name']
    """
    for problem in undecided(page.extraction):
        evidence = problem_evidence(page, problem)
        graph = page.graph([evidence])
        thing = page.own("u", f"{problem.span.start}-{problem.span.end}")
        passage = None if evidence.passage is None else page.passage(evidence.passage)
        label = short(page.quote(problem.span)) or "nothing"
        yield from named(thing, graph, label, t.C_UNRESOLVED)
        yield from facts(
            thing,
            graph,
            (t.IN_PASSAGE, passage),
            (t.REASON, text(problem.why)),
            (t.EVIDENCE, page.evidence(evidence)),
        )
