"""A store read through once, document by document, each checked in every way while its statements are there.

What is wrong near a document may be right in the whole store, where other documents describe the same thing;
so nothing is told before the whole store was asked. Things that are not of one document alone are only ever
looked at there.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, TypeAlias
from urllib.parse import unquote

import pyoxigraph as ox

from ingest.document import Document
from ingest.load.audit.finding import Audit, Finding, Findings
from ingest.load.audit.journal import differences, strays
from ingest.load.audit.ledger import ledger
from ingest.load.audit.links import links, pointed_to
from ingest.load.audit.said import Said, said
from ingest.load.audit.shapes.hold import TYPE, Holding, broken
from ingest.load.audit.shapes.shape import Constraint
from ingest.load.audit.spans import CHECK as SPANS
from ingest.load.audit.spans import spans
from ingest.load.audit.view import REMEMBERED, About, Near, Term, View, Whole, about
from ingest.load.entry import Entry
from ingest.load.index import Index
from ingest.load.layout import Layout
from ingest.load.project import DOCUMENTS
from ingest.load.texts import read_again
from ontology import terms as t

Looked: TypeAlias = Callable[[int, str], None]
"""Called with the number of documents that were checked, and the name of the last file."""

AHEAD: Final = 3
"""So many documents are read from the graph while another is checked."""

STANDING: Final = "WHERE key IN (SELECT key FROM documents)"
OTHERS: Final = 2_000
"""So many things of the other graphs are looked at together."""


@dataclass(slots=True)
class Through:
    """The store, its journal and its shapes, and what was found so far.

    ``waits`` tells of each document of an unfinished build whether it is still to be written into the graph;
    the others are looked at alone, since what joins them is not made yet.

    >>> from ingest.load.index import index
    >>> from pathlib import Path
    >>> store = ox.Store()
    >>> made = Through(Layout(Path("no-such-store.db")), store, index(()), None)
    >>> [(one.what, one.looked_at) for one in made.audits(lambda *_: None)][0]
    ('documents compared with the journal', 0)
    """

    layout: Layout
    store: ox.Store
    journal: Index
    holding: Holding | None
    waits: Callable[[str], bool] | None = None
    found: Findings = field(default_factory=Findings)
    counts: dict[str, int] = field(default_factory=dict)
    whole: Whole = field(init=False)
    _shared: Callable[[Term], tuple[Finding, ...]] = field(init=False)

    def __post_init__(self) -> None:
        self.whole = Whole(self.store)
        self._shared = lru_cache(REMEMBERED)(self._in_all)

    def audits(self, looked: Looked) -> Iterator[Audit]:
        """What every check looked at and found."""
        documents = 0
        for documents, (one, text) in enumerate(self._read(), 1):
            self._document(one, text)
            looked(documents, one.entry.source)
        if self.waits is None:
            self._together()
        yield Audit("documents compared with the journal", documents, ())
        for what, count in self.counts.items():
            yield Audit(what, count, ())
        yield Audit("statements", len(self.store), self.found.listed, self.found.more)

    def _together(self) -> None:
        """What stands in no document's graphs, and what the whole store is asked."""
        for others in self._others():
            self._things(others, lambda _: False)
            self._links(others)
        self._note(strays(self.store, self.journal))
        if self.holding is not None:
            self._note(self.holding.queries(self.store))

    def _read(self) -> Iterator[tuple[Said, Document | Exception]]:
        """Each document as the graph and as its file has it; the graph is read ahead beside."""
        waiting: deque[tuple[Future[Said], Document | Exception]] = deque()
        with ThreadPoolExecutor(1) as beside:
            for entry, text in read_again(self.layout, self._standing()):
                waiting.append((beside.submit(said, self.store, entry), text))
                if len(waiting) > AHEAD:
                    future, text = waiting.popleft()
                    yield future.result(), text
            while waiting:
                future, text = waiting.popleft()
                yield future.result(), text

    def _standing(self) -> Iterator[Entry]:
        for entry in self.journal.entries(STANDING):
            if self.waits is None or not self.waits(entry.id):
                yield entry

    def _document(self, one: Said, text: Document | Exception) -> None:
        near, entry = Near(one.about, self.whole), one.entry
        self._note(differences(one, self.journal))
        self._spans(one, near, text)
        open_ends = one.of_class(t.C_UNRESOLVED)
        self._note(self._confirmed(near, lambda view: ledger(entry, open_ends, view)))
        self._count("references accounted for", entry.found.get("references in", 0))
        if self.waits is None:
            self._links(one.about)
            self._things(one.about, one.own, near)

    def _links(self, said: About) -> None:
        pointed = pointed_to(said)
        self._note(links(said, pointed, self.whole))
        self._count("links followed", len(pointed))

    def _spans(self, one: Said, near: Near, text: Document | Exception) -> None:
        evidence = sorted(one.of_class(t.C_EVIDENCE))
        if not isinstance(text, Document):
            self._note([Finding(SPANS, one.entry.id, f"cannot be read again: {text}")])
            return
        words = text.text
        self._count("spans of evidence read again", len(evidence))
        self._note(self._confirmed(near, lambda view: spans(evidence, view, words)))

    def _things(self, said: About, own: Callable[[Term], bool], near: View | None = None) -> None:
        """Hold everything that is described, or of whose kind something is asked, against the shapes."""
        if self.holding is None:
            return
        for thing in said:
            if near is not None and own(thing):
                self._near(thing, self.holding.constraints(near.values(thing, TYPE)), near)
            elif thing.startswith("<"):
                self._note(self._shared(thing))
        for predicate, asked in self.holding.objects_of.items():
            for thing in _objects(said, predicate):
                view = near if near is not None and own(thing) else self.whole
                self._near(thing, asked, view)
        for predicate in self.holding.inverses:
            for thing in _objects(said, predicate):
                if not own(thing):
                    self._note(self._shared(thing))
        self._count("things held against the shapes", len(said))

    def _near(self, thing: Term, asked: tuple[Constraint, ...], view: View) -> None:
        if any(True for _ in broken(thing, asked, view)):
            self._note(broken(thing, asked, self.whole))

    def _in_all(self, thing: Term) -> tuple[Finding, ...]:
        assert self.holding is not None
        return tuple(self.holding.thing(thing, self.whole))

    def _confirmed(self, near: Near, act: Callable[[View], Iterable[Finding]]) -> Iterator[Finding]:
        if any(True for _ in act(near)):
            yield from act(self.whole)

    def _others(self) -> Iterator[About]:
        """The statements of graphs that are of no document, some things at a time."""
        for graph in self.store.named_graphs():
            if graph.value.startswith(DOCUMENTS) and self._is_held(graph.value):
                continue
            lines: list[str] = []
            last, things = None, 0
            for quad in self.store.quads_for_pattern(None, None, None, graph):
                if quad.subject != last:
                    last, things = quad.subject, things + 1
                    if things > OTHERS:
                        yield about(lines)
                        lines, things = [], 1
                lines.append(str(quad.triple))
            yield about(lines)

    def _is_held(self, graph: str) -> bool:
        name = graph.removeprefix(DOCUMENTS).partition("/")[0]
        return any(graph in one.graphs for one in self.journal.copies_of(unquote(name))[:1])

    def _note(self, findings: Iterable[Finding]) -> None:
        self.found.add(findings)

    def _count(self, what: str, number: int) -> None:
        self.counts[what] = self.counts.get(what, 0) + number


def _objects(said: About, predicate: Term) -> tuple[Term, ...]:
    return tuple(dict.fromkeys(one for own in said.values() for one in own.get(predicate, ())))
