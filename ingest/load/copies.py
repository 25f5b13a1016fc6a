"""The copies of a document: the texts of it that are held, and which one stands for it."""

import hashlib
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from ingest.load.entry import Entry
from ingest.load.lines import lines
from ingest.state.terms import flag, node, number, text
from ontology import names
from ontology import terms as t


def copy_lines(copies: tuple[Entry, ...], stated: Iterable[bytes]) -> tuple[bytes, ...]:
    """The sorted lines that tell of a document's copies, the first of which stands; none for one alone.

    They stand in the graph in which *stated* says that the document is held.

    >>> from dataclasses import replace
    >>> held = f'<{names.document("2008STATE1")}> <{t.HELD}> "true" <urn:graph> .'.encode()
    >>> one = Entry("00ff", "a.txt", "2008STATE1", "Cable", "1", 12, ("urn:graph",), 1, "")
    >>> copy_lines((one,), [held]), len(copy_lines((one, replace(one, sha256="aa")), [held]))
    ((), 14)
    """
    if len(copies) < 2:
        return ()
    graph = node(_graph(copies[0], stated))
    return tuple(lines(quad for one in copies for quad in _quads(one, one is copies[0], graph)))


def _quads(copy: Entry, stands: bool, graph: ox.NamedNode) -> Iterator[ox.Quad]:
    short = hashlib.sha256(copy.key.encode()).hexdigest()[:12]
    thing = node(names.thing("document", copy.id, "copy", short))
    values = (
        (t.RDF_TYPE, node(t.C_COPY)),
        (t.RDFS_LABEL, text(f"{copy.id}, copy {short}")),
        (t.COPY_OF, node(names.document(copy.id))),
        (t.SHA256, text(copy.sha256)),
        (t.FORM, text(copy.form)),
        (t.CHARACTERS, number(copy.length)),
        (t.STANDS, flag(stands)),
    )
    return (ox.Quad(thing, node(predicate), value, graph) for predicate, value in values if value is not None)


def _graph(standing: Entry, stated: Iterable[bytes]) -> str:
    """The graph of the document's own mark."""
    begin = f"<{names.document(standing.id)}> <{t.HELD}> ".encode()
    for line in stated:
        if line.startswith(begin):
            return line[line.rindex(b" <") + 2 : -3].decode()
    return standing.graphs[0]
