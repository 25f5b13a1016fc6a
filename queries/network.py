"""Things and the ties between them with plain attributes, in blocks: what networks and tables are made of."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Final, TypeAlias

from ontology.names import REG
from queries.error import BadParameter
from queries.reach import MOST_ENDS, reach, text
from queries.store import Queryable
from queries.term import fill, iri, local, short

Value: TypeAlias = str | int | bool
Tie: TypeAlias = tuple[str, str, str]
"""Source, relation (the local name of a property) and target."""

KINDS: Final = (
    "Directive", "Decision", "Proposal", "Position", "Implementation", "Meeting", "MeetingSeries",
    "PressStatement", "Cable", "Email", "Memorandum", "Paper", "Instrument", "Document", "Country",
    "Organization", "Person", "Post", "Topic", "Tag", "Regime",
)  # fmt: skip
"""The classes whose things are nodes; a thing of several takes the first. Passages come where asked for."""
PASSAGE: Final = "Passage"
DOCUMENTS: Final = ("PressStatement", "Cable", "Email", "Memorandum", "Paper", "Instrument", "Document")
RELATIONS: Final = (
    "about", "addressee", "adoptedAt", "amends", "becameDecision", "chair", "cites", "classifiedBy",
    "concerns", "concernsProposal", "dependsOnIndirectly", "followsDocument", "hasPassage", "hasSource",
    "holder", "hostCountry", "implementer", "implements", "inPassage", "inSeries", "infoAddressee",
    "locatedIn", "mentions", "outlinedIn", "participant", "proposedBy", "reportedBy",
    "restsOnDecision", "sender", "supersedes", "tabledAt", "tag", "towards",
)  # fmt: skip
"""The relations of ties: local names of properties."""
TIES: Final = "ties"
STANDING: Final = "standing-ties"

GRADES: Final = ("verbatim", "repaired", "derived")
"""How directly words say something, the most direct first."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which things and ties are taken: those of some kinds and relations, or of all.

    >>> Chosen(kinds=("Ship",))
    Traceback (most recent call last):
    queries.error.BadParameter: there is no kind 'Ship'; there are Directive, Decision, ...
    """

    kinds: tuple[str, ...] = KINDS
    relations: tuple[str, ...] | None = None

    def __post_init__(self) -> None:
        _known(self.kinds, (*KINDS, PASSAGE), "kind")
        _known(self.relations or (), RELATIONS, "relation")

    def takes(self, relation: str) -> bool:
        """Whether ties of that relation are taken.

        >>> Chosen(relations=("cites",)).takes("mentions"), Chosen().takes("mentions")
        (False, True)
        """
        return self.relations is None or relation in self.relations


def _known(names: Iterable[str], known: Sequence[str], what: str) -> None:
    for name in names:
        if name not in known:
            raise BadParameter(f"there is no {what} {name!r}; there are {', '.join(known)}")


@dataclass(frozen=True, slots=True)
class Node:
    """A thing: its IRI, its compact id, and attributes that are known of it, each a plain value."""

    iri: str
    attributes: dict[str, Value] = field(hash=False)

    @property
    def id(self) -> str:
        """The IRI without our base.

        >>> from ontology.names import document
        >>> Node(document("2008STATE900001"), {}).id
        'document/2008STATE900001'
        """
        return short(self.iri)


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie: the IRIs of its ends, its relation, and attributes of the words that support it best."""

    source: str
    target: str
    relation: str
    attributes: dict[str, Value] = field(hash=False)


def things(source: Queryable, kinds: Iterable[str]) -> tuple[str, ...]:
    """The IRIs of all things of some kinds, sorted.

    >>> from queries import open_reader
    >>> [short(one) for one in things(open_reader("tests/data/shape.trig"), ["Proposal", "Meeting"])]
    ['meeting/mtcr-plenary-2003-buenos-aires', 'proposal/mtcr-deu-end-use-controls-9f8e7d6c']
    """
    classes = [iri(REG + kind) for kind in kinds]
    if not classes:
        return ()
    asked = fill(text("things"), {"kind": classes})
    return tuple(sorted({str(one) for one in source.query(asked, file="things.rq").column("node")}))


def around(source: Queryable, seeds: Sequence[str], chosen: Chosen, *, depth: int = 1) -> tuple[str, ...]:
    """The IRIs of the things within *depth* ties of *seeds*, whichever way these point.

    >>> from ontology.names import thing
    >>> from queries import open_reader
    >>> found = around(open_reader("tests/data/shape.trig"), [thing("country", "DEU")], Chosen())
    >>> [short(one).partition("/")[0] for one in found]
    ['country', 'proposal']
    """
    known = frozenset(things(source, chosen.kinds)) | frozenset(seeds)
    reached, frontier = set(seeds), sorted(set(seeds))
    for _ in range(depth):
        found = set[str]()
        for name in (TIES, STANDING):
            for end in ("source", "target"):
                for one, relation, other in _ties(source, name, end, frontier):
                    if chosen.takes(relation):
                        found |= {one, other} & known
        frontier = sorted(found - reached)
        reached |= found
    return tuple(sorted(reached & known))


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the graph, read in blocks: *members* and the ties among them, or all that documents say.

    In the whole graph a thing is a node where a document is tied to it, or where a table ties it to such a
    thing. Documents are nodes even where nothing ties them, unless only some relations are chosen.

    >>> from queries import open_reader
    >>> part = Part(open_reader("tests/data/shape.trig"), Chosen(relations=("restsOnDecision",)))
    >>> (tie,) = part.edges()
    >>> tie.attributes["quote"], [short(one).partition("/")[0] for one in part.ends([tie])]
    ('as agreed at the 2003 Buenos Aires Plenary', ['decision', 'document'])
    """

    source: Queryable
    chosen: Chosen = Chosen()
    members: tuple[str, ...] | None = None

    def documents(self) -> tuple[str, ...]:
        """The IRIs of its documents of the kinds chosen, sorted.

        >>> from queries import open_reader
        >>> [short(one) for one in Part(open_reader("tests/data/shape.trig"), Chosen(("Cable",))).documents()]
        ['document/2008STATE900001', 'document/2008STATE900002']
        """
        known = set(things(self.source, [kind for kind in self.chosen.kinds if kind in DOCUMENTS]))
        return tuple(sorted(known if self.members is None else known & set(self.members)))

    def edges(self) -> Iterator[Edge]:
        """The ties, a block of sources at a time, each with the words that say it most directly."""
        if self.members is not None:
            yield from _edges(self, (TIES, STANDING), self.members, self.members)
            return
        allowed = things(self.source, self.chosen.kinds)
        found = set(self.ends(()))
        for edge in _edges(self, (TIES,), allowed, allowed):
            found |= {edge.source, edge.target}
            yield edge
        starts = allowed if self.chosen.relations is not None else sorted(found)
        yield from _edges(self, (STANDING,), starts, allowed)

    def ends(self, edges: Iterable[Edge]) -> tuple[str, ...]:
        """The IRIs of all nodes of a part that has these ties, sorted."""
        found = {end for edge in edges for end in (edge.source, edge.target)}
        if self.members is not None:
            found.update(self.members)
        elif self.chosen.relations is None:
            found.update(self.documents())
        return tuple(sorted(found))


def _edges(
    part: Part, names: Iterable[str], starts: Sequence[str], allowed: Collection[str]
) -> Iterator[Edge]:
    known, ordered = frozenset(allowed), sorted(starts)
    for start in range(0, len(ordered), MOST_ENDS):
        rows: dict[Tie, dict[str, str]] = defaultdict(dict)
        block = ordered[start : start + MOST_ENDS]
        for row in chain.from_iterable(reach(part.source, name, "source", block) for name in names):
            relation = local(row["relation"])
            if part.chosen.takes(relation) and row["target"] in known and row["source"] != row["target"]:
                said = rows[row["source"], relation, row["target"]]
                if "evidence" in row:
                    said[row["evidence"]] = row.get("rule", "")
        wanted = sorted({evidence for said in rows.values() for evidence in said})
        words = {row["evidence"]: row for row in reach(part.source, "support", "evidence", wanted)}
        for (begin, relation, end), said in sorted(rows.items()):
            yield Edge(begin, end, relation, _supported(said, words))


def _ties(source: Queryable, name: str, end: str, ends: Sequence[str]) -> Iterator[Tie]:
    for row in reach(source, name, end, ends):
        if row["source"] != row["target"]:
            yield row["source"], local(row["relation"]), row["target"]


def _supported(said: dict[str, str], words: dict[str, dict[str, str]]) -> dict[str, Value]:
    """What is told of the words that say it most directly, and how many there are."""
    found = sorted((words[one] | {"by": rule} for one, rule in said.items() if one in words), key=_directness)
    if not found:
        return {"evidence": 0}
    best = found[0]
    told: dict[str, Value] = {"evidence": len(found), "rule": best["by"] or best["rule"]}
    told |= {"grade": best["grade"], "quote": best["quote"], "document": short(best["document"])}
    if "passage" in best:
        told |= {"passage": short(best["passage"]), "number": best["number"]}
    if "mark" in best:
        told["marking"] = local(best["mark"])
    return told


def _directness(row: dict[str, str]) -> tuple[int, str, int, str]:
    grade = GRADES.index(row["grade"]) if row["grade"] in GRADES else len(GRADES)
    return grade, row["document"], int(row.get("start", "0")), row["evidence"]
