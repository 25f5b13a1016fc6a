"""Answers and neighbourhoods as graphs: which things are shown, how they are tied, and the words for it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import pyoxigraph as ox

from queries.reach import reach
from viz.graph import Edge, GraphView, Node, Quote

Facts = dict[str, list[str]]

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
FOLLOWED: Final = frozenset(RELATIONS) - {"mentions", "inSeries", "hostCountry"}
"""Ties that lead to further things; the others are drawn between things that are there already."""

DATES: Final = ("sent", "startDate", "latest", "asOf", "due", "year")
SHOWN: Final = {
    "title": "title", "sent": "sent", "modality": "modality", "act": "act", "content": "content",
    "condition": "condition", "stance": "stance", "towardsText": "towards", "asOf": "as of", "about": "about",
    "decisionKind": "kind", "year": "year", "ordinal": "number", "startDate": "from", "endDate": "to",
    "place": "place", "marking": "marking", "earliest": "not before", "latest": "not after", "due": "due",
    "status": "status", "definition": "meaning",
}  # fmt: skip


def local(iri: str) -> str:
    """The last part of an IRI.

    >>> local("https://example.org/ontology#hasPassage"), local("https://example.org/id/country/ARG")
    ('hasPassage', 'ARG')
    """
    return iri.rpartition("#")[2] if "#" in iri else iri.rpartition("/")[2]


def spoken(relation: str) -> str:
    """A property's local name as words.

    >>> spoken("restsOnDecision"), spoken("infoAddressee")
    ('rests on decision', 'info addressee')
    """
    words = "".join(f" {char.lower()}" if char.isupper() else char for char in relation)
    return RELATIONS.get(relation, words)


def neighbourhood(
    store: ox.Store, seeds: Sequence[str], *, title: str, depth: int = 2, limit: int = 150, note: str = ""
) -> GraphView:
    """The things within *depth* ties of *seeds*, nearest and best connected first, at most *limit* of them.

    Raises :exc:`LookupError` when none of the seeds is in the graph.
    """
    known = [seed for seed in seeds if next(reach(store, "nodes", "node", [seed]), None) is not None]
    if not known:
        raise LookupError(f"nothing in the graph is called {', '.join(seeds)}")
    distance = dict.fromkeys(known, 0)
    ties: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    frontier = sorted(distance)
    for step in range(1, depth + 1):
        for row in _ties(store, frontier):
            _add(ties, row)
        found = {
            end
            for source, relation, target in ties
            if local(relation) in FOLLOWED
            for end in (source, target)
        }
        frontier = sorted(found - set(distance))
        distance.update(dict.fromkeys(frontier, step))
    kept = _nearest(distance, ties, limit)
    for row in _ties(store, sorted(kept)):
        _add(ties, row)
    return _view(store, kept, ties, asked=frozenset(known), total=len(distance), title=title, note=note)


def _ties(store: ox.Store, ends: Sequence[str]) -> Iterable[Mapping[str, str]]:
    for variable in ("source", "target"):
        yield from reach(store, "edges", variable, ends)


def _add(ties: dict[tuple[str, str, str], set[str]], row: Mapping[str, str]) -> None:
    evidence = {row["evidence"]} if "evidence" in row else set[str]()
    ties[row["source"], row["relation"], row["target"]] |= evidence


def _nearest(distance: Mapping[str, int], ties: Iterable[tuple[str, str, str]], limit: int) -> frozenset[str]:
    degree: dict[str, int] = defaultdict(int)
    for source, _, target in ties:
        degree[source] += 1
        degree[target] += 1
    return frozenset(sorted(distance, key=lambda node: (distance[node], -degree[node], node))[:limit])


def _view(
    store: ox.Store,
    kept: frozenset[str],
    ties: Mapping[tuple[str, str, str], set[str]],
    *,
    asked: frozenset[str],
    total: int,
    title: str,
    note: str,
) -> GraphView:
    own: dict[str, set[str]] = defaultdict(set)
    for row in reach(store, "own-evidence", "node", sorted(kept)):
        own[row["node"]].add(row["evidence"])
    inside = {
        tie: found for tie, found in ties.items() if tie[0] in kept and tie[2] in kept and tie[0] != tie[2]
    }
    wanted = sorted(set().union(*inside.values(), *own.values()))
    quotes = {row["evidence"]: _quote(row) for row in reach(store, "evidence", "evidence", wanted)}
    facts: dict[str, Facts] = defaultdict(lambda: defaultdict(list))
    for row in reach(store, "nodes", "node", sorted(kept)):
        facts[row["node"]][local(row["property"])].append(row["value"])

    def said(found: Iterable[str]) -> tuple[Quote, ...]:
        return tuple(sorted({quotes[one] for one in found if one in quotes}))

    nodes = tuple(_node(iri, facts[iri], said(own[iri]), asked=iri in asked) for iri in sorted(kept))
    edges = tuple(
        Edge(source, target, local(relation), spoken(local(relation)), said(found))
        for (source, relation, target), found in sorted(inside.items())
    )
    return GraphView(title, nodes, _without_shadows(edges), total, note, ("edges", "nodes", "evidence"))


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
