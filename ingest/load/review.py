"""What most needs a human: pairs that stay undecided, joins with a low score, names that stay ambiguous."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

import pyoxigraph as ox

from ingest.join.named import Named
from ingest.join.pair import Pair
from ingest.load.curated import curated
from ingest.load.index import Index, index
from ingest.load.journal import read_journal
from ingest.load.layout import existing, graph_path
from ingest.load.settle import joined_of
from ontology import names
from ontology import terms as t

MOST_QUOTED: Final = 3
AMBIGUOUS: Final = ("meeting", "plenar", "decision", "proposal")
"""Words of the reasons for which a meeting, a decision or a proposal stays open."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two things: its name, the words of documents for it, the documents, and quotations with places.

    >>> Side("decision/a", ("report annually",)).documents
    ()
    """

    name: str
    words: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Matter:
    """Something to judge: an ``undecided`` pair, a ``joined`` one, or words that stay ``open``.

    ``effect`` counts the documents that name either side and the directives that rest on it.

    >>> Matter("open", 1, "the words do not say which", (Side("2008STATE900001", ("the Plenary",)),)).score
    0.0
    """

    kind: Literal["undecided", "joined", "open"]
    effect: int
    reason: str
    sides: tuple[Side, ...]
    rule: str = ""
    score: float = 0.0


def review(store: Path, *, curation: Path | None = None) -> tuple[Matter, ...]:
    """What people should look at, the greatest effect first; what they judged is not among it.

    >>> from tempfile import TemporaryDirectory
    >>> from ingest.load.build import build
    >>> with TemporaryDirectory() as folder:
    ...     done = build([], Path(folder) / "db", in_process=True)
    ...     review(Path(folder) / "db")
    ()
    """
    layout, judged = existing(store), curated(store, curation)
    journal = index(read_journal(layout))
    joined = joined_of(journal, judged)
    graph = ox.Store.read_only(str(graph_path(store)))
    desk = _Desk(graph, joined.kept, _uses(journal))
    judged_pairs = {one.names for one in judged.same}
    made = [
        *(desk.pair("undecided", one) for one in joined.undecided),
        *(desk.pair("joined", one) for one in joined.joins),
        *_ambiguous(graph),
    ]
    left = (one for one in made if tuple(sorted(side.name for side in one.sides)) not in judged_pairs)
    return tuple(sorted(left, key=_order))


def _order(one: Matter) -> tuple[object, ...]:
    """Undecided pairs before joins of the same effect; of joins the least sure first."""
    kinds = ("undecided", "joined", "open")
    return -one.effect, kinds.index(one.kind), one.score, [side.name for side in one.sides], one.reason


def _uses(journal: Index) -> dict[str, list[Named]]:
    uses: dict[str, list[Named]] = {}
    for one in journal.named():
        uses.setdefault(one.name, []).append(one)
    return uses


@dataclass(frozen=True, slots=True)
class _Desk:
    """What a pair is shown with."""

    graph: ox.Store
    kept: Mapping[str, str]
    uses: Mapping[str, list[Named]] = field(default_factory=dict)

    def pair(self, kind: Literal["undecided", "joined"], one: Pair) -> Matter:
        sides = self._side(one.left), self._side(one.right)
        nodes = {self.kept.get(name, name) for name in (one.left, one.right)}
        resting = sum(1 for name in sorted(nodes) for _ in self._subjects(_node(name), t.DEPENDS_ON))
        documents = {document for side in sides for document in side.documents}
        return Matter(kind, len(documents) + resting, one.reason, sides, one.rule, one.score)

    def _side(self, name: str) -> Side:
        uses = self.uses.get(name.partition("@")[0], [])
        documents = tuple(sorted({one.document for one in uses}))
        words = tuple(sorted({one.about or one.id for one in uses}))
        node = _node(self.kept.get(name, name))
        return Side(name, words, documents, tuple(self._quotes(node, documents))[:MOST_QUOTED])

    def _quotes(self, node: ox.NamedNode, documents: Iterable[str]) -> Iterator[str]:
        known = {names.document(one): one for one in documents}
        for shown in sorted(_objects(self.graph, node, t.EVIDENCE), key=lambda one: one.value):
            source = next((one.value for one in _objects(self.graph, shown, t.OA_HAS_SOURCE)), "")
            if source in known:
                passage = next((one.value for one in _objects(self.graph, shown, t.IN_PASSAGE)), "")
                yield f"{known[source]} {passage.rpartition('/')[2] or 'header'}: {_words(self.graph, shown)}"

    def _subjects(self, node: ox.NamedNode, predicate: str) -> Iterator[ox.Quad]:
        return self.graph.quads_for_pattern(None, ox.NamedNode(predicate), node, None)


def _ambiguous(graph: ox.Store) -> Iterator[Matter]:
    """The words of which it stayed open which meeting, decision or proposal they mean."""
    kind = ox.NamedNode(t.C_UNRESOLVED)
    for quad in graph.quads_for_pattern(None, ox.NamedNode(t.RDF_TYPE), kind, None):
        if isinstance(quad.subject, ox.NamedNode):
            reason = _text(graph, quad.subject, t.REASON)
            if any(word in reason.lower() for word in AMBIGUOUS):
                document = quad.subject.value.removeprefix(names.document("")).partition("/")[0]
                said = _text(graph, quad.subject, t.RDFS_LABEL)
                yield Matter("open", 1, reason, (Side(document, (said,), (document,)),))


def _words(graph: ox.Store, shown: ox.NamedNode) -> str:
    found = (_text(graph, one, t.OA_EXACT) for one in _objects(graph, shown, t.OA_HAS_SELECTOR))
    return " ".join(next((one for one in found if one), "").split())


def _objects(graph: ox.Store, subject: ox.NamedNode, predicate: str) -> list[ox.NamedNode]:
    found = graph.quads_for_pattern(subject, ox.NamedNode(predicate), None, None)
    return [quad.object for quad in found if isinstance(quad.object, ox.NamedNode)]


def _text(graph: ox.Store, subject: ox.NamedNode, predicate: str) -> str:
    found = graph.quads_for_pattern(subject, ox.NamedNode(predicate), None, None)
    return min((quad.object.value for quad in found if isinstance(quad.object, ox.Literal)), default="")


def _node(name: str) -> ox.NamedNode:
    kind, _, identifier = name.partition("@")[0].partition("/")
    return ox.NamedNode(names.thing(kind, identifier))
