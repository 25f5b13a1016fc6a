"""The process that writes: it makes one change after the other and says so when it is on the disk.

It has the store open, and its lock, while there is something to do and a moment after; then a build
may write.
"""

import json
import os
import sys
from contextlib import ExitStack
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from compendium.web.writing.change import Change, Delete, Done, Put, Update
from compendium.web.writing.operations import operations
from compendium.web.writing.touch import may_touch, touches_own
from compendium.web.writing.using import using
from ingest.load.errors import Busy, NoSpace, StoreError
from ingest.load.layout import Layout
from ingest.load.lock import writing
from ontology.names import PREFIXES
from queries.contain.seal import confine, follow, seal
from queries.contain.unreadable import on_disk
from queries.error import BrokenQuery, Refused
from queries.guard import guard_update
from queries.store import broken

IDLE: Final = 1.0
"""Seconds after the last change for which the store stays open."""


@dataclass
class Hand:
    """Makes changes to one store, opened when the first comes and closed by ``rest``.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     hand = Hand(Path(folder), most=1000)
    ...     first = hand.make(Update("INSERT DATA { <x:a> <x:b> 1 }", "x:"))
    ...     then = hand.make(Put("x:g", (("text/turtle", b"<a> <b> 2 ."),), "x:/"))
    ...     gone = hand.make(Delete("x:g")), hand.make(Delete("x:g"))
    ...     hand.rest()
    >>> first.value, then.value, [one.value for one in gone]
    ('changed', 'created', ['changed', 'absent'])
    """

    root: Path
    most: int
    sealed: bool = False
    store: ox.Store | None = None
    _held: ExitStack = field(default_factory=ExitStack)

    @property
    def _of_documents(self) -> bool:
        """Whether the store is made of documents."""
        return Layout(self.root).journal.is_file()

    def rest(self) -> None:
        """Close the store and let others write."""
        self.store = None
        self._held.close()

    def make(self, change: Change) -> Done:
        """Make a change, whole or not at all; what is acknowledged is on the disk."""
        done = self._made(change)
        if done is not Done.ABSENT:
            self._opened().flush()
        return done

    def _made(self, change: Change) -> Done:
        match change:
            case Update():
                return self._update(change)
            case Put():
                return self._put(change)
            case Delete():
                return self._delete(change.graph)

    def _opened(self) -> ox.Store:
        if self.store is None:
            if self._of_documents:
                self._held.enter_context(writing(self.root))
            self.store = ox.Store(str(Layout(self.root).graph))
        return self.store

    def _update(self, change: Update) -> Done:
        guard_update(change.sparql, size=self.most, sealed=self.sealed and not self._of_documents)
        text = change.sparql
        if self._of_documents:
            touches_own(text)
        if change.using is not None or change.using_named is not None:
            text = using(text, change.using or (), change.using_named or ())
        self._run(text, change.base)
        return Done.CHANGED

    def _run(self, text: str, base: str | None = None) -> None:
        try:
            self._opened().update(text, base_iri=base, prefixes=PREFIXES)
        except SyntaxError as error:
            raise broken(str(error), "update") from None

    def _put(self, change: Put) -> Done:
        if self._of_documents:
            may_touch(change.graph)
        quads = [quad for media, body in change.parts for quad in _read(media, body, change.base)]
        name = _graph(change.graph)
        there = self._there(name)
        if isinstance(name, ox.NamedNode):
            self._opened().add_graph(name)
        if change.replace:
            self._run(_replacing(name, quads))
        else:
            self._opened().extend(ox.Quad(one.subject, one.predicate, one.object, name) for one in quads)
        return Done.CHANGED if there else Done.CREATED

    def _delete(self, graph: str) -> Done:
        if self._of_documents:
            may_touch(graph)
        name = _graph(graph)
        if not self._there(name):
            return Done.ABSENT
        if isinstance(name, ox.NamedNode):
            self._opened().remove_graph(name)
        else:
            self._opened().clear_graph(name)
        return Done.CHANGED

    def _there(self, name: ox.NamedNode | ox.DefaultGraph) -> bool:
        return isinstance(name, ox.DefaultGraph) or self._opened().contains_named_graph(name)


def _graph(name: str) -> ox.NamedNode | ox.DefaultGraph:
    return ox.NamedNode(name) if name else ox.DefaultGraph()


def _replacing(name: ox.NamedNode | ox.DefaultGraph, quads: list[ox.Quad]) -> str:
    """One update, so that nobody sees the graph without its triples; terms are written by the engine."""
    block = " . ".join(str(quad.triple) for quad in quads)
    if isinstance(name, ox.DefaultGraph):
        return " ".join(("CLEAR", "DEFAULT ; INSERT", "DATA", "{", block, "}"))
    return " ".join(
        ("CLEAR", "GRAPH", str(name), "; INSERT", "DATA", "{", "GRAPH", str(name), "{", block, "} }")
    )


def _read(media: str, body: bytes, base: str) -> list[ox.Quad]:
    form = ox.RdfFormat.from_media_type(media)
    if form is None or (form.supports_datasets and form != ox.RdfFormat.JSON_LD):
        raise Refused(
            f"{media} holds no single graph: send Turtle, N-Triples, RDF/XML or JSON-LD", cap="media"
        )
    if form == ox.RdfFormat.RDF_XML and b"<!DOCTYPE" in body:
        raise Refused("RDF/XML with a DOCTYPE is not read: it may grow without end", cap="doctype")
    try:
        found = ox.parse(body, form, base_iri=base, without_named_graphs=True, rename_blank_nodes=True)
        return list(found)
    except SyntaxError as error:
        line, column = getattr(error, "lineno", None), getattr(error, "offset", None)
        raise BrokenQuery(error.msg or str(error), file="data", line=line or 1, column=column or 1) from None


def _told(hand: Hand, change: Change) -> dict[str, Any]:
    """What became of a change, as the parent reads it."""
    try:
        return {"done": hand.make(change).value}
    except BrokenQuery as error:
        message = str(error).partition(f"{error.line}:{error.column}: ")[2]
        return {"broken": message, "file": error.file, "line": error.line, "column": error.column}
    except Refused as error:
        return {"refused": str(error), "cap": error.cap, "line": error.line, "column": error.column}
    except Exception as error:  # whatever it is, the next change comes
        hand.rest()  # after a full disk the engine writes nothing more until it is opened again
        if isinstance(error, OSError) and _loads(change) and not on_disk(error):
            return {"refused": f"LOAD fetches nothing here: {error}", "cap": "LOAD", "line": 1, "column": 1}
        if isinstance(error, RuntimeError) and not on_disk(error):
            return {"refused": str(error), "cap": "evaluation", "line": 1, "column": 1}
        return {"failed": _failed(error), "why": f"{type(error).__name__}: {error}"}


def _loads(change: Change) -> bool:
    return isinstance(change, Update) and any(
        one.words()[:1] == ["LOAD"] for one in operations(change.sparql)
    )


def _failed(error: Exception) -> str:
    """What who sent a change is told: nothing of this machine's places."""
    match error:
        case Busy():
            return "another process writes to the store: wait until it has finished"
        case NoSpace():
            return "the disk of the store is full: nothing can be written until there is room"
        case StoreError() | OSError() | RuntimeError():
            return "the store could not be written; the log of the service says why"
    return str(error)


def main() -> None:
    """Serve the parent that started this process, and end with it.

    >>> sys.argv = ["writer", "{}"]
    >>> main()
    Traceback (most recent call last):
    KeyError: 'parent'
    """
    told = json.loads(sys.argv[1])
    follow(told["parent"])
    sealed = seal()
    line = Connection(told["line"])
    hand = Hand(Path(told["root"]), most=told["bytes"], sealed=sealed)
    confine(told["memory"])
    line.send_bytes(b"{}")
    while True:
        if not line.poll(IDLE if hand.store is not None else None):
            hand.rest()
            continue
        try:
            change = line.recv()
        except EOFError:
            break
        line.send_bytes(json.dumps(_told(hand, change)).encode())
    hand.rest()
    os._exit(0)
