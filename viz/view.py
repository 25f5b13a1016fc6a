"""Answers and neighbourhoods as graphs: which things are shown, how they are tied, and the words for it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

import pyoxigraph as ox

from ontology.names import thing
from queries import Answer, Queryable
from queries.reach import reach, text
from queries.term import fill, local
from viz.graph import Edge, GraphView, Node, Quote

Facts = dict[str, list[str]]
Ties = dict[tuple[str, str, str], set[str]]

KINDS: Final = (
    "Ghost", "Directive", "Decision", "Proposal", "Position", "Implementation", "Meeting", "MeetingSeries",
    "PressStatement", "Cable", "Email", "Memorandum", "Paper", "Instrument", "Document", "Country",
    "Organization", "Person", "Post", "Topic", "Tag", "Regime",
)  # fmt: skip
"""The classes that a picture tells apart; a thing of several takes the first."""

RELATIONS: Final = {
    "restsOnDecision": "rests on decision",
    "followsDocument": "follows document",
    "concernsProposal": "concerns proposal",
    "dependsOnIndirectly": "depends on, through other guidance",
    "inPassage": "stands in",
    "hasSource": "said by",
    "reportedBy": "reported by",
    "cites": "cites",
    "mentions": "mentions",
    "adoptedAt": "adopted at",
    "hostCountry": "hosted by",
    "proposedBy": "proposed by",
    "outlinedIn": "outlined in",
    "tabledAt": "tabled at",
    "becameDecision": "became decision",
    "inSeries": "in series",
}
DRAWN_ONLY: Final = frozenset({"mentions", "inSeries", "hostCountry"})
"""Ties that are drawn between things that are there already, and lead to no further ones."""
AT_HOME: Final = DRAWN_ONLY | {"cites"}
"""The same away from what was asked for: what a document cites is drawn only around that document."""
FEW: Final = 3
_DOCUMENT: Final = thing("document", "")
WAYS: Final = (("source", "target"), ("target", "source"))

DATES: Final = ("sent", "startDate", "latest", "asOf", "due", "year")
SHOWN: Final = {
    "title": "title", "sent": "sent", "modality": "modality", "act": "act", "content": "content",
    "condition": "condition", "hedge": "hedge", "stance": "stance", "towardsText": "towards",
    "asOf": "as of", "about": "about",
    "decisionKind": "kind", "year": "year", "ordinal": "number", "startDate": "from", "endDate": "to",
    "place": "place", "marking": "marking", "earliest": "not before", "latest": "not after", "due": "due",
    "status": "status", "definition": "meaning",
}  # fmt: skip


def spoken(relation: str) -> str:
    """A property's local name as words.

    >>> spoken("restsOnDecision"), spoken("infoAddressee")
    ('rests on decision', 'info addressee')
    """
    words = "".join(f" {char.lower()}" if char.isupper() else char for char in relation)
    return RELATIONS.get(relation, words)


def neighbourhood(
    source: Queryable, seeds: Sequence[str], *, title: str, depth: int = 2, limit: int = 150, note: str = ""
) -> GraphView:
    """The things within *depth* ties of *seeds*, nearest and best connected first, at most *limit* of them.

    From the seeds ties are followed both ways; further on only along the arrow, so that a picture of one
    decision does not draw every act of every document that it meets. Raises :exc:`LookupError` when none of
    the seeds is in the graph.

    >>> from ontology.names import document
    >>> from queries import open_reader
    >>> source, seed = open_reader("tests/data/shape.trig"), document("2008STATE900002")
    >>> view = neighbourhood(source, [seed], title="Around it", depth=1)
    >>> [node.kind for node in view.nodes]
    ['Cable', 'Directive', 'Ghost', 'Proposal']
    >>> sorted(edge.relation for edge in view.edges if edge.target == seed)
    ['cites', 'followsDocument', 'outlinedIn']
    """
    known = sorted({row["node"] for row in reach(source, "nodes", "node", sorted(set(seeds)))})
    if not known:
        raise LookupError(f"nothing in the graph is called {', '.join(seeds)}")
    steps = [(WAYS, DRAWN_ONLY), *[(WAYS[:1], AT_HOME)] * (depth - 1)]
    distance, ties = _within(source, known, steps)
    kept = _nearest(distance, ties, limit)
    return _view(source, kept, ties, asked=frozenset(known), total=len(distance), title=title, note=note)


def of_answer(source: Queryable, answer: Answer, *, depth: int = 1, limit: int = 150) -> GraphView:
    """An answer as a graph: what was asked about, what was found, and what these lead to along the arrows.

    Raises :exc:`LookupError` where the answer holds nothing that a picture can show.

    >>> from queries import ask, open_reader
    >>> source = open_reader("tests/data/shape.trig")
    >>> view = of_answer(source, ask(source, "who follows 08 STATE 900002"))
    >>> [node.label for node in view.nodes if node.asked]
    ['08 STATE 900002']
    """
    asked = {term.value for b in answer.bindings for term in b.terms if isinstance(term, ox.NamedNode)}
    found = {cell.value for row in answer.rows for cell in row if isinstance(cell, ox.NamedNode)}
    # Whoever asks about "the decisions of 2003" wants those that something was found about.
    wanted = found | (asked if len(asked) <= FEW else set())
    drawn = [row for row in reach(source, "nodes", "node", sorted(wanted)) if _drawn(row)]
    things = sorted({row["node"] for row in drawn})
    if not answer.rows or not things:
        raise LookupError(answer.why_empty or f"the answer to {answer.understood!r} names nothing to draw")
    distance, ties = _within(source, things, [(WAYS[:1], AT_HOME)] * depth)
    kept, note = _nearest(distance, ties, limit), str(answer.denominator)
    marked = asked & set(things) & {end for tie in ties for end in (tie[0], tie[2])}
    total = len(distance)
    return _view(source, kept, ties, asked=frozenset(marked), total=total, title=answer.understood, note=note)


def whole(source: Queryable) -> GraphView:
    """Every thing that is tied to another, with all ties.

    >>> from queries import open_reader
    >>> view = whole(open_reader("tests/data/shape.trig"))
    >>> len(view.nodes) == view.total, "Ghost" in {node.kind for node in view.nodes}
    (True, True)
    """
    ties: Ties = defaultdict(set)
    for row in source.query(fill(text("edges"), {}), file="edges.rq").dicts():
        _add(ties, {name: str(value) for name, value in row.items() if value is not None})
    ends = frozenset(end for source_, _, target in ties for end in (source_, target))
    return _view(source, ends, ties, asked=frozenset(), total=len(ends), title="The whole graph", note="")


def _within(
    source: Queryable, start: Sequence[str], steps: Iterable[tuple[Sequence[tuple[str, str]], frozenset[str]]]
) -> tuple[dict[str, int], Ties]:
    """How many steps away each thing is, and the ties that were met on the way."""
    distance, frontier = dict.fromkeys(start, 0), list(start)
    ties: Ties = defaultdict(set)
    for number, (ways, left) in enumerate(steps, 1):
        found: set[str] = set()
        for direction, other in ways:
            for row in reach(source, "edges", direction, frontier):
                _add(ties, row)
                if local(row["relation"]) not in left:
                    found.add(row[other])
        frontier = sorted(found - set(distance))
        distance.update(dict.fromkeys(frontier, number))
    for row in reach(source, "edges", "source", frontier):
        _add(ties, row)
    return distance, ties


def overview(source: Queryable, *, limit: int = 150) -> GraphView:
    """The whole graph as far as *limit* goes: documents, decisions and meetings with the most ties first.

    >>> from queries import open_reader
    >>> view = overview(open_reader("tests/data/shape.trig"), limit=2)
    >>> len(view.nodes), view.total > 2
    (2, True)
    """
    held = source.query(text("held"), file="held.rq").column("document")
    if not held:
        raise LookupError("the store holds no document yet: `compendium build FILES` reads some")
    distance, ties = _within(source, [str(one) for one in held], [(WAYS, frozenset())])
    kept = _nearest({one: int(_of_document(one)) for one in distance}, ties, limit)
    return _view(source, kept, ties, asked=frozenset(), total=len(distance), title="The whole graph", note="")


def _of_document(iri: str) -> bool:
    """Whether it is one document's alone (a directive, a position): a picture of everything shows it last."""
    return iri.startswith(_DOCUMENT) and "/" in iri.removeprefix(_DOCUMENT)


def stances(source: Queryable, *, limit: int = 150) -> GraphView:
    """Positions towards what the graph knows, with who holds them: what most are towards first.

    Raises :exc:`LookupError` where there is none.

    >>> from queries import open_reader
    >>> view = stances(open_reader("tests/data/shape.trig"))
    >>> [node.label for node in view.nodes if node.kind == "Position"]
    ['China seeks membership']
    """
    found: dict[str, list[str]] = defaultdict(list)
    for row in source.query(text("positions"), file="positions.rq").dicts():
        found[str(row["aim"])].append(str(row["position"]))
    if not found:
        raise LookupError("the store knows no position towards a proposal, a decision or a topic")
    by_size = sorted(found, key=lambda aim: (-len(found[aim]), aim))
    first = list(dict.fromkeys(one for aim in by_size for one in found[aim]))[:limit]
    distance, ties = _within(source, first, [(WAYS[:1], frozenset())])
    total = len({one for positions in found.values() for one in positions}) + len(distance) - len(first)
    return _view(
        source, frozenset(distance), ties, asked=frozenset(), total=total, title="Who stands where", note=""
    )


def _drawn(row: Mapping[str, str]) -> bool:
    return local(row["property"]) == "type" and local(row["value"]) in KINDS


def _add(ties: Ties, row: Mapping[str, str]) -> None:
    evidence = {row["evidence"]} if "evidence" in row else set[str]()
    ties[row["source"], row["relation"], row["target"]] |= evidence


def _nearest(distance: Mapping[str, int], ties: Iterable[tuple[str, str, str]], limit: int) -> frozenset[str]:
    degree: dict[str, int] = defaultdict(int)
    for source, _, target in ties:
        degree[source] += 1
        degree[target] += 1
    return frozenset(sorted(distance, key=lambda node: (distance[node], -degree[node], node))[:limit])


def _view(
    source: Queryable,
    kept: frozenset[str],
    ties: Ties,
    *,
    asked: frozenset[str],
    total: int,
    title: str,
    note: str,
) -> GraphView:
    own: dict[str, set[str]] = defaultdict(set)
    for row in reach(source, "own-evidence", "node", sorted(kept)):
        own[row["node"]].add(row["evidence"])
    inside = {
        tie: found for tie, found in ties.items() if tie[0] in kept and tie[2] in kept and tie[0] != tie[2]
    }
    wanted = sorted(set().union(*inside.values(), *own.values()))
    quotes = {row["evidence"]: _quote(row) for row in reach(source, "evidence", "evidence", wanted)}
    facts: dict[str, Facts] = defaultdict(lambda: defaultdict(list))
    for row in reach(source, "nodes", "node", sorted(kept)):
        facts[row["node"]][local(row["property"])].append(row["value"])

    def said(found: Iterable[str]) -> tuple[Quote, ...]:
        return tuple(sorted({quotes[one] for one in found if one in quotes}))

    nodes = tuple(_node(iri, facts[iri], said(own[iri]), asked=iri in asked) for iri in sorted(kept))
    edges = tuple(
        Edge(begin, end, local(relation), spoken(local(relation)), said(found))
        for (begin, relation, end), found in sorted(inside.items())
    )
    edges = _without_shadows(edges)
    return GraphView(title, _dated(nodes, edges), edges, total, note, ("edges", "nodes", "evidence"))


def _dated(nodes: tuple[Node, ...], edges: tuple[Edge, ...]) -> tuple[Node, ...]:
    """The nodes; what a document says without a date of its own has the date of the document."""
    dates = {node.id: node.date for node in nodes}
    given = {
        e.source: dates[e.target] for e in edges if e.relation in ("inPassage", "reportedBy", "adoptedAt")
    }
    return tuple(replace(node, date=node.date or given.get(node.id)) for node in nodes)


def _without_shadows(edges: tuple[Edge, ...]) -> tuple[Edge, ...]:
    """The edges without a "mentions" where the same two things are tied by something that says more."""
    tied = {frozenset((edge.source, edge.target)) for edge in edges if edge.relation != "mentions"}
    return tuple(e for e in edges if e.relation != "mentions" or frozenset((e.source, e.target)) not in tied)


def _quote(row: Mapping[str, str]) -> Quote:
    number = row.get("number")
    return Quote(
        document=row["documentLabel"],
        passage="header" if number is None else f"passage {number}",
        text=row.get("text", row["quote"]),
        quote=row["quote"],
        rule=row["rule"],
        grade=row["grade"],
        iri=row.get("passage", row["document"]),
    )


def _node(iri: str, facts: Facts, quotes: tuple[Quote, ...], *, asked: bool) -> Node:
    classes = {local(value) for value in facts["type"]}
    kind = next((one for one in KINDS if one in classes), "Other")
    shown = [
        (words, "; ".join(value for value in dict.fromkeys(facts[name]) if not value.startswith("http")))
        for name, words in SHOWN.items()
        if facts[name]
    ]
    if kind == "Ghost":
        shown.insert(0, ("held", "no: cited, but not among the documents read"))
    label = sorted(facts["label"])[0] if facts["label"] else local(iri)
    date = next((facts[name][0] for name in DATES if facts[name]), None)
    return Node(iri, kind, label, tuple(pair for pair in shown if pair[1]), quotes, date, asked)
